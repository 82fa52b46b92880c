"""Views link from anywhere, in any language, and say numbers, names and icons safely."""

from __future__ import annotations

from datetime import date
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urljoin

import pytest

from unit.catalogues import demonstration, national, plan_national
from vitrine.model.francais import Francais
from vitrine.pages.page import Page
from vitrine.rendering.vue import Vue, icon

ICONS = Path(find_spec("material").origin).parent / "templates" / ".icons"
SITE = "https://exemple.fr/site/"
DEPTHS = ["", "metiers/", "metiers/aide-soignant/", "metiers/par-lieu/ehpad/"]


def vue(adresse="", langue="fr", langue_page=None):
    """The view of a page of the national site, in a language."""
    page = plan_national().at(adresse) or Page(adresse, "", {"fr": "x"}, {"fr": "x"})
    return Vue(national(), plan_national(), page, langue, langue_page or langue, ICONS)


def where(adresse, langue="fr"):
    """The public address of a page."""
    return SITE + ("" if langue == "fr" else f"{langue}/") + adresse


# -- addresses


@pytest.mark.parametrize("target", ["", "metiers/", "formations/deas/"])
@pytest.mark.parametrize("langue", ["fr", "en", "ar"])
@pytest.mark.parametrize("adresse", DEPTHS)
def test_a_link_leads_to_its_page_from_any_depth_and_language(adresse, langue, target):
    link = vue(adresse, langue).url(target)
    assert link
    assert not link.startswith("/")
    assert urljoin(where(adresse, langue), link) == where(target, langue)


@pytest.mark.parametrize("langue", ["fr", "en", "ar"])
@pytest.mark.parametrize("adresse", DEPTHS)
def test_a_file_stands_at_the_root_of_the_site(adresse, langue):
    assert urljoin(where(adresse, langue), vue(adresse, langue).url_fichier("assets/a.css")) == f"{SITE}assets/a.css"
    assert urljoin(where(adresse, langue), vue(adresse, langue).url_fichier("")) == SITE


@pytest.mark.parametrize("other", ["fr", "en", "ar"])
@pytest.mark.parametrize("langue", ["fr", "en"])
@pytest.mark.parametrize("adresse", DEPTHS)
def test_another_language_is_the_same_page_elsewhere(adresse, langue, other):
    assert urljoin(where(adresse, langue), vue(adresse, langue).url_langue(other)) == where(adresse, other)


def test_an_untranslated_page_links_from_the_address_it_has():
    french = vue("metiers/infirmier/", "fr", langue_page="en")
    assert urljoin(where("metiers/infirmier/", "en"), french.url_fichier("assets/a.css")) == f"{SITE}assets/a.css"


def test_a_view_knows_which_pages_and_records_exist():
    assert vue().existe("metiers/")
    assert not vue().existe("metiers/inconnu/")
    assert [f.slug for f in vue().fiches("metiers", ["infirmier", "inconnu", "aide-soignant"])] == ["infirmier", "aide-soignant"]


# -- coordinates


@pytest.mark.parametrize(
    ("digits", "dialled", "shown"),
    [
        ("0145670000", "+33145670000", "01\u00a045\u00a067\u00a000\u00a000"),
        ("0262123456", "+262262123456", "02\u00a062\u00a012\u00a034\u00a056"),
        ("0696123456", "+596696123456", "06\u00a096\u00a012\u00a034\u00a056"),
        ("0694123456", "+594694123456", "06\u00a094\u00a012\u00a034\u00a056"),
        ("0690123456", "+590690123456", "06\u00a090\u00a012\u00a034\u00a056"),
        ("0639123456", "+262639123456", "06\u00a039\u00a012\u00a034\u00a056"),
        ("0800123456", "+33800123456", "0\u00a0800\u00a0123\u00a0456"),
        ("3949", "3949", "39\u00a049"),
        ("119", "119", "119"),
    ],
    ids=["métropole", "Réunion", "Martinique", "Guyane", "Guadeloupe", "Mayotte", "gratuit", "court", "urgence"],
)
def test_a_number_can_be_dialled_and_reads_left_to_right(digits, dialled, shown):
    assert vue().tel(digits) == f'<a class="tel" href="tel:{dialled}"><bdi dir="ltr">{shown}</bdi></a>'


