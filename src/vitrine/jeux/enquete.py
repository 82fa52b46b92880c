"""The inquiry of a forum: each station's digit, and the code they make, read on the sheets of the very site."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from string import ascii_uppercase
from typing import Any

from ..catalogue import Catalogue, Fiche
from ..model.criteres import OUI_NON, criteres
from ..model.jeu import CHOIX, COMPTE, Jeu, Station
from ..model.metier import Metier

STATIONS_AU_MOINS = 3


@dataclass(frozen=True)
class Arret:
    """A station with its letter, its place in the file, the sheet that stands there, the choices it offers, and its answer."""

    lettre: str
    rang: int
    fiche: Fiche[Metier]
    choix: tuple[str, ...]
    reponse: int
    station: Station

    @property
    def chiffre(self) -> int:
        """What goes into the code: the last digit of the answer."""
        return self.reponse % 10

    @property
    def nomenclature(self) -> str:
        """The vocabulary of the choices; empty for yes or no."""
        return criteres()[str(self.station.champ)].nomenclature if self.choix else ""


def answer(catalogue: Catalogue, station: Station) -> int | None:
    """What the sheet answers; None when there is no sheet, or when it is silent."""
    fiche = catalogue.metiers.get(station.metier)
    if fiche is None:
        return None
    if station.calcul == COMPTE:
        return len(value_at(fiche.fr, str(station.champ)) or []) or None
    if station.calcul == CHOIX:
        return rank(options(catalogue, station), value_at(fiche.fr, str(station.champ)))
    return int(fiche.fr.journee[0].heure[:2]) if fiche.fr.journee else None


def value_at(record: Metier, path: str) -> Any:
    """The value at a path such as « conditions.permis »; None when a block above it is empty."""
    try:
        return attrgetter(path)(record)
    except AttributeError:
        return None


def options(catalogue: Catalogue, station: Station) -> tuple[str, ...]:
    """The codes among which pupils choose, in the order of their numbers; none for another reckoning."""
    if station.calcul != CHOIX:
        return ()
    nomenclature = criteres()[str(station.champ)].nomenclature
    return tuple(catalogue.termes(nomenclature)) if nomenclature else OUI_NON


def rank(codes: tuple[str, ...], value: Any) -> int | None:
    """The number of a value among the choices, from 1."""
    code = OUI_NON[not value] if isinstance(value, bool) else str(value)
    return codes.index(code) + 1 if code in codes else None


def inquiry(catalogue: Catalogue, jeu: Jeu) -> list[Arret]:
    """The stations that can be played, with their answers; none when too few are left.

    A station whose sheet is hidden or silent is left out, and the code with it: what is printed always opens the lock.
    """
    replies = [(rang, station, answer(catalogue, station)) for rang, station in enumerate(jeu.stations)]
    known = [(rang, station, reply) for rang, station, reply in replies if reply is not None]
    if len(known) < STATIONS_AU_MOINS:
        return []
    return [
        Arret(letter, rang, catalogue.metiers[station.metier], options(catalogue, station), reply, station)
        for letter, (rang, station, reply) in zip(ascii_uppercase, known, strict=False)
    ]


def code(arrets: list[Arret]) -> str:
    """The digits in the order of the stations."""
    return "".join(str(arret.chiffre) for arret in arrets)


def total(arrets: list[Arret]) -> int:
    """The sum of the digits, by which pupils check themselves."""
    return sum(arret.chiffre for arret in arrets)
