"""Rules that look across fields and files. Each is a generator of problems whose docstring is the rule in one line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..catalogue import Catalogue
from ..problems import Probleme
from . import addresses, coherence, health, platform, privacy, wording

PER_FICHE = (*coherence.RULES, *addresses.RULES, *privacy.RULES, *health.RULES, *wording.RULES)


def check_catalogue(catalogue: Catalogue) -> Iterator[Probleme]:
    """All rules that hold for national records."""
    for fiche in catalogue.every():
        for rule in PER_FICHE:
            yield from rule(fiche, catalogue)
    yield from coherence.unique_titles(catalogue)
    yield from coherence.complete_texts(catalogue)


def check_platform(catalogue: Catalogue, folder: Path) -> Iterator[Probleme]:
    """All rules that hold for a platform's own records, and for its brand and legal pages."""
    own = [fiche for fiche in catalogue.every() if fiche.origine != "national"]
    for fiche in own:
        for rule in PER_FICHE:
            yield from rule(fiche, catalogue)
    yield from coherence.unique_titles(catalogue)
    for check in platform.RULES:
        yield from check(catalogue, folder)
