"""The visible prose of a sheet, its sentences and its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import AfterValidator, BaseModel

from ..catalogue import Fiche
from ..model.fields import Traduisible, check_runs
from ..model.walk import EACH, Patron, leaves, pattern_of
from ..prose import plain
from ..source.document import Chemin

BLOCKS = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*>]|\d+\.)\s)")
SENTENCE_END = re.compile(r"(?<=[.!?…])(?<!\W[A-ZÀ-Ý]\.)(?:\s*[»”\")])?\s+(?=[«“\"(]?\s*[A-ZÀ-Ý\d])")
THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)")
FINISHED = re.compile(r"[.!?…][\s»”\")]*$")


@cache
def prose_patterns(model: type[BaseModel]) -> frozenset[Patron]:
    """The leaves that hold sentences: translated, and read as Markdown. Titles are not sentences."""
    return frozenset(path for path, leaf in leaves(model).items() if leaf.has(Traduisible) and _is_markdown(leaf.marqueurs))


def _is_markdown(markers: tuple[Any, ...]) -> bool:
    return any(isinstance(mark, AfterValidator) and mark.func is check_runs for mark in markers)


def prose_of(fiche: Fiche[Any]) -> Iterator[tuple[Chemin, str]]:
    """(path, text) of every field of French prose that visitors read."""
    model: type[BaseModel] = type(fiche.fr)
    wanted = prose_patterns(model)
    for path, value in fiche.document.textes:
        pattern = pattern_of(path, model) if isinstance(value, str) else ()
        if pattern in wanted or (*pattern, EACH) in wanted:
            yield path, value


def sentences(text: str, label_words: int) -> list[str]:
    """The sentences of a field without their Markdown; what neither ends nor is longer than a label is none."""
    pieces = (plain(block) for block in BLOCKS.split(text))
    found = [one for piece in pieces for one in SENTENCE_END.split(f" {piece}")]
    return [one.strip() for one in found if word_count(one) and (FINISHED.search(one) or word_count(one) > label_words)]


def word_count(sentence: str) -> int:
    """Words as a word processor counts them: between spaces; « l'aide » and « 1 407 » are one."""
    return sum(any(sign.isalnum() for sign in token) for token in THOUSANDS.sub("", sentence).split())
