"""« Près de chez vous »: its parts, and what a person does there."""

from __future__ import annotations

import re

from playwright.sync_api import Page

ADRESSE = "pres-de-chez-vous/"
LANGUAGES = ["", "ar/"]
OPTIONS = ".proximite [role=option]"
FRESH = ".proximite [role=listbox]:not([data-ancien]) [role=option]"
AGAIN = """() => {
  document.querySelectorAll(".proximite [role=listbox]").forEach((list) => list.setAttribute("data-ancien", ""));
  document.querySelector("#commune").dispatchEvent(new InputEvent("input"));
}"""
"""Ask once more for all that is typed, so that a list made for its first letters is not taken for the answer."""
STATUS = ".proximite [role=status]"
DISTANCES = ".proches .distance"


def text(page: Page, selector: str) -> str:
    """The text of an element, without the signs that isolate names from the sentence."""
    return re.sub("[\u2066-\u2069]", "", page.inner_text(selector))


def ask(page: Page, typed: str) -> list[str]:
    """Type in the field, key by key; the options, in order."""
    page.focus("#commune")
    page.keyboard.press("Control+A")
    page.keyboard.type(typed)
    page.evaluate(AGAIN)
    page.wait_for_selector(FRESH)
    found: list[str] = page.eval_on_selector_all(OPTIONS, "nodes => nodes.map(node => node.innerText)")
    return [re.sub(r"\s*\n\s*", " / ", option) for option in found]


def live(page: Page, typed: str) -> None:
    """Choose the first commune proposed, by keyboard alone."""
    ask(page, typed)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(".effacer:not([hidden])")
