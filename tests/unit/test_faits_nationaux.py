"""The national sheets agree with the pages of their courses, and each says what the law asks of whoever works in such places."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from unit.catalogues import RACINE, national
from vitrine.model.metier import PASSERELLE, Metier
from vitrine.source.document import read_document

SOCIAL = {"ehpad", "ssiad", "foyer-handicap", "ime", "esat", "residence-autonomie", "accueil-de-jour", "protection-enfance"}
"""Places that the code de l’action sociale et des familles governs."""
CONVICTIONS = re.compile(r"L\. ?133-6|article L\. 421-3")
HONOUR = {"creche": "crèche", "protection-enfance": "protection de l’enfance|agrément", "ime": "enfants handicapés"}
RESERVED = {
    r"soins? infirmier|piqûre|injection|prise de sang": r"4311|L\. ?4392-1",
    r"diagnostic": r"L\. ?4161-1",
}
"""What is forbidden, and the article that forbids it."""
FRENCH = ["a1", "a2", "b1", "b2", "c1"]


def metiers() -> Iterator[tuple[str, Metier]]:
    """Every national profession, in French."""
    for slug, fiche in national().metiers.items():
        yield slug, fiche.fr


def plain(texts: list[str]) -> str:
    """One text, with plain spaces."""
    return re.sub(r"\s", " ", " ".join(texts))


def ways(record: Metier, formation: str) -> set[str]:
    """The ways of a profession that go through a formation, bridges apart."""
    return {voie.voie for voie in record.acces.voies if formation in voie.formations} - {PASSERELLE}


def test_every_way_of_a_course_is_a_way_of_the_professions_it_leads_to():
    courses = national().formations
    unlike = {
        (slug, formation): ways(record, formation) ^ (set(courses[formation].fr.voies) - {PASSERELLE})
        for slug, record in metiers()
        for formation in record.formations_menant
    }
    assert {key: codes for key, codes in unlike.items() if codes} == {}


def test_a_course_one_enters_by_a_bridge_says_so_on_the_professions_it_leads_to():
    courses = national().formations
    silent = [
        (slug, formation)
        for slug, record in metiers()
        for formation in record.formations_menant
        if PASSERELLE in courses[formation].fr.voies and PASSERELLE not in {voie.voie for voie in record.acces.voies}
    ]
    assert silent == []


def test_a_bridge_never_names_the_diploma_it_leads_to():
    assert {slug for slug, record in metiers() if set(record.formations_de_depart) & set(record.formations_menant)} == set()


def test_who_works_in_a_social_establishment_is_told_of_the_convictions_that_bar_it():
    silent = [
        slug
        for slug, record in metiers()
        if SOCIAL & set(record.lieux) and not CONVICTIONS.search(plain([*record.acces.conditions_legales, record.notes or ""]))
    ]
    assert silent == []


@pytest.mark.parametrize(("lieu", "words"), HONOUR.items())
def test_the_attestation_of_honourability_names_the_places_where_the_profession_works(lieu, words):
    told = {slug: plain([line for line in record.acces.conditions_legales if "honorabilité" in line]) for slug, record in metiers()}
    assert [slug for slug, record in metiers() if lieu in record.lieux and not re.search(words, told[slug].lower())] == []


@pytest.mark.parametrize(("langue", "known", "added"), [
    ("fr", "hépatite B", "rougeole"), ("en", "hepatitis B", "measles"), ("ar", "التهاب الكبد", "الحصبة"),
])  # fmt: skip
def test_who_lists_the_vaccines_names_measles_too(langue, known, added):
    lists = {slug: plain(fiche.dans(langue).acces.conditions_legales) for slug, fiche in national().metiers.items()}
    named = [slug for slug, text in lists.items() if known in text]
    assert named and [slug for slug in named if added not in lists[slug]] == []


@pytest.mark.parametrize(("act", "article"), RESERVED.items())
def test_a_forbidden_act_cites_the_article_that_forbids_it(act, article):
    uncited = [
        slug
        for slug, record in metiers()
        if record.gestes
        and re.search(act, plain(record.gestes.non_autorises))
        and not re.search(article, plain([record.gestes.source.titre if record.gestes.source else ""]))
    ]
    assert uncited == []


def test_no_profession_asks_less_french_than_the_school_one_enters_by():
    asked = {slug for slug, course in national().formations.items() if "niveau B2" in plain(course.fr.prerequis)}
    low = [
        slug
        for slug, record in metiers()
        if asked & set(record.formations_menant) and FRENCH.index(record.francais or "a1") < FRENCH.index("b2")
    ]
    assert asked and low == []


def test_no_national_text_is_cut_between_a_bracket_and_the_next_in_any_language():
    cut = [
        f"{file.name}: {text}"
        for file in sorted((RACINE.dossier / "data").rglob("*.yml"))
        for _, text in read_document(file, file.name).textes
        if isinstance(text, str) and any(text.count(pair[0]) != text.count(pair[1]) for pair in ("()", "«»", "[]", "“”"))
    ]
    assert cut == []
