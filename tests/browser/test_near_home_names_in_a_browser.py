"""« Près de chez vous »: what people type leads to what they mean, by keyboard alone."""

from __future__ import annotations

import csv
import re

import pytest
from playwright.sync_api import Page, Response, expect

from browser.near_home import ADRESSE, DISTANCES, LANGUAGES, OPTIONS, STATUS, ask, live, text
from project import PROJET


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("alencon", "Alençon / Orne (61)"),
        ("61000", "Alençon / 61000 · Orne (61)"),
        ("61013 Alençon CEDEX", "Alençon / 61000 · Orne (61)"),
        ("l'aigle", "L’Aigle / Orne (61)"),
        ("aigle", "L’Aigle / Orne (61)"),
        ("St Etienne", "Saint-Étienne / Loire (42)"),
        ("tinchebray", "Tinchebray / aujourd’hui Tinchebray-Bocage · Orne (61)"),
        ("villers s/ mer", "Villers-sur-Mer / Calvados (14)"),
        ("paris 15", "Paris 15e Arrondissement / Paris (75)"),
        ("75015", "Paris 15e Arrondissement / 75015 · Paris (75)"),
        ("69003", "Lyon 3e Arrondissement / 69003 · Rhône (69)"),
        ("13001", "Marseille 1er Arrondissement / 13001 · Bouches-du-Rhône (13)"),
        ("20000", "Ajaccio / 20000, 20090, 20167 · Corse-du-Sud (2A)"),
        ("20200", "Bastia / 20200, 20600 · Haute-Corse (2B)"),
        ("97400", "Saint-Denis / 97400, 97417, 97490 · La Réunion (974)"),
        ("33076", "Gironde (33) / Tout le département"),
        ("2a", "Corse-du-Sud (2A) / Tout le département"),
        ("orne", "Orne (61) / Tout le département"),
        ("٦١٠٠٠", "Alençon / 61000 · Orne (61)"),
    ],
)
def test_what_people_type_leads_first_to_what_they_mean(page: Page, serveur: dict[str, str], typed: str, expected: str):
    page.goto(serveur["national"] + ADRESSE)
    assert re.sub("[\u2066-\u2069]", "", ask(page, typed)[0]) == expected


def test_homonyms_are_told_apart_by_their_departement(page: Page, serveur: dict[str, str]):
    page.goto(serveur["national"] + ADRESSE)
    found = ask(page, "saint denis")
    assert {"Saint-Denis / La Réunion (974)", "Saint-Denis / Seine-Saint-Denis (93)", "Saint-Denis / Aude (11)"} <= set(found)


def test_a_post_code_that_crosses_a_border_shows_both_sides(page: Page, serveur: dict[str, str]):
    page.goto(serveur["national"] + ADRESSE)
    found = " ".join(ask(page, "01200"))
    assert "Ain (01)" in found and "Haute-Savoie (74)" in found


def test_too_few_letters_ask_for_more_and_an_unknown_name_says_so(page: Page, serveur: dict[str, str]):
    page.goto(serveur["national"] + ADRESSE)
    page.fill("#commune", "s")
    expect(page.locator(STATUS)).to_contain_text("Écrivez encore")
    page.fill("#commune", "xyzt")
    expect(page.locator(STATUS)).to_contain_text("Aucune commune ne correspond")
    assert page.get_attribute("#commune", "aria-expanded") == "false"


def test_the_browser_makes_the_same_keys_as_the_build(page: Page, serveur: dict[str, str]):
    page.goto(serveur["national"] + ADRESSE)
    with (PROJET / "data/communes/61.csv").open(encoding="utf-8") as file:
        names = [row["nom"] for row in csv.DictReader(file, delimiter=";")][::25]
    assert [name for name in names if not any(option.startswith(name + " / ") for option in ask(page, name))] == []


def test_a_visitor_loads_little(page: Page, serveur: dict[str, str]):
    sizes: dict[str, int] = {}

    def weigh(response: Response) -> None:
        if "/communes" in response.url:
            sizes[response.url] = len(response.body())

    page.on("response", weigh)
    page.goto(serveur["national"] + ADRESSE)
    page.wait_for_load_state("networkidle")
    assert sizes == {}
    live(page, "alençon")
    assert len(sizes) <= 5
    assert sum(sizes.values()) < 120_000


def kilometres(page: Page) -> list[int]:
    """The distances shown in the first list; 0 for the visitor's own commune."""
    shown = page.locator(".proches").first.locator(".distance").all_inner_texts()
    return [int(found[0]) if (found := re.findall(r"\d+", line)) else 0 for line in shown]


@pytest.mark.parametrize("langue", LANGUAGES)
def test_the_nearest_comes_first_by_keyboard_alone(page: Page, serveur: dict[str, str], langue: str):
    page.goto(serveur["demonstration"] + langue + ADRESSE)
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "commune":
            break
    page.keyboard.type("exemplev")
    page.wait_for_selector(OPTIONS)
    page.keyboard.press("ArrowDown")
    chosen = page.locator(f"{OPTIONS}[aria-selected=true]")
    assert page.get_attribute("#commune", "aria-activedescendant") == chosen.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_selector(DISTANCES)
    assert page.evaluate("document.activeElement.id") == "commune"
    assert page.input_value("#commune") == "Exempleville"
    assert kilometres(page) == sorted(kilometres(page)) and len(kilometres(page)) == 9
    assert "24" in text(page, STATUS)
    for key in ("Tab", "Tab", "ArrowUp", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
    expect(page).to_have_url(re.compile("#commune=00001&rayon=10$"))
    expect(page.locator(STATUS)).not_to_contain_text("24")
    assert max(kilometres(page)) <= 10
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".groupes:not([hidden])")
    assert text(page, STATUS) == "" and page.locator(DISTANCES).count() == 0
    assert page.evaluate("document.activeElement.id") == "commune"


def test_escape_closes_the_list_and_keeps_the_focus(page: Page, serveur: dict[str, str]):
    page.goto(serveur["demonstration"] + ADRESSE)
    ask(page, "fictif")
    page.keyboard.press("Escape")
    assert page.locator(OPTIONS).first.is_hidden()
    assert page.evaluate("document.activeElement.id") == "commune"


def test_enter_goes_to_the_only_commune_that_is_meant(page: Page, serveur: dict[str, str]):
    page.goto(serveur["demonstration"] + ADRESSE)
    ask(page, "mont-fictif")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#commune=00005$"))
