"""What all tests share: the project, a copy that may be broken, the sites built once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from attaque import TODAY, Attaque, prepare
from project import PROJET, vitrine

PARTS = ("data", "docs", "hooks", "overrides", "plateformes", "mkdocs.yml")


@pytest.fixture(scope="session")
def projet() -> Path:
    """The folder of the project."""
    return PROJET


@pytest.fixture(scope="session")
def sites(projet: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds every site: national, demonstration, and the three real platforms."""
    out = tmp_path_factory.mktemp("sites")
    done = vitrine("build", "--all", "-o", str(out), cwd=projet)
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="session")
def copies(projet: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Two offline copies: the national one, in French with its PDFs; the demonstration's, in French and Arabic without."""
    out = tmp_path_factory.mktemp("copies")
    for words in ([], ["demonstration", "--langues", "fr,ar", "--sans-pdf"]):
        done = vitrine("hors-ligne", *words, "-o", str(out), cwd=projet)
        assert done.returncode == 0, done.stderr
    own = next(out.glob("*demonstration*.zip"))
    return {"demonstration": own, "national": next(file for file in out.glob("*.zip") if file != own)}


@pytest.fixture(scope="session")
def attaque(tmp_path_factory: pytest.TempPathFactory) -> Attaque:
    """The hostile platform, published once with the network cut."""
    made = prepare(tmp_path_factory.mktemp("attaque"))
    done = made.publish(TODAY)
    assert done.returncode == 0, done.stdout + done.stderr
    return made


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
