"""Many sites at once, each in a process of its own: one that fails, hangs or is killed does no harm to the others."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

PROCESSES_AT_MOST = 4
SECONDS_AT_MOST = 900


@dataclass(frozen=True)
class Issue:
    """How the work on one site ended, and what it said."""

    nom: str
    reussie: bool
    sortie: str
    erreurs: str


def run_each(names: Sequence[str], command: Callable[[str], list[str]]) -> Iterator[Issue]:
    """Run ``vitrine …`` for each site, as many at once as the machine has processors; their ends come in the order of names."""
    with ThreadPoolExecutor(min(PROCESSES_AT_MOST, os.cpu_count() or 1)) as pool:
        yield from pool.map(lambda name: run_alone(name, command(name)), names)


def run_alone(name: str, arguments: list[str]) -> Issue:
    """Run ``vitrine …`` for one site."""
    command = [sys.executable, "-m", "vitrine", *arguments]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, encoding="utf-8", errors="replace", timeout=SECONDS_AT_MOST, check=False
        )
    except subprocess.TimeoutExpired:
        return Issue(name, False, "", f"{name}\u00a0: échec. Arrêté après {SECONDS_AT_MOST // 60} minutes sans finir.\n")
    if done.returncode < 0:
        return Issue(name, False, done.stdout, f"{done.stderr}{name}\u00a0: échec. Le système a arrêté le travail.\n")
    return Issue(name, done.returncode == 0, done.stdout, done.stderr)
