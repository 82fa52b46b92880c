"""« Près de chez vous » everywhere, for everyone: from a disk, unseen by anyone, without JavaScript, by axe."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser.axe import violations
from browser.near_home import ADRESSE, DISTANCES, LANGUAGES, ask, live
from crossing import crossed

VIOLATIONS = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective + " " + event.blockedURI));
"""


@pytest.fixture
def telephone(navigateur: Browser) -> Iterator[BrowserContext]:
    """A phone that notes what the page asks elsewhere and what the policy refuses."""
    context = navigateur.new_context(viewport={"width": 360, "height": 800})
    context.add_init_script(VIOLATIONS)
    yield context
    context.close()


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


@pytest.mark.parametrize(("langue", "teinte"), crossed(LANGUAGES, ["light", "dark"]))
def test_axe_finds_nothing_in_any_state_of_the_page(navigateur: Browser, serveur: dict[str, str], langue: str, teinte: Any):
    context = navigateur.new_context(viewport={"width": 320, "height": 700}, color_scheme=teinte)
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
