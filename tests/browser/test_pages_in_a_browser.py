"""Pages in a real Chromium: accessibility rules, reflow, keyboard, no script, no request elsewhere."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import violations
from browser.visite import at_rest
from crossing import COMPLET

VIEWS = [
    ("", 360, {"color_scheme": "light"}),
    ("ar/", 1280, {"color_scheme": "dark"}),
    pytest.param("en/", 640, {"forced_colors": "active"}, marks=COMPLET),
]
"""Three views as unlike as can be; `make audit` adds the third and crosses every language, scheme and width."""


@pytest.mark.rgaa("3.2", "7.1")
@pytest.mark.parametrize(("langue", "largeur", "couleurs"), VIEWS)
def test_axe_finds_nothing_on_any_kind_of_page(  # noqa: PLR0917
    navigateur: Browser, serveur: dict[str, str], adresses: list[str], langue: str, largeur: int, couleurs: Any
):
    context = navigateur.new_context(viewport={"width": largeur, "height": 800}, **couleurs)
    page, found = context.new_page(), []
    pages = [("demonstration", adresse) for adresse in adresses] + [("national", "plateformes/"), ("national", "")]
    for site, adresse in pages:
        page.goto(f"{serveur[site]}{langue}{adresse}")
        found += [f"{site}/{langue}{adresse}: {line}" for line in violations(page)]
    context.close()
    assert found == []


@pytest.mark.rgaa("10.11")
@pytest.mark.parametrize("langue", ["", pytest.param("en/", marks=COMPLET), "ar/"])
def test_no_page_scrolls_sideways_on_a_320_pixel_phone(page: Page, serveur: dict[str, str], adresses: list[str], langue: str):
    page.set_viewport_size({"width": 320, "height": 640})
    wide = []
    for adresse in adresses:
        page.goto(f"{serveur['demonstration']}{langue}{adresse}")
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(adresse)
    assert wide == []


def test_no_page_asks_anything_elsewhere_nor_complains(navigateur: Browser, serveur: dict[str, str], adresses: list[str]):
    requested: list[str] = []
    complaints: list[str] = []
    context = navigateur.new_context()
    context.on("request", lambda request: requested.append(request.url))
    context.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    context.on("weberror", lambda fault: complaints.append(str(fault.error)))
    context.on("requestfailed", lambda request: complaints.append(request.url))
    assert sum(1 for _ in at_rest(context, (serveur["demonstration"] + adresse for adresse in adresses))) == len(adresses)
    context.close()
    assert {url for url in requested if not url.startswith(serveur["demonstration"])} == set()
    assert complaints == []
    assert len(requested) > len(adresses)


@pytest.mark.rgaa("7.1", "7.3")
def test_the_menu_opens_and_closes_by_keyboard_and_says_so(page: Page, serveur: dict[str, str]):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(serveur["demonstration"])
    button = page.locator(".bouton-menu")
    assert not page.locator("#menu").is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true" and page.locator("#menu").is_visible()
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false" and not page.locator("#menu").is_visible()
    assert page.evaluate("document.activeElement.className") == "bouton-menu"


@pytest.mark.rgaa("10.13")
def test_the_language_list_closes_with_escape_and_gives_the_focus_back(page: Page, serveur: dict[str, str]):
    page.goto(serveur["demonstration"])
    page.locator(".langues summary").focus()
    page.keyboard.press("Enter")
    assert page.locator(".langues a").first.is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".langues a").first.is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


@pytest.mark.rgaa("7.2")
def test_without_javascript_every_menu_is_there(navigateur: Browser, serveur: dict[str, str]):
    context = navigateur.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(serveur["demonstration"])
    assert page.locator("#menu a").first.is_visible()
    assert not page.locator(".bouton-menu").is_visible()
    context.close()


@pytest.mark.rgaa("12.7")
def test_the_first_key_skips_to_the_content(page: Page, serveur: dict[str, str]):
    page.goto(serveur["demonstration"] + "metiers/aide-a-domicile/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#contenu")).to_be_focused()


def test_closed_details_are_opened_for_printing(page: Page, serveur: dict[str, str]):
    page.goto(serveur["demonstration"] + "metiers/aide-a-domicile/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("main details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("main details[open]").count() == 0
