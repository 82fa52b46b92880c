"""Rules that look across fields and files. Each is a generator of problems whose docstring is the rule in one line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from ..catalogue import Catalogue, Fiche
from ..memoire import OUBLI, Oubli
from ..merging import NATIONAL
from ..problems import Probleme
from . import addresses, coherence, health, platform, privacy, wording

WITH_OTHERS = (*coherence.RULES, *addresses.RULES)
"""Rules that look at other records too, at the calendar or at the map."""
ALONE = (*privacy.RULES, *health.RULES, *wording.RULES)
"""Rules that look at one record, and at the words of health."""
PER_FICHE = (*WITH_OTHERS, *ALONE)


def check_catalogue(catalogue: Catalogue, memoire: Oubli = OUBLI) -> Iterator[Probleme]:
    """All rules that hold for national records."""
    yield from per_fiche(catalogue, catalogue.every(), memoire)
    yield from coherence.unique_titles(catalogue)
    yield from coherence.complete_texts(catalogue)


def check_platform(catalogue: Catalogue, folder: Path, memoire: Oubli = OUBLI) -> Iterator[Probleme]:
    """All rules that hold for a platform's own records, and for its brand and legal pages."""
    yield from per_fiche(catalogue, (fiche for fiche in catalogue.every() if fiche.origine != NATIONAL), memoire)
    yield from coherence.unique_titles(catalogue)
    for check in platform.RULES:
        yield from check(catalogue, folder)


def per_fiche(catalogue: Catalogue, fiches: Iterator[Fiche[Any]], memoire: Oubli) -> Iterator[Probleme]:
    """What each record's own rules say."""
    for fiche in fiches:
        for rule in WITH_OTHERS:
            yield from rule(fiche, catalogue)
        key = ("règles", fiche.genre, fiche.slug, fiche.origine)
        yield from memoire.same(key, (fiche, catalogue.sante), partial(_alone, fiche, catalogue))


def _alone(fiche: Fiche[Any], catalogue: Catalogue) -> list[Probleme]:
    return [problem for rule in ALONE for problem in rule(fiche, catalogue)]
