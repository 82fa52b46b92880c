"""The puzzle of a day: its moments lettered in disorder, its hours to be given back to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from ..catalogue import Fiche
from ..model.metier import Metier
from .hasard import disorder

ETAPES_AU_MOINS = 5


@dataclass(frozen=True)
class Journee:
    """A shuffled day. ``ordre`` gives, for each letter, the position of its moment in the true day."""

    fiche: Fiche[Metier]
    ordre: tuple[int, ...]

    @property
    def lettres(self) -> list[tuple[str, int]]:
        """Each letter with the position of its moment, as pupils read them."""
        return list(zip(ascii_uppercase, self.ordre, strict=False))

    @property
    def solution(self) -> list[tuple[str, str]]:
        """Each hour of the true day with its letter."""
        letter = {position: one for one, position in self.lettres}
        return [(moment.heure, letter[position]) for position, moment in enumerate(self.fiche.fr.journee)]


def days(graine: str, fiches: Iterable[Fiche[Any]]) -> list[Journee]:
    """A puzzle for each profession whose day is long enough, and not longer than the alphabet."""
    return [
        Journee(fiche, tuple(disorder(f"{graine}/{fiche.slug}", len(fiche.fr.journee))))
        for fiche in fiches
        if ETAPES_AU_MOINS <= len(fiche.fr.journee) <= len(ascii_uppercase)
    ]
