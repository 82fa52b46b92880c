"""The index of one language, in two files: what answers at once, then the whole text behind it.

Each file is a script that hands one object to ``vitrineRecherche``: it loads from any host and from a disk, under a strict CSP.
Format: ``mots`` holds one written form a stem, separated by spaces; ``listes`` the postings of each, in the same order:
entry numbers in base 36, each followed by a capital letter for the weight (A = body … F = sigle), numbers being differences.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from ..scripts import call
from .entries import CORPS, GENRES, Entree
from .words import stems, tables

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
WEIGHTS = "ABCDEF"
TOO_COMMON = 0.7
"""A word of the text that stands in more than this share of the entries helps nobody choose."""
Postings = dict[str, dict[int, int]]


def index_files(found: list[Entree], texts: Mapping[str, object], neighbours: list[str], langue: str) -> tuple[str, str]:
    """(first file, full-text file); ``texts`` are what the client shows, ``neighbours`` groups of words alike in meaning."""
    names: Postings = defaultdict(dict)
    bodies: Postings = defaultdict(dict)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for number, entry in enumerate(found):
        for weight, fields in entry.champs.items():
            for stem, word in (pair for text in fields for pair in stems(text, langue)):
                forms[stem][word.lower()] += 1
                postings = bodies if weight == CORPS else names
                postings[stem][number] = max(weight, postings[stem].get(number, 0))
    for stem in [stem for stem, entries in bodies.items() if len(entries) > TOO_COMMON * len(found)]:
        del bodies[stem]
    without_known(bodies, names)
    first = {
        "genres": GENRES, "regles": tables(langue), "textes": texts, "voisins": neighbours, **packed(names, forms),
        "entrees": [[GENRES.index(e.genre), e.titre, e.adresse, e.resume] for e in found],
    }  # fmt: skip
    return call("vitrineRecherche", first), call("vitrineRecherche", packed(bodies, forms))


def without_known(bodies: Postings, names: Mapping[str, Mapping[int, int]]) -> None:
    """What the first file already tells of an entry is not repeated in the second."""
    for stem in list(bodies):
        for number in names.get(stem, ()):
            bodies[stem].pop(number, None)
        if not bodies[stem]:
            del bodies[stem]


def packed(postings: Postings, forms: Mapping[str, Counter[str]]) -> dict[str, str]:
    """Words and postings as two strings."""
    ordered = sorted(postings)
    written = [min(forms[stem].items(), key=lambda form: (-form[1], len(form[0]), form[0]))[0] for stem in ordered]
    return {"mots": " ".join(written), "listes": " ".join(pack(postings[stem].items()) for stem in ordered)}


def pack(entries: Iterable[tuple[int, int]]) -> str:
    """[(3, 1), (40, 5)] → « 3A11E »: differences in base 36, then the weight's letter."""
    out, before = "", 0
    for number, weight in sorted(entries):
        out += base36(number - before) + WEIGHTS[weight - 1]
        before = number
    return out


def base36(number: int) -> str:
    """A whole number in base 36."""
    digits = ""
    while number or not digits:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return digits
