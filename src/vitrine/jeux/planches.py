"""Sheets of cards: how many fit on a page, which claims are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from ..catalogue import Fiche
from ..model.metier import IdeeRecue, Metier
from .hasard import shuffled

T = TypeVar("T")
CARTES_PAR_PLANCHE = 8
OBJETS_PAR_PLANCHE = 9


def planches(things: Sequence[T], size: int) -> list[list[T]]:
    """Things by sheets of ``size``, the last one perhaps less full."""
    return [list(things[start : start + size]) for start in range(0, len(things), size)]


@dataclass(frozen=True)
class Affirmation:
    """One claim about a profession: the ``rang``-th of its sheet."""

    fiche: Fiche[Metier]
    rang: int

    @property
    def vraie(self) -> bool:
        """Whether it is true."""
        return bool(self.fiche.fr.idees_recues[self.rang].vrai)

    def idee(self, record: Metier) -> IdeeRecue:
        """The claim as a version of the sheet says it."""
        return record.idees_recues[self.rang]


def claims(graine: str, fiches: Iterable[Fiche[Any]], most: int) -> list[Affirmation]:
    """As many true claims as false ones, one a profession at most, ``most`` in all, shuffled."""
    by_slug = {fiche.slug: fiche for fiche in fiches}
    order = shuffled(graine, by_slug)
    true = [claim for slug in order if (claim := first_claim(by_slug[slug], True))][: most // 2]
    taken = {claim.fiche.slug for claim in true}
    false = [claim for slug in order if slug not in taken and (claim := first_claim(by_slug[slug], False))][: len(true)]
    drawn = {claim.fiche.slug: claim for claim in (*true[: len(false)], *false)}
    return [drawn[slug] for slug in shuffled(f"{graine}/cartes", drawn)]


def first_claim(fiche: Fiche[Any], vraie: bool) -> Affirmation | None:
    """The first claim of a sheet that is true, or false."""
    ranks = (rank for rank, idee in enumerate(fiche.fr.idees_recues) if idee.vrai is vraie)
    return next((Affirmation(fiche, rank) for rank in ranks), None)
