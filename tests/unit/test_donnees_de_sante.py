"""Somebody's health is told wherever it stands; what is said of people in general is not.

The cases live in ``cas/sante``: one sentence a line, those that must be told and those that must not.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from unit.catalogues import RACINE, chargement_national
from unit.minimales import CAS, vocabulary
from vitrine.catalogue import Catalogue
from vitrine.loading_platform import load_platform
from vitrine.model.sante import Sante
from vitrine.rules.health import health_told, motifs, no_health_data

SAID = "donnée de santé d'une personne"


def sentences(name: str) -> list[str]:
    """The cases of a file."""
    lines = (CAS / "sante" / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def sante() -> Sante:
    return vocabulary()


@pytest.fixture(scope="module")
def vocabulaire(sante: Sante):
    return motifs(sante)


@pytest.mark.parametrize("sentence", sentences("signalees.txt"))
def test_the_health_of_somebody_is_told(vocabulaire, sentence):
    assert health_told(sentence, vocabulaire) in sentence.replace("'", "’")
    assert health_told(sentence, vocabulaire)


@pytest.mark.parametrize("sentence", sentences("admises.txt"))
def test_what_is_said_in_general_is_not_told(vocabulaire, sentence):
    assert health_told(sentence, vocabulaire) == ""


def test_there_are_cases_both_ways():
    assert min(len(sentences("signalees.txt")), len(sentences("admises.txt"))) >= 25


@pytest.fixture
def informe(catalogue, sante):
    """The catalogue of a record, with the real vocabulary."""
    return lambda *fiches: replace(catalogue(*fiches), sante=sante)


FIELDS = [
    ("temoignages", "citation: Mon diabète ne me gêne pas.\nconsentement: {date: 2026-09-01, forme: ecrit, echeance: 2029-09-01}"),
    ("actualites", "texte: Mme X souffre de diabète."),
    ("agenda", "description: Mme X souffre de diabète."),
    ("contacts", "texte: Mme X souffre de diabète."),
]


@pytest.mark.parametrize(("genre", "text"), FIELDS, ids=[genre for genre, _ in FIELDS])
def test_it_is_told_at_its_field_with_the_reason_and_the_way_out(fiche, informe, genre, text):
    one = fiche(genre, "une", text + "\n")
    (problem,) = no_health_data(one, informe(one))
    assert (problem.champ, problem.grave) == (text.partition(":")[0], False)
    assert problem.message.startswith(SAID) and "diabète" in problem.message
    assert "RGPD, article 9" in problem.remede and "accord exprès et écrit" in problem.remede


def test_a_note_that_is_never_published_and_a_sheet_on_a_profession_are_left_alone(fiche, informe):
    for genre, text in (("metiers", "accroche: Mme X souffre de diabète.\n"), ("metiers", "notes: Mme X souffre de diabète.\n")):
        one = fiche(genre, "une", text)
        assert list(no_health_data(one, informe(one))) == []


def test_without_a_vocabulary_nothing_is_told(fiche, catalogue):
    one = fiche("actualites", "une", "texte: Mme X souffre de diabète.\n")
    assert catalogue().sante == Catalogue().sante == Sante()
    assert list(no_health_data(one, catalogue(one))) == []


def test_neither_the_national_content_nor_a_platform_tells_of_anybody_s_health():
    national = chargement_national()
    assert national.catalogue.sante.troubles
    loaded = [national, *(load_platform(national, RACINE, slug) for slug in RACINE.slugs())]
    assert len(loaded) > 3
    assert [str(problem) for one in loaded for problem in one.problemes if SAID in problem.message] == []


@pytest.mark.parametrize(
    "text", ["Il " * 3000, "Mme " * 3000, "A, " * 3000, "mon de de " * 2000, "dossier MDPH 1 " * 1500, "Éa" * 6000]
)
def test_a_text_made_to_be_slow_is_read_to_its_end(vocabulaire, text):
    assert health_told(text, vocabulaire) == ""
