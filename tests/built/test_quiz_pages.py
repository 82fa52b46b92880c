"""The built pages of the quizzes: whole without a script, explained with all their points, found by the search."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from built.html_pages import read

METIERS, SCENES = "quiz/quel-metier-pour-moi", "quiz/que-feriez-vous"


@pytest.mark.parametrize("langue", ["", "en/", "ar/"])
@pytest.mark.parametrize(("quiz", "count"), [(METIERS, 12), (SCENES, 8)])
def test_all_questions_stand_in_the_page_in_each_language(sites: Path, langue: str, quiz: str, count: int):
    page = read(sites / "national" / langue / quiz / "index.html")
    assert len(page.all("fieldset")) == len(page.all("legend")) == count
    assert page.all("html")[0]["lang"] == (langue.strip("/") or "fr")
    assert page.all("form") and not [form for form in page.all("form") if form.get("class") != "recherche"]


def test_every_profession_of_the_site_stands_in_the_key(sites: Path):
    for site in ("national", "demonstration"):
        page = read(sites / site / METIERS / "index.html")
        found = [one["data-metier"] for one in page.all("li") if "data-metier" in one]
        assert sorted(found) == sorted(set(found))
        assert all((sites / site / "metiers" / slug / "index.html").is_file() for slug in found)


def test_the_data_of_a_quiz_bears_its_hash_and_is_there_for_each_language(sites: Path):
    for langue in ("", "en/", "ar/"):
        page = read(sites / "national" / langue / METIERS / "index.html")
        address = next(one["data-donnees"] for one in page.all("article") if "data-donnees" in one)
        assert re.search(r"assets/quiz-quel-metier-pour-moi-\w\w\.[0-9a-f]{8}\.js$", address)
        assert (sites / "national" / langue / METIERS / address).resolve().is_file()


def test_the_scale_is_explained_answer_by_answer(sites: Path):
    page = read(sites / "national/quiz/comment-ca-marche/index.html")
    assert len(page.all("table")) == 12
    assert "Ce n’est pas un test d’orientation validé" in page.text
    assert "Vous aimez cuisiner." in page.text and "−10" in page.text.replace(" ", "")


@pytest.mark.parametrize(("langue", "word"), [("fr", "Que feriez-vous"), ("en", "What would you do"), ("ar", "ماذا ستفعل")])
def test_the_search_finds_the_quizzes(sites: Path, langue: str, word: str):
    index = next((sites / "national/assets").glob(f"texte-{langue}.*.js")).read_text("utf-8")
    assert word in index and "quiz/que-feriez-vous/" in index


def test_quizzes_are_open_data_too(sites: Path):
    assert "quel-metier-pour-moi" in (sites / "national/donnees/quiz.json").read_text("utf-8")
    assert (sites / "national/donnees/quiz.csv").is_file()
