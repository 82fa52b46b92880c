"""The base of every model, and the three ways to declare a field with its French help and example."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field


class Modele(BaseModel):
    """A record or a part of one: unknown fields refused, immutable once read."""

    interdits: ClassVar[Mapping[str, str]] = {
        "id": "Retirez-le\u00a0: le nom du fichier sert d'identifiant (minuscules, chiffres, tirets)."
    }
    """Fields that people often add, and what to do instead."""
    model_config = ConfigDict(extra="forbid", frozen=True)


def requis(titre: str, aide: str, exemple: Any = None) -> Any:
    """A field that must be given."""
    return Field(..., title=titre, description=aide, examples=_examples(exemple))


def facultatif(titre: str, aide: str, exemple: Any = None, defaut: Any = None) -> Any:
    """A field the source may be silent on: empty rather than guessed."""
    return Field(default=defaut, title=titre, description=aide, examples=_examples(exemple))


def liste(titre: str, aide: str, exemple: Any = None) -> Any:
    """A list, empty by default; a single value is read as a list of one."""
    return Field(default_factory=list, title=titre, description=aide, examples=_examples(exemple))


def _examples(exemple: Any) -> list[Any] | None:
    return None if exemple is None else [exemple]
