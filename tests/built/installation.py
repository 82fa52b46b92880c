"""Vitrine installed from its wheel in an empty environment, as a platform does."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import click

from project import JOUR, PROJET, need

LIBRARIES = Path(click.__file__).parents[1]


@dataclass(frozen=True)
class Installation:
    """An environment that holds the wheel; the libraries it needs are lent by the one that runs the tests."""

    roue: Path
    environnement: Path

    @property
    def commande(self) -> str:
        """The command `vitrine` of the environment."""
        return str(self.environnement / "bin" / "vitrine")

    def vitrine(self, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run it as a person would."""
        return subprocess.run([self.commande, *arguments], cwd=cwd, env=lent(), capture_output=True, text=True, check=False)


def bare() -> dict[str, str]:
    """The environment of a person who knows nothing of this repository."""
    known = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PLATEFORME", "DEPOT")}
    return {**known, **JOUR, "NO_MKDOCS_2_WARNING": "1"}


def lent() -> dict[str, str]:
    """The same with other people's libraries, so that none is fetched."""
    return {**bare(), "PYTHONPATH": str(LIBRARIES)}


def build_wheel(folder: Path) -> Path:
    """The wheel, built from the repository by the tools at hand."""
    need("setuptools 77 ou plus récent", int(metadata.version("setuptools").partition(".")[0]) >= 77)
    pip(sys.executable, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(PROJET))
    (wheel,) = folder.glob("vitrine-*.whl")
    return wheel


def install(wheel: Path, folder: Path) -> None:
    """A new environment that holds the wheel and nothing else."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = str(folder / "bin" / "python")
    pip(sys.executable, "--python", python, "install", "--no-deps", "--no-index", str(wheel))


def pip(python: str, *arguments: str) -> None:
    """Run pip; what it says is shown if it fails."""
    done = subprocess.run([python, "-m", "pip", "--quiet", *arguments], env=bare(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
