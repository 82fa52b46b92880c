"""Names of communes as people type them → keys. The rules are data: proximite.js receives and applies these tables."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LIGATURES = {"œ": "oe", "æ": "ae"}
SHORT = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "s": "sur", "ss": "sous"}
"""Words that people shorten: « St-Denis », « Villers s/ Mer »."""
ARTICLES = ("l", "le", "la", "les")
"""Left out at the start: « L’Aigle » and « Aigle » are the same."""
RULES = {"ligatures": LIGATURES, "courts": SHORT, "articles": ARTICLES}
_FRENCH = str.maketrans("àâäçéèêëîïôöùûüÿ’", "aaaceeeeiioouuuy'")
"""The usual signs, folded in one go; the apostrophe parts words either way."""
CEDEX = re.compile(r"\bcedex\b.*", re.IGNORECASE)
ORDINAL = re.compile(r"(\d+)(?:er|e|eme|nd|nde)?")


@lru_cache(maxsize=65_536)
def key(name: str) -> str:
    """« St-Étienne », « Paris 12e Arrondissement », « L’Aigle » → « saint etienne », « paris 12 arrondissement », « aigle »."""
    words = [SHORT.get(word, _without_ordinal(word)) for word in re.findall("[a-z0-9]+", fold(CEDEX.sub("", name)))]
    return " ".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)


def fold(text: str) -> str:
    """Without capitals, accents nor ligatures."""
    out = text.lower().translate(_FRENCH)
    if out.isascii():
        return out
    for sign, letters in LIGATURES.items():
        out = out.replace(sign, letters)
    return "".join(sign for sign in unicodedata.normalize("NFD", out) if not unicodedata.combining(sign))


def _without_ordinal(word: str) -> str:
    found = ORDINAL.fullmatch(word) if word[0].isdigit() else None
    return found[1] if found else word
