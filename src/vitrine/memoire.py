"""What a live preview keeps from one reading of the data to the next. A build keeps nothing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar, cast

from .source.document import Document, parse

T = TypeVar("T")


class Oubli:
    """Keeps nothing: everything is made afresh."""

    def parse(self, raw: bytes, name: str) -> Document:
        """The document of a file's bytes."""
        return parse(raw, name)

    def alike(self, key: Hashable, value: T) -> T:
        """The value itself."""
        return value

    def same(self, key: Hashable, parts: Iterable[object], make: Callable[[], T]) -> T:
        """What ``make`` gives."""
        return make()


OUBLI = Oubli()


class Memoire(Oubli):
    """Gives again what it gave before, as long as all that it was made of is the same. Nothing it gives may be changed."""

    def __init__(self) -> None:
        self.documents: dict[str, tuple[bytes, Document]] = {}
        self.valeurs: dict[Hashable, Any] = {}
        self.faits: dict[Hashable, tuple[tuple[object, ...], Any]] = {}

    def parse(self, raw: bytes, name: str) -> Document:
        """The document that the same bytes gave under the same name."""
        kept = self.documents.get(name)
        if kept is None or kept[0] != raw:
            kept = self.documents[name] = raw, parse(raw, name)
        return kept[1]

    def alike(self, key: Hashable, value: T) -> T:
        """The value last given under this key, when it is equal: those who compare by identity then find it the same."""
        kept = self.valeurs.setdefault(key, value)
        if kept != value:
            kept = self.valeurs[key] = value
        return cast("T", kept)

    def same(self, key: Hashable, parts: Iterable[object], make: Callable[[], T]) -> T:
        """What ``make`` gave when the parts were the very same objects."""
        parts = tuple(parts)
        kept = self.faits.get(key)
        if kept is None or len(kept[0]) != len(parts) or any(a is not b for a, b in zip(kept[0], parts, strict=True)):
            kept = self.faits[key] = parts, make()
        return cast("T", kept[1])
