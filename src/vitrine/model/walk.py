"""Looking into the models: every leaf of a record with its path, help and markers."""

from __future__ import annotations

import types
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

EACH = "*"
Patron = tuple[str, ...]


@dataclass(frozen=True)
class Feuille:
    """A value of a record. ``patron`` is its path, with « * » for each item of a list or key of a mapping."""

    patron: Patron
    titre: str
    aide: str
    marqueurs: tuple[Any, ...]
    type: Any = str
    """What it is once read: str, bool, int …"""

    def has(self, marker: type) -> bool:
        """Whether the field bears a marker such as Traduisible."""
        return any(isinstance(item, marker) for item in self.marqueurs)


@cache
def leaves(model: type[BaseModel]) -> dict[Patron, Feuille]:
    """Every leaf of a model by its path."""
    found: dict[Patron, Feuille] = {}
    for name, info in model.model_fields.items():
        _collect(info.annotation, tuple(info.metadata), (name,), info, found)
    return found


def _collect(kind: Any, marks: tuple[Any, ...], path: Patron, info: FieldInfo, found: dict[Patron, Feuille]) -> None:
    origin = get_origin(kind)
    if origin is Annotated:
        inner, *more = get_args(kind)
        _collect(inner, (*marks, *more), path, info, found)
    elif origin in (Union, types.UnionType):
        for option in get_args(kind):
            if option is not type(None):
                _collect(option, marks, path, info, found)
    elif origin in (list, dict):
        _collect(get_args(kind)[-1], marks, (*path, EACH), info, found)
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, sub in kind.model_fields.items():
            _collect(sub.annotation, tuple(sub.metadata), (*path, name), sub, found)
    else:
        found[path] = Feuille(path, info.title or path[-1], info.description or "", marks, kind)


@cache
def prefixes(model: type[BaseModel]) -> frozenset[Patron]:
    """Every beginning of a leaf's path."""
    return frozenset(leaf[:end] for leaf in leaves(model) for end in range(1, len(leaf) + 1))


def pattern_of(path: tuple[str | int, ...], model: type[BaseModel]) -> Patron:
    """The pattern of a concrete path: list positions and free keys become « * »."""
    known = prefixes(model)
    pattern: Patron = ()
    for part in path:
        named = (*pattern, str(part))
        pattern = named if isinstance(part, str) and named in known else (*pattern, EACH)
    return pattern


def cells(data: Any, leaf: Patron) -> list[str]:
    """The values that a leaf has in a record dumped as JSON, as texts."""
    if data is None:
        return []
    if not leaf:
        return ["oui" if data else "non"] if isinstance(data, bool) else [str(data)]
    if leaf[0] == EACH:
        items = data if isinstance(data, list) else list(data.values())
        return [cell for item in items for cell in cells(item, leaf[1:])]
    return cells(data.get(leaf[0]), leaf[1:]) if isinstance(data, dict) else []
