"""Etat: everything the report says of one site. Assembled here, shown elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ..catalogue import FR, Catalogue, Fiche
from ..loading import Chargement
from ..merging import NATIONAL
from ..selection import languages
from . import liens, lisibilite, mots, sources, traductions, trompeur
from .completude import Completude, completeness
from .constat import Constat, Gravite
from .lisibilite import Mesure
from .reglages import Reglages
from .traductions import EtatLangue, Traductions
from .trompeur import PROGRAMME, may_mislead, own_sheets

WORST = 10


@dataclass(frozen=True)
class Etat:
    """The state of one site: ``site`` is « national » or a platform's slug, ``fiches`` counts sheets by kind."""

    site: str
    jour: date
    fiches: dict[str, int]
    completude: tuple[Completude, ...]
    lisibilite: tuple[Mesure, ...]
    traductions: tuple[EtatLangue, ...]
    constats: tuple[Constat, ...]

    def of(self, gravite: Gravite) -> list[Constat]:
        """What is of one severity."""
        return [constat for constat in self.constats if constat.gravite is gravite]

    @property
    def trompeurs(self) -> list[Constat]:
        """What misleads."""
        return self.of(Gravite.TROMPEUR)

    def worst(self, count: int = WORST) -> list[tuple[str, int, int]]:
        """(sheet, misleading, to be improved) of the sheets to take up first."""
        said = Counter(constat.fiche for constat in self.constats)
        grave = Counter(constat.fiche for constat in self.trompeurs)
        ordered = sorted(said, key=lambda name: (-grave[name], -said[name], name))
        return [(name, grave[name], said[name] - grave[name]) for name in ordered[:count]]


def assemble(loaded: Chargement, national: Chargement, reglages: Reglages, glossary: Path) -> Etat:
    """The state of a site: ``loaded`` is its loading, ``national`` itself or what it is laid upon."""
    catalogue = loaded.catalogue
    sheets = own_sheets(catalogue)
    files = traductions.translations([national.lot, loaded.lot])
    measured = {id(fiche): lisibilite.measure(fiche, reglages) for fiche in sheets}
    known = mots.known_words(mots.read_glossary(glossary), catalogue, reglages)
    constats: list[Constat] = []
    for fiche in sheets:
        found = [*_told_of(fiche, catalogue, reglages, files, known), *_reading(fiche, measured[id(fiche)], reglages)]
        constats += found if may_mislead(fiche, catalogue) else [constat.softened() for constat in found]
    return Etat(
        _site(catalogue), catalogue.aujourd_hui, dict(Counter(fiche.genre for fiche in sheets)), _completeness(sheets, reglages),
        tuple(mesure for mesure in measured.values() if mesure), _languages(catalogue, sheets, files), tuple(constats),
    )  # fmt: skip


def _told_of(
    fiche: Fiche[Any], catalogue: Catalogue, reglages: Reglages, files: Traductions, known: frozenset[str]
) -> Iterator[Constat]:
    yield from trompeur.told_of(fiche, catalogue, reglages)
    yield from sources.ended_certification(fiche, catalogue.aujourd_hui)
    yield from sources.aged_facts(fiche, catalogue.aujourd_hui, reglages)
    yield from liens.profession_and_training(fiche, catalogue)
    yield from liens.professions_together(fiche, catalogue)
    yield from traductions.translation_faults(fiche, files)
    yield from mots.words_to_avoid(fiche, reglages)
    yield from mots.unexplained_words(fiche, known, reglages)


def _reading(fiche: Fiche[Any], mesure: Mesure | None, reglages: Reglages) -> Iterator[Constat]:
    if mesure:
        yield from lisibilite.hard_to_read(fiche, mesure, reglages)


def _site(catalogue: Catalogue) -> str:
    return catalogue.plateforme.slug if catalogue.plateforme else NATIONAL


def _completeness(sheets: list[Fiche[Any]], reglages: Reglages) -> tuple[Completude, ...]:
    kinds = dict.fromkeys(fiche.genre for fiche in sheets if fiche.genre != PROGRAMME)
    found = (completeness(kind, [fiche for fiche in sheets if fiche.genre == kind], reglages) for kind in kinds)
    return tuple(one for one in found if one)


def _languages(catalogue: Catalogue, sheets: list[Fiche[Any]], files: Traductions) -> tuple[EtatLangue, ...]:
    translated = [fiche for fiche in sheets if fiche.genre != PROGRAMME]
    return tuple(traductions.language_state(langue, translated, files) for langue in languages(catalogue) if langue != FR)
