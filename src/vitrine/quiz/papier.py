"""The key to score on paper: answers lead to letters, letters to families, families to professions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from string import ascii_uppercase
from typing import Any

from ..catalogue import Catalogue, Fiche
from .points import question_score
from .questions import Marques, Question

LETTERS_AT_MOST = 2


@dataclass(frozen=True)
class Cle:
    """``familles`` maps each letter to the code of a family and its professions; ``lettres`` has those of each answer."""

    familles: dict[str, tuple[str, list[Fiche[Any]]]]
    lettres: list[list[list[str]]]


def key_of(catalogue: Catalogue, questions: Sequence[Question], every: Mapping[str, Marques]) -> Cle:
    """The key of a quiz, made of the very points that the page counts."""
    held = [code for code in catalogue.termes("familles") if any(f.fr.famille == code for f in catalogue.metiers.values())]
    familles = {
        letter: (code, [fiche for fiche in catalogue.metiers.values() if fiche.fr.famille == code])
        for letter, code in zip(ascii_uppercase, held, strict=False)
    }
    groups = {letter: [every[fiche.slug] for fiche in fiches] for letter, (_, fiches) in familles.items()}
    lettres = [[favoured(question, place, groups) for place in range(len(question.reponses))] for question in questions]
    return Cle(familles, lettres)


def favoured(question: Question, place: int, groups: Mapping[str, Sequence[Marques]]) -> list[str]:
    """The letters of the families to which an answer gives more than to most, the most favoured first."""
    means = {letter: fmean(question_score(question, [place], marques) for marques in group) for letter, group in groups.items()}
    middle = fmean(means.values()) if means else 0
    above = [letter for letter, mean in means.items() if mean > max(middle, 0)]
    return sorted(above, key=lambda letter: (-means[letter], letter))[:LETTERS_AT_MOST]
