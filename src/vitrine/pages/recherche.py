"""The search page: the whole list of results, and other ways to find without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from .page import Page, every_language, said


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page; search engines need not keep it."""
    yield Page(
        "recherche/", "recherche.html", said(catalogue, "recherche.titre"), said(catalogue, "recherche.description"),
        langues=every_language(catalogue),
    )  # fmt: skip
