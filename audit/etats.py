"""States in which a page is looked at: at rest, and with each of its parts open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

AXE = """axe.run().then(({ violations, incomplete }) => {
  const told = (rules) => rules.flatMap((rule) => rule.nodes.map((node) => `${rule.id} ${node.html.slice(0, 140)}`));
  return [told(violations), told(incomplete)];
})"""


def menu(page: Page) -> None:
    """The menu of a phone, open."""
    page.locator(".bouton-menu").click()


def languages(page: Page) -> None:
    """The list of languages, open."""
    page.locator(".langues summary").click()


def search(page: Page) -> None:
    """The list of results, open."""
    page.locator(".recherche input[type=search]").first.fill("aide" if page.evaluate("document.dir") == "ltr" else "مساعد")
    page.locator('.resultats [role="option"]').first.wait_for()


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


ETATS: dict[str, tuple[str, bool, Callable[[Page], Any]]] = {
    "menu ouvert": ("", True, menu),
    "langues ouvertes": ("", False, languages),
    "recherche ouverte": ("metiers/aide-a-domicile/", False, search),
    "filtre choisi": ("metiers/", False, filters),
    "comparaison": ("comparer/", False, comparison),
    "quiz commencé": ("quiz/quel-metier-pour-moi/", False, quiz),
}
"""Name → page where it is seen, whether it exists only on small screens, how to come to it."""
