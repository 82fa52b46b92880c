"""Two or three professions side by side: chosen by keyboard, kept in the address, from a disk too, or without JavaScript."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.visite import visit
from crossing import crossed

TABLE = ".face thead th"
TWO = "?m=aide-soignant,infirmier"


@pytest.fixture(params=["serveur", "disque"])
def racine(request: pytest.FixtureRequest, serveur: dict[str, str], sites: Path) -> str:
    """The national site, on a server and opened from a disk."""
    return serveur["national"] if request.param == "serveur" else (sites / "national").as_uri() + "/"


def columns(page: Page, number: int) -> list[str]:
    """The addresses of the professions compared, once there are ``number`` of them."""
    page.wait_for_selector(f"{TABLE}:nth-child({number})")
    found: list[str] = page.eval_on_selector_all(TABLE + " a", "nodes => nodes.map(node => node.getAttribute('href'))")
    return [address.split("metiers/")[-1].removesuffix("index.html").strip("/") for address in found]


def choose(page: Page, place: int, slug: str) -> None:
    """Go down a list with the arrow until it shows a profession."""
    chosen = page.locator(".comparateur select").nth(place)
    chosen.focus()
    for _ in range(200):
        if chosen.input_value() == slug:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(slug)


@pytest.mark.parametrize("langue", ["", "ar/"])
def test_professions_are_chosen_by_keyboard_and_live_in_the_address(navigateur: Browser, racine: str, langue: str):
    with visit(navigateur, f"{racine}{langue}comparer/index.html") as visite:
        page = visite.page
        page.wait_for_selector(".comparateur:not([hidden])")
        choose(page, 0, "aide-soignant")
        choose(page, 1, "ergotherapeute")
        page.wait_for_selector(f"{TABLE}:nth-child(2) a[href*='/ergotherapeute/']")  # its family comes after those of the way
        assert columns(page, 2) == ["aide-soignant", "ergotherapeute"]
        expect(page).to_have_url(re.compile(r"\?m=aide-soignant,ergotherapeute$"))
        assert "2" in page.inner_text(".comparateur .etat") or langue
        page.reload()
        assert columns(page, 2) == ["aide-soignant", "ergotherapeute"]
        assert visite.axe() == []


def test_a_shared_address_shows_the_same_table_with_every_row(navigateur: Browser, racine: str):
    with visit(navigateur, racine + "comparer/index.html" + TWO) as visite:
        assert columns(visite.page, 2) == ["aide-soignant", "infirmier"]
        titles = visite.page.locator(".face .ligne").all_inner_texts()
        assert titles[0] == "Débuter sans diplôme" and len(titles) > 20
        assert visite.page.locator(".face .theme").count() == 5


@pytest.mark.parametrize(("langue", "teinte"), crossed(["fr", "ar"], ["light", "dark"]))
def test_axe_finds_nothing_in_a_full_table(navigateur: Browser, serveur: dict[str, str], langue: str, teinte: str):
    address = serveur["national"] + ("" if langue == "fr" else langue + "/") + "comparer/" + TWO + ",aide-a-domicile"
    with visit(navigateur, address, color_scheme=teinte) as visite:
        columns(visite.page, 3)
        assert visite.axe() == []
        assert visite.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_three_columns_fit_a_320_pixel_phone(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, serveur["national"] + "comparer/" + TWO + ",tisf", viewport={"width": 320, "height": 640}) as visite:
        columns(visite.page, 2)
        assert visite.page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.rgaa("5.7")
def test_each_cell_is_bound_to_its_row_and_its_profession(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, serveur["national"] + "comparer/" + TWO) as visite:
        columns(visite.page, 2)
        unbound = visite.page.eval_on_selector_all(
            ".face td", "nodes => nodes.filter(td => td.headers.split(' ').some(id => !document.getElementById(id))).length"
        )
        assert unbound == 0


def test_rows_that_say_the_same_can_be_put_away(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, serveur["national"] + "comparer/" + TWO) as visite:
        columns(visite.page, 2)
        before = visite.page.locator(".face .ligne").count()
        visite.page.focus(".resultat input")
        visite.press("Space")
        kept = visite.page.locator(".face .ligne").all_inner_texts()
        assert 0 < len(kept) < before
        assert "Débuter sans diplôme" not in kept


@pytest.mark.parametrize("query", ["?m=inconnu,aide-soignant", "?m=aide-soignant,aide-soignant", "?m=<b>x,aide-soignant"])
def test_an_address_that_names_nothing_we_know_breaks_nothing(navigateur: Browser, serveur: dict[str, str], query: str):
    with visit(navigateur, serveur["national"] + "comparer/" + query) as visite:
        assert columns(visite.page, 1) == ["aide-soignant"]


def test_without_javascript_one_table_compares_every_profession(navigateur: Browser, serveur: dict[str, str], sites: Path):
    with visit(navigateur, serveur["national"] + "comparer/", java_script_enabled=False) as visite:
        page = visite.page
        assert not page.locator(".comparateur").is_visible()
        sheets = [folder for folder in (sites / "national/metiers").iterdir() if (folder / "index.html").is_file()]
        rows = page.locator(".apercu tr[data-metier]")
        assert 0 < rows.count() <= len(sheets)
        rows.first.locator("a").click()
        page.wait_for_url("**/metiers/*/")


def test_a_sheet_leads_to_its_comparison(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, serveur["national"] + "metiers/aide-soignant/") as visite:
        visite.page.click("a[href*='comparer/?m=']")
        assert columns(visite.page, 2)[0] == "aide-soignant"
