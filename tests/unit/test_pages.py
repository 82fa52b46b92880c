"""Which pages exist, at which address, under which name, under which others."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from unit.catalogues import (
    DEMONSTRATION,
    DOCS,
    RACINE,
    addresses,
    avec,
    demonstration,
    evenement,
    national,
    plan_demonstration,
    plan_national,
    redire,
)
from vitrine.pages import plan_of
from vitrine.pages.agenda import coming, past
from vitrine.pages.filters import alphabetical, title_of
from vitrine.pages.formations import brought_nearer, leading_to, sessions_of
from vitrine.pages.metiers import by_letter
from vitrine.pages.page import Page, Plan
from vitrine.pages.temoignages import DESCRIPTION_LENGTH, shorten

PLANS = {"national": plan_national, "demonstration": plan_demonstration}


@pytest.fixture(params=PLANS, scope="module")
def plan(request):
    """The plan of the national site, then of a platform."""
    return PLANS[request.param]()


# -- addresses


def test_no_two_pages_share_an_address_or_a_source(plan):
    assert [a for a, count in Counter(page.adresse for page in plan.pages).items() if count > 1] == []
    assert [s for s, count in Counter(page.src_uri for page in plan.pages).items() if count > 1] == []


def test_an_address_is_a_lowercase_folder(plan):
    parts = {part for adresse in addresses(plan) for part in adresse.split("/") if part}
    assert all(adresse == "" or adresse.endswith("/") for adresse in addresses(plan))
    assert [part for part in parts if not part.replace("-", "").isalnum() or not part.isascii()] == []


def test_a_site_has_its_home_its_indexes_and_its_legal_pages(plan):
    expected = {
        "",
        "metiers/",
        "metiers/a-z/",
        "metiers/sans-diplome/",
        "metiers/aide-soignant/",
        "formations/",
        "formations/deas/",
    }
    legal = {"mentions-legales/", "donnees-personnelles/", "accessibilite/", "donnees/", "plan-du-site/"}
    assert expected | legal <= addresses(plan)


def test_every_record_has_its_page():
    slugs = {f"metiers/{slug}/" for slug in national().metiers} | {f"formations/{slug}/" for slug in national().formations}
    assert slugs <= addresses(plan_national())
    assert {f"agenda/{slug}/" for slug in demonstration().evenements} <= addresses(plan_demonstration())


def test_the_site_map_lists_every_other_page(plan):
    listed = {page.adresse for pages in plan.at("plan-du-site/").donnees["filles"].values() for page in pages}
    assert addresses(plan) - listed == {"plan-du-site/"}


@pytest.mark.parametrize(
    ("adresse", "index", "source"),
    [
        ("", False, "index.md"),
        ("metiers/", True, "metiers/index.md"),
        ("accessibilite/", False, "accessibilite.md"),
        ("metiers/par-lieu/ehpad/", False, "metiers/par-lieu/ehpad.md"),
    ],
)
def test_a_page_has_the_markdown_name_that_gives_its_address(adresse, index, source):
    assert Page(adresse, "", {}, {}, donnees={"index": index}).src_uri == source


# -- titles


@pytest.mark.parametrize("langue", ["fr", "en", "ar"])
@pytest.mark.parametrize("what", ["titre", "description"])
def test_no_two_pages_share_a_title_or_a_description(plan, what, langue):
    pages = [page for page in plan.pages if langue in page.langues]
    said = Counter(getattr(page, what)[langue] for page in pages)
    assert [text for text, count in said.items() if count > 1 or not text.strip()] == []


def test_every_page_is_told_in_french_first(plan):
    assert [
        page.adresse for page in plan.pages if not (page.titre.get("fr") and page.description.get("fr") and "fr" in page.langues)
    ] == []


def test_a_description_fits_a_search_result_and_ends_on_a_word():
    long = "Un métier utile, près de chez vous. " * 9
    assert len(shorten(long)) <= DESCRIPTION_LENGTH
    assert shorten(long).endswith("près de chez vous. Un métier…")
    assert shorten("court") == "court"


# -- breadcrumbs


@pytest.mark.parametrize(
    ("adresse", "trail"),
    [
        ("", []),
        ("metiers/", [""]),
        ("metiers/aide-soignant/", ["", "metiers/"]),
        ("metiers/par-lieu/ehpad/", ["", "metiers/"]),
        ("dispositifs/vae/", ["", "dispositifs/"]),
        ("dispositifs/", [""]),
        ("accessibilite/", [""]),
    ],
)
def test_a_page_knows_those_above_it(plan, adresse, trail):
    assert [page.adresse for page in plan.trail(plan.at(adresse))] == trail


def test_every_page_comes_down_from_the_home(plan):
    assert [page.adresse for page in plan.pages if page.adresse and [p.adresse for p in plan.trail(page)][:1] != [""]] == []


def test_a_page_that_is_its_own_parent_has_no_endless_trail():
    page = Page("a/", "", {}, {}, parent="a/")
    assert Plan([page]).trail(page) == []


# -- filters


def test_a_filter_page_exists_only_where_a_record_does(plan):
    found = [page for page in plan.pages if "/par-" in page.adresse]
    assert len(found) > 20
    assert [page.adresse for page in found if not page.donnees["fiches"]] == []


def test_a_filter_page_lists_the_records_that_bear_its_value():
    page = plan_national().at("metiers/par-lieu/ehpad/")
    assert {f.slug for f in page.donnees["fiches"]} == {slug for slug, f in national().metiers.items() if "ehpad" in f.fr.lieux}


def test_filters_follow_the_order_of_their_vocabulary():
    groups = plan_national().at("metiers/").donnees["groupes"]
    order = list(national().termes("familles"))
    codes = [option.code for option in groups["famille"]]
    assert codes == [code for code in order if code in codes]


def test_no_record_with_a_value_means_no_page_for_it():
    slugs = [slug for slug, fiche in national().metiers.items() if "ehpad" in fiche.fr.lieux]
    without = avec(national(), "metiers", *[redire(national().metiers[slug], lieux=["domicile"]) for slug in slugs])
    assert "metiers/par-lieu/ehpad/" not in addresses(plan_of(without, []))


def test_a_profession_stands_under_both_its_letters():
    letters = by_letter([national().metiers["infirmier"], national().metiers["educateur-specialise"]])
    assert {letter: [name for name, _ in entries] for letter, entries in letters.items()} == {
        "E": ["Éducateur spécialisé", "Éducatrice spécialisée"],
        "I": ["Infirmier", "Infirmière"],
    }


def test_accents_do_not_change_the_alphabet():
    titles = [title_of(fiche.fr)[0] for fiche in alphabetical(national().metiers.values())]
    assert titles.index("É") < titles.index("I")


# -- agenda and prose


def test_an_event_is_past_on_the_day_after_its_end():
    days = ["2026-11-21 10:00", "2026-11-22 08:00", "2027-05-01 10:00"]
    hier, jour, mai = (evenement(f"e{n}", debut=day) for n, day in enumerate(days))
    long = evenement("long", debut="2026-11-01 10:00", fin="2026-11-22 08:00")
    catalogue = replace(national(), fiches={"agenda": {f.slug: f for f in (mai, hier, long, jour)}}, aujourd_hui=date(2026, 11, 22))
    assert [f.slug for f in coming(catalogue)] == ["long", "e1", "e2"]
    assert [f.slug for f in past(catalogue)] == ["e0"]


def test_a_platforms_prose_stands_beside_the_national_one_and_may_replace_it(tmp_path):
    (tmp_path / "ecole.md").write_text("---\ntitle: Notre école\ndescription: Chez nous.\n---\nBonjour.\n", "utf-8")
    plan = plan_of(demonstration(), [DOCS, RACINE.plateformes / DEMONSTRATION / "docs", tmp_path])
    assert plan.at("ecole/").titre["fr"] == "Notre école"
    assert plan.at("ecole/").donnees["corps"]["fr"] == "Bonjour.\n"
    assert {"venir-nous-voir/", "recruter/"} <= addresses(plan)


def test_courses_that_are_over_are_not_offered_any_more():
    catalogue = demonstration()
    own = sessions_of(catalogue, "deaes")
    assert own
    gone = [redire(session, debut=date(2020, 1, 6), fin=date(2020, 6, 30)) for session in own]
    assert sessions_of(avec(catalogue, "sessions", *gone), "deaes") == []


def test_courses_come_the_nearest_first():
    starts = [session.fr.debut for session in sessions_of(demonstration(), "deaes") if session.fr.debut]
    assert starts == sorted(starts)


def test_a_diploma_leads_to_some_professions_and_only_brings_others_nearer(plan):
    sheets = {page.fiche.slug: page.donnees for page in plan.pages if page.fiche and page.fiche.genre == "formations"}
    assert "aide-soignant" in sheets["deas"]["metiers"]
    assert "infirmier" in sheets["deas"]["rapproches"]
    assert [slug for slug, shown in sheets.items() if set(shown["metiers"]) & set(shown["rapproches"])] == []


def test_every_way_into_a_profession_has_its_way_back_on_the_page_of_the_diploma():
    catalogue = national()
    for slug, metier in catalogue.metiers.items():
        for formation in {*metier.fr.formations_menant, *metier.fr.formations_de_depart} & set(catalogue.formations):
            shown = [*leading_to(catalogue, catalogue.formations[formation]), *brought_nearer(catalogue, formation)]
            assert slug in shown
