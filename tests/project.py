"""The project under test: where it stands, how to run its command, how a missing tool is told."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJET = Path(__file__).resolve().parents[1]
JOUR = {"SOURCE_DATE_EPOCH": "1795305600"}
"""22 November 2026, the day of every site that tests share."""


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


def vitrine(*arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a person would."""
    command = [sys.executable, "-c", "from vitrine.cli import main; main()", *arguments]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **variables}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
