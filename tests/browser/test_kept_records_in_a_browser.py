"""What a visitor keeps stays in the browser: kept, printed, shared, exported, erased by keyboard, and told truly."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.codes import read_code
from browser.visite import Visite, visit
from loopback import served
from unit.catalogues import DOCS, avec, demonstration, redire
from vitrine.carnet import carnet_file
from vitrine.pages import plan_of

PLACES = ("metiers/aide-a-domicile/", "formations/deaes/")
KEPT = ".gardees h3 a"


@pytest.fixture(params=["serveur", "disque"])
def racine(request: pytest.FixtureRequest, serveur: dict[str, str], sites: Path) -> str:
    """The demonstration site, on a server and opened from a disk."""
    return serveur["demonstration"] if request.param == "serveur" else (sites / "demonstration").as_uri() + "/"


def keep(visite: Visite, racine: str, *places: str) -> None:
    """Keep some records by keyboard, each from its own page."""
    for place in places:
        visite.page.goto(f"{racine}{place}index.html")
        visite.page.locator(".garder button").first.focus()
        visite.press("Enter")


def open_kept(visite: Visite, racine: str, langue: str = "", suite: str = "") -> None:
    """Go to the page of what is kept."""
    visite.page.goto("about:blank")
    visite.page.goto(f"{racine}{langue}ma-selection/index.html{suite}")
    visite.page.wait_for_selector(".selection:not([hidden])")


def stored(page: Page) -> dict[str, list[str]]:
    """Everything in local storage."""
    found: str = page.evaluate("JSON.stringify(Object.fromEntries(Object.entries(localStorage)))")
    return {key: json.loads(value) for key, value in json.loads(found).items()}


@pytest.mark.parametrize("langue", ["", "ar/"])
def test_records_are_kept_shown_and_taken_away_by_keyboard(navigateur: Browser, racine: str, langue: str):
    with visit(navigateur, f"{racine}index.html") as visite:
        page = visite.page
        assert not page.locator(".ma-selection").is_visible()
        keep(visite, racine, *(langue + place for place in PLACES))
        assert page.locator(".garder button").get_attribute("aria-pressed") == "true"
        assert page.inner_text(".ma-selection .compte") == "2"
        open_kept(visite, racine, langue)
        assert page.locator(KEPT).count() == 2
        assert visite.axe() == []
        page.locator(".gardees button").first.focus()
        visite.press("Enter")
        assert page.locator(KEPT).count() == 1
        assert page.evaluate("document.activeElement.closest('.gardees') !== null")


def test_only_addresses_are_stored_under_the_documented_key(navigateur: Browser, serveur: dict[str, str]):
    racine = serveur["demonstration"]
    with visit(navigateur, racine) as visite:
        keep(visite, racine, *PLACES)
        assert stored(visite.page) == {"vitrine.selection:/": list(PLACES)}
        visite.page.goto(racine + "donnees-personnelles/")
        assert "vitrine.selection" in visite.page.inner_text("main")


def test_the_same_button_gives_back_what_it_kept(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, serveur["demonstration"]) as visite:
        keep(visite, serveur["demonstration"], PLACES[0])
        visite.press("Enter")
        assert visite.page.locator(".garder button").get_attribute("aria-pressed") == "false"
        assert stored(visite.page) == {}
        assert not visite.page.locator(".ma-selection").is_visible()


def test_everything_is_erased_in_one_gesture(navigateur: Browser, serveur: dict[str, str]):
    racine = serveur["demonstration"]
    with visit(navigateur, racine) as visite:
        keep(visite, racine, *PLACES)
        open_kept(visite, racine)
        visite.page.focus("[data-action=effacer]")
        visite.press("Enter")
        assert stored(visite.page) == {}
        assert visite.page.locator(KEPT).count() == 0
        assert not visite.page.locator("[data-action=effacer]").is_visible()
        assert visite.page.evaluate("document.activeElement.tagName") == "H2"


def test_a_shared_link_shows_the_list_and_keeps_it_only_when_asked(navigateur: Browser, racine: str):
    with visit(navigateur, f"{racine}index.html") as visite:
        page = visite.page
        open_kept(visite, racine, suite="#s=" + ",".join([*PLACES, "metiers/inconnu/"]))
        assert page.locator(KEPT).count() == 2
        assert "n’est plus publié" in page.inner_text(".selection .etat")
        assert stored(page) == {}
        assert visite.axe() == []
        page.focus("[data-action=garder]")
        visite.press("Enter")
        assert list(stored(page).values()) == [list(PLACES)]
        expect(page).to_have_url(re.compile("^[^#]*$"))


FORMER, TODAY = "metiers/ambassadeur-de-l-autonomie/", "metiers/ambassadeur-des-metiers/"
TITLES = ["Aide à domicile", "Ambassadeur des métiers ou ambassadrice des métiers"]
KEPT_BEFORE = "places => localStorage.setItem('vitrine.selection:' + new URL('.', location).pathname, JSON.stringify(places))"


@pytest.fixture(scope="module")
def renomme(sites: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration site, where a sheet had another name before: what its page and the list of records then hold."""
    folder = tmp_path_factory.mktemp("renomme") / "site"
    shutil.copytree(sites / "demonstration", folder)
    before = demonstration()
    catalogue = avec(before, "metiers", redire(before.metiers[slug_of(TODAY)], anciens_slugs=[slug_of(FORMER)]))
    (listed,) = (folder / "assets").glob("carnet-fr.*.js")
    listed.write_bytes(carnet_file(catalogue, plan_of(catalogue, [DOCS]), "fr")[1])
    sheet = folder / TODAY / "index.html"
    sheet.write_text(
        sheet.read_text("utf-8").replace(f'data-garder="{TODAY}"', f'data-garder="{TODAY}" data-anciennes="{FORMER}"'), "utf-8"
    )
    return folder


