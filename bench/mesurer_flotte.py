"""What the fleet costs: 101 fictional platforms built once, then again unchanged, then after the change of one.

    .venv/bin/python bench/mesurer_flotte.py [101] [--jobs N …]

Memory is what the command and its processes hold together (PSS: shared pages count once), read four times a second (Linux).
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from flotte import write_fleet

MAIN = "from vitrine.cli import main; main()"


def family(pid: int) -> Iterator[int]:
    """A process and all those that come from it."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            yield from family(int(child))


def memory(pid: int) -> int:
    """What a process and its children hold together, in KB."""
    total = 0
    for one in family(pid):
        try:
            rows = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:  # it has just ended
            continue
        total += sum(int(row.split()[1]) for row in rows if row.startswith("Pss:"))
    return total


def measured(folder: Path, *options: str) -> str:
    """Build, and say what it cost."""
    before, start, peak = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic(), 0
    command = [sys.executable, "-c", MAIN, "build", "--all", "-o", "build", *options]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as running:
        while running.poll() is None:
            try:
                peak = max(peak, memory(running.pid))
            except OSError:
                continue
            finally:
                time.sleep(0.25)
        said = (running.stdout.read() if running.stdout else "").splitlines()[-1]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"{said} {time.monotonic() - start:.0f} s, {cpu:.0f} s CPU, {peak / 1024:.0f} MB at most"


def main() -> None:
    """Print one line a run."""
    count, options = (int(sys.argv[1]), sys.argv[2:]) if len(sys.argv) > 1 else (101, [])
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "flotte"
        folder.mkdir()
        write_fleet(folder, count, 2027)
        print("first build:", measured(folder, *options))
        pages = sum(1 for _ in (folder / "build").rglob("*.html"))
        weight = sum(file.stat().st_size for file in (folder / "build").rglob("*") if file.is_file())
        print(f"{pages} pages, {weight / 1e6:.0f} MB")
        print("nothing changed:", measured(folder, *options))
        with next((folder / "plateformes").glob("*/plateforme.yml")).open("a", encoding="utf-8") as file:
            file.write("notes: changée\n")
        print("one platform changed:", measured(folder, *options))


if __name__ == "__main__":
    main()
