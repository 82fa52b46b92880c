"""Engines made ready to be compared: the same pages of the built site, each set as its own documentation advises for French."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import material
from material.plugins.search.plugin import SearchIndex

ICI = Path(__file__).resolve().parent
MODULES = ICI / "node_modules"
BLANK = '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Banc</title><div id="reponses"></div></html>\n'
MATERIAL = Path(material.__file__).parent / "templates/assets/javascripts"
MATERIAL_CONFIG = {
    "lang": ["fr"], "separator": r"[\s\-]+", "pipeline": ["stopWordFilter"],
    "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}},
}  # fmt: skip
"""What Material's search plugin writes for a French site that sets nothing."""


@dataclass(frozen=True)
class Moteur:
    """An engine: its name, its client, its page, how it is set, what its index took to make, files it can answer without."""

    nom: str
    pilote: str
    page: str
    reglage: str
    secondes: float
    attend: str = ""

    @property
    def client(self) -> str:
        """The script that drives it."""
        return (ICI / "clients" / f"{self.pilote}.js").read_text("utf-8")


def indexed_pages(site: Path) -> list[str]:
    """Addresses of the pages that our French index holds, so that every engine gets the same."""
    found = []
    for name in ("index-fr", "texte-fr"):
        file = next((site / "assets").glob(f"{name}.*.js"))
        for _, before, _, rows in json.loads(file.read_text("utf-8")[len("vitrineRecherche(") : -3])["groupes"]:
            found += [f"{before}{row[1]}/" if before else row[1] for row in rows]
    return [address for address in found if "#" not in address]


def main_part(html: str) -> str:
    """The main part of a page, without what surrounds it."""
    return html[html.index("<main") : html.index("</main>") + 7]


def title_of(html: str) -> str:
    """The heading of a page."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.S)
    return re.sub(r"<[^>]+>", "", found[1]).strip() if found else ""


def timed(make: Callable[[], object]) -> float:
    """Seconds that something takes."""
    before = time.perf_counter()
    make()
    return time.perf_counter() - before


def lunr(banc: Path, pages: dict[str, str]) -> Moteur:
    """Material's index, made by its own code, and its own worker."""
    folder = banc / "lunr"
    shutil.copytree(MATERIAL / "lunr", folder / "javascripts/lunr")
    (folder / "javascripts/workers").mkdir()
    shutil.copy(next((MATERIAL / "workers").glob("search.*.js")), folder / "javascripts/workers/search.js")

    def make() -> None:
        index = SearchIndex(**MATERIAL_CONFIG)
        for address, html in pages.items():
            page = SimpleNamespace(meta={}, content=main_part(html), toc=[], url=f"/{address}", title=title_of(html))
            index.add_entry_from_context(page)
        (folder / "search_index.json").write_text(index.generate_search_index(None), "utf-8")

    return Moteur("lunr (Material)", "lunr", "lunr/", "Material’s plugin and worker, fr, pages cut by section", timed(make))


def minisearch(banc: Path, pages: dict[str, str]) -> Moteur:
    """Pages as documents, indexed in the browser: the lighter of the two ways."""
    folder = banc / "minisearch"
    source = MODULES / "minisearch/dist/umd/index.js"
    subprocess.run(
        [MODULES / ".bin/esbuild", source, "--minify", f"--outfile={folder}/minisearch.js", "--log-level=error"], check=True
    )

    def make() -> None:
        documents = [{"adresse": f"/{a}", "titre": title_of(html), "texte": text_of(main_part(html))} for a, html in pages.items()]
        (folder / "pages.json").write_text(json.dumps(documents, ensure_ascii=False), "utf-8")

    return Moteur(
        "MiniSearch", "minisearch", "minisearch/", "prefix, fuzzy 0.2, titles twice, accents folded, minified", timed(make)
    )


def text_of(html: str) -> str:
    """The words of a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


def pagefind(banc: Path, pages: dict[str, str]) -> Moteur:
    """Its own command, on the same pages."""
    folder = banc / "pagefind"
    for address, html in pages.items():
        file = folder / "pages" / address / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, "utf-8")
    command = [
        MODULES / ".bin/pagefind",
        "--site",
        folder / "pages",
        "--output-path",
        folder / "pagefind",
        "--root-selector",
        "main",
    ]
    seconds = timed(lambda: subprocess.run([*command, "--force-language", "fr"], check=True, capture_output=True))
    return Moteur("Pagefind", "pagefind", "pagefind/", "defaults, fr, root selector main", seconds)


def engines(banc: Path, site: Path, ours: float) -> Iterator[Moteur]:
    """Ours, then the others; ``site`` stands in ``banc``, ``ours`` is what our index cost."""
    pages = {address: (site / address / "index.html").read_text("utf-8") for address in indexed_pages(site)}
    yield Moteur("Vitrine", "vitrine", "site/metiers/", "as published", ours, "/texte-")
    for make in (lunr, minisearch, pagefind):
        folder = banc / make.__name__
        folder.mkdir()
        (folder / "index.html").write_text(BLANK, "utf-8")
        yield make(banc, pages)
