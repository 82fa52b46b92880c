"""Addresses that a record had before: each leads to the page of today, so that printed codes and kept links still work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..pages.page import Page, Plan

GABARIT = "renvoi.html"


def former_pages(plan: Plan) -> Iterator[tuple[Page, Page]]:
    """(page at the former address, page of today), for each former address of each record that has pages."""
    for home, slugs in former_names(plan):
        for page in plan.pages:
            if page.adresse.startswith(home):
                for slug in slugs:
                    former = f"{home.rstrip('/').rpartition('/')[0]}/{slug}/{page.adresse.removeprefix(home)}"
                    yield replace(page, adresse=former, gabarit=GABARIT), page


def former_names(plan: Plan) -> Iterator[tuple[str, list[str]]]:
    """(address, former names) of the first page of each record that had another name."""
    for page in plan.pages:
        slugs = getattr(page.fiche.fr, "anciens_slugs", []) if page.fiche else []
        if page.fiche and slugs and page.adresse.endswith(f"/{page.fiche.slug}/"):
            yield page.adresse, slugs
