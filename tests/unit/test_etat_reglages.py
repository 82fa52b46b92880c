"""data/etat.yml is judged as every other file."""

from __future__ import annotations

import yaml

from unit.catalogues import RACINE
from unit.etats import REGLAGES
from unit.minimales import fill
from vitrine.etat.reglages import Reglages, read_reglages
from vitrine.model.walk import leaves


def test_settings_are_read_from_the_data(tmp_path):
    fill(tmp_path / "data" / "etat.yml", REGLAGES)
    reglages, problems = read_reglages(tmp_path)
    assert problems == []
    assert reglages
    assert reglages.seuils.phrase_mediane_max == 6


def test_a_mistake_is_told_in_french_at_its_place(tmp_path):
    wrong = yaml.safe_dump({**REGLAGES, "duree_de_vie": {**REGLAGES["duree_de_vie"], "salaire": "deux ans"}}, sort_keys=False)
    fill(tmp_path / "data" / "etat.yml", wrong)
    line = next(number for number, text in enumerate(wrong.split("\n"), 1) if "deux ans" in text)
    reglages, problems = read_reglages(tmp_path)
    assert reglages is None
    assert [str(problem) for problem in problems] == [
        f"data/etat.yml:{line}:3  duree_de_vie.salaire\u00a0: nombre attendu (lu\u00a0: «\u00a0deux ans\u00a0»).\n"
        "    Chiffres seuls, sans unité."
    ]


def test_a_file_that_is_no_yaml_is_told(tmp_path):
    fill(tmp_path / "data" / "etat.yml", "- seuils\n")
    reglages, problems = read_reglages(tmp_path)
    assert reglages is None
    assert [problem.grave for problem in problems] == [True]


def test_an_absent_file_is_told(tmp_path):
    reglages, problems = read_reglages(tmp_path)
    assert reglages is None
    assert [problem.message for problem in problems] == ["fichier absent."]


def test_every_setting_has_its_french_help():
    assert [leaf.patron for leaf in leaves(Reglages).values() if not leaf.aide] == []


def test_the_real_settings_are_right_and_repeat_nothing():
    reglages, problems = read_reglages(RACINE.dossier)
    assert problems == []
    assert reglages
    for words in ([one.mot for one in reglages.mots_a_eviter], reglages.jargon, reglages.sigles_connus):
        assert len(words) == len(set(words))
