"""States in which a page is looked at, besides rest: with each of its parts open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

Geste = Callable[[Page], Any]


def menu(page: Page) -> None:
    """The menu of a phone, open."""
    page.locator(".bouton-menu").click()


def languages(page: Page) -> None:
    """The list of languages, open."""
    page.locator(".langues summary").click()


def search(page: Page) -> None:
    """The list of results, open."""
    page.locator("header .recherche input[type=search]").fill("aide" if page.evaluate("document.dir") == "ltr" else "مساعد")
    page.locator('header .resultats [role="option"]').first.wait_for()


def filters(page: Page) -> None:
    """A filter chosen."""
    page.wait_for_selector(".filtres input", state="attached")
    page.locator(".filtres details").first.evaluate("(node) => { node.open = true }")
    page.locator(".filtres details input[type=checkbox]").first.check()


def comparison(page: Page) -> None:
    """Two professions side by side."""
    page.goto(page.url + "?m=aide-soignant,aide-a-domicile", wait_until="networkidle")
    page.locator("table.face tbody").first.wait_for()


def quiz(page: Page) -> None:
    """The first question, an answer chosen."""
    page.wait_for_selector(".quiz.actif")
    page.locator("main button:visible").first.click()
    page.locator("fieldset:not([hidden]) input").first.check()


@dataclass(frozen=True)
class Etat:
    """How to come to a state, where it is met, below which width, and what must be there for it."""

    nom: str
    adresse: str
    geste: Geste
    jusque: int = 10_000
    signe: str = "body"


ENTETE = (
    Etat("menu ouvert", "", menu, 1280, ".bouton-menu"),
    Etat("langues ouvertes", "", languages, signe=".langues"),
    Etat("recherche ouverte", "metiers/aide-a-domicile/", search, signe="header .recherche"),
)
ETATS = (
    *ENTETE,
    Etat("filtre choisi", "metiers/", filters),
    Etat("comparaison", "comparer/", comparison),
    Etat("quiz commencé", "quiz/quel-metier-pour-moi/", quiz),
)
