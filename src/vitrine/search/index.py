"""The index of one language, in two files: what answers at once, then the rest behind it.

Each file is a script that hands one object to ``vitrineRecherche``: it loads from any host and from a disk, under a strict CSP.
The first file holds texts, which the client indexes itself: they weigh less than the list of their words with their places.
``groupes``: [kind, address before, title with {}, rows]; a row is [title, address, sigle, other words, summary, members], members
being a bit an entry, four to a hexadecimal digit. The second holds the entries that may wait, the summaries and the whole text:
``mots``, one written form a stem, separated by spaces; ``listes``, the postings of each, in the same order: entry numbers in
base 36, each followed by a capital letter for the weight (A = body … E = sigle), numbers being differences.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import groupby

from ..scripts import call
from .entries import CORPS, GENRES, MOTS, RESUME, SIGLE, TITRE, Entree
from .words import stem, stems, tables, words

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
WEIGHTS = "ABCDE"
EARLY = ("metiers", "formations", "listes")
"""What most people look for stands in the first file."""
SUMMED_UP = "metiers"
"""The only ones whose summaries stand there too."""
TOLD = frozenset({SIGLE, TITRE, MOTS})
"""Weights of the words that the first file tells of its entries."""
TOO_COMMON = 0.7
"""A word of the text that stands in more than this share of the entries helps nobody choose."""
Postings = dict[str, dict[int, int]]
Forms = dict[str, Counter[str]]
Row = list[str]
Heading = tuple[int, str, str]


def index_files(found: list[Entree], texts: Mapping[str, object], neighbours: list[str], langue: str) -> tuple[str, str]:
    """(first file, second file); ``texts`` are what the client shows, ``neighbours`` groups of words alike in meaning."""
    early = [entry for genre in EARLY for entry in found if entry.genre == genre]
    late = [entry for entry in found if entry.genre not in EARLY]
    places = {entry.adresse: number for number, entry in enumerate(early)}
    first = {
        "genres": GENRES, "regles": tables(langue), "textes": texts,
        "groupes": grouped((heading(entry), early_row(entry, places, langue)) for entry in early),
    }  # fmt: skip
    summaries = {number: entry.resume for number, entry in enumerate(early) if entry.genre != SUMMED_UP and entry.resume}
    second = {
        "voisins": neighbours, "resumes": summaries,
        "groupes": grouped(((GENRES.index(e.genre), "", "{}"), [e.titre, e.adresse, "", "", e.resume]) for e in late),
        **packed(*postings_of(early + late, langue)),
    }  # fmt: skip
    return call("vitrineRecherche", first), call("vitrineRecherche", second)


def grouped(rows: Iterable[tuple[Heading, Row]]) -> list[list[object]]:
    """Rows that follow each other under the same heading, said once."""
    return [[*same, [row for _, row in members]] for same, members in groupby(rows, key=lambda pair: pair[0])]


def heading(entry: Entree) -> Heading:
    """What an entry of the first file shares with its neighbours: kind, address before its own part, title around its label."""
    template = entry.titre.replace(entry.libelle, "{}") if entry.genre == "listes" else "{}"
    return GENRES.index(entry.genre), parted(entry.adresse)[0], template


def parted(address: str) -> tuple[str, str]:
    """« metiers/par-lieu/ehpad/ » → (« metiers/par-lieu/ », « ehpad »)"""
    before, _, own = address.rstrip("/").rpartition("/")
    return f"{before}/", own


def early_row(entry: Entree, places: Mapping[str, int], langue: str) -> Row:
    """What the first file tells of an entry; empty ends are left out."""
    title = entry.libelle if entry.genre == "listes" else entry.titre
    summary = entry.resume if entry.genre == SUMMED_UP else ""
    members = bits(places[address] for address in entry.membres if address in places)
    row = [title, parted(entry.adresse)[1], *told_once(entry, langue), summary, members]
    while not row[-1]:
        row.pop()
    return row


def told_once(entry: Entree, langue: str) -> tuple[str, str]:
    """The sigle and the other names of an entry, the words that count less only where no other says them."""
    sigles = new_words(entry, SIGLE, set(), langue)
    titles = {stem for stem, _ in stems(entry.titre, langue)}
    return " ".join(sigles.values()), " ".join(new_words(entry, MOTS, titles | set(sigles), langue).values())


def new_words(entry: Entree, weight: int, known: set[str], langue: str) -> dict[str, str]:
    """Stems of the fields of a weight that are not known yet, each with the word as first written."""
    found: dict[str, str] = {}
    for stemmed, word in (pair for text in entry.champs.get(weight, ()) for pair in stems(text, langue)):
        if stemmed not in known:
            found.setdefault(stemmed, word.lower())
    return found


def bits(numbers: Iterable[int]) -> str:
    """{0, 5} → « 12 »: one bit a number, four to a hexadecimal digit, the first numbers first."""
    digits: Counter[int] = Counter()
    for number in numbers:
        digits[number >> 2] += 1 << (number & 3)
    return "".join(DIGITS[digits[place]] for place in range(max(digits, default=-1) + 1))


def postings_of(ordered: list[Entree], langue: str) -> tuple[Postings, Forms]:
    """The words that the first file does not tell, and the forms in which each is written."""
    postings: Postings = defaultdict(dict)
    forms: Forms = defaultdict(Counter)
    for number, entry in enumerate(ordered):
        for weight, fields in entry.champs.items():
            for found, form, times in (counted for text in fields for counted in counted_words(text, langue)):
                forms[found][form] += times
                entries = postings[found]
                entries[number] = max(weight, entries.get(number, 0))
    told = [weights_told(entry) for entry in ordered]
    for stemmed, entries in list(postings.items()):
        common = {CORPS} if len(entries) > TOO_COMMON * len(ordered) else set()
        postings[stemmed] = {number: weight for number, weight in entries.items() if weight not in told[number] | common}
    return {stemmed: entries for stemmed, entries in postings.items() if entries}, forms


@lru_cache(maxsize=50_000)
def counted_words(text: str, langue: str) -> tuple[tuple[str, str, int], ...]:
    """(stem, form, times) of each word of a text that says something."""
    counts = Counter(words(text))
    return tuple((found, word.lower(), times) for word, times in counts.items() if (found := stem(word, langue)))


def weights_told(entry: Entree) -> frozenset[int]:
    """Weights of the words that the first file tells of an entry."""
    if entry.genre not in EARLY:
        return frozenset()
    return TOLD | {RESUME} if entry.genre == SUMMED_UP else TOLD


def packed(postings: Postings, forms: Forms) -> dict[str, str]:
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
