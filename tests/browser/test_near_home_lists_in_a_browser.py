"""« Près de chez vous »: what is listed, how far it is, what is said when there is nothing."""

from __future__ import annotations

import csv
import math
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.near_home import ADRESSE, DISTANCES, LANGUAGES, STATUS, live, text
from project import PROJET


def test_distances_are_those_of_the_table(page: Page, serveur: dict[str, str]):
    with (PROJET / "plateformes/demonstration/data/communes.csv").open(encoding="utf-8") as file:
        places = {row["nom"]: (float(row["latitude"]), float(row["longitude"])) for row in csv.DictReader(file, delimiter=";")}
    here, there = (tuple(map(math.radians, places[name])) for name in ("Exempleville", "Mont-Fictif"))
    angle = math.acos(
        math.sin(here[0]) * math.sin(there[0]) + math.cos(here[0]) * math.cos(there[0]) * math.cos(here[1] - there[1])
    )
    page.goto(serveur["demonstration"] + ADRESSE + "#commune=00001")
    page.wait_for_selector(DISTANCES)
    card = page.locator(".proches .carte", has_text="00000 Mont-Fictif").first
    assert f"À {6371 * angle:.0f}\u00a0km environ (à vol d’oiseau)" in card.locator(".distance").inner_text()


def test_what_serves_the_whole_territory_or_is_online_stays_at_any_distance(page: Page, serveur: dict[str, str]):
    page.goto(serveur["demonstration"] + ADRESSE + "#commune=00005&rayon=10")
    page.wait_for_selector(DISTANCES)
    shown = " | ".join(page.locator(DISTANCES).all_inner_texts())
    assert "pour tout le territoire" in shown and "En ligne" in shown


def test_an_empty_list_says_how_far_the_nearest_is(page: Page, serveur: dict[str, str]):
    page.goto(serveur["demonstration"] + ADRESSE + "#commune=00006&rayon=10")
    page.wait_for_selector(".rien:visible")
    assert re.search(r"Rien à cette distance. Le plus proche est à \d+\u00a0km environ\.", page.inner_text(".rien:visible"))


def test_the_choice_can_be_shared_and_the_back_button_undoes_it(page: Page, serveur: dict[str, str]):
    page.goto(serveur["demonstration"] + ADRESSE)
    live(page, "bourg")
    live(page, "saint")
    page.go_back()
    expect(page.locator("#commune")).to_have_value("Bourg-Fictif")
    shared = page.url
    page.go_back()
    page.wait_for_selector(".groupes:not([hidden])")
    page.goto("about:blank")
    page.goto(shared)
    expect(page.locator("#commune")).to_have_value("Bourg-Fictif")


def test_a_jump_inside_the_page_does_not_undo_the_choice(page: Page, serveur: dict[str, str]):
    page.goto(serveur["demonstration"] + ADRESSE + "#commune=00001")
    page.wait_for_selector(DISTANCES)
    page.click(".sauts a >> nth=1")
    expect(page).to_have_url(re.compile("#pres-sessions$"))
    assert page.locator(DISTANCES).count() > 3


def test_an_address_made_up_is_answered_in_words(page: Page, serveur: dict[str, str]):
    page.goto(serveur["demonstration"] + ADRESSE + "#commune=<b>&rayon=x")
    expect(page.locator(STATUS)).to_contain_text("n’est pas dans notre liste")
    page.goto(serveur["demonstration"] + ADRESSE + "#departement=__proto__")
    expect(page.locator(STATUS)).to_contain_text("n’est pas dans notre liste")


def test_a_file_that_does_not_come_is_told(navigateur: Browser, serveur: dict[str, str]):
    page = navigateur.new_page(service_workers="block")  # what goes through the worker cannot be refused from here
    page.route("**/communes-tout*", lambda route: route.abort())
    page.goto(serveur["demonstration"] + ADRESSE)
    page.focus("#commune")
    page.keyboard.type("exem")
    expect(page.locator(STATUS)).to_contain_text("n’a pas pu être chargée")
    page.close()


@pytest.mark.parametrize("langue", LANGUAGES)
def test_the_whole_of_france_leads_to_the_platform_of_the_departement(page: Page, serveur: dict[str, str], langue: str):
    page.goto(serveur["national"] + langue + ADRESSE)
    live(page, "argentan")
    cards = page.locator("#annuaire .carte:visible")
    assert cards.count() == 1
    assert cards.locator("a").first.get_attribute("href") == "../plateformes/orne/"
    assert page.locator(".sans-plateforme").is_hidden()


def test_a_departement_without_a_platform_says_so_and_what_to_do(page: Page, serveur: dict[str, str]):
    page.goto(serveur["national"] + ADRESSE)
    live(page, "59000 Lille")
    assert page.locator("#annuaire .carte:visible").count() == 0
    assert page.inner_text("#annuaire h2") == "Par où commencer"
    assert page.locator(".sans-plateforme a[href='../parcours/']").is_visible()
    assert "Nous ne connaissons pas" in text(page, STATUS)
