"""What axe-core finds in a page as it stands."""

from __future__ import annotations

from functools import cache

from playwright.sync_api import Page

from project import PROJET, need

FILE = PROJET / "node_modules/axe-core/axe.min.js"
REGARD = (PROJET / "tests/regard.js").read_text("utf-8")


@cache
def program() -> str:
    """The script of axe, read once."""
    need("axe-core (npm ci)", FILE.is_file())
    return FILE.read_text("utf-8")


def violations(page: Page) -> list[str]:
    """What axe finds, all rules on, and what it doubts of that no measure settles; one line a node."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(program())
    told = page.evaluate(REGARD)
    return [*told["violations"], *(f"doute : {line}" for line in told["doubts"])]