def test_an_address_and_a_code_read_left_to_right():
    assert vue().courriel("a@exemple.fr") == '<a class="courriel" href="mailto:a@exemple.fr"><bdi dir="ltr">a@exemple.fr</bdi></a>'
    assert vue().code('RNCP<1>"') == '<bdi dir="ltr">RNCP&lt;1&gt;&#34;</bdi>'


# -- languages


@pytest.mark.parametrize(
    ("langue", "written", "attribute"),
    [
        ("fr", {"fr"}, ""),
        ("en", {"fr", "en"}, ""),
        ("en", {"fr"}, ' lang="fr" dir="ltr"'),
        ("ar", {"fr", "en"}, ' lang="fr" dir="ltr"'),
    ],
)
def test_a_language_is_marked_only_when_it_changes(langue, written, attribute):
    assert vue(langue=langue).attr_langue(written) == attribute


def test_dates_money_and_direction_follow_the_language():
    day = date(2026, 11, 22)
    assert (vue(langue="fr").date(day), vue(langue="en").jour(day)) == ("22 novembre 2026", "Sunday 22 November 2026")
    assert vue(langue="ar").euros(1825) == '<bdi dir="ltr">1,825\u00a0€</bdi>'
    assert (vue(langue="ar").sens(), vue(langue="ar").sens("fr")) == ("rtl", "ltr")


def test_labels_make_one_sentence_where_sigles_keep_their_capitals():
    assert vue().libelles("lieux", ["hopital", "ehpad", "domicile"]) == (
        "Hôpitaux et cliniques, EHPAD et maisons de retraite, au domicile des personnes"
    )
    assert vue().libelles("lieux", ["domicile"]) == "Au domicile des personnes"
    assert vue().libelles("lieux", []) == ""


def test_a_code_that_has_gone_is_shown_as_it_is():
    assert vue().libelle("lieux", "phare") == "phare"


# -- icons


def test_an_icon_is_drawn_in_the_page_and_hidden_from_screen_readers():
    assert vue().icone("material/phone").startswith('<svg class="icone" aria-hidden="true" viewBox=')
    assert vue().icone(None) == ""


@pytest.fixture
def dossier(tmp_path):
    """A folder of icons, and a drawing outside it."""
    (tmp_path / "icones" / "material").mkdir(parents=True)
    for name in ("secret.svg", "icones/secret.svg", "icones/material/.secret.svg", "icones/material/a.svg"):
        (tmp_path / name).write_text("<svg />", "utf-8")
    return tmp_path / "icones"


@pytest.mark.parametrize(
    "name", ["../secret", "material/../secret", "material/../../secret", "material/.secret", "secret", "material/A", ""]
)
def test_an_icon_never_comes_from_elsewhere(dossier, name):
    assert icon(dossier, name) == ""
    assert icon(dossier, str(dossier.parent / "secret")) == ""
    assert icon(dossier, "material/a").startswith("<svg class=")


@pytest.mark.parametrize("site", [national, demonstration])
def test_every_icon_of_a_vocabulary_exists(site):
    named = {terme.icone for found in site().nomenclatures.values() for terme in found.fr.termes.values() if terme.icone}
    assert len(named) > 50
    assert [name for name in sorted(named) if not icon(ICONS, name)] == []


@pytest.mark.parametrize(
    ("said", "html"),
    [
        ("phrase", '<span lang="fr" dir="ltr">Vous <strong>roulez</strong>.</span>'),
        ("ligne", '<span lang="fr" dir="ltr">Vous <strong>roulez</strong>.</span>'),
        ("prose", '<div lang="fr" dir="ltr"><p>Vous <strong>roulez</strong>.</p></div>'),
        ("brut", "Vous roulez."),
    ],
)
def test_a_french_text_in_a_translated_record_is_marked_but_in_attributes(said, html):
    assert str(getattr(vue(langue="en"), said)(Francais("Vous **roulez**."))) == html
