"""Interface strings: a key and values in, a sentence out, with each language's plurals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .formatting import number, plural_form


@dataclass(frozen=True)
class Interface:
    """The strings of one language; French stands in for what is missing."""

    textes: Mapping[str, Mapping[str, Any]]
    langue: str

    def t(self, key: str, **values: Any) -> str:
        """The string of a key. With ``n``, the plural form of that count. Unknown keys are a programming error."""
        langue = self.langue if key in self.textes.get(self.langue, {}) else "fr"
        found = self.textes[langue][key]
        if isinstance(found, Mapping):
            form = "zero" if values["n"] == 0 and "zero" in found else plural_form(values["n"], langue)
            found = found.get(form) or found["other"]
        shown = {name: number(value, self.langue) if isinstance(value, int) else value for name, value in values.items()}
        return str(found).format_map(shown) if shown else str(found)
