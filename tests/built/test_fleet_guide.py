"""The guide of the fleet: its CI files are read, their commands typed on each machine, and together they build everything."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from project import PROJET

GUIDE = (PROJET / "guides/toutes-les-plateformes.md").read_text(encoding="utf-8")
GITHUB, GITLAB = (yaml.safe_load(text) for text in re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.M | re.S))
SLUGS = ("ain", "orne", "var", "gers", "eure")
Machines = list[tuple[str, dict[str, str]]]


def typed(commands: list[str]) -> list[str]:
    """Those that call vitrine."""
    return [command for command in commands if command.startswith("vitrine ")]


def github() -> Machines:
    """The command and the environment of each machine."""
    job = GITHUB["jobs"]["construire"]
    (command,) = typed([step.get("run", "") for step in job["steps"]])
    return [(command.replace("${{ matrix.part }}", str(part)), {}) for part in job["strategy"]["matrix"]["part"]]


def gitlab() -> Machines:
    """The same, where the machine is told its rank."""
    job = GITLAB["construire"]
    (command,) = typed(job["script"])
    count = job["parallel"]
    return [(command, {"CI_NODE_INDEX": str(rank), "CI_NODE_TOTAL": str(count)}) for rank in range(1, count + 1)]


@pytest.mark.parametrize("machines", [github, gitlab])
def test_the_machines_of_the_guide_build_every_site_once(
    petit_projet: Path, plateforme: Callable[..., Path], machines: Callable[[], Machines]
):
    for number, slug in enumerate(SLUGS):
        plateforme(slug, number)
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    for command, environment in machines():
        shell = {**os.environ, **environment, "PATH": path, "NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(["bash", "-ec", command], cwd=petit_projet, env=shell, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    told = [json.loads(file.read_text("utf-8")) for file in sorted((petit_projet / "rapport").iterdir())]
    assert sorted(one["site"] for report in told for one in report["sites"]) == sorted(["national", *SLUGS])
    assert all((petit_projet / "build" / slug / "index.html").is_file() for slug in SLUGS)


def test_what_the_guide_keeps_and_hands_on_is_what_the_commands_write():
    steps = GITHUB["jobs"]["construire"]["steps"]
    (cache,) = [step["with"]["path"] for step in steps if "cache" in step.get("uses", "")]
    (kept,) = [step["with"]["path"].split() for step in steps if "upload" in step.get("uses", "")]
    assert (cache, kept) == ("build", ["build", "rapport"])
    assert GITLAB["construire"]["cache"]["paths"] == ["build"] and GITLAB["construire"]["artifacts"]["paths"] == [
        "build",
        "rapport",
    ]
