"""Interface strings: plurals, values, and French for what is missing."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from unit.catalogues import RACINE, chargement_national
from vitrine.texts import Interface

TEXTES = {
    "fr": {
        "titre": "Bienvenue dans le {lieu}",
        "places": {"one": "{n} place", "other": "{n} places"},
        "jours": {"one": "un jour", "other": "{n} jours"},
    },
    "en": {"titre": "Welcome to {lieu}", "places": {"one": "one place", "other": "{n} places"}},
    "ar": {"places": {"zero": "صفر", "one": "واحد", "two": "اثنان", "few": "قليل {n}", "many": "كثير {n}", "other": "آخر {n}"}},
}
STATIC_KEY = re.compile(r"\bt\('([^']+)'[,)]")


@pytest.mark.parametrize(
    ("langue", "count", "expected"),
    [
        ("fr", 0, "0 place"),
        ("fr", 1, "1 place"),
        ("fr", 2, "2 places"),
        ("fr", 5600, "5\u202f600 places"),
        ("en", 0, "0 places"),
        ("en", 1, "one place"),
        ("en", 5600, "5,600 places"),
        ("ar", 0, "صفر"),
        ("ar", 1, "واحد"),
        ("ar", 2, "اثنان"),
        ("ar", 3, "قليل 3"),
        ("ar", 11, "كثير 11"),
        ("ar", 100, "آخر 100"),
    ],
)
def test_a_count_takes_the_form_of_its_language(langue, count, expected):
    assert Interface(TEXTES, langue).t("places", n=count) == expected


def test_a_missing_form_gives_the_common_one():
    textes = {"fr": {}, "ar": {"places": {"other": "{n} أماكن"}}}
    assert Interface(textes, "ar").t("places", n=2) == "2 أماكن"


def test_a_value_stands_in_its_place():
    assert Interface(TEXTES, "fr").t("titre", lieu="Val-Fictif") == "Bienvenue dans le Val-Fictif"


def test_a_missing_string_is_french_and_counts_as_french_does():
    assert Interface(TEXTES, "ar").t("titre", lieu="Val") == "Bienvenue dans le Val"
    assert Interface(TEXTES, "en").t("jours", n=0) == "un jour"
    assert Interface(TEXTES, "it").t("jours", n=2) == "2 jours"


def test_an_unknown_key_or_a_forgotten_value_is_refused():
    with pytest.raises(KeyError, match="inconnu"):
        Interface(TEXTES, "fr").t("inconnu")
    with pytest.raises(KeyError, match="lieu"):
        Interface(TEXTES, "fr").t("titre", autre="x")


def blanks(text):
    """The names to fill in a string, all its forms together."""
    forms = text.values() if isinstance(text, dict) else [text]
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name is not None}


@pytest.mark.parametrize("langue", ["en", "ar"])
def test_every_translation_fills_the_same_blanks_as_the_french_text(langue):
    textes = chargement_national().catalogue.textes
    french = textes["fr"]
    wrong = [key for key, text in textes.get(langue, {}).items() if key not in french or blanks(text) != blanks(french[key])]
    assert wrong == []


@pytest.mark.parametrize("langue", ["fr", "en", "ar"])
def test_every_string_that_counts_has_its_common_form(langue):
    textes = chargement_national().catalogue.textes.get(langue, {})
    assert [key for key, text in textes.items() if isinstance(text, dict) and "other" not in text] == []


def test_every_string_that_a_template_names_exists():
    french = chargement_national().catalogue.textes["fr"]
    named = {key for file in (RACINE.dossier / "overrides").rglob("*.html") for key in STATIC_KEY.findall(file.read_text("utf-8"))}
    assert sorted(named - set(french)) == []
    assert len(named) > 100
