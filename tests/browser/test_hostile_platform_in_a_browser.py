"""The hostile platform in a real browser: pages are opened, searched, compared and kept, and nothing of it ever runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from attaque import SLUG, Attaque
from browser.visite import at_rest, visit
from loopback import served

LISTS = ("", "metiers/", "formations/", "temoignages/", "contacts/", "agenda/", "actualites/", "plateforme/", "pres-de-chez-vous/",
         "prose-hostile/", "mentions-legales/", "accessibilite/", "donnees-personnelles/", "quiz/scenes/", "recherche/?q=script",
         f"comparer/?m={SLUG},aide-soignant", "chiffres-du-secteur/", "en/metiers/")  # fmt: skip
RAN = (
    "() => [window.__xss === undefined, document.querySelectorAll('script:not([src]):not([type=\"application/ld+json\"])').length]"
)
QUESTIONS = 2
"""One whose answers are written, one whose answers are the values of a vocabulary."""


@pytest.fixture(scope="module")
def racine(attaque: Attaque) -> Iterator[str]:
    """The address of the hostile site on loopback."""
    with served(attaque.site) as address:
        yield address


def sheets(attaque: Attaque) -> list[str]:
    """The pages of every hostile record, in French and in English."""
    found = (file.parent.relative_to(attaque.site).as_posix() + "/" for file in attaque.site.rglob("index.html"))
    return sorted(place for place in found if SLUG in place and not place.startswith("ar/"))


def harmless(page: Page) -> bool:
    """Whether nothing has run in a page."""
    found: list[object] = page.evaluate(RAN)
    return found == [True, 0]


def test_nothing_runs_on_any_page_that_shows_an_attack(navigateur: Browser, attaque: Attaque, racine: str):
    places = [*LISTS, *sheets(attaque)]
    assert len(places) > 30
    with visit(navigateur, racine) as visite:
        for address, page in at_rest(visite.page.context, (racine + place for place in places)):
            assert harmless(page), address


def test_nothing_runs_while_searching(navigateur: Browser, racine: str):
    with visit(navigateur, f"{racine}metiers/") as visite:
        page = visite.page
        page.focus("#q")
        page.wait_for_load_state("networkidle")
        for words in ("script", "window xss", "onerror", "<img src=x onerror=window.__xss=1>", "hyperlink"):
            page.fill("#q", words)
            page.wait_for_selector(".resultats:not([hidden])")
            assert harmless(page), words


def test_nothing_runs_in_what_is_kept(navigateur: Browser, racine: str):
    with visit(navigateur, f"{racine}metiers/{SLUG}/") as visite:
        visite.page.locator(".garder button").first.click()
        visite.page.goto(f"{racine}ma-selection/")
        visite.page.wait_for_selector(".selection:not([hidden])")
        assert "</title>" in visite.page.inner_text("main")
        assert harmless(visite.page)


def test_nothing_runs_in_the_result_of_a_quiz(navigateur: Browser, racine: str):
    with visit(navigateur, f"{racine}quiz/{SLUG}/") as visite:
        page = visite.page
        page.wait_for_selector(".quiz.actif")
        for _ in range(QUESTIONS):
            page.locator("fieldset:not([hidden]) label").first.click()
            page.click("[data-suivant]")
        page.wait_for_selector(".quiz-metiers h3 a")
        assert harmless(page)
