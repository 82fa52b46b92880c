"""Cards on a wall in a real Chromium: keys of a keyboard and of a remote, from a disk, without a script, in large type."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.visite import visit
from crossing import crossed

METIERS, IDEES, SCENES = (
    "ecole/projeter/metiers/10-cartes/",
    "ecole/projeter/idees/10-cartes/",
    "ecole/projeter/scenes/que-feriez-vous/",
)
SHOWN = ".diapo:not([hidden])"


def where(page: Page) -> str:
    """The card that is shown, the only one."""
    assert page.locator(SHOWN).count() == 1
    return page.locator(SHOWN).get_attribute("id") or ""


def opened(page: Page) -> int:
    return page.locator(f"{SHOWN} details[open]").count()


@pytest.mark.parametrize("origine", ["http", "file"])
def test_a_remote_shows_each_clue_then_the_next_card_and_comes_back(
    navigateur: Browser, serveur: dict[str, str], sites: Path, origine: str
):
    root = serveur["national"] if origine == "http" else (sites / "national").as_uri() + "/"
    with visit(navigateur, f"{root}{METIERS}index.html") as visite:
        page = visite.page
        assert where(page) == "debut"
        visite.press("PageDown")
        assert (where(page), opened(page)) == ("carte-1", 0)
        visite.press("PageDown", "ArrowRight", "Space")
        assert (where(page), opened(page)) == ("carte-1", 3)
        assert page.locator(f"{SHOWN} .reponse a").inner_text()
        visite.press("ArrowRight")
        assert where(page) == "carte-2"
        expect(page).to_have_url(re.compile("#carte-2$"))
        visite.press("PageUp")
        assert (where(page), opened(page)) == ("carte-1", 3)
        visite.press("ArrowLeft")
        assert opened(page) == 2
        visite.press("End")
        assert where(page) == "fin" and page.locator("[data-action=suivant]").is_disabled()
        visite.press("Home", "Escape")
        page.wait_for_selector("#metiers")
        assert page.url.startswith(f"{root}ecole/projeter/")


def test_arabic_goes_on_towards_the_left(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, f"{serveur['national']}ar/{SCENES}") as visite:
        visite.press("ArrowLeft")
        assert where(visite.page) == "carte-1"
        visite.press("ArrowRight")
        assert where(visite.page) == "debut"


def test_a_screen_reader_hears_the_card_and_what_is_unfolded(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, serveur["national"] + METIERS) as visite:
        visite.press("ArrowRight")
        assert visite.page.evaluate("document.activeElement.innerText").startswith("Carte 1 sur 10")
        visite.press("ArrowRight")
        told = visite.page.locator(".projection [role=status]").text_content() or ""
        assert told.startswith("Indice") and len(told) > 40


def test_buttons_do_what_the_keys_do_and_a_folded_answer_opens_by_hand(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, serveur["national"] + IDEES) as visite:
        page = visite.page
        page.get_by_role("button", name="Suivant").click()
        page.locator(f"{SHOWN} summary").focus()
        visite.press("Space")
        assert (where(page), opened(page)) == ("carte-1", 1)
        page.get_by_role("button", name="Suivant").click()
        assert where(page) == "carte-2"
        page.get_by_role("button", name="Précédent").click()
        assert where(page) == "carte-1"


def test_the_address_of_a_card_opens_that_card(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, f"{serveur['national']}{METIERS}#carte-3") as visite:
        assert where(visite.page) == "carte-3"
        visite.page.evaluate("location.hash = '#carte-5'")
        visite.page.wait_for_selector("#carte-5:not([hidden])")


def test_a_shortcut_of_the_browser_stays_the_browsers(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, serveur["national"] + METIERS) as visite:
        visite.press("Shift+ArrowRight", "Control+ArrowRight")
        assert where(visite.page) == "debut"


def test_without_a_script_the_cards_follow_each_other_down_the_page(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, serveur["national"] + METIERS, java_script_enabled=False) as visite:
        page = visite.page
        assert page.locator(".diapo:visible").count() == 12
        assert not page.locator(".commandes").is_visible()
        page.locator("#debut nav a").click()
        expect(page).to_have_url(re.compile("#carte-1$"))
        page.locator("#carte-1 nav a").last.click()
        expect(page).to_have_url(re.compile("#carte-2$"))
        page.locator("#carte-2 summary").last.click()
        expect(page.locator("#carte-2 .reponse")).to_be_visible()


def test_a_last_row_reads_the_cards(navigateur: Browser, serveur: dict[str, str]):
    sizes = {}
    for width in (360, 1280, 1920):
        with visit(
            navigateur, f"{serveur['national']}{METIERS}#carte-1", viewport={"width": width, "height": width * 9 // 16}
        ) as visite:
            sizes[width] = visite.page.locator("#carte-1 li").first.evaluate("node => parseFloat(getComputedStyle(node).fontSize)")
    assert sizes[360] >= 18 and sizes[1280] >= 32 and sizes[1920] >= 44


@pytest.mark.parametrize(("langue", "teinte", "largeur"), crossed(["", "ar/"], ["light", "dark"], [360, 1280]))
def test_axe_finds_nothing_on_a_card_folded_or_not(
    navigateur: Browser, serveur: dict[str, str], langue: str, teinte: Any, largeur: int
):
    found = []
    home = f"{serveur['demonstration']}{langue}"
    with visit(navigateur, home + METIERS, color_scheme=teinte, viewport={"width": largeur, "height": 800}) as visite:
        for deck in (METIERS, IDEES, SCENES):
            visite.page.goto(home + deck)
            for _ in range(4):
                visite.press("PageDown")
                found += visite.axe()
            assert visite.page.evaluate("document.documentElement.scrollWidth") <= largeur
    assert found == []


def test_every_card_prints_with_its_answer(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, serveur["national"] + METIERS) as visite:
        visite.page.evaluate("dispatchEvent(new Event('beforeprint'))")
        visite.page.emulate_media(media="print")
        assert visite.page.locator(".diapo .reponse:visible").count() == 10
