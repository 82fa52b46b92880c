"""What a validator may need to know of the rest of the data: codes that exist, slugs that exist, today's date."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from pydantic import ValidationInfo


@dataclass(frozen=True)
class Contexte:
    """Passed to pydantic as validation context.

    ``codes`` maps a nomenclature to its codes, ``slugs`` a kind of record to its slugs.
    """

    codes: Mapping[str, Collection[str]] = field(default_factory=dict)
    slugs: Mapping[str, Collection[str]] = field(default_factory=dict)
    aujourd_hui: date = field(default_factory=date.today)


def context_of(info: ValidationInfo) -> Contexte:
    """Return the context of a validation, or an empty one when a model is used alone."""
    return info.context if isinstance(info.context, Contexte) else Contexte()


def suggestion(value: str, known: Collection[str], listed: str = "Valeurs admises") -> str:
    """Return « Vouliez-vous dire … ? » for the nearest known word, else the list if it is short, else ''."""
    words = {str(word).lower(): str(word) for word in known}
    same = [word for word in words if word.lstrip("0") == value.lower().lstrip("0")]
    near = same or difflib.get_close_matches(value.lower(), words, n=1, cutoff=0.6)
    if near:
        return f"Vouliez-vous dire «\u00a0{words[near[0]]}\u00a0»\u202f?"
    if 0 < len(known) <= 30:
        return f"{listed}\u00a0: " + ", ".join(known) + "."
    return ""
