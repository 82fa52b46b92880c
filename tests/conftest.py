"""What all tests share: where the project stands, and how a missing tool is told."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJET = Path(__file__).resolve().parents[1]
PARTS = ("data", "docs", "hooks", "overrides", "plateformes", "mkdocs.yml")


@pytest.fixture(scope="session")
def projet() -> Path:
    """The folder of the project."""
    return PROJET


def need(tool: str, present: bool) -> None:
    """Skip loudly when a tool is missing on a laptop; fail in CI, where it must be there."""
    if present:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"{tool} est absent alors que CI=true")
    pytest.skip(f"{tool} est absent : ces tests n'ont PAS été faits")


def find_chromium() -> str | None:
    """The browser of the machine, under one of its names."""
    return next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def sites(projet: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds every site: national, demonstration, and the three real platforms."""
    out = tmp_path_factory.mktemp("sites")
    done = vitrine("build", "--all", "-o", str(out), cwd=projet)
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture
def copie(projet: Path, tmp_path: Path) -> Path:
    """A copy of the project that a test may break."""
    target = tmp_path / "copie"
    target.mkdir()
    for part in PARTS:
        source = projet / part
        if source.is_dir():
            shutil.copytree(source, target / part)
        else:
            shutil.copy(source, target / part)
    return target


def vitrine(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as a person would."""
    command = [sys.executable, "-c", "from vitrine.cli import main; main()", *arguments]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
