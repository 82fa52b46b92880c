"""Words as people type them lead to the same stem as words as professionals write them."""

from __future__ import annotations

import pytest

from vitrine.search.words import fold, stem, stems, words

SAME = [
    ("infirmière", "infirmier"), ("infirmières", "infirmier"), ("infirmiere", "infirmier"), ("infirmié", "infirmier"),
    ("éducatrice", "éducateur"), ("soignantes", "soignant"), ("auxilliaire", "auxiliaire"), ("ergoterapeute", "ergothérapeute"),
    ("dietéticiene", "diététicien"), ("hôpitaux", "hôpital"), ("lingère", "linge"), ("brancardié", "brancardier"),
    ("Sociale", "social"), ("spécialisée", "spécialisé"), ("cuisinière", "cuisinier"), ("œuvre", "oeuvre"), ("gardes", "garder"),
]  # fmt: skip
DIFFERENT = [("soin", "sein"), ("aide", "âgé"), ("nuit", "nuage"), ("médecin", "médiateur"), ("chef", "chat")]


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


def test_any_script_is_read():
    assert stem("доглядальниця", "fr") == "доглядальниця"
