"""What a site or a visitor erases goes from the device; two sites, a kiosk and a page without a worker keep apart."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from browser.axe import violations
from browser.hote import (
    OBEYS,
    UPDATED,
    WITHOUT,
    WORKERS,
    Hote,
    arrive,
    kept,
    read,
    until_kept,
)
from vitrine.hors_connexion import removal

SHEET, OTHER, UNREAD = "metiers/aide-a-domicile/", "metiers/infirmier/", "metiers/aide-soignant/"
NUMBER, NEW_NUMBER = "01\u00a099\u00a000\u00a012\u00a034", "01\u00a099\u00a000\u00a056\u00a078"
BAR = ".copie"
DRIVER = Path(__file__).with_name("horsconnexion.mjs")


def test_what_is_erased_from_the_site_goes_from_the_devices_that_come_back(hote: Hote, page: Page):
    arrive(page, hote.adresse + SHEET)
    read(page, hote.adresse + OTHER)
    hote.change(SHEET, NUMBER, "")
    version = json.loads((hote.dossier / "sw.js").read_text("utf-8").removeprefix("const SITE = ").partition(";\n")[0])["version"]
    hote.change("sw.js", version, "0123456789ab")
    page.goto(hote.adresse + "glossaire/")
    page.evaluate(UPDATED)
    page.evaluate(WITHOUT, f"vitrine / {version}")
    hote.stop()
    page.goto(hote.adresse + SHEET)
    assert page.locator(BAR).count() == 1 and NUMBER not in page.inner_text("body")
    page.goto(hote.adresse + OTHER)
    assert "Infirmi" in page.inner_text("h1")  # what was kept has been asked for again


def test_a_site_that_says_no_takes_everything_away(hote: Hote, page: Page, projet: Path):
    arrive(page, hote.adresse + SHEET)
    (hote.dossier / "sw.js").write_bytes(removal(projet / "overrides/assets/sw"))
    for file in hote.dossier.glob("**/index.html"):
        file.write_text(re.sub(r' data-sw="[^"]*"', "", file.read_text("utf-8")), "utf-8")
    page.goto(hote.adresse)
    page.evaluate(UPDATED)
    assert until_kept(page, 0) == {}
    page.goto(hote.adresse)
    assert page.evaluate(WORKERS) == [0, None]


def test_two_sites_of_one_origin_do_not_see_each_other(hote: Hote, page: Page):
    arrive(page, hote.adresse + SHEET)
    page.goto(hote.adresse + "orne/")
    page.evaluate(OBEYS, hote.adresse + "orne/sw.js")
    read(page, hote.adresse + "orne/" + SHEET)
    found = kept(page)
    assert len(found) == 2
    for name, urls in found.items():
        mine = name.startswith("vitrine /orne/ ")
        assert urls and all(url.startswith(hote.adresse + "orne/") is mine for url in urls)
    hote.stop()
    page.goto(hote.adresse + "orne/" + UNREAD)
    own, other = ((hote.dossier / folder / "hors-connexion.html").read_text("utf-8") for folder in ("orne", ""))
    assert f"<title>{page.title()}</title>" in own and f"<title>{page.title()}</title>" not in other
    hote.start()
    page.goto(hote.adresse + "orne/donnees-personnelles/")
    page.click("[data-oublier] button")
    page.wait_for_selector("[data-oublier] [role=status]:not(:empty)")
    assert [name.split()[1] for name in kept(page)] == ["/"]


def test_a_visitor_erases_what_is_kept(hote: Hote, page: Page):
    arrive(page, hote.adresse + SHEET)
    page.goto(hote.adresse + "donnees-personnelles/")
    expect(page.locator("main")).to_contain_text("Les pages gardées sur votre appareil", use_inner_text=True)
    page.click("[data-oublier] button")
    page.wait_for_selector("[data-oublier] [role=status]:not(:empty)")
    assert page.inner_text("[data-oublier] [role=status]") == "C’est fait\u00a0: aucune page n’est plus gardée."
    assert violations(page) == []
    assert kept(page) == {}


def test_a_kiosk_keeps_no_page_even_those_read_before(hote: Hote, page: Page):
    arrive(page, hote.adresse + SHEET)
    page.goto(hote.adresse + "borne/#demarrer")
    page.wait_for_selector("html.borne")
    assert until_kept(page, 0) == {}
    page.goto(hote.adresse + SHEET)
    page.wait_for_selector(".borne-barre")
    assert page.evaluate(WORKERS) == [0, None]
    assert kept(page) == {}


def test_without_a_worker_the_privacy_page_offers_nothing_to_erase(navigateur: Browser, hote: Hote):
    page = navigateur.new_context(java_script_enabled=False).new_page()
    page.goto(hote.adresse + "donnees-personnelles/")
    assert not page.locator("[data-oublier]").is_visible()
    page.context.close()
