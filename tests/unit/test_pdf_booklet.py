"""A booklet: contents whose links lead to the right pages, bookmarks by family."""

from __future__ import annotations

import re

import pytest

from papier import opened, site_of, sizes, text_of
from vitrine.pdf.cache import Cache
from vitrine.pdf.livret import booklet

SLUGS = ("aide-soignant", "infirmier", "aide-a-domicile")
"""Two families: home help first, then care."""


@pytest.fixture(scope="module")
def avances() -> list[int]:
    """One entry each time the booklet says that it has advanced."""
    return []


@pytest.fixture(scope="module")
def livret(tmp_path_factory, avances) -> bytes:
    site = site_of()
    fiches = [site.catalogue.metiers[slug] for slug in SLUGS]
    return booklet(site, fiches, "fr", Cache(tmp_path_factory.mktemp("cache")), lambda: avances.append(1))


def test_a_booklet_has_a_cover_contents_and_a_page_a_sheet(livret, avances):
    assert len(sizes(livret)) == 5
    assert "3 métiers de l’autonomie" in text_of(livret, 0)
    assert "Sommaire" in text_of(livret, 1)
    assert [text_of(livret, number).count("Ce que vous faites") for number in range(5)] == [0, 0, 1, 1, 1]
    assert len(avances) == 3


def test_each_line_of_the_contents_leads_to_its_sheet_and_tells_its_page(livret):
    document = opened(livret)
    numbers = {page.objgen: number for number, page in enumerate(document.pages)}
    names = document.Root.Names.Dests.Names
    dests = {str(names[place]): names[place + 1] for place in range(0, len(names), 2)}
    targets = {str(link.Dest): numbers[dests[str(link.Dest)][0].objgen] for link in document.pages[1].Annots}
    assert targets == {"fiche-aide-a-domicile": 2, "fiche-aide-soignant": 3, "fiche-infirmier": 4}
    said = text_of(livret, 1)
    assert re.search(r"domicile[ .]+3 .*aide-soignante[ .]+4 .*infirmière[ .]+5", said)


def test_bookmarks_are_the_families_and_the_professions_under_them(livret):
    with opened(livret).open_outline() as outline:
        found = {item.title: [child.title for child in item.children] for item in outline.root}
    assert found == {
        "Sommaire": [],
        "Aide à domicile": ["Aide à domicile"],
        "Soin": ["Aide-soignant ou aide-soignante (AS)", "Infirmier ou infirmière (IDE)"],
    }
