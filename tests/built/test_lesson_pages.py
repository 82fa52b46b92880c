"""The built pages of the lessons: three clicks from the home page, everything on paper, answers kept apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from built.html_pages import page_at
from project import vitrine

SLUG = "devinez-le-metier"


@pytest.mark.parametrize("site", ["national", "demonstration"])
def test_a_whole_lesson_is_three_clicks_from_the_home_page(sites: Path, site: str):
    assert "ecole/" in page_at(sites, site).links
    assert f"../ecole/seances/{SLUG}/" in page_at(sites, f"{site}/ecole").links
    assert f"../../../ecole/seances/{SLUG}/dossier/" in page_at(sites, f"{site}/ecole/seances/{SLUG}").links


def test_the_set_to_print_holds_the_course_the_pupil_sheet_and_the_answers(sites: Path):
    whole = page_at(sites, f"national/ecole/seances/{SLUG}/dossier")
    for text in (
        "Le déroulé, minute par minute",
        "Fiche élève\u00a0: Devinez le métier",
        "Dans l’ordre\u00a0: A, B, C, D, B, C, D.",
    ):
        assert text in whole.text, text
    assert len([ol for ol in whole.all("ol") if ol.get("class") == "activites"]) == 2


def test_pupils_do_not_get_the_answers(sites: Path):
    sheet = page_at(sites, f"national/ecole/seances/{SLUG}/eleve")
    assert "Dans l’ordre" not in sheet.text and "Prénom" in sheet.text
    assert "Dans l’ordre" in page_at(sites, f"national/ecole/seances/{SLUG}/corrige").text


def test_the_course_says_every_minute(sites: Path):
    rows = [th for th in page_at(sites, f"national/ecole/seances/{SLUG}").all("th") if th.get("scope") == "row"]
    assert len(rows) == 6
    assert (
        "0–5" in page_at(sites, f"national/ecole/seances/{SLUG}").text
        and "50–55" in page_at(sites, f"national/ecole/seances/{SLUG}").text
    )


@pytest.mark.parametrize("langue", ["en", "ar"])
def test_a_lesson_is_shown_in_french_and_said_to_be_so(sites: Path, langue: str):
    shown = page_at(sites, f"national/{langue}/ecole/seances/{SLUG}/eleve")
    assert shown.all("html")[0]["lang"] == langue
    assert [div.get("lang") for div in shown.all("div") if div.get("class") == "corps"] == ["fr"]


def test_lessons_are_open_data_and_in_the_search(sites: Path):
    assert SLUG in (sites / "national/donnees/seances.json").read_text("utf-8")
    assert (sites / "national/donnees/seances.csv").is_file()
    index = next((sites / "national/assets").glob("texte-fr.*.js")).read_text("utf-8")
    assert f"ecole/seances/{SLUG}/" in index and f"ecole/seances/{SLUG}/corrige/" not in index


def test_a_new_lesson_is_valid_at_once(copie: Path):
    assert vitrine("new", "seance", "un-atelier", "-p", "demonstration", cwd=copie).returncode == 0
    done = vitrine("check", "demonstration", cwd=copie)
    assert done.returncode == 0, done.stdout + done.stderr
