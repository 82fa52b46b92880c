"""The index says which entries hold a word and how much it counts there; nothing private goes in."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from unit.catalogues import RACINE, chargement_national
from vitrine.pages import plan_of
from vitrine.search.entries import CORPS, GENRES, MOTS, RESUME, SIGLE, TITRE, Entree, entries
from vitrine.search.index import base36, bits, index_files, pack
from vitrine.search.site import search_files
from vitrine.search.words import stem
from vitrine.selection import visible


def entry(titre: str, **champs: str) -> Entree:
    """An entry with one text a weight."""
    weights = {"sigle": SIGLE, "mots": MOTS, "resume": RESUME, "corps": CORPS}
    return Entree("metiers", titre, "metiers/x/", "", {TITRE: [titre], **{weights[k]: [v] for k, v in champs.items()}})


def read(script: str) -> dict[str, object]:
    """The object that a file hands over."""
    found: dict[str, object] = json.loads(re.fullmatch(r"vitrineRecherche\((.*)\);\n", script, re.S)[1])  # type: ignore[index]
    return found


def rows(script: str) -> list[list[str]]:
    """The rows of the first file, whatever their group."""
    return [row for group in read(script)["groupes"] for row in group[3]]  # type: ignore[attr-defined]


def unpacked(data: dict[str, object], langue: str = "fr") -> dict[str, list[tuple[int, int]]]:
    """Stem → [(entry number, weight)], read as the client reads it."""
    out = {}
    for word, packed in zip(str(data["mots"]).split(" "), str(data["listes"]).split(" "), strict=True):
        number, found = 0, []
        for step, weight in re.findall(r"([0-9a-z]+)([A-E])", packed):
            number += int(step, 36)
            found.append((number, "ABCDE".index(weight) + 1))
        out[stem(word, langue)] = found
    return out


@pytest.fixture(scope="module")
def national():
    catalogue = visible(chargement_national().catalogue)
    return catalogue, plan_of(catalogue, [RACINE.dossier / "docs"])


def test_numbers_are_packed_in_base_36_as_differences():
    assert [base36(n) for n in (0, 35, 36, 1295)] == ["0", "z", "10", "zz"]
    assert pack([(40, 5), (3, 1)]) == "3A11E"


def test_members_are_packed_a_bit_each():
    assert [bits(numbers) for numbers in ([], [0], [0, 5], [3, 4, 7])] == ["", "1", "12", "89"]


def test_the_first_file_says_each_word_once_where_it_counts_most():
    first, _ = index_files([entry("Lingère", sigle="LG", mots="la lingère lave le linge, LG et draps")], {}, [], "fr")
    assert rows(first) == [["Lingère", "x", "lg", "lave draps"]]


def test_the_text_and_the_summaries_of_diplomas_wait_in_the_second_file():
    diploma = Entree("formations", "CAP", "formations/cap/", "Un an.", {TITRE: ["CAP"], RESUME: ["Un an."]})
    first, whole = index_files([entry("Lingère", corps="Laver le linge."), diploma], {}, [], "fr")
    assert "Un an" not in first
    assert read(whole)["resumes"] == {"1": "Un an."}
    body = unpacked(read(whole))
    assert body[stem("laver", "fr")] == [(0, CORPS)]
    assert body["an"] == [(1, RESUME)]


def test_what_the_first_file_tells_of_an_entry_is_not_repeated_in_the_second():
    _, whole = index_files([entry("Aide", corps="Une aide."), entry("Autre", corps="rien")], {}, [], "fr")
    assert stem("aide", "fr") not in unpacked(read(whole))


def test_a_list_lends_its_label_to_the_professions_it_lists():
    members = frozenset({"metiers/x/", "metiers/inconnu/"})
    night = Entree("listes", "Horaires : De nuit", "metiers/par-horaire/nuit/", "", {TITRE: ["De nuit"]}, "De nuit", members)
    first, _ = index_files([night, entry("Veilleur")], {}, [], "fr")
    assert read(first)["groupes"] == [
        [0, "metiers/", "{}", [["Veilleur", "x"]]],
        [2, "metiers/par-horaire/", "Horaires : {}", [["De nuit", "nuit", "", "", "", "1"]]],
    ]


def test_professions_that_many_lead_to_come_first_and_diplomas_know_where_they_lead(national):
    found = list(entries(*national, "fr"))
    order = [entry.adresse for entry in found if entry.genre == "metiers"]
    assert order.index("metiers/aide-soignant/") < order.index("metiers/transcripteur-adaptateur/")
    deas = next(entry for entry in found if entry.adresse == "formations/deas/")
    assert (deas.libelle, "metiers/aide-soignant/" in deas.membres) == ("DEAS", True)


def test_stems_are_sorted_so_that_the_client_can_look_a_prefix_up(national):
    for langue in ("fr", "en", "ar"):
        whole = read(search_files(*national, langue).make()[1].decode())
        found = [stem(word, langue) for word in str(whole["mots"]).split(" ")]
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
    assert rows(first)[0][0] == '</script>"\u2028'


def test_the_files_of_a_site_stay_light(national):
    catalogue, plan = national
    share = max(1, (len(catalogue.metiers) + len(catalogue.formations)) / 150)
    first, whole = (len(gzip.compress(content, 6)) for content in search_files(catalogue, plan, "fr").make())
    assert first <= 15_000 * share
    assert whole <= 50_000 * share


def test_the_client_weighs_less_than_8_kilobytes():
    script = Path(RACINE.dossier / "overrides/assets/js/recherche.js").read_bytes()
    assert len(gzip.compress(script, 9)) < 8_000
