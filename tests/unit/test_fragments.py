"""A fragment is rendered once for each key; no page differs from what it would be without."""

from __future__ import annotations

from pathlib import Path

import material
import pytest

from unit.catalogues import DEMONSTRATION, RACINE, demonstration, plan_demonstration
from vitrine.assembly import Site
from vitrine.assembly.values import page_values, render_page
from vitrine.rendering.environment import make_environment
from vitrine.rendering.fragments import Fragments

THEME = Path(material.__file__).parent / "templates"


@pytest.fixture(scope="module")
def site() -> Site:
    """The demonstration platform, assembled without MkDocs."""
    url = "https://demonstration.vitrine.example/"
    return Site(RACINE, DEMONSTRATION, demonstration(), plan_demonstration(), ("fr", "ar"), url, THEME)


def test_a_piece_is_rendered_once_for_each_key(tmp_path):
    (tmp_path / "a.html").write_text("{% fragment x, 1 %}<b>{{ next() }}</b>{% endfragment %}", "utf-8")
    environment, numbers = make_environment([tmp_path]), iter("123")
    made = [environment.get_template("a.html").render(x=x, next=lambda: next(numbers)) for x in "aba"]
    assert made == ["<b>1</b>", "<b>2</b>", "<b>1</b>"]


@pytest.mark.parametrize("langue", ["fr", "ar"])
def test_no_page_differs_from_what_it_would_be_without_fragments(site, langue):
    without = make_environment([RACINE.dossier / "overrides", THEME])
    without.extensions[Fragments.identifier].fragment = lambda key, caller: caller()  # type: ignore[attr-defined]
    pages = [page for page in site.plan.pages if page.gabarit != "prose.html"]
    differing = [
        page.adresse
        for page in pages
        if render_page(site, page, langue) != without.get_template(page.gabarit).render(page_values(site, page, langue))
    ]
    assert (len(pages) > 300, differing) == (True, [])
