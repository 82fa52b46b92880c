"""A visit that is watched: what it asked elsewhere, what the browser complained of, what it left behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from browser.axe import violations


@dataclass
class Visite:
    """One page in a context of its own."""

    page: Page
    ailleurs: list[str] = field(default_factory=list)
    plaintes: list[str] = field(default_factory=list)

    def axe(self) -> list[str]:
        """What axe finds in the page as it stands."""
        return violations(self.page)

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)


@contextmanager
def visit(navigateur: Browser, adresse: str, **options: Any) -> Iterator[Visite]:
    """Open an address; at the end nothing may have gone elsewhere, no rule of the page been broken, no cookie set."""
    context = navigateur.new_context(**{"viewport": {"width": 360, "height": 800}, **options})
    visite = Visite(context.new_page())
    home = urlsplit(adresse)[:2]
    allowed = (home, ("data", ""), ("blob", ""))
    visite.page.on(
        "request", lambda request: visite.ailleurs.append(request.url) if urlsplit(request.url)[:2] not in allowed else None
    )
    visite.page.on("console", lambda told: visite.plaintes.append(told.text) if told.type in ("error", "warning") else None)
    visite.page.on("pageerror", lambda error: visite.plaintes.append(str(error)))
    visite.page.goto(adresse)
    try:
        yield visite
        assert (visite.ailleurs, visite.plaintes, context.cookies()) == ([], [], [])
    finally:
        context.close()
