"""What is costly is made once a run, by whichever of the processes that share the tests asks first."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

Once = Callable[[str, Callable[[Path], None]], Path]
"""once("sites", make) → the folder that ``make`` has filled, for every process of the run."""


def common_folder(factory: pytest.TempPathFactory) -> Path:
    """The temporary folder of the whole run: that of each process stands in it."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def make_once(run: Path, name: str, make: Callable[[Path], None]) -> Path:
    """Fill a folder unless another process has; one that failed is begun again by the next, which fails in its turn."""
    folder, done = run / name, run / f"{name}.fait"
    with FileLock(run / f"{name}.verrou"):
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder
