"""The file that quiz.js reads: a script, so that it loads from any host and from a disk, under a strict CSP."""

from __future__ import annotations

from typing import Any

from ..assets import named
from ..catalogue import Catalogue, Fiche
from ..model.quiz import Quiz
from ..prose import plain
from ..scripts import call
from .questions import VALEUR, Question, label, marks, questions_of


def data_files(catalogue: Catalogue, langue: str) -> dict[str, tuple[str, bytes]]:
    """(address, bytes) of the data of each quiz made of questions, by its slug."""
    found = {}
    for slug, fiche in catalogue.quiz.items():
        if fiche.fr.questions:
            content = call("vitrineQuizDonnees", quiz_data(catalogue, fiche, fiche.langue(langue))).encode()
            found[slug] = (named(f"quiz-{slug}-{langue}", "js", content), content)
    return found


def quiz_data(catalogue: Catalogue, fiche: Fiche[Quiz], langue: str) -> dict[str, Any]:
    """Rules by question and answer, labels that reasons name, professions with their codes."""
    every = marks(catalogue, fiche.fr)
    questions = questions_of(catalogue, fiche.dans(langue), langue, every)
    return {
        "questions": [
            [[[r.critere, r.valeurs, r.points, r.premier, plain(r.raison)] for r in reponse.regles] for reponse in one.reponses]
            for one in questions
        ],
        "libelles": labels(catalogue, questions, langue),
        "metiers": [[slug, plain(catalogue.metiers[slug].dans(langue).accroche), every[slug]] for slug in every],
    }


def labels(catalogue: Catalogue, questions: list[Question], langue: str) -> dict[str, dict[str, str]]:
    """The values that a reason may name, by criterion."""
    found: dict[str, dict[str, str]] = {}
    for regle in (regle for question in questions for reponse in question.reponses for regle in reponse.regles):
        if VALEUR in regle.raison:
            named_values = {code: label(catalogue, regle.critere, code, langue) for code in regle.valeurs}
            found.setdefault(regle.critere, {}).update(named_values)
    return found
