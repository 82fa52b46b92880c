"""An order that looks random and never changes: each thing is placed by the hash of its name, never by a generator."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def place(graine: str, nom: object) -> str:
    """Where a name stands in the shuffle of a seed."""
    return hashlib.sha256(f"{graine}/{nom}".encode()).hexdigest()


def shuffled(graine: str, noms: Iterable[str]) -> list[str]:
    """Names in the order of a seed; adding one leaves the others in their order."""
    return sorted(noms, key=lambda nom: place(graine, nom))


def disorder(graine: str, count: int) -> list[int]:
    """The positions 0 to count - 1, shuffled; never in their true order when there are two or more."""
    found = sorted(range(count), key=lambda position: place(graine, position))
    return found if found != list(range(count)) else found[1:] + found[:1]
