"""The index says which entries hold a word and how much it counts there; nothing private goes in."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from unit.catalogues import RACINE, chargement_national
from vitrine.pages import plan_of
from vitrine.search.entries import CORPS, FAMILIER, GENRES, SIGLE, TITRE, Entree, entries
from vitrine.search.index import base36, index_files, pack
from vitrine.search.site import search_files
from vitrine.search.words import stem
from vitrine.selection import visible


def entry(titre: str, **champs: str) -> Entree:
    """An entry with one text a weight."""
    weights = {"sigle": SIGLE, "familier": FAMILIER, "corps": CORPS}
    return Entree("metiers", titre, "metiers/x/", "", {TITRE: [titre], **{weights[k]: [v] for k, v in champs.items()}})


def read(script: str) -> dict[str, object]:
    """The object that a file hands over."""
    found: dict[str, object] = json.loads(re.fullmatch(r"vitrineRecherche\((.*)\);\n", script, re.S)[1])  # type: ignore[index]
    return found


def unpacked(data: dict[str, object], langue: str = "fr") -> dict[str, list[tuple[int, int]]]:
    """Stem → [(entry number, weight)], read as the client reads it."""
    out = {}
    for word, packed in zip(str(data["mots"]).split(" "), str(data["listes"]).split(" "), strict=True):
        number, found = 0, []
        for step, weight in re.findall(r"([0-9a-z]+)([A-F])", packed):
            number += int(step, 36)
            found.append((number, "ABCDEF".index(weight) + 1))
        out[stem(word, langue)] = found
    return out


@pytest.fixture(scope="module")
def national():
    catalogue = visible(chargement_national().catalogue)
    return catalogue, plan_of(catalogue, [RACINE.dossier / "docs"])


def test_numbers_are_packed_in_base_36_as_differences():
    assert [base36(n) for n in (0, 35, 36, 1295)] == ["0", "z", "10", "zz"]
    assert pack([(40, 5), (3, 1)]) == "3A11E"


def test_a_word_counts_most_where_it_says_most():
    first, whole = index_files(
        [entry("Lingère", corps="Laver le linge."), entry("Cuisinier", familier="laver la vaisselle")], {}, [], "fr"
    )
    names, body = unpacked(read(first)), unpacked(read(whole))
    assert names[stem("linge", "fr")] == [(0, TITRE)]
    assert names[stem("laver", "fr")] == [(1, FAMILIER)]
    assert body[stem("laver", "fr")] == [(0, CORPS)]


def test_the_second_file_does_not_repeat_the_first():
    first, whole = index_files([entry("Aide", corps="Une aide de tous les jours."), entry("Autre", corps="rien")], {}, [], "fr")
    assert stem("aide", "fr") in unpacked(read(first))
    assert stem("aide", "fr") not in unpacked(read(whole))


def test_stems_are_sorted_so_that_the_client_can_look_a_prefix_up(national):
    for langue in ("fr", "en", "ar"):
        for content in search_files(*national, langue).contenus:
            found = [stem(word, langue) for word in str(read(content.decode())["mots"]).split(" ")]
            assert found == sorted(found)
            assert "" not in found


def test_every_published_profession_and_diploma_can_be_found(national):
    catalogue, plan = national
    addresses = {entry.adresse for entry in entries(catalogue, plan, "fr")}
    assert {f"metiers/{slug}/" for slug in catalogue.metiers} <= addresses
    assert {f"formations/{slug}/" for slug in catalogue.formations} <= addresses
    assert {"glossaire/", "dispositifs/vae/", "metiers/par-lieu/ehpad/"} <= addresses


def test_every_kind_of_entry_has_a_group_with_a_name(national):
    catalogue, plan = national
    assert {entry.genre for entry in entries(catalogue, plan, "fr")} <= set(GENRES)
    for langue in ("fr", "en", "ar"):
        assert all(f"recherche.genre.{genre}" in catalogue.textes[langue] for genre in GENRES)


def test_notes_for_the_team_are_not_in_the_index(national):
    catalogue, plan = national
    noted = [fiche.fr.notes for fiche in catalogue.metiers.values() if fiche.fr.notes]
    assert noted
    texts = " ".join(text for entry in entries(catalogue, plan, "fr") for field in entry.champs.values() for text in field)
    assert not [note for note in noted if note in texts]


def test_a_hostile_title_cannot_leave_the_script():
    first, _ = index_files([entry('</script>"\u2028')], {}, [], "fr")
    assert "\u2028" not in first
    assert read(first)["entrees"][0][1] == '</script>"\u2028'  # type: ignore[index]


def test_the_files_of_a_site_stay_light(national):
    import gzip

    catalogue, plan = national
    count = sum(1 for _ in entries(catalogue, plan, "fr"))
    first, whole = (len(gzip.compress(content, 9)) for content in search_files(catalogue, plan, "fr").contenus)
    assert first <= 15_000 * max(1, count / 150)
    assert whole <= 50_000 * max(1, count / 150)


def test_the_client_weighs_less_than_8_kilobytes():
    import gzip

    script = Path(RACINE.dossier / "overrides/assets/js/recherche.js").read_bytes()
    assert len(gzip.compress(script, 9)) < 8_000
