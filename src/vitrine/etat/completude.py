"""How much of each sheet is filled, field by field, as the models know the fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ..catalogue import Fiche
from ..model.walk import EACH, Patron, leaves, pattern_of
from .reglages import Reglages


@dataclass(frozen=True)
class Completude:
    """Of one kind: the share of filled fields, from 0 to 1, in all, by field and by sheet (slug)."""

    genre: str
    part: float
    champs: Mapping[str, float]
    fiches: Mapping[str, float]


def name_of(pattern: Patron) -> str:
    """A field as people write it: « salaires.debutant »."""
    return ".".join(part for part in pattern if part != EACH)


def counted(model: type[BaseModel], reglages: Reglages) -> frozenset[Patron]:
    """The leaves whose absence says something."""
    ignored = tuple(reglages.champs_non_comptes)
    return frozenset(path for path in leaves(model) if not _under(name_of(path), ignored))


def _under(name: str, ignored: tuple[str, ...]) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in ignored)


def filled(fiche: Fiche[Any]) -> frozenset[Patron]:
    """The leaves to which the French sheet gives at least one value."""
    model: type[BaseModel] = type(fiche.fr)
    known = leaves(model)
    patterns = (pattern_of(path, model) for path, value in fiche.document.textes if value is not None)
    return frozenset(pattern if pattern in known else (*pattern, EACH) for pattern in patterns)


def completeness(genre: str, fiches: Iterable[Fiche[Any]], reglages: Reglages) -> Completude | None:
    """The shares of one kind; None when it has no sheet."""
    held = {fiche.slug: (filled(fiche), counted(type(fiche.fr), reglages)) for fiche in fiches}
    if not held:
        return None
    wanted = next(iter(held.values()))[1]
    by_sheet = {slug: _share(len(given & wanted), len(wanted)) for slug, (given, _) in held.items()}
    by_field = {name_of(path): _share(sum(path in given for given, _ in held.values()), len(held)) for path in sorted(wanted)}
    return Completude(genre, round(sum(by_sheet.values()) / len(by_sheet), 3), by_field, by_sheet)


def _share(some: int, every: int) -> float:
    return round(some / every, 3) if every else 1.0
