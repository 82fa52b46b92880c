"""Words as people type them → stems. The rules are data: recherche.js receives these very tables and applies them alike."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LIGATURES = {"œ": "oe", "æ": "ae", "ß": "ss"}
SOUNDS = [["ph", "f"], ["th", "t"], ["y", "i"]]
"""Spellings that are often mistaken, applied to Latin letters."""

HEARD: dict[str, list[tuple[str, str]]] = {
    "fr": [
        ("^h?p?(?=si)", ""), ("(s?c|s)h(?=[lmnr])", "k"), ("^sich", "sik"), ("s?ch|sh", "C"), ("h", ""),
        ("eau|au", "o"), ("oi|oua?", "w"), ("qu?|c(?![eiC])", "k"), ("[cxz]", "s"), ("gu(?=[ei])|g(?![ein])", "G"), ("gn", "n"),
        ("g", "j"), ("ill?(?=[aeo])", "i"),
        ("([ae]?i|u)[nm](?![aeioun])", "1"), ("[ae][nm](?![aeiounm])", "2"), ("o[nm](?![aeiounm])", "3"),
        ("ai|ei", "e"), ("(..)(er|et|ez|e+s?|e+nt|[dtspe]+)$", "$1"), ("w", "v"),
    ],
    "en": [],
}  # fmt: skip
"""Written French as it is heard, on words already folded and without double letters: what a wrong spelling keeps right."""

Rule = tuple[str, str, int]
"""Ending, what replaces it, how many letters must remain before it."""

SUFFIXES: dict[str, list[list[Rule]]] = {
    "fr": [
        [("eaux", "eau", 1), ("aux", "al", 3), ("s", "", 2), ("x", "", 3)],
        [
            ("trice", "teur", 2), ("euse", "eur", 2), ("iere", "ier", 2), ("iene", "ien", 2), ("ere", "er", 3),
            ("ive", "if", 3), ("ele", "el", 3), ("e", "", 3),
        ],
        [
            ("ation", "", 4), ("ateur", "", 4), ("ement", "", 4), ("age", "", 4), ("ant", "", 5), ("ier", "", 4), ("ier", "ier", 0),
            ("er", "", 3), ("ir", "", 4), ("e", "", 3),
        ],
        [("i", "", 5)],
    ],
    "en": [
        [("ies", "i", 2), ("s", "", 3)],
        [("ing", "", 3), ("ed", "", 3), ("er", "", 3), ("e", "", 3)],
    ],
    "ar": [],
}  # fmt: skip
PREFIXES = ["وال", "بال", "كال", "فال", "لل", "ال"]
ARABIC = {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"}
STOP: dict[str, str] = {
    "fr": "le la les un une des de du au aux et ou en dans pour par sur avec que qui quoi ce cette ces mon ma mes son sa ses se "
    "est sont etre je tu il elle on nous vous ils elles ne pas plus ai ont il y leur leurs comme si tout tous",
    "en": "the a an of to in and or for with on at by is are be i you he she we they my your",
    "ar": "في من على الى إلى عن مع او أو و هذا هذه التي الذي ان أن",
}
LIGHT: dict[str, str] = {
    "fr": "travail travailler bosser boulot job taf metier metiers profession emploi poste faire aime aimer veux voudrais "
    "vouloir peux cherche chercher trouver devenir comment quel quelle quels quelles ceux celui celle gens personne personnes "
    "quelqu beaucoup tres trop bien petit petite besoin aider occuper avoir chez moi toi soi eux elles lui",
    "en": "job jobs work working want like find become how people person someone help",
    "ar": "",
}
"""What people write around what they look for: it counts little beside the rest."""
TURNS: dict[str, list[tuple[str, str]]] = {
    "fr": [(r"\bpas (de |d.|le |la )|\bsans (le |la )", "sans ")],
    "en": [(r"\b(no|not any) ", "without ")],
    "ar": [],
}
"""Turns of phrase, each with what the sheets say instead."""
LEVEL = re.compile(r"\bbac\s*(?:\+|plus)?\s*(?=\d)", re.I)
"""« bac + 3 » is one word."""
WORD = re.compile(r"[^\W_]+")
LATIN = re.compile(r"[a-z]")


def fold(text: str) -> str:
    """Lower case, no accent, ligatures opened, Arabic letters unified."""
    lowered = text.lower()
    for sign, letters in LIGATURES.items():
        lowered = lowered.replace(sign, letters)
    bare = "".join(sign for sign in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(sign))
    return "".join(ARABIC.get(sign, sign) for sign in bare)


def words(text: str) -> list[str]:
    """The words of a text as written, apostrophes and hyphens apart."""
    return WORD.findall(LEVEL.sub("bac", unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=100_000)
def stem(word: str, langue: str) -> str:
    """What a word is looked up by; '' for a word that says nothing."""
    folded = fold(word)
    if (len(folded) < 2 and not folded.isdigit()) or folded in stop_words(langue):
        return ""
    return _latin(folded, langue) if LATIN.search(folded) else _arabic(folded)


@lru_cache
def stop_words(langue: str) -> frozenset[str]:
    """Words too common to be looked up, folded."""
    return frozenset(fold(word) for word in STOP[langue].split())


def _latin(word: str, langue: str) -> str:
    for old, new in SOUNDS:
        word = word.replace(old, new)
    word = re.sub(r"(.)\1", r"\1", word)
    for group in SUFFIXES[rules_for(langue)]:
        for ending, replacement, left in group:
            if word.endswith(ending) and len(word) - len(ending) >= left:
                word = word[: len(word) - len(ending)] + replacement
                break
    return word


def rules_for(langue: str) -> str:
    """Latin words of an Arabic page are French ones."""
    return "en" if langue == "en" else "fr"


def _arabic(word: str) -> str:
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            return word[len(prefix) :]
    return word


def stems(text: str, langue: str) -> list[tuple[str, str]]:
    """(stem, word as written) of each word that says something."""
    return [(found, word) for word in words(text) if (found := stem(word, langue))]


def tables(langue: str) -> dict[str, object]:
    """The rules that the client needs for one language."""
    return {
        "sons": SOUNDS, "oreille": HEARD[rules_for(langue)], "fins": SUFFIXES[rules_for(langue)],
        "debuts": PREFIXES, "arabe": ARABIC, "ligatures": LIGATURES, "vides": " ".join(sorted(stop_words(langue))),
        "legers": LIGHT[langue], "tournures": TURNS[langue],
    }  # fmt: skip