def slug_of(place: str) -> str:
    return place.split("/")[1]


@pytest.fixture(params=["serveur", "disque"])
def apres(request: pytest.FixtureRequest, renomme: Path) -> Iterator[str]:
    """That site, on a server and opened from a disk."""
    with served(renomme) if request.param == "serveur" else nullcontext(renomme.as_uri() + "/") as address:
        yield address


@pytest.mark.parametrize("places", [(FORMER, PLACES[0]), (PLACES[0], FORMER, TODAY)])
def test_a_record_kept_under_its_former_name_is_shown_and_kept_under_that_of_today(
    navigateur: Browser, apres: str, places: tuple[str, ...]
):
    with visit(navigateur, f"{apres}index.html") as visite:
        visite.page.evaluate(KEPT_BEFORE, places)
        open_kept(visite, apres)
        assert sorted(visite.page.locator(KEPT).all_inner_texts()) == TITLES
        assert [sorted(kept) for kept in stored(visite.page).values()] == [sorted([PLACES[0], TODAY])]
        assert "n’est plus publié" not in visite.page.inner_text(".selection .etat")
        visite.page.locator(KEPT, has_text="Ambassadeur").click()
        assert visite.page.locator(".garder button").get_attribute("aria-pressed") == "true"


def test_a_sheet_kept_under_its_former_name_says_that_it_is_kept(navigateur: Browser, apres: str):
    with visit(navigateur, f"{apres}index.html") as visite:
        visite.page.evaluate(KEPT_BEFORE, [FORMER])
        visite.page.goto(f"{apres}{TODAY}index.html")
        assert visite.page.locator(".garder button").get_attribute("aria-pressed") == "true"
        assert list(stored(visite.page).values()) == [[TODAY]]


def test_a_link_shared_under_a_former_name_leads_to_that_of_today(navigateur: Browser, apres: str):
    with visit(navigateur, f"{apres}index.html") as visite:
        open_kept(visite, apres, suite=f"#s={FORMER},{PLACES[0]}")
        assert visite.page.locator(KEPT).count() == 2
        assert "n’est plus publié" not in visite.page.inner_text(".selection .etat")
        assert stored(visite.page) == {}
        visite.page.click("[data-action=garder]")
        assert list(stored(visite.page).values()) == [[TODAY, PLACES[0]]]


@pytest.mark.parametrize("suite", ["#s=%E0%A4%A", "#s=", "#s=__proto__,constructor", "#s=<img src=x onerror=alert(1)>"])
def test_a_hostile_link_shows_nothing_and_runs_nothing(navigateur: Browser, serveur: dict[str, str], suite: str):
    with visit(navigateur, serveur["demonstration"]) as visite:
        open_kept(visite, serveur["demonstration"], suite=suite)
        assert visite.page.locator(KEPT).count() == 0
        assert visite.page.locator(".selection img").count() == 0


