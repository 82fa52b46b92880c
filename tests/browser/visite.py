"""A visit that is watched: what it asked elsewhere, what the browser complained of, what it left behind."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

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


def at_rest(context: BrowserContext, addresses: Iterable[str], tabs: int = 6) -> Iterator[tuple[str, Page]]:
    """(address, page) of each once it asks for nothing more; while one comes to rest, the next ones are opened."""
    waiting: deque[tuple[str, Page]] = deque()
    for address in addresses:
        tab = context.new_page() if len(waiting) < tabs else (yield from leave(waiting))
        tab.goto(address)
        waiting.append((address, tab))
    while waiting:
        (yield from leave(waiting)).close()


def leave(waiting: deque[tuple[str, Page]]) -> Generator[tuple[str, Page], None, Page]:
    """Show the page that was opened first; its tab may serve again."""
    address, tab = waiting.popleft()
    tab.wait_for_load_state("networkidle")
    yield address, tab
    return tab


@contextmanager
def visit(navigateur: Browser, adresse: str, **options: Any) -> Iterator[Visite]:
    """Open an address; at the end nothing may have gone elsewhere, no rule of the page been broken, no cookie set."""
    context = navigateur.new_context(**{"viewport": {"width": 360, "height": 800}, **options})
    visite = Visite(context.new_page())
    home = urlsplit(adresse)[:2]
    allowed = (home, ("data", ""), ("blob", ""))
    context.on("request", lambda request: visite.ailleurs.append(request.url) if urlsplit(request.url)[:2] not in allowed else None)
    context.on("console", lambda told: visite.plaintes.append(told.text) if told.type in ("error", "warning") else None)
    context.on("weberror", lambda fault: visite.plaintes.append(str(fault.error)))
    visite.page.goto(adresse)
    try:
        yield visite
        assert (visite.ailleurs, visite.plaintes, context.cookies()) == ([], [], [])
    finally:
        context.close()
