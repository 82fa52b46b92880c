"""The pages that the audit looks at: one of each kind, of the demonstration and of the national site."""

from __future__ import annotations

from pathlib import Path

from genres import one_of_each
from vitrine.loading import load_national
from vitrine.loading_platform import load_platform
from vitrine.pages import plan_of
from vitrine.pages.page import Plan
from vitrine.racine import Racine
from vitrine.selection import visible

DEMONSTRATION, NATIONAL = "demonstration", "national"
PUBLIE = "national-publie"
"""The national site as a real server gives it."""
Sorte = tuple[str, str]
"""A site, and an address relative to the root of a language."""


def every_kind(projet: Path, demonstration: Path) -> list[Sorte]:
    """The kinds that tests visit; then, by template and by game, what they pass over; a platform's sheet, the national home."""
    found = [(DEMONSTRATION, address) for address in one_of_each(demonstration)]
    seen: set[str] = set()
    every = plans(projet)
    for site, plan in every.items():
        known = {address for name, address in found if name == site}
        seen |= {kind(page.gabarit, page.adresse) for page in plan.pages if page.adresse in known}
        for page in plan.pages:
            if kind(page.gabarit, page.adresse) not in seen:
                seen.add(kind(page.gabarit, page.adresse))
                found.append((site, page.adresse))
    sheet = next(page.adresse for page in every[NATIONAL].pages if page.gabarit == "plateforme.html")
    return [*found, (NATIONAL, sheet), (NATIONAL, "")]


def kind(template: str, address: str) -> str:
    """Games share a template that changes with each of them."""
    return address if template == "jeu.html" else template


def plans(projet: Path) -> dict[str, Plan]:
    """The pages of both sites."""
    racine = Racine(projet)
    national = load_national(racine)
    platform = load_platform(national, racine, DEMONSTRATION)
    return {
        DEMONSTRATION: plan_of(visible(platform.catalogue), racine.proses(DEMONSTRATION)),
        NATIONAL: plan_of(visible(national.catalogue), racine.proses(None)),
    }
