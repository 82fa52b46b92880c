"""The questions of a quiz as people meet them: answers drawn from vocabularies written out, each with its rules."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..catalogue import Catalogue
from ..formatting import COMMA, uncapitalised
from ..model import quiz as modele
from ..model.criteres import criteres
from ..model.walk import cells

VALEUR = "{valeur}"
Marques = Mapping[str, list[str]]
"""The codes that a profession bears, by criterion, its main one first."""


@dataclass(frozen=True)
class Regle:
    """A profession that bears one of ``valeurs`` has ``points``, and ``premier`` more when its first one is among them."""

    critere: str
    valeurs: tuple[str, ...]
    points: int
    premier: int
    raison: str


@dataclass(frozen=True)
class Reponse:
    """One answer."""

    texte: str
    aide: str | None
    regles: tuple[Regle, ...]


@dataclass(frozen=True)
class Question:
    """One question with all its answers, « peu importe » apart."""

    texte: str
    aide: str | None
    plusieurs: bool
    reponses: tuple[Reponse, ...]


def questions_of(
    catalogue: Catalogue, quiz: modele.Quiz, langue: str, every: Mapping[str, Marques] | None = None
) -> list[Question]:
    """The questions in the language of ``quiz``; ``langue`` is that of the labels, ``every`` what ``marks`` gives."""
    worn = worn_codes(quiz, every or marks(catalogue, quiz))
    return [
        Question(
            question.texte, question.aide, question.plusieurs,
            tuple(_drawn(catalogue, question.selon, worn, quiz.bonus_premier, langue))
            if question.selon
            else tuple(_written(reponse, quiz.bonus_premier) for reponse in question.reponses),
        )
        for question in quiz.questions
    ]  # fmt: skip


def _written(reponse: modele.Reponse, bonus: int) -> Reponse:
    regles = (_regle(e.critere, e.valeurs, e.points, e.raison, bonus) for e in reponse.effets)
    return Reponse(reponse.texte, reponse.aide, tuple(regles))


def _drawn(catalogue: Catalogue, selon: modele.Selon, worn: Mapping[str, set[str]], bonus: int, langue: str) -> Iterator[Reponse]:
    """One answer a value that at least one profession bears, in the vocabulary's order."""
    for code, terme in catalogue.termes(criteres()[selon.critere].nomenclature, langue).items():
        if code in worn[selon.critere]:
            yield Reponse(terme.libelle, terme.description, (_regle(selon.critere, [code], selon.points, selon.raison, bonus),))


def _regle(chemin: str, valeurs: Iterable[str], points: int, raison: str, bonus: int) -> Regle:
    return Regle(chemin, tuple(valeurs), points, bonus if points > 0 and criteres()[chemin].est_liste else 0, raison)


def asked(quiz: modele.Quiz) -> list[str]:
    """The criteria that a quiz asks about, in their first order."""
    drawn = [question.selon.critere for question in quiz.questions if question.selon]
    written = [effet.critere for question in quiz.questions for reponse in question.reponses for effet in reponse.effets]
    return list(dict.fromkeys([*drawn, *written]))


def marks(catalogue: Catalogue, quiz: modele.Quiz) -> dict[str, Marques]:
    """The codes of every profession, by slug in a stable order."""
    wanted = [criteres()[chemin] for chemin in asked(quiz)]
    heads = {critere.patron[0] for critere in wanted}
    dumped = {slug: catalogue.metiers[slug].fr.model_dump(mode="json", include=heads) for slug in sorted(catalogue.metiers)}
    return {slug: {one.chemin: cells(data, one.patron) for one in wanted} for slug, data in dumped.items()}


def worn_codes(quiz: modele.Quiz, every: Mapping[str, Marques]) -> dict[str, set[str]]:
    """The codes that at least one profession bears, by criterion."""
    return {chemin: {code for marques in every.values() for code in marques[chemin]} for chemin in asked(quiz)}


def reason(catalogue: Catalogue, regle: Regle, langue: str) -> str:
    """The sentence of a rule, with all its values named."""
    named = (label(catalogue, regle.critere, code, langue) for code in regle.valeurs)
    return regle.raison.replace(VALEUR, COMMA[langue].join(named))


def label(catalogue: Catalogue, chemin: str, code: str, langue: str) -> str:
    """A value inside a sentence."""
    return uncapitalised(catalogue.terme(criteres()[chemin].nomenclature, code, langue).libelle)


def version(quiz: modele.Quiz, questions: Iterable[Question]) -> str:
    """Six digits that change when an answer no longer means what it meant: a shared result must not lie."""
    shape: list[object] = [
        [[[r.critere, r.valeurs, r.points, r.premier] for r in reponse.regles] for reponse in question.reponses]
        for question in questions
    ]
    shape += [[reaction.valeurs for reaction in scene.reactions] for scene in quiz.scenes]
    return hashlib.sha256(json.dumps(shape).encode()).hexdigest()[:6]
