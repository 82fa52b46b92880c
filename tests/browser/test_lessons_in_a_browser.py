"""Lessons in a real Chromium: three clicks and one print, paper that holds, a filter by class."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from browser.visite import visit
from crossing import COMPLET
from project import PROJET

SLUGS = sorted(file.stem for file in (PROJET / "data/seances").glob("*.yml"))
PAGES_AT_MOST = {"eleve": 2, "corrige": 2, "dossier": 8}
LONG = "guider-vers-les-metiers-de-l-autonomie"
"""Three hours among adults take a page more."""
SHEETS = ("", "eleve/", "corrige/", "dossier/")
OTHERS = [("", "dark"), ("ar/", "light"), ("ar/", "dark")]


def count_pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.mark.parametrize("slug", SLUGS)
def test_every_sheet_fits_on_its_paper(page: Page, sites: Path, serveur: dict[str, str], slug: str):
    for name, most in PAGES_AT_MOST.items():
        page.goto(f"{serveur['national']}ecole/seances/{slug}/{name}/")
        assert 1 <= count_pages(page.pdf(format="A4", prefer_css_page_size=True)) <= most + (slug == LONG), name


@pytest.mark.parametrize(
    ("langue", "teinte", "slugs"),
    [("", "light", SLUGS), ("ar/", "dark", SLUGS[:2]), *(pytest.param(*view, SLUGS, marks=COMPLET) for view in OTHERS)],
)
def test_axe_finds_nothing_on_any_lesson(navigateur: Browser, serveur: dict[str, str], langue: str, teinte: Any, slugs: list[str]):
    found = []
    lessons = f"{serveur['national']}{langue}ecole/seances/"
    with visit(navigateur, lessons, color_scheme=teinte) as visite:
        for slug in slugs:
            for sheet in SHEETS if slug == SLUGS[0] else ("dossier/",):
                visite.page.goto(f"{lessons}{slug}/{sheet}")
                found += [f"{slug}/{sheet} {line}" for line in visite.axe()]
    assert found == []


def test_a_teacher_prints_a_whole_lesson_in_three_clicks_and_one_print(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, serveur["national"]) as visite:
        page = visite.page
        page.add_init_script("window.print = () => document.documentElement.dataset.imprime = 'oui'")
        page.locator("main a[href='ecole/']").first.click()
        page.get_by_role("link", name="Devinez le métier", exact=True).click()
        page.get_by_role("link", name="Tout imprimer en une fois").click()
        page.get_by_role("button", name="Imprimer cette page").click()
        page.locator("html[data-imprime=oui]").wait_for(state="attached")
        assert page.url.endswith("ecole/seances/devinez-le-metier/dossier/")


def test_on_paper_a_sheet_bears_no_menu_and_each_part_begins_a_page(navigateur: Browser, serveur: dict[str, str]):
    with visit(navigateur, f"{serveur['national']}ecole/seances/devinez-le-metier/dossier/") as visite:
        visite.page.emulate_media(media="print")
        for selector in (".haut", ".pied", ".imprimer", ".feuille-haut", ".ariane"):
            assert not visite.page.locator(selector).first.is_visible(), selector
        parts = visite.page.locator(".partie")
        assert [parts.nth(i).evaluate("node => getComputedStyle(node).breakBefore") for i in range(2)] == ["page", "page"]


def test_a_class_is_chosen_on_the_page_and_without_a_script(navigateur: Browser, serveur: dict[str, str]):
    address = f"{serveur['national']}ecole/seances/"
    with visit(navigateur, address) as visite:
        visite.page.get_by_label("Bac pro SAPAT").check()
        shown = visite.page.locator(".seance[data-marques]:visible h3")
        assert shown.count() == 2
        assert visite.page.locator(".filtres [role=status]").inner_text() == "2 séances"
    with visit(navigateur, address, java_script_enabled=False) as visite:
        visite.page.get_by_role("link", name="Bac pro SAPAT 2").click()
        assert visite.page.locator(".seance").count() == 2
