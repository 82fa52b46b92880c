"""A platform adds or completes; a translation is laid upon its French text; every value keeps the place it came from."""

from __future__ import annotations

import copy

import pytest

from unit.minimales import document
from vitrine.merging import COMPLETEE, NATIONAL, TERRITOIRE, at, merge_platform, overlay, own_versions, without
from vitrine.reading import Lot
from vitrine.source.document import Document

FRENCH = """titre: Forum
lieu:
  commune: Alençon
  voie: 12 rue de la Paix
moments:
  - heure: "9:00"
    texte: Accueil
  - heure: "10:00"
    texte: Visite
missions:
  - Écouter
  - Aider
"""


@pytest.fixture
def base() -> Document:
    return document(FRENCH, "data/x.yml")


@pytest.fixture
def lot():
    """A folder made of texts: lot("data", {"metiers/x.yml": text})."""

    def made(name: str, files: dict[str, str]) -> Lot:
        found = Lot(name)
        for path, text in files.items():
            genre, _, file = path.partition("/")
            slug, _, langue = file.removesuffix(".yml").partition(".")
            versions = found.fiches.setdefault(genre, {}).setdefault(slug, {})
            versions[langue or "fr"] = document(text, f"{name}/{path}")
        return found

    return made


@pytest.fixture
def nationale(lot) -> Lot:
    return lot("data", {"metiers/aide.yml": "titre: Aide\nmissions: [Écouter, Aider]\n", "metiers/aide.en.yml": "titre: Help\n"})


def test_a_value_is_replaced_and_the_others_stay(base):
    merged = overlay(base, document("titre: Salon\n"))
    assert merged.donnees == {**base.donnees, "titre": "Salon"}


def test_blocks_merge_field_by_field(base):
    merged = overlay(base, document("lieu:\n  commune: Alencon\n"))
    assert merged.donnees["lieu"] == {"commune": "Alencon", "voie": "12 rue de la Paix"}


def test_lists_of_blocks_merge_item_by_item(base):
    merged = overlay(base, document("moments:\n  - texte: Welcome\n  - texte: Tour\n"))
    assert merged.donnees["moments"] == [{"heure": "9:00", "texte": "Welcome"}, {"heure": "10:00", "texte": "Tour"}]


def test_a_shorter_list_of_blocks_leaves_the_last_ones_as_they_were(base):
    merged = overlay(base, document("moments:\n  - texte: Welcome\n"))
    assert merged.donnees["moments"] == [{"heure": "9:00", "texte": "Welcome"}, {"heure": "10:00", "texte": "Visite"}]


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("missions: [Listen]\n", "missions", ["Listen"]),
        ("moments: [{texte: a}, {texte: b}, {texte: c}]\n", "moments", [{"texte": "a"}, {"texte": "b"}, {"texte": "c"}]),
        ("lieu: Paris\n", "lieu", "Paris"),
        ("titre:\n  a: b\n", "titre", {"a": "b"}),
        ("nouveau: x\n", "nouveau", "x"),
        ("nouveau: [x]\n", "nouveau", ["x"]),
    ],
    ids=["texts", "longer blocks", "text for a block", "block for a text", "new field", "new list"],
)
def test_anything_else_is_replaced_whole(base, text, field, value):
    assert overlay(base, document(text)).donnees[field] == value


@pytest.mark.parametrize("whole", [True, False], ids=["platform", "translation"])
@pytest.mark.parametrize("text", ["missions:\n", "lieu:\n"], ids=["list", "block"])
def test_an_empty_field_replaces_nothing(base, text, whole):
    assert overlay(base, document(text + "titre: Salon\n"), whole).donnees == {**base.donnees, "titre": "Salon"}


def test_a_block_may_leave_a_field_empty_or_give_a_new_one(base):
    merged = overlay(base, document("lieu:\n  commune:\n  nom: Salle\n"))
    assert merged.donnees["lieu"] == {"commune": "Alençon", "voie": "12 rue de la Paix", "nom": "Salle"}


def test_a_platform_replaces_whole_fields_only(base):
    merged = overlay(base, document("lieu:\n  commune: Flers\n"), whole_fields=True)
    assert merged.donnees == {**base.donnees, "lieu": {"commune": "Flers"}}


