"""Bad inputs that people really produce: all that is said of each, and what is read from those that are accepted.

``cas/manifest.json`` lists them. ``cas/<group>/<case>/`` holds ``entree.yml`` (its bytes, with the fields of the real model),
``cas.toml`` (where that file goes in a platform's folder, or the recipe of its bytes), sometimes ``data/`` (files beside it), and
``attendu.txt``: the whole report, then values of the record as « field = value ».
"""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from functools import cache
from pathlib import Path

import pytest

from project import PROJET
from unit.minimales import CAS
from vitrine.loading_platform import load_platform
from vitrine.problems import report
from vitrine.racine import Racine

COVERED = ("a_", "b_", "c_", "d_", "e_", "f_", "g_", "h_", "i_", "j_", "k_", "l_")
ELSEWHERE = {
    "g_fichiers/g09_bombe.png": "tests/unit/test_rules.py::test_a_logo_is_the_drawing_that_its_name_announces",
    "g_fichiers/g11_photo_gps.jpg": "tests/unit/test_images.py::test_where_a_photograph_was_taken_is_not_published",
    "g_fichiers/g13_onload.svg": "tests/unit/test_dessins.py::test_a_shape_loses_its_handlers_links_and_styles",
    "g_fichiers/g15_externe.svg": "tests/unit/test_dessins.py::test_a_logo_loses_what_is_not_a_drawing",
    "g_fichiers/g17_lien_javascript.svg": "tests/unit/test_dessins.py::test_a_shape_loses_its_handlers_links_and_styles",
    "g_fichiers/g19_enorme.svg": "tests/unit/test_rules.py::test_a_logo_is_light",
    "h_rgpd/h11_brouillon": "tests/unit/test_selection.py::test_a_draft_is_never_visible",
    "i_plateformes/i01_cassee": "tests/built/test_safety.py::test_the_fault_of_a_platform_stops_that_platform_only",
    "i_plateformes/i09_declaration_absente": "tests/unit/cas/regle/legal_pages_are_filled.txt",
    "j_fraicheur/j01_date_passee": "tests/unit/test_pages.py::test_an_event_is_past_on_the_day_after_its_end",
}
"""Cases that another test proves."""
NO_SUCH_FIELD = {
    "f_injection/f25_vcard": "the site makes no vCard",
    "g_fichiers/g03_image_absolue": "records hold no image", "g_fichiers/g05_image_distante": "records hold no image",
    "g_fichiers/g07_image_casse": "records hold no image", "g_fichiers/g21_nom_image_accents": "records hold no image",
    "l_accessibilite/l01_sans_alt": "records hold no image",
    "g_fichiers/g23_pdf_non_balise.pdf": "documents are links", "g_fichiers/g27_dossier_parent": "documents are links",
    "g_fichiers/g25_svgz.svgz": "a logo is .svg or .png: logo_is_there--format",
    "h_rgpd/h07_sante": "no detector would be sure: guides/menaces.md",
    "i_plateformes/i03_reference_autre": "no field leads to another platform",
    "i_plateformes/i07_mesure": "the site measures nobody",
    "j_fraicheur/j05_ancre_morte": "a field leads outside only, lychee checks the rest",
    "k_tableur/k01_excel_fr.csv": "no spreadsheet is imported", "k_tableur/k03_scientifique.csv": "no spreadsheet is imported",
    "k_tableur/k05_date_automatique.csv": "no spreadsheet is imported", "k_tableur/k07_colonnes.csv": "no spreadsheet is imported",
    "k_tableur/k09_entetes.csv": "no spreadsheet is imported", "k_tableur/k11_lignes_vides.csv": "no spreadsheet is imported",
    "k_tableur/k13_macro.xlsm": "no spreadsheet is imported",
    "l_accessibilite/l07_tableau": "not told yet: a table in a field keeps its empty headings",
    "l_accessibilite/l11_mot_long": "a title holds 120 signs; long words wrap: tests/browser",
}  # fmt: skip
"""Cases of what the schema does not hold, or does not tell."""
MANIFEST = {
    row["file"].removesuffix("/plateforme.yml").removesuffix(".yml"): row for row in json.loads((CAS / "manifest.json").read_text())
}
CASES = {str(file.parent.relative_to(CAS)): tomllib.loads(file.read_text()) for file in sorted(CAS.glob("*/*/cas.toml"))}
VALUE = re.compile(r"^([\w.\[\]]+) = ", re.M)
NOTHING_TO_SAY = ("N", "OK")


def laid(folder: Path, name: str) -> Path:
    """The folder of a platform that holds a case."""
    case, source = CASES[name], CAS / name
    target = folder / case["fichier"]
    if (source / "data").is_dir():
        shutil.copytree(source / "data", folder / "data")
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(CAS / "plateforme.yml", folder)
    recipe = b"".join(text.encode() * times for text, times in case.get("recette", []))
    target.write_bytes(recipe or (source / "entree.yml").read_bytes())
    return folder


def value_at(value, field):
    """The value of « journee[2].heure »; positions count from 1, as in messages."""
    for name, position in re.findall(r"(\w+)|\[(\d+)\]", field.replace("[", ".[")):
        value = value[int(position) - 1] if position else getattr(value, name)
    return value


def record_of(loaded, file):
    """The record that a file of the platform's folder gives."""
    if file == "plateforme.yml":
        return loaded.catalogue.plateforme.fr
    _, genre, name = file.split("/")
    return loaded.catalogue.of(genre)[name.split(".")[0]].fr


@pytest.fixture(scope="session")
def charge(national, tmp_path_factory):
    """The platform that holds a case, loaded once."""

    @cache
    def loaded(name):
        folder = tmp_path_factory.mktemp("cas")
        laid(folder / "plateformes" / "essai", name)
        return load_platform(national, Racine(folder), "essai")

    return loaded


@pytest.mark.parametrize("name", CASES)
def test_a_bad_input_is_told_in_full_or_read_as_it_was_meant(charge, name):
    expected = (CAS / name / "attendu.txt").read_text(encoding="utf-8")
    loaded = charge(name)
    told = [report(loaded.problemes, loaded.fichiers_lus)]
    told += [f"{field} = {value_at(record_of(loaded, CASES[name]['fichier']), field)}" for field in VALUE.findall(expected)]
    assert "\n".join(told) + "\n" == expected


@pytest.mark.parametrize("name", CASES)
def test_a_bad_input_has_the_gravity_and_the_line_of_the_manifest(charge, name):
    level = CASES[name].get("niveau", MANIFEST[name]["level"])
    line = CASES[name].get("ligne", next(iter(re.findall(r"lignes? (\d+)", MANIFEST[name]["expect"])), None))
    problems = charge(name).problemes
    assert any(problem.grave for problem in problems) == (level == "E")
    assert bool(problems) == (level not in NOTHING_TO_SAY)
    assert line is None or int(line) in {problem.ligne for problem in problems}


def test_no_case_of_the_groups_is_forgotten():
    proved = CASES.keys() | ELSEWHERE.keys() | NO_SUCH_FIELD.keys()
    assert {name for name in MANIFEST if name.startswith(COVERED)} == proved
    assert len(proved) == len(CASES) + len(ELSEWHERE) + len(NO_SUCH_FIELD)


@pytest.mark.parametrize("place", ELSEWHERE.values())
def test_what_is_proved_elsewhere_is_there(place):
    name, _, test = place.partition("::")
    assert f"def {test}(" in (PROJET / name).read_text("utf-8") if test else (PROJET / name).is_file()
