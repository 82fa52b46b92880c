"""Games in a real Chromium: the paper they take, backs behind their fronts, nothing cut off, nothing too wide."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from browser.visite import visit
from crossing import COMPLET

PAPER = {
    "cartes/toutes": 20,
    "cartes/soin": 4,
    "objets/eleve": 4,
    "objets/corrige": 2,
    "vrai-ou-faux/cartes": 10,
    "vrai-ou-faux/corrige": 3,
    "une-journee/domicile": 5,
    "une-journee/corrige": 3,
    "enquete-au-forum/eleve": 2,
    "enquete-au-forum/affiches": 3,
    "enquete-au-forum/organisation": 2,
}
"""Sides of A4 that each sheet takes."""
KINDS = ("", "cartes/", "cartes/encadrement/", *(f"{sheet}/" for sheet in PAPER if not sheet.startswith("cartes")))
MILLIMETRE = 96 / 25.4
MARGINS = 20
PLACES = """faces => faces.map(face => {
  const own = face.getBoundingClientRect()
  return [...face.children].map(card => {
    const box = card.getBoundingClientRect()
    return [card.querySelector('.numero').textContent.match(/\\d+/)[0], box.left - own.left, box.top - own.top]
  })
})"""
CUT = """cards => cards.filter(card => card.scrollHeight > card.clientHeight + 1 || card.scrollWidth > card.clientWidth + 1)
  .map(card => card.textContent.trim().slice(0, 60))"""


@pytest.fixture
def papier(navigateur: Browser) -> Iterator[Page]:
    """A page as wide as what a sheet of A4 prints."""
    page = navigateur.new_page(viewport={"width": round((210 - MARGINS) * MILLIMETRE), "height": 1000})
    page.emulate_media(media="print")
    yield page
    page.close()


def count_pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.mark.parametrize("sheet", PAPER)
def test_a_sheet_takes_the_paper_it_should(papier: Page, serveur: dict[str, str], sheet: str):
    papier.goto(f"{serveur['national']}ecole/jeux/{sheet}/")
    assert count_pages(papier.pdf(prefer_css_page_size=True)) == PAPER[sheet]


def test_the_page_of_a_game_tells_the_paper_that_its_sheets_take(papier: Page, serveur: dict[str, str]):
    papier.goto(f"{serveur['national']}ecole/jeux/cartes/")
    told = papier.locator(".feuilles li").all_inner_texts()
    assert [line for line in told if line.startswith("Soin")] == ["Soin 4 pages A4"]
    assert [line for line in told if line.startswith("Toutes")] == ["Toutes les cartes 20 pages A4"]


@pytest.mark.parametrize("sheet", ["cartes/toutes", "cartes/soin", "vrai-ou-faux/cartes"])
def test_behind_each_front_stands_its_back_once_the_sheet_is_turned_on_its_long_edge(
    papier: Page, serveur: dict[str, str], sheet: str
):
    papier.goto(f"{serveur['national']}ecole/jeux/{sheet}/")
    fronts, backs = (papier.locator(f".planche.{face}").evaluate_all(PLACES) for face in ("recto", "verso"))
    width = 95 * MILLIMETRE
    for front, back in zip(fronts, backs, strict=True):
        behind = {number: (width - left, top) for number, left, top in back}
        for number, left, top in front:
            assert behind[number] == pytest.approx((left, top), abs=0.5), number
    assert len(fronts) == PAPER[sheet] / 2


@pytest.mark.parametrize(
    "sheet", ["cartes/toutes", "vrai-ou-faux/cartes", "enquete-au-forum/affiches", "une-journee/educatif-social"]
)
def test_no_card_nor_puzzle_loses_a_word_on_paper(papier: Page, serveur: dict[str, str], sheet: str):
    papier.goto(f"{serveur['national']}ecole/jeux/{sheet}/")
    pieces = papier.locator(".planche > li, .puzzle")
    assert pieces.count() > 5
    assert pieces.evaluate_all(CUT) == []


@pytest.mark.parametrize("teinte", ["light", pytest.param("dark", marks=COMPLET)])
def test_axe_finds_nothing_on_any_kind_of_sheet_and_no_phone_scrolls_sideways(
    navigateur: Browser, serveur: dict[str, str], teinte: str
):
    found = []
    games = f"{serveur['national']}ecole/jeux/"
    with visit(navigateur, games, color_scheme=teinte) as visite:
        for kind in KINDS:
            visite.page.goto(games + kind)
            found += [f"{kind} {line}" for line in visite.axe()]
            if visite.page.evaluate("document.documentElement.scrollWidth") > 360:
                found.append(f"{kind} is too wide")
    assert found == []


def test_axe_finds_nothing_on_a_sheet_shown_in_an_arabic_frame(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, f"{serveur['national']}ar/ecole/jeux/cartes/encadrement/") as visite:
        assert visite.axe() == []


def test_a_sheet_prints_at_the_press_of_a_button_and_is_read_without_a_script(navigateur: Browser, serveur: dict[str, str]):
    address = f"{serveur['national']}ecole/jeux/cartes/soin/"
    with visit(navigateur, serveur["national"]) as visite:
        page = visite.page
        page.add_init_script("window.print = () => document.documentElement.dataset.imprime = 'oui'")
        page.goto(address)
        page.get_by_role("button", name="Imprimer cette page").click()
        page.locator("html[data-imprime=oui]").wait_for(state="attached")
    with visit(navigateur, address, java_script_enabled=False) as visite:
        assert visite.page.locator(".planche.recto > li").count() == visite.page.locator(".planche.verso > li").count() == 11
