"""The same facts give the same bytes, wherever and however a site is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from project import PROJET
from vitrine.publication.manifeste import hash_files

NEEDED = ("mkdocs.yml", "pyproject.toml", "data", "docs", "hooks", "overrides", "plateformes/demonstration")
DAY = "1795305600"


def build(folder: Path, out: Path, **environment: str) -> dict[str, str]:
    """Build the demonstration in a folder; the hashes of what it wrote."""
    command = [sys.executable, "-c", "from vitrine.cli import main; main()", "build", "demonstration", "-o", str(out)]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": DAY, **environment}
    done = subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {name: str(found) for name, found in hash_files(out).items()}


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The site as built here."""
    return build(PROJET, tmp_path_factory.mktemp("ici") / "site", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """The same project under another path, its files written in another order, by an editor that ends lines as Windows does."""
    folder = tmp_path / "ailleurs, à côté"
    for name in reversed(NEEDED):
        source, target = PROJET / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    for file in sorted(folder.rglob("*.yml"), reverse=True):
        if file.name != "mkdocs.yml":
            file.write_bytes(file.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    return folder


def test_a_site_is_the_same_to_the_byte_on_another_machine(reference, elsewhere, tmp_path):
    other = build(elsewhere, tmp_path / "site", PYTHONHASHSEED="2", TZ="Pacific/Auckland", LC_ALL="C", PYTHONUTF8="0")
    assert len(reference) > 1000
    assert {name for name in reference.keys() | other.keys() if reference.get(name) != other.get(name)} == set()
