"""How answers rank professions. In whole numbers, so that quiz.js, which does the same, finds the very same order.

What counts for a profession is shared between the answers ticked to a question; what counts against it is not.
At equal points the profession whose sheet says the fewest other things comes first: the answers describe it better.
Those that are still equal stand in alphabetical order, from a place that depends on the answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .questions import Marques, Question, Regle

PART = 100
"""Points are counted in hundredths."""
Choix = Sequence[Sequence[int]]
"""For each question, the positions of the answers ticked; none is « peu importe »."""


def gain(regle: Regle, marques: Marques) -> int:
    """The points of one rule."""
    own = marques[regle.critere]
    if not any(code in regle.valeurs for code in own):
        return 0
    return regle.points + (regle.premier if own[0] in regle.valeurs else 0)


def score(questions: Sequence[Question], choix: Choix, marques: Marques) -> int:
    """The points of a profession, in hundredths."""
    return sum(question_score(question, ticked, marques) for question, ticked in zip(questions, choix, strict=True) if ticked)


def question_score(question: Question, ticked: Sequence[int], marques: Marques) -> int:
    """The points that the answers to one question give, in hundredths."""
    gains = [gain(regle, marques) for position in ticked for regle in question.reponses[position].regles]
    pour = sum(points for points in gains if points > 0)
    contre = sum(points for points in gains if points < 0)
    return PART * pour // len(ticked) + PART * contre


def ranking(questions: Sequence[Question], choix: Choix, every: Mapping[str, Marques]) -> list[str]:
    """The slugs of all professions, the nearest to the answers first."""
    slugs = sorted(every)
    start = turn(choix) % max(len(slugs), 1)

    def place(position: int) -> tuple[int, int, int]:
        marques = every[slugs[position]]
        return -score(questions, choix, marques), breadth(marques), (position - start) % len(slugs)

    return [slugs[position] for position in sorted(range(len(slugs)), key=place)]


def breadth(marques: Marques) -> int:
    """How many things a sheet says, among those that are asked."""
    return sum(len(codes) for codes in marques.values())


def turn(choix: Choix) -> int:
    """A number made of the answers."""
    return sum((number + 1) * (position + 1) for number, ticked in enumerate(choix) for position in ticked)
