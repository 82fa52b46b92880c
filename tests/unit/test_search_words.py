"""Words as people type them lead to the same stem as words as professionals write them."""

from __future__ import annotations

import re

import pytest

from vitrine.search.words import HEARD, SOUNDS, fold, stem, stems, words

SAME = [
    ("infirmière", "infirmier"), ("infirmières", "infirmier"), ("infirmiere", "infirmier"), ("infirmié", "infirmier"),
    ("éducatrice", "éducateur"), ("soignantes", "soignant"), ("auxilliaire", "auxiliaire"), ("ergoterapeute", "ergothérapeute"),
    ("dietéticiene", "diététicien"), ("hôpitaux", "hôpital"), ("lingère", "linge"), ("brancardié", "brancardier"),
    ("Sociale", "social"), ("spécialisée", "spécialisé"), ("cuisinière", "cuisinier"), ("œuvre", "oeuvre"), ("gardes", "garder"),
]  # fmt: skip
DIFFERENT = [("soin", "sein"), ("aide", "âgé"), ("nuit", "nuage"), ("papi", "papier"), ("médecin", "médiateur"), ("chef", "chat")]
HEARD_ALIKE = [
    ("siquologue", "psychologue"), ("oxiliere", "auxiliaire"), ("ambulancié", "ambulancier"), ("hortofoniste", "orthophoniste"),
    ("akompagnan", "accompagnant"), ("anfan", "enfant"), ("sègneur", "saigneur"), ("kuisinié", "cuisinier"),
]  # fmt: skip
HEARD_APART = [("soin", "son"), ("main", "mari"), ("chef", "sef"), ("gant", "gens"), ("bain", "banc"), ("cas", "chat")]


def heard(word: str) -> str:
    """The word as recherche.js hears it: sounds first, double letters made one, then the rules."""
    out = fold(word)
    for old, new in SOUNDS:
        out = out.replace(old, new)
    out = re.sub(r"(.)\1", r"\1", out)
    for pattern, new in HEARD["fr"]:
        out = re.sub(pattern, new.replace("$", "\\"), out)
    return out


@pytest.mark.parametrize(("typed", "written"), SAME)
def test_feminine_plural_accents_and_common_mistakes_do_not_matter(typed: str, written: str):
    assert stem(typed, "fr") == stem(written, "fr") != ""


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_words_that_mean_different_things_stay_apart(one: str, other: str):
    assert stem(one, "fr") != stem(other, "fr")


def test_words_that_say_nothing_are_dropped_but_sigles_are_kept():
    assert [found for found, _ in stems("une aide à la maison pour l'AS", "fr")] == [stem("aide", "fr"), stem("maison", "fr"), "as"]


def test_apostrophes_and_hyphens_part_words():
    assert words("l’aide-soignante d'EHPAD") == ["l", "aide", "soignante", "d", "EHPAD"]


def test_arabic_articles_and_letter_forms_do_not_matter():
    assert stem("المساعدة", "ar") == stem("مساعده", "ar")
    assert fold("أإآ") == "ااا"


def test_latin_words_of_an_arabic_page_follow_the_french_rules():
    assert stem("infirmières", "ar") == stem("infirmier", "fr")


@pytest.mark.parametrize("typed", ["bac + 5", "bac+5", "Bac 5", "bac plus 5"])
def test_a_level_of_studies_is_one_word(typed: str):
    assert words(f"Niveau 7 ({typed})") == ["Niveau", "7", "bac5"]


@pytest.mark.parametrize(("typed", "written"), HEARD_ALIKE)
def test_wrong_spellings_that_sound_right_are_heard_as_the_right_word(typed: str, written: str):
    assert heard(typed) == heard(written)


@pytest.mark.parametrize(("one", "other"), HEARD_APART)
def test_words_that_sound_different_stay_apart(one: str, other: str):
    assert heard(one) != heard(other)


def test_any_script_is_read():
    assert stem("доглядальниця", "fr") == "доглядальниця"
