"""Criteres: what of a profession is coded, hence may be asked in a quiz; read from the model, no list stands here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from .common import Suivi
from .context import suggestion
from .faults import fault, quoted
from .fields import Code, Libelle, check_text
from .metier import Metier
from .walk import EACH, Feuille, Patron, leaves

OUI_NON = ("oui", "non")
POINTS_AU_PLUS = 10


@dataclass(frozen=True)
class Critere:
    """A coded field. ``chemin`` is its path as people write it; ``nomenclature`` is empty for a yes or a no."""

    chemin: str
    patron: Patron
    nomenclature: str

    @property
    def est_liste(self) -> bool:
        """Whether a profession may bear several values of it, the first being its main one."""
        return self.patron[-1] == EACH


@cache
def criteres() -> dict[str, Critere]:
    """Every coded field of a profession by its path; what the sheet says of its own making is left out."""
    found = (_critere(leaf) for path, leaf in leaves(Metier).items() if path[0] not in Suivi.model_fields)
    return {critere.chemin: critere for critere in found if critere}


def _critere(leaf: Feuille) -> Critere | None:
    named = next((mark.liste for mark in leaf.marqueurs if isinstance(mark, Code | Libelle)), "")
    if not named and leaf.type is not bool:
        return None
    return Critere(".".join(part for part in leaf.patron if part != EACH), leaf.patron, named)


def check_chemin(value: str) -> str:
    """The path of a coded field of a profession."""
    if value not in criteres():
        near = suggestion(value, criteres()) or f"Critères admis\u00a0: {', '.join(criteres())}."
        raise fault(f"{quoted(value)} n'est pas un critère codé des fiches métiers.", near)
    return value


def read_points(value: Any) -> int:
    """Read a whole number from -10 to 10, zero excepted; the true minus sign is read too."""
    text = check_text(str(value) if isinstance(value, int) else value).replace("\u2212", "-")
    if not re.fullmatch(r"[+-]?[0-9]{1,2}", text) or not 0 < abs(int(text)) <= POINTS_AU_PLUS:
        raise fault(
            f"nombre de points non admis\u00a0: {quoted(value)}.",
            f"Un nombre entier de -{POINTS_AU_PLUS} à {POINTS_AU_PLUS}, sauf 0. Négatif, il compte contre le métier.",
        )
    return int(text)


Chemin = Annotated[
    str, BeforeValidator(check_text), AfterValidator(check_chemin), WithJsonSchema({"type": "string", "enum": list(criteres())})
]
Points = Annotated[int, BeforeValidator(read_points), WithJsonSchema({"type": ["integer", "string"]})]
