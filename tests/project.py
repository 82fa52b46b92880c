"""The project under test: where it stands, how to run its command, how a missing tool is told."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date, datetime, timezone
from pathlib import Path

import pytest

PROJET = Path(__file__).resolve().parents[1]
CHECKED = re.compile(r"\b(?:verifie_le|releve_le|consulte_le|date): *[\"']?(\d{4}-\d{2}-\d{2})")


def newest_check() -> date:
    """The last day on which a fact of the data was read or verified: on any day before, the data would be at fault."""
    files = [file for folder in ("data", "plateformes") for file in (PROJET / folder).rglob("*.yml")]
    days = {date.fromisoformat(day) for file in files for day in CHECKED.findall(file.read_text("utf-8"))}
    return max(day for day in days if day <= datetime.now(timezone.utc).date())


AUJOURD_HUI = newest_check()
EPOCH = str(int(datetime(AUJOURD_HUI.year, AUJOURD_HUI.month, AUJOURD_HUI.day, tzinfo=timezone.utc).timestamp()))
JOUR = {"SOURCE_DATE_EPOCH": EPOCH}
"""The day of every site that tests share."""


def need(tool: str, present: bool) -> None:
    """Skip loudly when a tool is missing on a laptop; fail in CI, where it must be there."""
    if present:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"{tool} est absent alors que CI=true")
    pytest.skip(f"{tool} est absent : ces tests n'ont PAS été faits")


CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def find_chromium(names: tuple[str, ...] = CHROMIUM) -> str | None:
    """The browser of the machine, under one of its names."""
    return next((path for name in names if (path := shutil.which(name))), None)


def find_headless() -> str | None:
    """The same engine without its windows, which costs less than half; else the whole browser."""
    return find_chromium(("chromium-headless-shell", *CHROMIUM))


def vitrine(*arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a person would."""
    command = [sys.executable, "-c", "from vitrine.cli import main; main()", *arguments]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **variables}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
