"""Filters combine on the page, live in the address, are announced, and are plain links without JavaScript."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import violations
from browser.visite import visit


@pytest.fixture
def page(onglet: Page, serveur: dict[str, str]) -> Page:
    onglet.goto(serveur["national"] + "metiers/")
    onglet.wait_for_selector(".filtres input")
    return onglet


def shown(page: Page) -> set[str]:
    """The professions that are visible."""
    links: list[str] = page.eval_on_selector_all(
        "[data-marques]:not([hidden]) h3 a", "nodes => nodes.map(node => node.getAttribute('href'))"
    )
    return {link.split("metiers/")[-1].removesuffix("index.html").strip("/") for link in links}


def tick(page: Page, value: str) -> None:
    """Open the group of a box and tick it, by keyboard."""
    page.locator(f"details:has(input[value='{value}'])").evaluate("node => { node.open = true }")
    page.focus(f"input[value='{value}']")
    page.keyboard.press("Space")


def test_values_of_a_group_add_up_and_groups_narrow_down(page: Page):
    everything = shown(page)
    tick(page, "famille:soin")
    care = shown(page)
    assert care < everything and "infirmier" in care
    tick(page, "famille:domicile")
    assert care < shown(page)
    tick(page, "niveau:6")
    assert "infirmier" in shown(page) and "aide-a-domicile" not in shown(page)


def test_the_choice_lives_in_the_address_and_the_back_button_undoes_it(page: Page):
    tick(page, "famille:soin")
    page.wait_for_url("**/metiers/?famille=soin")
    chosen, box = shown(page), page.locator("input[value='famille:soin']")
    page.go_back()
    expect(box).not_to_be_checked()
    assert shown(page) > chosen
    page.go_forward()
    expect(box).to_be_checked()
    assert shown(page) == chosen


def test_a_shared_address_shows_the_same_list(page: Page):
    tick(page, "lieu:ehpad")
    expected = shown(page)
    page.reload()
    page.wait_for_selector(".filtres input")
    assert shown(page) == expected
    assert page.is_checked("input[value='lieu:ehpad']")


@pytest.mark.rgaa("7.5")
def test_the_number_left_is_announced_and_everything_can_be_cleared(page: Page):
    everything = shown(page)
    tick(page, "famille:soin")
    assert "métier" in page.inner_text(".etat")
    page.click(".filtres button")
    assert shown(page) == everything
    assert page.inner_text(".etat") == ""


def test_counts_tell_what_each_box_would_leave(page: Page):
    tick(page, "famille:soin")
    label = page.locator("label:has(input[value='niveau:6'])")
    told = int(label.locator(".compte").text_content() or "0")
    tick(page, "niveau:6")
    assert len(shown(page)) == told


@pytest.mark.rgaa("7.2")
def test_without_javascript_each_value_is_a_link_to_its_page(navigateur: Browser, serveur: dict[str, str]):
    context = navigateur.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serveur["national"] + "metiers/")
    page.click("a[data-filtre='famille:soin']")
    page.wait_for_url("**/metiers/par-famille/soin/")
    context.close()


@pytest.mark.parametrize("langue", ["", "ar/"])
def test_filters_work_from_a_disk(navigateur: Browser, sites: Path, langue: str):
    with visit(navigateur, (sites / "national").as_uri() + f"/{langue}metiers/index.html") as visite:
        visite.page.wait_for_selector(".filtres input")
        everything = shown(visite.page)
        tick(visite.page, "diplome:aucun")
        assert shown(visite.page) < everything and "aide-a-domicile" in shown(visite.page)
        expect(visite.page).to_have_url(re.compile(r"\?diplome=aucun$"))
        visite.page.go_back()
        expect(visite.page.locator("input[value='diplome:aucun']")).not_to_be_checked()
        assert shown(visite.page) == everything


def test_training_is_filtered_alike(onglet: Page, serveur: dict[str, str]):
    onglet.goto(serveur["national"] + "ar/formations/?niveau=4")
    onglet.wait_for_selector(".filtres input:checked")
    cards = onglet.locator("[data-marques]").count()
    assert 0 < onglet.locator("[data-marques]:not([hidden])").count() < cards


@pytest.mark.parametrize("langue", ["", "ar/"])
def test_axe_finds_nothing_with_filters_chosen(navigateur: Browser, serveur: dict[str, str], langue: str):
    context = navigateur.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(serveur["national"] + langue + "metiers/?famille=soin&niveau=6")
    page.wait_for_selector(".filtres input:checked")
    found = violations(page)
    context.close()
    assert found == []
