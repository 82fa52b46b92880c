"""Pages the law or good sense wants: site map, legal notice, personal data, accessibility, open data."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from .page import Page, every_language, said

NAMES = ("mentions-legales", "donnees-personnelles", "accessibilite", "donnees")


def pages(catalogue: Catalogue, others: list[Page]) -> Iterator[Page]:
    """Legal pages, then the site map that lists all the pages."""
    made = [legal_page(catalogue, name) for name in NAMES]
    yield from made
    yield Page(
        "plan-du-site/", "plan-du-site.html", said(catalogue, "plan-du-site.titre"), said(catalogue, "plan-du-site.description"),
        langues=every_language(catalogue), donnees={"filles": by_parent([*others, *made])},
    )  # fmt: skip


def by_parent(pages: list[Page]) -> dict[str, list[Page]]:
    """The pages under each address, those of the first level and the home page under ""."""
    found: dict[str, list[Page]] = {}
    for page in pages:
        found.setdefault(page.parent or "", []).append(page)
    return found


def legal_page(catalogue: Catalogue, name: str) -> Page:
    """One legal page; its template bears its name."""
    return Page(
        f"{name}/", f"{name}.html", said(catalogue, f"{name}.titre"), said(catalogue, f"{name}.description"),
        langues=every_language(catalogue), donnees={"index": name == "donnees"},
    )  # fmt: skip
