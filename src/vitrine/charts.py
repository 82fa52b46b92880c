"""Drawings made from figures: bars of a survey, the tile map of the départements. Text stays text; the SVG only shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from .model.common import Chiffre
from .model.nomenclature import Terme

TILE, GAP = 40, 4


@dataclass(frozen=True)
class Barre:
    """One bar: the figure it shows and its length, 0 to 100."""

    chiffre: Chiffre
    longueur: float


def bars(chiffres: Iterable[Chiffre]) -> list[Barre]:
    """Percentages on a scale of 100, other figures on the greatest; no bar when units differ."""
    figures = list(chiffres)
    units = {figure.unite for figure in figures}
    if len(units) > 1 or not figures:
        return [Barre(figure, 0) for figure in figures]
    top = Decimal(100) if units == {"%"} else (max(figure.valeur for figure in figures) or Decimal(1))
    return [Barre(figure, min(100.0, float(round(figure.valeur / top * 100, 1)))) for figure in figures]


@dataclass(frozen=True)
class Tuile:
    """One département of the map, placed in SVG units."""

    code: str
    nom: str
    x: int
    y: int


def tiles(departements: Mapping[str, Terme]) -> list[Tuile]:
    """The tiles of the départements that have a place."""
    return [
        Tuile(code, terme.libelle, terme.colonne * (TILE + GAP), terme.ligne * (TILE + GAP))
        for code, terme in departements.items()
        if terme.colonne is not None and terme.ligne is not None
    ]


def map_size(placed: Iterable[Tuile]) -> tuple[int, int]:
    """Width and height of the map in SVG units."""
    found = list(placed)
    return max((t.x for t in found), default=0) + TILE, max((t.y for t in found), default=0) + TILE
