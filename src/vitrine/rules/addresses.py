"""Addresses can be found on the map: « Près de chez vous » sorts them by distance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..catalogue import Catalogue, Fiche
from ..communes.adresses import commune_of
from ..problems import DataFault, Probleme
from .told import tell

PLACES = {"contacts": "adresse", "agenda": "lieu", "sessions": "lieu"}


def commune_is_known(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Probleme]:
    """A post code and the name of a commune go together, else visitors are not told how far it is."""
    field = PLACES.get(fiche.genre, "")
    place = getattr(fiche.fr, field) if field else None
    if place is None or not catalogue.communes.existe:
        return
    platform = catalogue.plateforme
    try:
        found = commune_of(place, catalogue.communes, platform.fr.departements if platform else ())
    except DataFault as fault:
        yield from fault.problems
        return
    if found is None:
        written = f"{place.code_postal or 'sans code postal'}, {place.commune}"
        yield tell(
            fiche, (field, "commune"), f"commune inconnue\u00a0: {written}. Le site dira «\u202fdistance inconnue\u202f».",
            "Vérifiez le code postal et le nom officiel de la commune.", grave=False,
        )  # fmt: skip


RULES = (commune_is_known,)
