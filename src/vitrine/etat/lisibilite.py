"""How hard a sheet is to read: words per sentence, long words, passive voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean, median
from typing import Any

from ..catalogue import Fiche
from ..search.words import words
from .constat import Constat, note
from .motifs import plain_fold
from .phrases import prose_of, sentences, word_count
from .reglages import Reglages

ETRE = r"(?:est|sont|etait|etaient|sera|seront|serait|seraient|soit|soient|etre|etes|sommes|suis)"
BEEN = r"(?:a|ont|avait|avaient|aura|auront|avez|avons|avoir) ete"
PARTICIPLE = r"\w+(?:e|es|ee|ees|i|is|ie|ies|u|us|ue|ues|it|its|ite|ites|ert|erte|erts|ertes)"
PASSIVE = re.compile(rf"\b(?:{BEEN} (?:\w+ment )?{PARTICIPLE}\b|{ETRE} (?:\w+ment )?{PARTICIPLE} (?:\w+ment )?par (\w+))")


@dataclass(frozen=True)
class Mesure:
    """Of one sheet: sentences, words per sentence, long words and passive sentences per hundred."""

    fiche: str
    phrases: int
    mediane: float
    moyenne: float
    mots_longs: float
    passif: float


def measure(fiche: Fiche[Any], reglages: Reglages) -> Mesure | None:
    """The measures of a sheet; None when it says too little to be judged."""
    seuils = reglages.seuils
    texts = [text for _, text in prose_of(fiche)]
    found = [one for text in texts for one in sentences(text, seuils.etiquette_mots_max)]
    if not found or len(found) < seuils.phrases_min:
        return None
    lengths = [word_count(one) for one in found]
    every = [word for one in found for word in words(one)]
    long = sum(len(word) > seuils.mot_long_lettres for word in every)
    passive = sum(is_passive(one, reglages) for one in found)
    return Mesure(
        f"{fiche.genre}/{fiche.slug}", len(found), float(median(lengths)), round(fmean(lengths), 1),
        round(100 * long / len(every), 1), round(100 * passive / len(found), 1),
    )  # fmt: skip


def is_passive(sentence: str, reglages: Reglages) -> bool:
    """« a été » with a participle, or « est » with a participle and who does it: « est aidée par »."""
    for hit in PASSIVE.finditer(plain_fold(sentence)):
        if hit[1] is None or hit[1] not in map(plain_fold, reglages.complements_sans_agent):
            return True
    return False


def hard_to_read(fiche: Fiche[Any], mesure: Mesure, reglages: Reglages) -> Iterator[Constat]:
    """What of a sheet is above the thresholds."""
    seuils = reglages.seuils
    if mesure.mediane > seuils.phrase_mediane_max or mesure.moyenne > seuils.phrase_moyenne_max:
        said = f"phrases longues\u00a0: {_said(mesure.mediane)} mots au milieu, {_said(mesure.moyenne)} en moyenne."
        yield note(fiche, "phrases-longues", (), said, "Coupez les phrases les plus longues en deux.")
    if mesure.mots_longs > seuils.mots_longs_pour_cent_max:
        said = f"{_said(mesure.mots_longs)}\u00a0% de mots de plus de {seuils.mot_long_lettres} lettres."
        yield note(fiche, "mots-longs", (), said, "Choisissez des mots plus courts.")
    if mesure.passif > seuils.passif_pour_cent_max:
        said = f"{_said(mesure.passif)}\u00a0% de phrases au passif."
        yield note(fiche, "passif", (), said, "Dites qui fait quoi.")


def _said(value: float) -> str:
    return f"{value:g}".replace(".", ",")
