"""Our search beside lunr as Material sets it, MiniSearch and Pagefind: same pages, same queries, one after the other.

Run: .venv/bin/python bench/search/comparer.py [a built national site] (make bench prepares what it needs)
"""

from __future__ import annotations

import csv
import gzip
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

from moteurs import Moteur, engines, timed
from playwright.sync_api import Browser, Page, Route, sync_playwright

from vitrine.building import build_site
from vitrine.loading import load_national
from vitrine.pages import plan_of
from vitrine.racine import Racine
from vitrine.search.site import search_files
from vitrine.selection import visible

PROJET = Path(__file__).resolve().parents[2]
QUERIES = sorted((PROJET / "tests/browser").glob("requetes*.csv"))
COMMON = (Path(__file__).parent / "clients/commun.js").read_text("utf-8")
SLOWER, ROUNDS, TYPED, FIRST = 6, 3, 15, "aide soignante"
"""How many times slower the phone is; how often everything is measured; one query in how many is typed letter by letter; the
very first query."""
Row = dict[str, str]


class Server(SimpleHTTPRequestHandler):
    """A server that remembers what it gave instead of printing it."""

    given: ClassVar[list[str]] = []

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def send_head(self) -> Any:
        """Remember the file."""
        Server.given.append(self.translate_path(self.path))
        return super().send_head()


def weight(files: set[str]) -> float:
    """KB of files as servers send them: compressed, unless they are already."""
    contents = [Path(file).read_bytes() for file in files if Path(file).is_file() and not file.endswith(".html")]
    return sum(min(len(content), len(gzip.compress(content, 6))) for content in contents) / 1024


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@contextmanager
def opened(browser: Browser, moteur: Moteur, root: str) -> Iterator[Page]:
    """The page of an engine on a slow phone; what it loads from here on is counted."""
    context = browser.new_context(bypass_csp=True, viewport={"width": 360, "height": 800})
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(root + moteur.page, wait_until="networkidle")
    page.evaluate(COMMON + moteur.client)
    Server.given = []
    yield page
    context.close()


def refuse(route: Route) -> None:
    """A file that never comes."""
    route.abort()


def first_answer(browser: Browser, moteur: Moteur, root: str) -> tuple[float, float]:
    """(KB, milliseconds) before the first answer, without the files that an engine can answer without."""
    with opened(browser, moteur, root) as page:
        if moteur.attend:
            page.route(lambda url: moteur.attend in url, refuse)
        duration: float = page.evaluate("question => preparer(question)", FIRST)
        return weight(set(Server.given)), duration


def all_answers(browser: Browser, moteur: Moteur, root: str, rows: list[Row]) -> tuple[float, list[dict[str, Any]]]:
    """(KB of all that was loaded, per query: the first three addresses and the median of its times)."""
    questions = [row["query"] for row in rows]
    with opened(browser, moteur, root) as page:
        page.evaluate("question => preparer(question)", FIRST)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(500)
        rounds = [page.evaluate("questions => mesurer(questions)", questions) for _ in range(ROUNDS)]
        durations = [statistics.median(found[place]["duree"] for found in rounds) for place in range(len(rows))]
        answers = [{"adresses": one["adresses"], "duree": took} for one, took in zip(rounds[0], durations, strict=True)]
        return weight(set(Server.given)), answers


def keystrokes(rows: list[Row]) -> list[str]:
    """Every beginning of some of the queries, as a person types them."""
    return [row["query"][:length] for row in rows[::TYPED] for length in range(2, len(row["query"]) + 1)]


def typed(browser: Browser, moteur: Moteur, root: str, rows: list[Row]) -> list[float]:
    """The median time of each keystroke, sorted."""
    with opened(browser, moteur, root) as page:
        page.evaluate("question => preparer(question)", FIRST)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(500)
        rounds = [page.evaluate("questions => mesurer(questions)", keystrokes(rows)) for _ in range(ROUNDS)]
        return sorted(statistics.median(one["duree"] for one in same) for same in zip(*rounds, strict=True))


def answered(row: Row, addresses: list[str]) -> bool:
    """Whether one of the expected sheets stands among the addresses."""
    return bool({address.split("/metiers/")[-1].strip("/") for address in addresses} & set(row["expected_any_of"].split()))


def shares(rows: list[Row], answers: list[dict[str, Any]]) -> dict[str, str]:
    """Queries answered among the first three: in all, by file, by kind."""
    found: dict[str, list[bool]] = defaultdict(list)
    judged = [(row, answered(row, answer["adresses"])) for row, answer in zip(rows, answers, strict=True)]
    for named in (lambda row: "answered in the first three", lambda row: row["file"], lambda row: f"– {row['kind']}"):
        for row, well in judged:
            found[named(row)].append(well)
    return {group: f"{sum(oks)}/{len(oks)} ({sum(oks) / len(oks):.0%})" for group, oks in found.items()}


def measured(browser: Browser, moteur: Moteur, root: str, rows: list[Row]) -> dict[str, str]:
    """One column of the table."""
    starts = [first_answer(browser, moteur, root) for _ in range(ROUNDS)]
    before, ready = (statistics.median(values) for values in zip(*starts, strict=True))
    whole, answers = all_answers(browser, moteur, root, rows)
    letters = typed(browser, moteur, root, rows)
    times = sorted(answer["duree"] for answer in answers)
    return {
        **shares(rows, answers),
        "KB before the first answer": f"{before:.1f}",
        "KB in all": f"{whole:.1f}",
        f"ms before the first answer ({SLOWER}×)": f"{ready:.0f}",
        f"ms a query ({SLOWER}×), median": f"{statistics.median(times):.1f}",
        f"ms a query ({SLOWER}×), 95th percentile": f"{times[int(len(times) * 0.95)]:.1f}",
        f"ms a keystroke ({SLOWER}×), median": f"{statistics.median(letters):.1f}",
        f"ms a keystroke ({SLOWER}×), 95th percentile": f"{letters[int(len(letters) * 0.95)]:.1f}",
        "index made in (s)": f"{moteur.secondes:.2f}",
        "set": moteur.reglage,
    }


def cost_of_ours() -> float:
    """Seconds that our French index takes, from records already read."""
    racine = Racine(PROJET)
    catalogue = visible(load_national(racine).catalogue)
    plan = plan_of(catalogue, [racine.dossier / "docs"])
    return timed(lambda: search_files(catalogue, plan, "fr"))


def printed(columns: dict[str, dict[str, str]]) -> None:
    """The table, in Markdown."""
    print(f"| | {' | '.join(columns)} |\n|---{'|---:' * len(columns)}|")
    for line in next(iter(columns.values())):
        print(f"| {line} | {' | '.join(column[line] for column in columns.values())} |")


def main() -> None:
    """Compare, and print."""
    rows = [{**row, "file": file.name} for file in QUERIES for row in csv.DictReader(file.open(encoding="utf-8"))]
    path = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        banc = Path(folder)
        if len(sys.argv) > 1:
            shutil.copytree(sys.argv[1], banc / "site")
        else:
            build_site(Racine(PROJET), None, banc / "site")
        moteurs = list(engines(banc, banc / "site", cost_of_ours()))
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        with served(banc) as root:
            printed({moteur.nom: measured(browser, moteur, root, rows) for moteur in moteurs})
        browser.close()


if __name__ == "__main__":
    main()
