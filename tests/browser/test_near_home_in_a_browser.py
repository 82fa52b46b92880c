"""« Près de chez vous », as people use it: by keyboard, in French and Arabic, without JavaScript, from a disk, unseen by anyone."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect

from browser.test_pages_in_a_browser import AXE, violations
from project import PROJET, need

ADRESSE = "pres-de-chez-vous/"
LANGUAGES = ["", "ar/"]
OPTIONS = ".proximite [role=option]"
STATUS = ".proximite [role=status]"
DISTANCES = ".proches .distance"
VIOLATIONS = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective + " " + event.blockedURI));
"""


@pytest.fixture
def page(navigateur: Browser) -> Iterator[Page]:
    opened = navigateur.new_page()
    yield opened
    opened.close()


@pytest.fixture
def telephone(navigateur: Browser) -> Iterator[BrowserContext]:
    """A phone that notes what the page asks elsewhere and what the policy refuses."""
    context = navigateur.new_context(viewport={"width": 360, "height": 800})
    context.add_init_script(VIOLATIONS)
    yield context
    context.close()


def text(page: Page, selector: str) -> str:
    """The text of an element, without the signs that isolate names from the sentence."""
    return re.sub("[\u2066-\u2069]", "", page.inner_text(selector))


def ask(page: Page, typed: str) -> list[str]:
    """Type in the field, key by key; the options, in order."""
    page.focus("#commune")
    page.keyboard.press("Control+A")
    page.keyboard.type(typed)
    page.wait_for_selector(OPTIONS)
    page.wait_for_load_state("networkidle")
    found: list[str] = page.eval_on_selector_all(OPTIONS, "nodes => nodes.map(node => node.innerText)")
    return [re.sub(r"\s*\n\s*", " / ", option) for option in found]


def live(page: Page, typed: str) -> None:
    """Choose the first commune proposed, by keyboard alone."""
    ask(page, typed)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(".effacer:not([hidden])")


def kilometres(page: Page) -> list[int]:
    """The distances shown in the first list; 0 for the visitor's own commune."""
    shown = page.locator(".proches").first.locator(".distance").all_inner_texts()
    return [int(found[0]) if (found := re.findall(r"\d+", line)) else 0 for line in shown]


# -- what is typed


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


# -- by keyboard


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


# -- what is listed


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


def test_a_file_that_does_not_come_is_told(page: Page, serveur: dict[str, str]):
    page.route("**/communes-tout*", lambda route: route.abort())
    page.goto(serveur["demonstration"] + ADRESSE)
    page.focus("#commune")
    page.keyboard.type("exem")
    expect(page.locator(STATUS)).to_contain_text("n’a pas pu être chargée")


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


# -- everywhere, for everyone, unseen


@pytest.mark.parametrize("site", ["national", "demonstration"])
@pytest.mark.parametrize("langue", LANGUAGES)
def test_the_page_works_from_a_disk(page: Page, sites: Path, site: str, langue: str):
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto((sites / site / langue / ADRESSE / "index.html").as_uri())
    live(page, "61000 Alençon" if site == "national" else "exempleville")
    assert page.locator("#annuaire .carte:visible" if site == "national" else DISTANCES).count() > 0
    assert complaints == []


@pytest.mark.parametrize("langue", LANGUAGES)
def test_nothing_leaves_the_browser_and_the_policy_refuses_nothing(telephone: BrowserContext, serveur: dict[str, str], langue: str):
    page = telephone.new_page()
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    for site, typed in (("national", "saint-denis"), ("demonstration", "exempleville")):
        page.goto(serveur[site] + langue + ADRESSE)
        live(page, typed)
        assert page.evaluate("window.violations") == []
        assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    hosts = (serveur["national"], serveur["demonstration"])
    assert [url for url in requested if not url.startswith(hosts)] == []
    assert [url for url in requested if "saint" in url.lower() or "exempleville" in url.lower() or "?" in url] == []


@pytest.mark.parametrize("langue", LANGUAGES)
def test_without_javascript_everything_is_there_by_commune(navigateur: Browser, serveur: dict[str, str], langue: str):
    context = navigateur.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serveur["demonstration"] + langue + ADRESSE)
    assert not page.locator("#commune").is_visible()
    assert page.locator(".groupes h3:visible", has_text="Exempleville").count() == 3
    assert page.locator(".groupes .carte:visible").count() == 24
    assert page.locator(".groupes a[href^='tel:']:visible").count() > 10
    page.goto(serveur["national"] + langue + ADRESSE)
    assert page.locator("#annuaire .carte:visible").count() >= 20
    assert page.locator(".sans-plateforme").is_visible()
    context.close()


@pytest.mark.parametrize("teinte", ["light", "dark"])
@pytest.mark.parametrize("langue", LANGUAGES)
def test_axe_finds_nothing_in_any_state_of_the_page(navigateur: Browser, serveur: dict[str, str], langue: str, teinte: Any):
    need("axe-core (npm ci)", AXE.is_file())
    context = navigateur.new_context(viewport={"width": 320, "height": 700}, color_scheme=teinte)
    context.add_init_script(path=str(AXE))
    page, found = context.new_page(), []
    for site, typed in (("demonstration", "fictif"), ("national", "lille"), ("national", "argentan")):
        page.goto(serveur[site] + langue + ADRESSE)
        found += violations(page)
        ask(page, typed)
        page.keyboard.press("ArrowDown")
        found += violations(page)
        page.keyboard.press("Enter")
        page.wait_for_selector(".effacer:not([hidden])")
        found += violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.goto(serveur["demonstration"] + langue + ADRESSE + "#commune=00006&rayon=10")
    page.wait_for_selector(".rien:visible")
    found += violations(page)
    page.fill("#commune", "xyzt")
    page.wait_for_load_state("networkidle")
    found += violations(page)
    context.close()
    assert found == []
