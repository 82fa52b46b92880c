"""A text that tells of somebody's health is told: such data is protected more than any other (RGPD, article 9).

What is said of people in general is not: it takes somebody (a name, « mon père », « je », « elle »), then what is said of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..catalogue import Catalogue, Fiche
from ..model.sante import Sante
from ..problems import Probleme
from .coherence import Rule
from .privacy import CONTACT_FIELDS
from .told import tell

NAME = r"[A-ZÀ-ÖØ-Þ][\w’-]*"
"""A word with a capital."""
ASIDE = r"(?:\s?,[^,.;:!?]{1,60},)?"
"""« Camille, 34 ans, »."""
NUMBER = r"[^.;!?\d]{0,15}(?!0[1-9](?:[ .-]?\d\d){4})\d[\d /.-]{3,}\d"
"""A number that is no telephone."""
WINDOW = 200
"""How far back a text is read to know of whom « elle » speaks: the sentence and the one before."""
SHOWN = 80
SAYS_WHY = "la loi protège la santé de chacun (RGPD, article 9)"
REMEDE = (
    f"Retirez-la, ou parlez en général\u00a0: {SAYS_WHY}. Pour la garder, il faut l'accord exprès et écrit de la personne, "
    "pour cette donnée-là."
)


@dataclass(frozen=True)
class Motifs:
    """What to look for: at once, then what counts unless the sentence speaks in general."""

    certains: re.Pattern[str]
    reprises: re.Pattern[str]
    personnes: re.Pattern[str]
    generalites: re.Pattern[str]


def one_of(expressions: Iterable[str]) -> str:
    """The pattern of a list: whole words, any case, any ending after a final star, any name for X."""
    return "(?:" + ("|".join(map(_expression, sorted(expressions, key=len, reverse=True))) or r"(?!)") + ")"


def _expression(text: str) -> str:
    words = text.replace(" X", "").rstrip("*").replace("* ", r"\w* ")
    quoted = re.escape(words).replace(r"\\w\*", r"\w*").replace(r"\ ", r"\s")
    ending = r"\w*" if text.endswith("*") else "" if text.endswith("’") else r"(?![\w-])"
    name = rf"\s(?:[A-Z]\.|{NAME})" if text.endswith(" X") else ""
    return rf"(?<![\w-])(?i:{quoted}){ending}{name}"


@lru_cache(maxsize=4)
def _motifs(source: str) -> Motifs:
    return motifs(Sante.model_validate_json(source))


def motifs(v: Sante) -> Motifs:
    """The patterns of a vocabulary."""
    links = rf"\s?(?:{one_of(v.liaisons)}\s?)*"
    named = rf"(?:{_bare_name(v)})"
    wide = one_of([*v.troubles, *v.troubles_larges])
    verbal = rf"{ASIDE}\s?(?:{one_of(v.verbes)}{links}{wide}|{one_of(v.etre)}\s(?:{one_of(v.adverbes)}\s)*{one_of(v.etats)})"
    beside = rf"(?:(?:{one_of(v.adverbes)}\s)*{one_of(v.etats)}|{one_of(v.participes)}{links}{wide})"
    sure = one_of(v.personnes)
    certain = (
        rf"(?:{sure}|{named}|{one_of(v.premiere_personne)}){verbal}",
        rf"{sure}\s?,?\s?{beside}",
        rf"{named}\s?,\s?{beside}(?=\s?[,.;)]|\s[àdqs]|$)",
        rf"{one_of(v.possessifs)}{links}{wide}",
        rf"{wide}{links}{sure}",
        rf"{one_of(v.dossiers)}{NUMBER}",
    )
    again = (
        rf"{one_of(v.reprises)}(?:{verbal}|\s?,?\s?{beside})",
        rf"{one_of(v.possessifs_de_reprise)}{links}{one_of(v.troubles)}",
    )
    return Motifs(
        re.compile("|".join(certain)), re.compile("|".join(again)), re.compile(sure),
        re.compile(one_of(v.generalites)),
    )  # fmt: skip


def _bare_name(v: Sante) -> str:
    """A name alone: a capital, no article before it, not one of the words that begin a sentence."""
    before = "".join(rf"(?<!\b(?i:{re.escape(word)}{'' if word.endswith('’') else ' '}))" for word in v.articles)
    return rf"{before}(?<![\w’-])(?!{one_of(v.pas_des_noms)}){NAME}(?:\s{NAME})?"


def health_told(text: str, vocabulary: Motifs) -> str:
    """The words of a text that tell of somebody's health; '' when there are none."""
    plain = " ".join(text.replace("'", "’").replace("**", "").split())
    sure, again = vocabulary.certains.search(plain), vocabulary.reprises.finditer(plain)
    found = sure or next((hit for hit in again if _is_about_somebody(plain, hit.start(), vocabulary)), None)
    return found[0][:SHOWN] if found else ""


def _is_about_somebody(text: str, place: int, vocabulary: Motifs) -> bool:
    window = ". ".join(re.split(r"[.!?…]\s", text[max(0, place - WINDOW) : place])[-2:])
    return bool(vocabulary.personnes.search(window)) or not vocabulary.generalites.search(window)


def no_health_data(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Probleme]:
    """Somebody's health is not published, unless they asked for it."""
    if fiche.genre not in catalogue.sante.genres:
        return
    vocabulary = _motifs(catalogue.sante.model_dump_json())
    for path, value in fiche.document.textes:
        told = health_told(value, vocabulary) if isinstance(value, str) and path[-1] not in CONTACT_FIELDS else ""
        if told:
            yield tell(fiche, path, f"donnée de santé d'une personne\u00a0: «\u00a0{told}\u00a0».", REMEDE, grave=False)


RULES: tuple[Rule, ...] = (no_health_data,)
