"""Quizzes: the choice, one page each, and how the points are counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..catalogue import Catalogue, Fiche
from ..model.quiz import Quiz
from ..prose import plain
from ..quiz.papier import key_of
from ..quiz.points import gain
from ..quiz.questions import Marques, Question, Regle, marks, questions_of, reason, version
from .page import Page, every_language, of_fiche, said

EXPLIQUE = "quiz/comment-ca-marche/"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """All pages about quizzes, those that lead to professions first; none when there is no quiz, or no profession."""
    fiches = sorted(catalogue.quiz.values(), key=lambda fiche: (not fiche.fr.questions, fiche.slug))
    if not fiches or not catalogue.metiers:
        return
    yield Page(
        "quiz/", "quiz.html", said(catalogue, "quiz.titre"), said(catalogue, "quiz.description"), section="quiz",
        langues=every_language(catalogue), donnees={"index": True, "fiches": fiches},
    )  # fmt: skip
    for fiche in fiches:
        yield own_page(catalogue, fiche)
    yield Page(
        EXPLIQUE, "quiz-explique.html", said(catalogue, "quiz.explique.titre"), said(catalogue, "quiz.explique.description"),
        parent="quiz/", section="quiz", langues=every_language(catalogue),
        donnees={"baremes": {fiche.slug: scale(catalogue, fiche) for fiche in fiches if fiche.fr.questions}, "fiches": fiches},
    )  # fmt: skip


def own_page(catalogue: Catalogue, fiche: Fiche[Quiz]) -> Page:
    """The page of one quiz."""
    every = marks(catalogue, fiche.fr)
    questions = every_questions(catalogue, fiche, every)
    return Page(
        f"quiz/{fiche.slug}/", "quiz-questions.html" if fiche.fr.questions else "quiz-scenes.html", of_fiche(fiche, "titre"),
        {langue: plain(value.accroche) for langue, value in fiche.valeurs.items()},
        parent="quiz/", section="quiz", langues=frozenset(fiche.valeurs), fiche=fiche,
        donnees={
            "questions": questions, "version": version(fiche.fr, questions["fr"]),
            "cle": key_of(catalogue, questions["fr"], every),
        },
    )  # fmt: skip


def every_questions(catalogue: Catalogue, fiche: Fiche[Quiz], every: Mapping[str, Marques]) -> dict[str, list[Question]]:
    """The questions in each language that the quiz is translated into."""
    return {langue: questions_of(catalogue, value, langue, every) for langue, value in fiche.valeurs.items()}


def scale(catalogue: Catalogue, fiche: Fiche[Quiz]) -> dict[str, list[dict[str, Any]]]:
    """The points of each answer, in the languages of the quiz: its rules said, and how many professions each concerns."""
    every = marks(catalogue, fiche.fr)

    def told(regle: Regle, langue: str) -> dict[str, Any]:
        count = sum(1 for marques in every.values() if gain(regle, marques))
        return {"raison": reason(catalogue, regle, langue), "points": regle.points, "premier": regle.premier, "metiers": count}

    return {
        langue: [
            {
                "texte": question.texte,
                "reponses": [(one.texte, [told(regle, langue) for regle in one.regles]) for one in question.reponses],
            }
            for question in questions
        ]
        for langue, questions in every_questions(catalogue, fiche, every).items()
    }
