"""The comparison of professions: a table of all of them, from which two or three are set side by side."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from .filters import alphabetical, choices
from .metiers import FAMILLE
from .page import Page, every_language, said


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page, if there are rows and professions to compare."""
    families = choices(catalogue, FAMILLE, alphabetical(catalogue.metiers.values()))
    if catalogue.comparaison and families:
        yield Page(
            "comparer/", "comparer.html", said(catalogue, "comparer.titre"), said(catalogue, "comparer.description"),
            section="metiers", langues=every_language(catalogue), donnees={"familles": families},
        )  # fmt: skip
