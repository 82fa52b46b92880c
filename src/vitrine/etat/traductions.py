"""Which sheets exist in which languages: wholly, in part, or as the French was once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..catalogue import FR, Fiche
from ..empreintes import EMPREINTE
from ..problems import Probleme
from ..reading import Lot
from ..source.document import Document
from .constat import Constat

Traductions = Mapping[tuple[str, str], Mapping[str, Document]]
"""The translation files of a sheet, by (kind, slug) then language."""


@dataclass(frozen=True)
class EtatLangue:
    """Of one language, the sheets (« metiers/aide-soignant »): whole, incomplete, stale (whole or not), absent."""

    langue: str
    completes: tuple[str, ...]
    incompletes: tuple[str, ...]
    perimees: tuple[str, ...]
    absentes: tuple[str, ...]


def translations(lots: Iterable[Lot | None]) -> Traductions:
    """Every translation file of some folders; the last folder wins."""
    found: dict[tuple[str, str], dict[str, Document]] = {}
    for lot in lots:
        for genre, fiches in lot.fiches.items() if lot else ():
            for slug, versions in fiches.items():
                others = {langue: document for langue, document in versions.items() if langue != FR}
                found.setdefault((genre, slug), {}).update(others)
    return found


def language_state(langue: str, fiches: Iterable[Fiche[Any]], files: Traductions) -> EtatLangue:
    """Where the translation into one language stands."""
    sheets = list(fiches)
    names = {f"{one.genre}/{one.slug}": one for one in sheets}
    given = {name for name, one in names.items() if langue in files.get((one.genre, one.slug), ())}
    whole = {name for name, one in names.items() if langue in one.valeurs}
    stale = {name for name, one in names.items() if langue in one.perimees}
    groups = (whole, given - whole, stale, names.keys() - whole - given)
    return EtatLangue(langue, *(tuple(sorted(group)) for group in groups))


def translation_faults(fiche: Fiche[Any], files: Traductions) -> Iterator[Constat]:
    """Translations of a sheet that are not shown, or may no longer say what the French says."""
    for langue, document in files.get((fiche.genre, fiche.slug), {}).items():
        if langue not in fiche.valeurs:
            yield _told(
                fiche, "traduction-incomplete", document, "incomplète\u00a0: la page s'affiche en français.", "Complétez-la."
            )
        if langue in fiche.perimees:
            said = "la fiche française a changé depuis la traduction."
            yield _told(fiche, "traduction-perimee", document, said, "Relisez-la, puis mettez l'empreinte à jour.")
        elif document.donnees.get(EMPREINTE) is None:
            said = "sans empreinte\u00a0: on ne saura pas quand elle sera périmée."
            yield _told(fiche, "traduction-sans-empreinte", document, said, "Ajoutez empreinte: 0, puis lancez vitrine check.")


def _told(fiche: Fiche[Any], regle: str, document: Document, message: str, remede: str) -> Constat:
    mark = document.marque((EMPREINTE,))
    field = EMPREINTE if EMPREINTE in document.donnees else ""
    place = Probleme(mark.fichier, mark.ligne, mark.colonne, field, message, remede, grave=False)
    return Constat(regle, fiche.genre, fiche.slug, place)
