"""The same facts give the same bytes, wherever and however a site is built."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from project import JOUR, PROJET, vitrine
from vitrine.publication.manifeste import hash_files

NEEDED = ("mkdocs.yml", "pyproject.toml", "data", "docs", "hooks", "overrides", "plateformes/demonstration")


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


def test_a_site_is_the_same_to_the_byte_on_another_machine(sites: Path, elsewhere: Path, tmp_path: Path):
    settings = {**JOUR, "PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = vitrine("build", "demonstration", "-o", str(tmp_path / "site"), cwd=elsewhere, **settings)
    assert done.returncode == 0, done.stderr
    reference, other = (hash_files(site) for site in (sites / "demonstration", tmp_path / "site"))
    assert len(reference) > 1000
    assert {name for name in reference.keys() | other.keys() if reference.get(name) != other.get(name)} == set()
