"""What a check and a build cost, and what pages weigh. Run: .venv/bin/python bench/construire.py [rounds]

CPU seconds of whole processes, the least of the rounds; compare ratios, not machines.
"""

from __future__ import annotations

import gzip
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

PROJET = Path(__file__).resolve().parents[1]
MAIN = "from vitrine.cli import main; main()"
PAGES = ("index.html", "metiers/index.html", "metiers/aide-soignant/index.html", "plateformes/index.html", "glossaire/index.html")

LOADED = ("vitrine.*.css", "vitrine.*.js", "favicon.*.svg")
"""What a first view loads; the search comes when someone is about to type."""


def cpu_seconds(*arguments: str) -> float:
    """CPU time of one run of the command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-c", MAIN, *arguments], cwd=PROJET, env=environment, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def weight(file: Path) -> int:
    """Bytes of a file once compressed as servers do."""
    return len(gzip.compress(file.read_bytes(), 6))


def main() -> None:
    """Print one line a measure."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    print(f"vitrine check: {min(cpu_seconds('check') for _ in range(rounds)):.2f} s CPU")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        cost = min(cpu_seconds("build", "-o", str(site)) for _ in range(rounds))
        count = sum(1 for _ in site.rglob("*.html"))
        print(f"vitrine build: {cost:.2f} s CPU, {count} pages, {count / cost:.0f} pages per CPU second")
        assets = sum(weight(file) for name in LOADED for file in (site / "assets").glob(name))
        for name in PAGES:
            page = weight(site / name)
            print(f"{name}: {page / 1024:.1f} KB + assets {assets / 1024:.1f} KB = {(page + assets) / 1024:.1f} KB gzip")


if __name__ == "__main__":
    main()
