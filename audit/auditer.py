"""The whole accessibility audit, and its report in French. Run: make audit.

Or .venv/bin/python audit/auditer.py [--vite] [--parties repos,etats] [--minutes N] [--rapport FILE].

Chromium and axe on every kind of page × languages × schemes × widths, then in each state; axe in Firefox; pa11y; Lighthouse.
Each part is kept in build/audit/: cut short, the audit goes on from there; the report tells what was looked at, and what was not.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import ExitStack
from datetime import date
from itertools import groupby
from pathlib import Path
from time import time

PROJET = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJET / "tests"), str(PROJET / "src")]

from journal import Journal, fingerprint  # noqa: E402
from parties import Partie, every_part, sample  # noqa: E402
from rapport import write_report  # noqa: E402
from regards import Regards  # noqa: E402
from sortes import DEMONSTRATION, NATIONAL, PUBLIE, every_kind  # noqa: E402

from loopback import served  # noqa: E402
from project import vitrine  # noqa: E402
from serveurs import nginx  # noqa: E402

WORK = PROJET / "build/audit"
ALONE = ("pa11y", "firefox", "lighthouse")
"""These start browsers of their own; a speed is measured with nothing beside."""


def build() -> dict[str, Path]:
    """Both sites, as they are now."""
    sites = {name: WORK / "sites" / name for name in (DEMONSTRATION, NATIONAL)}
    for name, folder in sites.items():
        done = vitrine("build", *([name] if name != NATIONAL else []), "-o", str(folder), cwd=PROJET)
        if done.returncode:
            sys.exit(done.stderr)
    return sites


def publish() -> Path:
    """The national site as a host has it, compressed in advance: what weighs on a telephone is measured there."""
    done = vitrine("publish", "--vers", str(WORK / PUBLIE), cwd=PROJET)
    if done.returncode:
        sys.exit(done.stderr)
    return WORK / PUBLIE


def keep(part: Partie, journal: Journal, regards: Regards, until: float) -> str:
    """One part, unless time is over."""
    return journal.keep(part, regards.ask) if time() < until else f"{part.nom} : une autre fois"


def look(parts: list[Partie], journal: Journal, regards: Regards, until: float) -> None:
    """Every part not yet done: two Chromiums at a time; the other tools one after the other."""
    for alone, group in groupby(parts, lambda part: part.genre in ALONE):
        if alone:
            for part in group:
                say(keep(part, journal, regards, until))
        else:
            with ProcessPoolExecutor(2) as pool:
                for done in as_completed([pool.submit(keep, part, journal, regards, until) for part in group]):
                    say(done.result())


def say(line: str) -> None:
    """One line while it works."""
    print(line, file=sys.stderr, flush=True)


def main() -> None:
    """Read the words of the command, build, look, write."""
    words = argparse.ArgumentParser(description="Audit d’accessibilité complet.")
    words.add_argument("--vite", action="store_true", help="un échantillon, que le rapport décrit")
    words.add_argument("--parties", default="", help="seulement ces sortes de parties, par exemple repos,pa11y")
    words.add_argument(
        "--minutes", type=float, default=600, help="après ce temps, ne rien commencer ; le rapport dit ce qui reste à faire"
    )
    words.add_argument("--rapport", type=Path, default=PROJET / "guides/audit-accessibilite.md")
    given = words.parse_args()
    sites = build()
    journal = Journal(WORK, fingerprint(*sites.values(), PROJET / "tests/regard.js", PROJET / "audit/etats.py"))
    sortes = every_kind(PROJET, sites[DEMONSTRATION])
    wanted = [
        part for part in (sample() if given.vite else every_part()) if not given.parties or part.genre in given.parties.split(",")
    ]
    with ExitStack() as stack:
        addresses = {name: stack.enter_context(served(folder)) for name, folder in sites.items()}
        published = publish()
        host = stack.enter_context(nginx(published / "site", published, brotli=False))
        regards = Regards({**addresses, PUBLIE: f"http://127.0.0.1:{host.port}/"}, sortes)
        look(wanted, journal, regards, time() + 60 * given.minutes)
    sys.exit(write_report(given.rapport, date.today(), journal, sortes))


if __name__ == "__main__":
    main()
