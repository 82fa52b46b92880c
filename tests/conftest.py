"""What all tests share: the project, a copy that may be broken, the sites built once."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import pytest

from attaque import TODAY, Attaque, prepare
from once import Once, common_folder, make_once
from project import JOUR, PROJET, vitrine

PARTS = ("data", "docs", "hooks", "overrides", "plateformes", "mkdocs.yml")


@pytest.fixture(scope="session")
def projet() -> Path:
    """The folder of the project."""
    return PROJET


@pytest.fixture(scope="session")
def une_fois(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """What makes a folder once for all the processes of the run."""
    return partial(make_once, common_folder(tmp_path_factory))


@pytest.fixture(scope="session")
def sites(projet: Path, une_fois: Once) -> Path:
    """The folder that holds every site, on the day of the data: national, demonstration, and the three real platforms."""

    def build(out: Path) -> None:
        done = vitrine("build", "--all", "-o", str(out), cwd=projet, **JOUR)
        assert done.returncode == 0, done.stderr

    return une_fois("sites", build)


@pytest.fixture(scope="session")
def copies(projet: Path, une_fois: Once) -> dict[str, Path]:
    """Two offline copies: the national one, in French with its PDFs; the demonstration's, in French and Arabic without."""

    def build(out: Path) -> None:
        for words in ([], ["demonstration", "--langues", "fr,ar", "--sans-pdf"]):
            done = vitrine("hors-ligne", *words, "-o", str(out), cwd=projet, **JOUR)
            assert done.returncode == 0, done.stderr

    out = une_fois("copies", build)
    own = next(out.glob("*demonstration*.zip"))
    return {"demonstration": own, "national": next(file for file in out.glob("*.zip") if file != own)}


@pytest.fixture(scope="session")
def attaque(une_fois: Once) -> Attaque:
    """The hostile platform, published once with the network cut; a test that publishes it again copies it."""

    def publish(folder: Path) -> None:
        done = prepare(folder).publish(TODAY)
        assert done.returncode == 0, done.stdout + done.stderr

    return Attaque(une_fois("attaque", publish))


@pytest.fixture
def copie(projet: Path, tmp_path: Path) -> Path:
    """A copy of the project that a test may break."""
    return copied(projet, tmp_path / "copie")


@pytest.fixture(scope="module")
def copie_du_module(projet: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project that the tests of a file change in turn, each leaving it as it was."""
    return copied(projet, tmp_path_factory.mktemp("module") / "copie")


def copied(projet: Path, target: Path) -> Path:
    """What makes a site, in a folder of its own."""
    target.mkdir()
    for part in PARTS:
        source = projet / part
        if source.is_dir():
            shutil.copytree(source, target / part)
        else:
            shutil.copy(source, target / part)
    return target
