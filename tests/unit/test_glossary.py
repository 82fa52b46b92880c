"""The first use of a sigle on a page leads to its explanation, and only the first."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from unit.catalogues import RACINE, chargement_national
from vitrine.glossary import Glossaire, glossary_of
from vitrine.pages import plan_of
from vitrine.pages.page import Plan
from vitrine.selection import visible

GLOSSAIRE = Glossaire({"EHPAD": "ehpad", "VAE": "vae"})


def linked(html: str, seen: set[str] | None = None) -> str:
    """The HTML once sigles are linked."""
    return str(GLOSSAIRE.link(Markup(html), "../glossaire/", seen if seen is not None else set()))


def test_the_first_use_is_linked_and_the_next_ones_are_not():
    assert linked("<p>En EHPAD, l’EHPAD.</p>") == '<p>En <a href="../glossaire/#ehpad">EHPAD</a>, l’EHPAD.</p>'


def test_a_sigle_already_linked_on_the_page_stays_text():
    assert linked("<p>La VAE</p>", {"VAE"}) == "<p>La VAE</p>"


@pytest.mark.parametrize(
    "html", ['<a href="#">EHPAD</a>', "<h3>EHPAD</h3>", "<code>VAE</code>", "<p>SSEHPAD-VAE2</p>", "<p>ehpad</p>"]
)
def test_links_headings_and_parts_of_words_are_left_alone(html: str):
    assert linked(html) == html


def test_every_sigle_of_the_real_glossary_has_an_anchor():
    catalogue = visible(chargement_national().catalogue)
    found = glossary_of(plan_of(catalogue, [RACINE.dossier / "docs"])).ancres
    assert {"EHPAD", "VAE", "MDPH"} <= set(found)
    assert all(found.values())


def test_a_site_without_glossary_links_nothing():
    assert glossary_of(Plan([])).link(Markup("EHPAD"), "x", set()) == "EHPAD"
