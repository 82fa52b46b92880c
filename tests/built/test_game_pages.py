"""The built pages of the games: reached from the school pages, answers apart, data open to all."""

from __future__ import annotations

from pathlib import Path

import pytest

from built.html_pages import page_at
from project import vitrine

JEUX = ("cartes", "objets", "vrai-ou-faux", "une-journee", "enquete-au-forum")


@pytest.mark.parametrize("site", ["national", "demonstration"])
def test_the_games_are_reached_from_the_school_page_and_from_the_lessons(sites: Path, site: str):
    assert {"../ecole/jeux/", *(f"../ecole/jeux/{slug}/" for slug in JEUX)} <= set(page_at(sites, f"{site}/ecole").links)
    assert "../../ecole/jeux/" in page_at(sites, f"{site}/ecole/seances").links
    assert {f"../../ecole/jeux/{slug}/" for slug in JEUX} <= set(page_at(sites, f"{site}/ecole/jeux").links)


def test_a_game_leads_to_each_of_its_sheets(sites: Path):
    found = page_at(sites, "national/ecole/jeux/cartes").links
    assert {"../../../ecole/jeux/cartes/soin/", "../../../ecole/jeux/cartes/toutes/"} <= set(found)


def test_all_the_cards_have_a_front_and_a_back(sites: Path):
    whole = page_at(sites, "national/ecole/jeux/cartes/toutes")
    faces = [ol["class"] for ol in whole.all("ol") if ol.get("class", "").startswith("planche")]
    assert faces == ["planche recto", "planche verso"] * 10
    assert [whole.text.count(f"Carte {number}") >= 2 for number in range(1, 76)] == [True] * 75
    for text in ("Aide-soignant", "Aide-soignante", "Aider à la toilette, à s’habiller, à aller aux toilettes."):
        assert text in whole.text, text


def test_pupils_do_not_get_the_answers(sites: Path):
    assert "le code" not in page_at(sites, "national/ecole/jeux/enquete-au-forum/eleve").text.lower().replace("notre code", "")
    assert "636817" not in page_at(sites, "national/ecole/jeux/enquete-au-forum/affiches").text
    assert "636817" in page_at(sites, "national/ecole/jeux/enquete-au-forum/organisation").text
    assert "À chercher dans la fiche" not in page_at(sites, "national/ecole/jeux/objets/eleve").text
    assert "À chercher dans la fiche" in page_at(sites, "national/ecole/jeux/objets/corrige").text


@pytest.mark.parametrize("langue", ["en", "ar"])
def test_a_game_is_shown_in_french_and_said_to_be_so(sites: Path, langue: str):
    shown = page_at(sites, f"national/{langue}/ecole/jeux/une-journee/soin")
    assert shown.all("html")[0]["lang"] == langue
    assert [div.get("lang") for div in shown.all("div") if div.get("class") == "corps"] == ["fr"]


def test_games_are_open_data_and_in_the_search(sites: Path):
    assert "Lève-personne" in (sites / "national/donnees/jeux.json").read_text("utf-8")
    assert (sites / "national/donnees/jeux.csv").is_file()
    index = next((sites / "national/assets").glob("texte-fr.*.js")).read_text("utf-8")
    assert "ecole/jeux/objets/" in index and "ecole/jeux/objets/corrige/" not in index


def test_a_new_game_is_valid_at_once(copie: Path):
    assert vitrine("new", "jeu", "nos-cartes", "-p", "demonstration", cwd=copie).returncode == 0
    done = vitrine("check", "demonstration", cwd=copie)
    assert done.returncode == 0, done.stdout + done.stderr
