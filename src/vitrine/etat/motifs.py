"""Lists of expressions as one pattern over folded text: no accent, no capital, one kind of apostrophe."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ..search.words import fold

APOSTROPHES = str.maketrans("’ʼ", "''")
NOTHING = r"(?!)"


def plain_fold(text: str) -> str:
    """The text as patterns see it, spaces made single."""
    return " ".join(fold(text).translate(APOSTROPHES).split())


def pattern(expression: str) -> str:
    """The pattern of one expression: whole words, any ending after a final star."""
    ending = r"\w*" if expression.endswith("*") else r"(?!\w)"
    return rf"(?<!\w){re.escape(plain_fold(expression.rstrip('*')))}{ending}"


@lru_cache(maxsize=64)
def _motif(expressions: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(expressions, key=len, reverse=True)
    return re.compile("|".join(f"({pattern(one)})" for one in ordered) or NOTHING)


def found_in(text: str, expressions: Iterable[str]) -> list[str]:
    """The expressions that a text holds, as the list writes them, once each, the first met first."""
    listed = tuple(expressions)
    ordered = sorted(listed, key=len, reverse=True)
    met = (ordered[hit.lastindex - 1] for hit in _motif(listed).finditer(plain_fold(text)) if hit.lastindex)
    return list(dict.fromkeys(met))


def names_one_of(text: str, expressions: Iterable[str]) -> bool:
    """Whether a text holds one of the expressions."""
    return bool(_motif(tuple(expressions)).search(plain_fold(text)))
