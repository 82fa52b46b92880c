"""A new profession is one file, and no Python."""

from __future__ import annotations

import json
import re
from pathlib import Path

from built.html_pages import page_at
from project import vitrine

SOURCE = "sources:\n  - titre: Fiche de test\n    date: 2026-11-22\n"


def test_a_new_profession_is_one_file_that_appears_everywhere(petit_projet: Path):
    done = vitrine("new", "metier", "zythologue-du-soin", cwd=petit_projet)
    assert done.returncode == 0, done.stderr
    assert vitrine("check", cwd=petit_projet).returncode == 0
    fill(petit_projet / "data/metiers/zythologue-du-soin.yml")
    assert vitrine("build", "-o", str(petit_projet / "site"), cwd=petit_projet).returncode == 0
    for page in ("metiers", "metiers/a-z", "metiers/par-famille/soin", "metiers/sans-diplome", "plan-du-site", "ar/metiers"):
        assert any(link.endswith("zythologue-du-soin/") for link in page_at(petit_projet / "site", page).links), page
    data = json.loads((petit_projet / "site/donnees/metiers.json").read_text("utf-8"))
    assert "zythologue-du-soin" in [record["id"] for record in data["metiers"]]
    assert "metiers/zythologue-du-soin/" in (petit_projet / "site/sitemap.xml").read_text("utf-8")


def fill(file: Path) -> None:
    """Make the annotated file a reviewed sheet."""
    text = re.sub(r"(?m)^statut: .*$", "statut: relu\n" + SOURCE, file.read_text("utf-8"))
    file.write_text(re.sub(r"(?m)^accroche: .*$", 'accroche: "Vous goûtez et vous apaisez."', text), "utf-8")


def test_a_draft_is_never_published(petit_projet: Path):
    vitrine("new", "metier", "metier-en-projet", cwd=petit_projet)
    assert vitrine("build", "-o", str(petit_projet / "site"), cwd=petit_projet).returncode == 0
    assert [f for f in (petit_projet / "site").rglob("*") if f.is_file() and b"metier-en-projet" in f.read_bytes()] == []


def test_new_training_and_new_platform_files_are_valid_at_once(petit_projet: Path):
    assert vitrine("new", "formation", "titre-d-essai", cwd=petit_projet).returncode == 0
    assert vitrine("new", "plateforme", "ain", cwd=petit_projet).returncode == 0
    done = vitrine("check", cwd=petit_projet)
    assert done.returncode == 0, done.stderr
    assert vitrine("build", "ain", "-o", str(petit_projet / "site"), cwd=petit_projet).returncode == 0


def test_an_existing_file_is_never_overwritten(copie: Path):
    before = (copie / "data/metiers/infirmier.yml").read_bytes()
    done = vitrine("new", "metier", "infirmier", cwd=copie)
    assert done.returncode == 1 and "existe déjà" in done.stderr
    assert (copie / "data/metiers/infirmier.yml").read_bytes() == before


def test_the_committed_schemas_are_those_of_the_models(projet: Path, copie: Path):
    assert vitrine("schema", cwd=copie).returncode == 0
    fresh = {file.name: file.read_text("utf-8") for file in (copie / "schemas").iterdir()}
    committed = {file.name: file.read_text("utf-8") for file in (projet / "schemas").iterdir()}
    assert fresh == committed
