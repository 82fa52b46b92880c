"""What would mislead visitors: the part of the report that fails, light enough for `vitrine check`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..catalogue import FR, Catalogue, Fiche
from ..merging import NATIONAL
from ..problems import Probleme
from ..selection import is_visible
from ..source.document import Document
from . import liens, sources
from .constat import Constat
from .reglages import Reglages

PROGRAMME = "programme"


def own_sheets(catalogue: Catalogue) -> list[Fiche[Any]]:
    """The sheets that the editors of this site answer for: all the national ones, or a platform's own."""
    if catalogue.plateforme:
        return [fiche for fiche in catalogue.every() if fiche.origine != NATIONAL]
    programme = Document("data/programme.yml", catalogue.programme.model_dump(mode="json"))
    return [*catalogue.every(), Fiche(PROGRAMME, PROGRAMME, {FR: catalogue.programme}, programme)]


def may_mislead(fiche: Fiche[Any], catalogue: Catalogue) -> bool:
    """Whether visitors take the sheet at its word: it is published, and its site does not say that all is invented."""
    return is_visible(fiche, catalogue) and not (catalogue.plateforme and catalogue.plateforme.fr.provisoire)


def told_of(fiche: Fiche[Any], catalogue: Catalogue, reglages: Reglages) -> Iterator[Constat]:
    """What of one sheet would mislead a visitor; links to drafts come along."""
    yield from sources.unfindable_sources(fiche)
    yield from sources.legal_facts_without_text(fiche, reglages)
    yield from sources.unsourced_certification(fiche)
    yield from liens.broken_links(fiche, catalogue)


def misleading(catalogue: Catalogue, reglages: Reglages) -> list[Probleme]:
    """What would mislead visitors of a site, as problems that forbid publication."""
    seen = (fiche for fiche in own_sheets(catalogue) if may_mislead(fiche, catalogue))
    return [told.probleme for fiche in seen for told in told_of(fiche, catalogue, reglages) if told.probleme.grave]