@pytest.mark.parametrize("value", ["{", "42", '[1, {"a": 2}]', '"x"'])
def test_a_storage_that_something_else_has_spoilt_counts_as_empty(navigateur: Browser, serveur: dict[str, str], value: str):
    with visit(navigateur, serveur["demonstration"]) as visite:
        visite.page.evaluate("value => localStorage.setItem('vitrine.selection:/', value)", value)
        open_kept(visite, serveur["demonstration"])
        assert visite.page.locator(KEPT).count() == 0
        keep(visite, serveur["demonstration"], PLACES[0])
        assert stored(visite.page) == {"vitrine.selection:/": [PLACES[0]]}


@pytest.mark.parametrize("places", [PLACES, ("metiers/aide-a-domicile/",) * 1, ()])
def test_the_qr_code_leads_to_the_selection(navigateur: Browser, serveur: dict[str, str], places: tuple[str, ...]):
    racine = serveur["demonstration"]
    wanted = places or tuple(f"metiers/{slug}/" for slug in ("aide-a-domicile", "auxiliaire-de-vie", "aide-soignant", "infirmier"))
    with visit(navigateur, racine, viewport={"width": 900, "height": 900}) as visite:
        open_kept(visite, racine, suite="#s=" + ",".join(wanted))
        visite.page.focus("[data-action=qr]")
        visite.press("Enter")
        link = visite.page.input_value("#lien")
        assert read_code(visite.page.locator(".qr svg")) == link
        assert link == f"{racine}ma-selection/index.html#s=" + ",".join(wanted)
        assert visite.axe() == []


def test_too_long_a_selection_says_that_no_code_can_hold_it(navigateur: Browser, serveur: dict[str, str], sites: Path):
    slugs = sorted(folder.name for folder in (sites / "demonstration/formations").iterdir() if (folder / "index.html").is_file())
    with visit(navigateur, serveur["demonstration"]) as visite:
        open_kept(visite, serveur["demonstration"], suite="#s=" + ",".join(f"formations/{slug}/" for slug in slugs[:60]))
        visite.page.click("[data-action=qr]")
        assert "Trop d’éléments" in visite.page.inner_text(".qr")


def test_the_link_can_be_copied_even_when_the_clipboard_is_refused(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, serveur["demonstration"]) as visite:
        keep(visite, serveur["demonstration"], PLACES[0])
        open_kept(visite, serveur["demonstration"])
        visite.page.click("[data-action=copier]")
        visite.page.wait_for_selector(".etat:has-text('opié'), .etat:has-text('copiez')")
        assert visite.page.evaluate("getSelection().toString() || document.activeElement.value || lien.value").endswith(PLACES[0])


def test_the_file_holds_titles_telephones_and_addresses(navigateur: Browser, serveur: dict[str, str], tmp_path: Path):
    racine = serveur["demonstration"]
    with visit(navigateur, racine) as visite:
        keep(visite, racine, "contacts/", PLACES[0])
        open_kept(visite, racine)
        with visite.page.expect_download() as coming:
            visite.page.click("[data-action=exporter]")
        coming.value.save_as(tmp_path / "selection.txt")
        text = (tmp_path / "selection.txt").read_text("utf-8-sig")
        assert coming.value.suggested_filename == "ma-selection.txt"
        assert "Aide à domicile" in text and f"{racine}{PLACES[0]}" in text
        assert "01\u00a099" in text


def test_a_kept_contact_can_be_called(navigateur: Browser, serveur: dict[str, str]):
    racine = serveur["demonstration"]
    with visit(navigateur, racine) as visite:
        keep(visite, racine, "contacts/")
        open_kept(visite, racine)
        assert visite.page.locator(".gardees a[href^='tel:+33']").count() == 1
        assert "#contact-" in (visite.page.locator(KEPT).get_attribute("href") or "")


def test_what_is_kept_prints_on_one_sheet_without_buttons(navigateur: Browser, serveur: dict[str, str]):
    racine = serveur["demonstration"]
    with visit(navigateur, racine) as visite:
        keep(visite, racine, *PLACES, "contacts/", "metiers/aide-soignant/", "metiers/infirmier/")
        open_kept(visite, racine)
        pages = visite.page.pdf(format="A4")
        assert pages.count(b"/Type /Page\n") + pages.count(b"/Type /Page ") == 1
        visite.page.emulate_media(media="print")
        assert visite.page.locator(".selection button:visible").count() == 0


def test_without_javascript_the_page_says_what_to_do(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, serveur["demonstration"] + "ma-selection/", java_script_enabled=False) as visite:
        assert visite.page.locator("noscript").count() == 1
        assert not visite.page.locator(".selection").is_visible()
        visite.page.goto(serveur["demonstration"] + PLACES[0])
        assert visite.page.locator(".garder button").count() == 0
