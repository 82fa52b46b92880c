"""The table of communes, cut for browsers."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from typing import Any

import pytest

from unit.catalogues import demonstration, national
from vitrine.communes.fichiers import Fichiers, commune_files, cut
from vitrine.communes.noms import key

HEAVIEST = 40_000


@pytest.fixture(scope="module")
def fichiers() -> Fichiers:
    """What the national site gives to browsers."""
    return commune_files(national())


def calls(content: bytes) -> Any:
    """What a script hands over."""
    found = re.fullmatch(r"vitrineCommunes\((.*)\);\n", content.decode(), re.S)
    assert found
    return json.loads(found[1])


def test_every_file_is_light_enough_for_a_phone(fichiers):
    assert max(len(gzip.compress(content)) for content in fichiers.contenus.values()) < HEAVIEST


def test_no_commune_is_lost_between_the_table_and_the_files(fichiers, communes):
    index = calls(fichiers.contenus[fichiers.index])
    rows = [row for _, address in index["departements"].values() for row in calls(fichiers.contenus[address]).split("\n")]
    names = [row for _, address in index["noms"] for row in calls(fichiers.contenus[address]).split("\n")]
    assert Counter(row.split(";")[0] for row in rows) == Counter(commune.code for commune in communes)
    assert len(names) == len(communes) + sum(len(commune.anciens_noms) for commune in communes)
    told = [address for _, address in (*index["departements"].values(), *index["noms"])]
    assert sorted([*told, fichiers.index]) == sorted(fichiers.contenus)


def test_files_of_names_follow_each_other_and_never_share_a_key(fichiers):
    index = calls(fichiers.contenus[fichiers.index])
    before = ""
    for start, address in index["noms"]:
        keys = [key(row.split(";")[1]) for row in calls(fichiers.contenus[address]).split("\n")]
        assert keys == sorted(keys) and keys[0] == start and keys[0] > before
        before = keys[-1]


def test_names_alike_stay_in_one_file():
    names = [("a", str(number)) for number in range(1_000)] + [("b", "x")]
    assert [len(found) for found in cut(names)] == [1_000, 1]


def test_post_codes_that_cross_a_border_name_both_sides(fichiers):
    codes = calls(fichiers.contenus[fichiers.index])["codes"]
    assert codes["01200"] == ["01", "74"]
    assert "61000" not in codes and "20000" not in codes
    assert codes["97150"] == []


def test_the_largest_commune_comes_first(fichiers):
    _, address = calls(fichiers.contenus[fichiers.index])["departements"]["61"]
    assert calls(fichiers.contenus[address]).startswith("61001;Alençon;61000;48.43;0.083;")


def test_a_platform_has_one_file_and_the_files_are_the_same_at_each_build():
    once, again = commune_files(demonstration()), commune_files(demonstration())
    assert once == again
    assert len(once.contenus) == 2
    assert calls(once.contenus[once.index])["departements"].keys() == {"00"}
