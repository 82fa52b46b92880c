"""The content of the measures: the national sheets' shapes and invented texts, the same for every builder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from unit.catalogues import RACINE, chargement_national
from vitrine.loading import Chargement, load_national
from vitrine.publication.manifeste import hash_files
from vitrine.racine import Racine

GENERATOR = RACINE.dossier / "bench/contenu.py"


def written(folder: Path, *options: str) -> Path:
    subprocess.run([sys.executable, str(GENERATOR), str(folder), *options], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def contenu(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One turn in two languages."""
    return written(tmp_path_factory.mktemp("contenu") / "tout", "--langues", "fr", "en")


@pytest.fixture(scope="module")
def lu(contenu: Path) -> Chargement:
    """That turn, as Vitrine reads it."""
    return load_national(Racine(contenu / "vitrine"))


@pytest.fixture(scope="module")
def deux_tours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two turns in French."""
    return written(tmp_path_factory.mktemp("contenu") / "deux", "--tours", "2")


def test_the_content_has_as_many_sheets_as_the_national_one_and_no_fault(lu: Chargement):
    real = chargement_national()
    assert [str(problem) for problem in lu.problemes if problem.grave] == []
    for genre in ("metiers", "formations"):
        assert lu.catalogue.of(genre).keys() == real.catalogue.of(genre).keys()


def test_every_sheet_is_whole_in_each_language(lu: Chargement):
    sheets = [fiche for genre in ("metiers", "formations") for fiche in lu.catalogue.of(genre).values()]
    assert [fiche.slug for fiche in sheets if fiche.valeurs.keys() != {"fr", "en"}] == []


def test_other_builders_read_the_same_bytes_in_french_and_whole_records_in_english(contenu: Path):
    french = {name: hash_files(contenu / name / "metiers") for name in ("fiches/fr", "fiches/en")}
    assert {file.read_bytes() for file in (contenu / "fiches/fr/metiers").iterdir()} <= {
        file.read_bytes() for file in (contenu / "vitrine/data/metiers").iterdir()
    }
    english = yaml.safe_load((contenu / "fiches/en/metiers/aide-soignant.yml").read_text("utf-8"))
    own = yaml.safe_load((contenu / "fiches/fr/metiers/aide-soignant.yml").read_text("utf-8"))
    assert english.keys() == own.keys() and english["codes"] == own["codes"] and english["accroche"] != own["accroche"]
    assert french["fiches/fr"] != french["fiches/en"]


def test_no_sheet_says_what_the_real_one_says(contenu: Path):
    for file in (contenu / "fiches/fr/metiers").iterdir():
        told = yaml.safe_load(file.read_text("utf-8"))
        assert told["accroche"] != chargement_national().catalogue.metiers[file.stem].fr.accroche


def test_a_second_turn_adds_as_many_sheets_that_lead_to_each_other(deux_tours: Path):
    folder = deux_tours / "fiches/fr/metiers"
    names = {file.stem for file in folder.iterdir()}
    assert len(names) == 2 * len(chargement_national().catalogue.metiers)
    copy = yaml.safe_load((folder / "aide-soignant-1.yml").read_text("utf-8"))
    assert {*copy["proches"], *copy["evolutions"]} <= {name for name in names if name.endswith("-1")}


def test_the_same_seed_writes_the_same_sheets_and_each_turn_others(contenu: Path, deux_tours: Path):
    once, twice = hash_files(contenu / "fiches/fr/metiers"), hash_files(deux_tours / "fiches/fr/metiers")
    assert once.items() <= twice.items()
    assert len({*twice.values()}) == len(twice)
