"""The kiosk in a real Chromium: it follows from page to page, lets nobody out, and forgets each visitor after a rest."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from browser.codes import read_code
from browser.visite import Visite, visit
from crossing import crossed

BORNE = "borne/index.html"
SHEET = "metiers/aide-a-domicile/index.html"
HURRY = """if (location.pathname.includes('/aide-a-domicile/'))
  for (const name of ['setTimeout', 'setInterval']) { const own = window[name]; window[name] = (f, ms) => own(f, ms / 50); }"""
"""Playwright's clock hides how a page was reached: where the way back counts, seconds only go faster, and only on the last page."""
MIDDAY = datetime(2026, 11, 22, 12, tzinfo=timezone.utc)
WARNING = "dialog[role=alertdialog]"
STORED = "JSON.stringify([Object.keys(localStorage), Object.keys(sessionStorage), JSON.parse(sessionStorage['vitrine.borne'])])"


@pytest.fixture(params=["serveur", "disque"])
def racine(request: pytest.FixtureRequest, serveur: dict[str, str], sites: Path) -> str:
    """The demonstration site, on a server and opened from a disk."""
    return serveur["demonstration"] if request.param == "serveur" else (sites / "demonstration").as_uri() + "/"


def begin(visite: Visite, racine: str, langue: str = "", *, clock: str = "ours") -> Page:
    """Start the mode as the team of a stand does; time is ours to move, stands still until then, hurries, or goes as it goes."""
    page = visite.page
    if clock in ("ours", "still"):
        page.clock.install(time=MIDDAY)
    if clock == "still":
        page.clock.pause_at(MIDDAY + timedelta(seconds=1))
    elif clock == "hurried":
        page.add_init_script(HURRY)
    page.goto(f"{racine}{langue}{BORNE}")
    page.locator(".borne-equipe summary").click()
    page.locator(".borne-equipe button").click()
    page.wait_for_selector("html.borne")
    return page


def rest(page: Page, seconds: int) -> None:
    """Let time pass with nobody there."""
    page.clock.run_for(seconds * 1000)


def taken_away(page: Page) -> str:
    """What a telephone reads on the screen."""
    page.wait_for_load_state("networkidle")
    return read_code(page.locator("dialog svg"))


def test_the_page_is_a_plain_menu_until_the_team_starts_the_mode(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, serveur["demonstration"] + "borne/") as visite:
        assert visite.page.locator(".touches a").count() >= 10
        assert visite.page.locator(".borne-barre").count() == 0
        assert visite.page.evaluate("sessionStorage.length + localStorage.length") == 0
    with visit(navigateur, serveur["demonstration"] + "borne/", java_script_enabled=False) as visite:
        assert visite.page.locator(".touches a").count() >= 10
        assert not visite.page.locator(".borne-equipe button").is_visible()


def test_the_mode_follows_the_visitor_and_stays_in_its_tab(navigateur: Browser, racine: str):
    with visit(navigateur, racine + "index.html") as visite:
        page = begin(visite, racine)
        page.locator(".touches a").first.click()
        page.wait_for_selector(".borne-barre a")
        assert page.locator(".pied").is_hidden()
        local, session, state = json.loads(page.evaluate(STORED))
        assert (local, session) == ([], ["vitrine.borne"])
        assert state["accueil"] == racine + BORNE and len(state["vues"]) == 2
        page.locator(".borne-barre a").click()
        page.wait_for_selector(".accueil-borne")
        other = page.context.browser.new_page() if page.context.browser else page
        other.goto(racine + "index.html")
        assert other.locator(".borne-barre").count() == 0
        other.close()


def test_an_address_starts_the_mode_and_another_stops_it(navigateur: Browser, racine: str):
    with visit(navigateur, f"{racine}{BORNE}#demarrer") as visite:
        page = visite.page
        page.wait_for_selector("html.borne")
        assert page.url == racine + BORNE and not page.locator(".borne-equipe button").is_visible()
        page.goto(f"{racine}{BORNE}#arreter")
        page.wait_for_selector("html:not(.borne)")
        page.wait_for_selector(".borne-equipe button", state="attached")
        assert page.evaluate("sessionStorage.length") == 0


def test_after_a_rest_a_warning_then_all_is_erased_and_the_first_page_comes_back(navigateur: Browser, racine: str):
    with visit(navigateur, racine + "index.html") as visite:
        page = begin(visite, racine, clock="still")
        page.goto(racine + SHEET)
        page.locator(".garder button").first.click()
        assert json.loads(page.evaluate(STORED))[0]
        rest(page, 59)
        assert page.locator(WARNING).count() == 0
        rest(page, 2)
        assert "19 secondes" in page.locator(f"{WARNING} h2").inner_text()
        assert page.evaluate("document.activeElement.textContent") == "Je continue"
        page.clock.resume()
        assert visite.axe() == []
        rest(page, 21)
        page.wait_for_selector(".accueil-borne")
        assert page.url == racine + BORNE
        local, session, _ = json.loads(page.evaluate(STORED))
        assert (local, session) == ([], ["vitrine.borne"])


GESTURES: dict[str, Callable[[Page], Any]] = {
    "any key": lambda page: page.keyboard.press("a"),
    "a finger on the button": lambda page: page.get_by_role("button", name="Je continue").tap(),
    "the mouse": lambda page: page.mouse.move(30, 40),
    "escape": lambda page: page.keyboard.press("Escape"),
}


