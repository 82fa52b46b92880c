"""The page of what a visitor keeps in the browser."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from .page import Page, every_language, said


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page; without JavaScript it says what to do instead."""
    yield Page(
        "ma-selection/", "ma-selection.html", said(catalogue, "carnet.titre"), said(catalogue, "carnet.description"),
        langues=every_language(catalogue),
    )  # fmt: skip