def test_neither_document_is_changed_by_the_overlay(base):
    over = document("lieu:\n  commune: Flers\nmissions: [Listen]\n")
    before = copy.deepcopy((base.donnees, over.donnees))
    merged = overlay(base, over)
    merged.donnees["lieu"]["commune"] = "Sées"
    merged.donnees["missions"].append("Help")
    merged.donnees["moments"][0]["texte"] = "Café"
    assert (base.donnees, over.donnees) == before


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("lieu", "commune"), ("y.yml", 2, 3)),
        (("lieu", "voie"), ("data/x.yml", 4, 3)),
        (("titre",), ("data/x.yml", 1, 1)),
        (("missions", 1), ("data/x.yml", 12, 5)),
    ],
    ids=["said again", "beside it", "untouched field", "untouched item"],
)
def test_every_value_keeps_the_place_it_came_from(base, path, place):
    mark = overlay(base, document("lieu:\n  commune: Flers\n", "y.yml")).marque(path)
    assert (mark.fichier, mark.ligne, mark.colonne) == place


@pytest.mark.parametrize("path", [("lieu", "voie"), ("lieu",)], ids=["field left out", "whole block"])
def test_a_field_replaced_whole_forgets_its_national_places(base, path):
    over = document("complement: a\nlieu:\n  commune: Flers\n", "y.yml")
    mark = overlay(base, over, whole_fields=True).marque(path)
    assert (mark.fichier, mark.ligne) == ("y.yml", 2)


def test_a_slug_of_its_own_is_added(nationale, lot):
    platform = lot("plateformes/orne", {"metiers/passeur.yml": "titre: Passeur\n"})
    found = merge_platform(nationale, platform)["metiers"]["passeur"]
    assert (found.origine, found.par_langue["fr"].donnees, found.completes) == (TERRITOIRE, {"titre": "Passeur"}, frozenset())


def test_a_completed_record_says_which_fields_are_the_platforms(nationale, lot):
    platform = lot("plateformes/orne", {"metiers/aide.yml": "complete: national\nmissions: [Rouler]\nlieu: Flers\ntitre:\n"})
    found = merge_platform(nationale, platform)["metiers"]["aide"]
    assert found.par_langue["fr"].donnees == {"titre": "Aide", "missions": ["Rouler"], "lieu": "Flers"}
    assert (found.origine, found.completes) == (COMPLETEE, {"missions", "lieu"})
    assert (found.par_langue["en"].donnees, found.en_francais) == ({"titre": "Help"}, {"en": {"missions", "lieu"}})


def test_completing_leaves_the_national_record_as_it_was(nationale, lot):
    before = copy.deepcopy(nationale.fiches)
    merge_platform(nationale, lot("plateformes/orne", {"metiers/aide.yml": "complete: national\nmissions: [Rouler]\n"}))
    assert nationale.fiches == before


def test_a_platform_may_translate_a_national_record(nationale, lot):
    platform = lot("plateformes/orne", {"metiers/aide.ar.yml": "titre: مساعد\n"})
    found = merge_platform(nationale, platform)["metiers"]["aide"]
    assert (found.origine, sorted(found.par_langue), platform.problemes) == (COMPLETEE, ["ar", "en", "fr"], [])


def test_a_wrong_verb_is_told_and_changes_nothing(nationale, lot, cas_de_verbe):
    path, text, expected = cas_de_verbe.read_text("utf-8").split("----\n")
    platform = lot("plateformes/orne", {path.strip(): text})
    assert merge_platform(nationale, platform) == {}
    assert "".join(f"{problem}\n" for problem in platform.problemes) == expected


def test_one_wrong_file_does_not_stop_the_others(nationale, lot):
    platform = lot("plateformes/orne", {"metiers/aide.yml": "titre: x\n", "metiers/passeur.yml": "titre: Passeur\n"})
    assert list(merge_platform(nationale, platform)["metiers"]) == ["passeur"]


def test_a_national_record_without_french_cannot_be_completed(lot):
    nationale = lot("data", {"metiers/aide.en.yml": "titre: Help\n"})
    platform = lot("plateformes/orne", {"metiers/aide.yml": "complete: national\ntitre: Aide\n"})
    assert merge_platform(nationale, platform) == {}
    assert [problem.message for problem in platform.problemes] == ["aucune fiche nationale «\u00a0aide\u00a0» à compléter."]


def test_one_folder_alone_keeps_its_versions(nationale):
    found = own_versions(nationale, NATIONAL)["metiers"]["aide"]
    assert (found.origine, sorted(found.par_langue), found.completes) == (NATIONAL, ["en", "fr"], frozenset())


def test_a_field_is_taken_out_of_a_copy(base):
    copied, value = without(base, "titre")
    assert (value, "titre" in copied.donnees, base.donnees["titre"], copied.fichier) == ("Forum", False, "Forum", "data/x.yml")
    assert copied.marque(("titre",)) == base.marque(("titre",))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("lieu", "commune"), "Alençon"),
        (("missions", 1), "Aider"),
        (("missions", 2), None),
        (("titre", "a"), None),
        (("x", "y"), None),
    ],
)
def test_the_value_at_a_path_is_none_where_nothing_stands(base, path, value):
    assert at(base.donnees, path) == value
