"""A piece is rendered once for each key; no page differs from what it would be without, alone or after other sites."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import material
import pytest

from unit.catalogues import (
    DEMONSTRATION,
    RACINE,
    chargement_national,
    demonstration,
    masking,
    national,
    plan_demonstration,
    plan_national,
)
from vitrine.assembly import Site
from vitrine.assembly.commun import Commun
from vitrine.assembly.values import page_values, render_page
from vitrine.pages import plan_of
from vitrine.pages.page import Page, Plan
from vitrine.rendering.environment import make_environment
from vitrine.rendering.fragments import Fragments
from vitrine.rendering.vue import Vue

THEME = Path(material.__file__).parent / "templates"
OVERRIDES = RACINE.dossier / "overrides"
URL = "https://demonstration.vitrine.example/"


@pytest.fixture(scope="module")
def site() -> Site:
    """The demonstration platform, assembled without MkDocs."""
    return Site(RACINE, DEMONSTRATION, demonstration(), plan_demonstration(), ("fr", "ar"), URL, THEME)


@pytest.fixture
def vue() -> Callable[..., Vue]:
    """A view of a page of the demonstration, whose site keeps the pieces given."""

    def made(pieces: dict[tuple[object, ...], str], adresse: str = "a/") -> Vue:
        page = Page(adresse, "a.html", {"fr": "A"}, {"fr": ""})
        return Vue(demonstration(), plan_demonstration(), page, "fr", "fr", THEME / ".icons", pieces=pieces)

    return made


def made_of_data(site: Site) -> list[Page]:
    return [page for page in site.plan.pages if page.gabarit != "prose.html"]


def test_a_piece_is_rendered_once_for_each_key_and_site(tmp_path, vue):
    (tmp_path / "a.html").write_text("{% fragment v, x, 1 %}<b>{{ next() }}</b>{% endfragment %}", "utf-8")
    environment, numbers, one, other = make_environment([tmp_path]), iter("12345"), {}, {}
    asked = [(one, "a"), (one, "b"), (one, "a"), (other, "a"), (other, "a")]
    made = [environment.get_template("a.html").render(v=vue(site), x=x, next=lambda: next(numbers)) for site, x in asked]
    assert made == ["<b>1</b>", "<b>2</b>", "<b>1</b>", "<b>3</b>", "<b>3</b>"]


def test_a_common_piece_is_rendered_once_for_all_sites_and_explains_its_sigles_on_each_page(tmp_path, vue):
    text = "{% commun v, x %}{{ next() }}{{ explique(v) }}{% endcommun %}"
    (tmp_path / "a.html").write_text(text, "utf-8")
    environment, numbers, views = make_environment([tmp_path]), iter("12345"), [vue({}), vue({}), vue({}, "a/b/")]

    def explain(v: Vue) -> str:
        v.expliques.add("EHPAD")
        return ""

    template = environment.get_template("a.html")
    made = [template.render(v=v, x=[DEMONSTRATION], next=lambda: next(numbers), explique=explain) for v in views]
    assert (made, [v.expliques for v in views]) == (["1", "1", "2"], [{"EHPAD"}] * 3)


@pytest.mark.parametrize("langue", ["fr", "ar"])
def test_no_page_differs_from_what_it_would_be_without_fragments(site, langue):
    without = make_environment([OVERRIDES, THEME])
    for name in ("fragment", "commun"):
        setattr(without.extensions[Fragments.identifier], name, lambda vue, key, caller: caller())
    pages = made_of_data(site)
    differing = [
        page.adresse
        for page in pages
        if render_page(site, page, langue) != without.get_template(page.gabarit).render(page_values(site, page, langue))
    ]
    assert (len(pages) > 300, differing) == (True, [])


@pytest.fixture(scope="module")
def amputated() -> Site:
    """A platform that masks professions and diplomas that others lead to, and has neither glossary nor comparison."""
    catalogue = masking(metiers=[*national().metiers][::3], formations=[*national().formations][::2])
    pages = plan_of(catalogue, [RACINE.docs]).pages
    plan = Plan([page for page in pages if page.adresse not in ("glossaire/", "comparer/", "dispositifs/")])
    return Site(RACINE, DEMONSTRATION, catalogue, plan, ("fr", "ar"), URL, THEME)


@pytest.mark.parametrize("langue", ["fr", "ar"])
@pytest.mark.parametrize("name", ["site", "amputated"])
def test_no_page_differs_when_another_site_has_been_rendered_before(name, langue, request):
    platform: Site = request.getfixturevalue(name)
    commun = Commun(chargement_national(), make_environment([OVERRIDES, THEME]))
    before = Site(RACINE, None, national(), plan_national(), ("fr", "ar"), "https://vitrine.example/", THEME, commun=commun)
    after = replace(platform, commun=commun)
    for page in made_of_data(before):
        render_page(before, page, langue)
    pages = made_of_data(platform)
    differing = [page.adresse for page in pages if render_page(after, page, langue) != render_page(platform, page, langue)]
    assert (len(pages) > 250, differing) == (True, [])
