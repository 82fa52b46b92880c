"""What tests of built sites share: the wheel, installed once; a project small enough to be built many times."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from built.installation import Installation, build_wheel, install
from once import Once
from project import PROJET

NATIONAL = ("hooks", "overrides", "mkdocs.yml", "data/nomenclatures", "data/textes", "data/programme.yml", "data/etat.yml")
MINIMAL = PROJET / "tests/unit/cas/minimal"


@pytest.fixture(scope="session")
def installation(une_fois: Once) -> Installation:
    """An empty environment with only the wheel."""
    folder = une_fois("installation", lambda empty: install(build_wheel(empty), empty / "environnement"))
    return Installation(next(folder.glob("vitrine-*.whl")), folder / "environnement")


@pytest.fixture
def petit_projet(tmp_path: Path) -> Path:
    """The project with one profession, one training and no platform: a site takes two seconds."""
    target = tmp_path / "projet"
    for part in NATIONAL:
        (target / part).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (PROJET / part).is_dir() else shutil.copy
        copy(PROJET / part, target / part)
    for folder in ("docs", "plateformes", "data/metiers", "data/formations"):
        (target / folder).mkdir()
    shutil.copy(MINIMAL / "metiers.yml", target / "data/metiers/aide-a-domicile.yml")
    shutil.copy(MINIMAL / "formations.yml", target / "data/formations/deaes.yml")
    return target


@pytest.fixture
def plateforme(petit_projet: Path) -> Callable[..., Path]:
    """A platform of that project, in French only, with a number of its own."""

    def added(slug: str, number: int = 1) -> Path:
        file = petit_projet / "plateformes" / slug / "plateforme.yml"
        file.parent.mkdir()
        text = (MINIMAL / "plateformes.yml").read_text("utf-8").replace("Exemple", slug)
        phone = f"bandeau:\n  texte: Appelez-nous\n  telephone: 01 99 00 00 {number:02}\n  verifie_le: 2026-11-22\n"
        source = "  source: {titre: Essai, editeur: Essai, date: 2026-11-22}\n"
        file.write_text(text + "masquer: {langues: [en, ar]}\n" + phone + source, "utf-8")
        return file

    return added
