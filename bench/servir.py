"""What one edited sheet costs while someone writes: `vitrine serve` beside `hugo server`, on the same sheets.

    .venv/bin/python bench/servir.py [--tours 1 3] [--trois 1] [--fois 5]

CPU seconds of the server's own process between two looks at it: the edit is written, the page asked for until it shows the edit,
then the server is left alone until it rests. The least of the edits is kept, and what starting costs up to the first page.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from constructions import ENVIRONMENT, HUGO, LANGUES, PYTHON, SHEET, change, prepare_hugo, prepare_vitrine, write_content

PORT = 8765
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Redacteur:
    """A server that follows what is written."""

    nom: str
    prepare: Callable[[Path, Path, list[str]], None]
    commande: list[str]
    fiche: str


REDACTEURS = (
    Redacteur("vitrine serve", prepare_vitrine, [PYTHON, "-m", "vitrine", "serve", "-a", f"127.0.0.1:{PORT}"], f"data/{SHEET}.yml"),
    Redacteur("hugo server", prepare_hugo, [str(HUGO), "server", "--port", str(PORT), "--renderToMemory"], f"data/fr/{SHEET}.yml"),
)


@contextmanager
def running(command: list[str], folder: Path) -> Iterator[int]:
    """The process of a server, once it answers."""
    with subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for("</html>")
            yield process.pid
        finally:
            process.terminate()


def wait_for(text: str) -> None:
    """Ask for the sheet until it shows a text."""
    while text not in page():
        time.sleep(0.25)


def page() -> str:
    """The sheet; nothing before the server answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/{SHEET}/") as answer:
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError):
        return ""


def cpu(pid: int) -> float:
    """Seconds of user and system time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def rested(pid: int) -> float:
    """The same, once it has stopped growing."""
    before, now = -1.0, cpu(pid)
    while now - before > 0.03:
        time.sleep(1)
        before, now = now, cpu(pid)
    return now


def follow(one: Redacteur, place: Path, langues: list[str], times: int) -> tuple[float, float]:
    """CPU seconds up to the first page, and of one edit."""
    folder = place / one.nom.replace(" ", "-")
    one.prepare(folder, place / "contenu", langues)
    with running(one.commande, folder) as pid:
        started, least = rested(pid), float("inf")
        for number in range(times):
            before = rested(pid)
            change(folder / one.fiche, number)
            wait_for(f"Correction {number}")
            least = min(least, rested(pid) - before)
    return started, least


def main() -> None:
    """Print one table a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tours", type=int, nargs="*", default=[1, 3], help="sizes in one language")
    parser.add_argument("--trois", type=int, nargs="*", default=[1], help="sizes in three languages")
    parser.add_argument("--fois", type=int, default=5, help="edits")
    given = parser.parse_args()
    for turns, langues in [*((turns, ["fr"]) for turns in given.tours), *((turns, list(LANGUES)) for turns in given.trois)]:
        with tempfile.TemporaryDirectory() as name:
            place = Path(name)
            sheets = write_content(place / "contenu", turns, langues)
            print(f"\n{sheets} sheets × {len(langues)} language(s), load {os.getloadavg()[1]:.1f}\n")
            print("| | up to the first page, CPU s | one sheet edited, CPU s |\n|---|---:|---:|")
            for one in REDACTEURS:
                started, edited = follow(one, place, langues, given.fois)
                print(f"| {one.nom} | {started:.2f} | {edited:.2f} |", flush=True)


if __name__ == "__main__":
    main()
