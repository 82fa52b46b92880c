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

from unit.minimales import CAS
from vitrine.loading import load_platform
from vitrine.problems import report
from vitrine.racine import Racine

COVERED = ("a_", "b_", "c_", "d_", "e_")
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
    assert {name for name in MANIFEST if name.startswith(COVERED)} <= CASES.keys() <= MANIFEST.keys()
