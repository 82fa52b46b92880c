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
VACCINES = {
    "hopital": "à l’hôpital",
    "ehpad": "en EHPAD",
    "residence-autonomie": "en résidence autonomie",
    "foyer-handicap": "en foyer pour adultes handicapés",
    "ime": "en établissement pour enfants handicapés",
    "ssiad": "en service de soins à domicile",
    "protection-enfance": "en protection de l’enfance",
    "creche": "en crèche",
}
"""Places of the order of 15 March 1991, where whoever is exposed must be vaccinated (public health code, L. 3111-4)."""
NOT_EXPOSED = {
    *("directeur-etablissement", "chef-de-service", "responsable-de-structure", "coordonnateur-de-parcours", "referent-handicap"),
    *("secretaire-medico-social", "transcripteur-adaptateur", "cuisinier-de-collectivite"),
    *("mandataire-judiciaire", "interprete-lsf", "conducteur-accompagnateur-pmr", "intervenant-medico-technique"),
    *("assistant-familial", "ambulancier"),
}
"""Who manages, works in an office or a kitchen, comes from outside, or works at home; ambulances have a sentence of their own."""
BEGINNERS = re.compile(
    r"(embauché ou embauchée|entrer|débuter|commencer|recrutent) sans diplôme|Aucun diplôme n’est exigé(?! pour suivre)"
)
"""How an « en bref » says that one may begin without a diploma."""
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


@pytest.mark.parametrize(("lieu", "words"), VACCINES.items())
def test_the_vaccines_name_each_place_of_the_profession_where_the_law_asks_for_them(lieu, words):
    told = {
        slug: plain([line for line in record.acces.conditions_legales if "L. 3111-4" in plain([line])])
        for slug, record in metiers()
    }
    wrong = [slug for slug, record in metiers() if slug not in NOT_EXPOSED and (lieu in record.lieux) != (words in told[slug])]
    assert wrong == []


def test_no_profession_outside_such_places_is_told_of_vaccines():
    told = [slug for slug, record in metiers() if "L. 3111-4" in plain(record.acces.conditions_legales)]
    assert [slug for slug in told if slug in NOT_EXPOSED - {"ambulancier"}] == []
    assert "ambulancier" in told


def test_one_may_begin_without_a_diploma_where_the_summary_says_so():
    assert [
        slug for slug, record in metiers() if BEGINNERS.search(plain([record.acces.resume])) and not record.acces.sans_diplome
    ] == []


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
