"""Francais: a French text that stands in a record of another language, and says so wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel

from .fields import Traduisible
from .walk import EACH, Patron, leaves

M = TypeVar("M", bound=BaseModel)


class Francais(str):
    """A text in French among texts of another language."""

    __slots__ = ()


def keep_french(record: M, fields: Iterable[str]) -> M:
    """The same record with the texts of these fields marked as French."""
    return record.model_copy(update={field: _marked(getattr(record, field), (field,), type(record)) for field in fields})


def _marked(value: Any, path: Patron, model: type[BaseModel]) -> Any:
    if isinstance(value, BaseModel):
        return value.model_copy(
            update={name: _marked(getattr(value, name), (*path, name), model) for name in type(value).model_fields}
        )
    if isinstance(value, list):
        return [_marked(item, (*path, EACH), model) for item in value]
    leaf = leaves(model).get(path)
    return Francais(value) if isinstance(value, str) and leaf and leaf.has(Traduisible) else value