@pytest.mark.parametrize("gesture", GESTURES)
def test_any_gesture_answers_the_warning_as_many_times_as_one_likes(navigateur: Browser, serveur: dict[str, str], gesture: str):
    with visit(navigateur, serveur["demonstration"], has_touch=True) as visite:
        page = begin(visite, serveur["demonstration"], clock="still")
        page.goto(serveur["demonstration"] + SHEET)
        page.wait_for_selector(".borne-barre")
        for _ in range(3):
            rest(page, 61)
            page.wait_for_selector(WARNING)
            GESTURES[gesture](page)
            page.wait_for_selector(WARNING, state="detached")
            rest(page, 50)
            assert page.url == serveur["demonstration"] + SHEET and page.locator(WARNING).count() == 0
            page.mouse.move(60, 60)


def test_the_first_page_does_not_warn_when_nothing_would_be_lost(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, serveur["demonstration"]) as visite:
        page = begin(visite, serveur["demonstration"])
        page.locator(".appel .tel").click()
        page.wait_for_selector("dialog[open]")
        rest(page, 61)
        page.wait_for_selector("dialog", state="detached")
        rest(page, 21)
        assert page.locator(WARNING).count() == 0


def test_the_way_back_does_not_lead_to_the_visitor_before(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, serveur["demonstration"]) as visite:
        page = begin(visite, serveur["demonstration"], clock="hurried")
        page.goto(serveur["demonstration"] + "quiz/quel-metier-pour-moi/")
        page.wait_for_selector(".borne-barre a")
        page.goto(serveur["demonstration"] + SHEET, wait_until="commit")
        page.wait_for_selector(".accueil-borne")
        page.go_back()
        page.wait_for_selector(".accueil-borne")
        assert page.url.endswith(BORNE)


def test_the_way_back_works_within_a_visit(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, serveur["demonstration"]) as visite:
        page = begin(visite, serveur["demonstration"], clock="real")
        page.locator(".touches a").first.click()
        page.wait_for_selector(".borne-barre a")
        address = page.url
        page.locator("main .carte h3 a").first.click()
        page.wait_for_selector(".fiche")
        page.go_back()
        page.wait_for_selector(".borne-barre a")
        assert page.url == address


@pytest.mark.parametrize(
    ("adresse", "link", "code"),
    [
        ("metiers/aide-a-domicile/", ".bandeau .tel", "tel:+33199001234"),
        ("contacts/", "main .courriel", "mailto:"),
        ("plateforme/", "main a[href^='https://www.exemple.fr']", "https://www.exemple.fr"),
        ("agenda/", "main a[href$='.ics']", "/agenda/agenda.ics"),
    ],
)
def test_a_link_that_leaves_the_site_becomes_a_code_to_take_away(
    navigateur: Browser, serveur: dict[str, str], adresse: str, link: str, code: str
):
    with visit(navigateur, serveur["demonstration"], viewport={"width": 1280, "height": 900}, device_scale_factor=2) as visite:
        page = begin(visite, serveur["demonstration"])
        page.goto(serveur["demonstration"] + adresse)
        page.wait_for_selector(".borne-barre a")
        page.locator(link).first.focus()
        visite.press("Enter")
        page.wait_for_selector("dialog[open]")
        assert code in taken_away(page)
        assert page.url == serveur["demonstration"] + adresse
        assert visite.axe() == []
        visite.press("Escape")
        page.wait_for_selector("dialog", state="detached")
        page.locator(link).first.click(button="middle")
        page.wait_for_selector("dialog[open]")
        assert len(page.context.pages) == 1


def test_a_link_of_the_site_opens_in_the_same_tab_whatever_key_is_held(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, serveur["demonstration"]) as visite:
        page = begin(visite, serveur["demonstration"])
        address = page.locator(".touches a").first.evaluate("link => link.href")
        page.locator(".touches a").first.click(modifiers=["Control"])
        page.wait_for_url(address)
        page.wait_for_selector(".borne-barre a")
        assert len(page.context.pages) == 1


def test_a_page_is_taken_away_by_its_code(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, serveur["demonstration"]) as visite:
        page = begin(visite, serveur["demonstration"])
        page.goto(serveur["demonstration"] + "metiers/aide-soignant/")
        page.get_by_role("button", name="Emporter cette page").click()
        page.wait_for_selector("dialog[open]")
        assert taken_away(page).endswith("/metiers/aide-soignant/")


@pytest.mark.parametrize(("langue", "teinte", "largeur"), crossed(["", "ar/"], ["light", "dark"], [320, 1280]))
def test_axe_finds_nothing_in_any_state_and_no_page_scrolls_sideways(
    navigateur: Browser, serveur: dict[str, str], largeur: int, teinte: Any, langue: str
):
    with visit(navigateur, serveur["demonstration"], color_scheme=teinte, viewport={"width": largeur, "height": 720}) as visite:
        page = begin(visite, serveur["demonstration"], langue)
        found = visite.axe()
        page.goto(f"{serveur['demonstration']}{langue}{SHEET}")
        page.wait_for_selector(".borne-barre a")
        found += visite.axe()
        page.locator(".borne-barre button").click()
        page.wait_for_selector("dialog[open]")
        found += visite.axe()
        assert page.evaluate("document.documentElement.scrollWidth") <= largeur
        rest(page, 61)
        page.wait_for_selector(WARNING)
        assert found + visite.axe() == []


def test_the_personal_data_page_says_what_the_kiosk_keeps(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, serveur["demonstration"] + "donnees-personnelles/") as visite:
        assert "vitrine.borne" in visite.page.inner_text("main")
