"""Merge documents: a translation over its French record, a platform's folder over the national one.

Merging works on text, before any judgement; every value keeps the place it came from.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from .model.context import suggestion
from .problems import Probleme
from .reading import Lot
from .source.document import Chemin, Document

COMPLETE = "complete"
NATIONAL, TERRITOIRE, COMPLETEE = "national", "territoire", "completee"


@dataclass
class Versions:
    """The documents of one record in each language, and where the record comes from."""

    origine: str
    par_langue: dict[str, Document]
    completes: frozenset[str] = frozenset()
    """Fields that a platform replaces in a national record."""


def overlay(base: Document, over: Document, whole_fields: bool = False) -> Document:
    """Lay ``over`` upon ``base``.

    Mappings merge, lists of blocks merge item by item unless ``over`` is longer, other values are replaced;
    with ``whole_fields`` each top-level field is replaced whole. An empty field replaces nothing.
    """
    merged = Document(over.fichier, copy.deepcopy(base.donnees))
    replaced = set()
    for key, value in over.donnees.items():
        if value is None:
            continue
        if whole_fields or not _mergeable(merged.donnees.get(key), value):
            merged.donnees[key] = copy.deepcopy(value)
            replaced.add(key)
        else:
            _lay(merged.donnees[key], value)
    kept = {path: mark for path, mark in base.marques.items() if not path or path[0] not in replaced}
    merged.marques = {**kept, **over.marques}
    return merged


def _mergeable(base: Any, over: Any) -> bool:
    if isinstance(base, dict) and isinstance(over, dict):
        return True
    blocks = isinstance(base, list) and isinstance(over, list) and len(base) >= len(over)
    return blocks and all(isinstance(item, dict) for item in [*base, *over])


def _lay(base: Any, over: Any) -> None:
    keys = over.keys() if isinstance(over, dict) else range(len(over))
    for key in keys:
        current = base.get(key) if isinstance(base, dict) else base[key]
        if _mergeable(current, over[key]):
            _lay(current, over[key])
        elif over[key] is not None:
            base[key] = copy.deepcopy(over[key])


def own_versions(lot: Lot, origine: str) -> dict[str, dict[str, Versions]]:
    """The records of one folder alone; translations are laid upon the French text later, by the checks."""
    return {genre: {slug: Versions(origine, versions) for slug, versions in fiches.items()} for genre, fiches in lot.fiches.items()}


def merge_platform(national: Lot, platform: Lot) -> dict[str, dict[str, Versions]]:
    """The records a platform adds or completes. Faults of the four verbs go to ``platform.problemes``."""
    merged: dict[str, dict[str, Versions]] = {}
    for genre, fiches in platform.fiches.items():
        known = national.fiches.get(genre, {})
        for slug, versions in fiches.items():
            result = _merge_record(known.get(slug), versions, known, slug, platform)
            if result:
                merged.setdefault(genre, {})[slug] = result
    return merged


def _merge_record(
    base: dict[str, Document] | None, over: dict[str, Document], known: dict[str, Any], slug: str, platform: Lot
) -> Versions | None:
    french = over.get("fr")
    base = base if base and "fr" in base else None
    if french is None:
        if base is None:
            _tell_orphan(over, platform)
            return None
        return Versions(COMPLETEE, {**base, **over})
    verb = french.donnees.pop(COMPLETE, None)
    mark = french.marque((COMPLETE,))
    if verb is None and base is None:
        return Versions(TERRITOIRE, over)
    problem = _verb_fault(verb, base is not None, slug, known)
    if problem:
        platform.problemes.append(Probleme(mark.fichier, mark.ligne, mark.colonne, COMPLETE if verb else "", *problem))
        return None
    assert base is not None
    completed = frozenset(key for key, value in french.donnees.items() if value is not None)
    return Versions(COMPLETEE, {**base, **over, "fr": overlay(base["fr"], french, whole_fields=True)}, completed)


def _verb_fault(verb: Any, exists: bool, slug: str, known: dict[str, Any]) -> tuple[str, str] | None:
    if verb is None:
        return (
            f"la fiche nationale «\u00a0{slug}\u00a0» existe déjà.",
            "Pour la compléter, commencez le fichier par «\u00a0complete: national\u00a0»\u202f; "
            "pour en ajouter une autre, changez de nom.",
        )
    if verb != NATIONAL:
        return f"«\u00a0{verb}\u00a0» n'est pas admis.", "Écrivez complete: national."
    if not exists:
        return f"aucune fiche nationale «\u00a0{slug}\u00a0» à compléter.", suggestion(slug, known)
    return None


def _tell_orphan(over: dict[str, Document], platform: Lot) -> None:
    for document in over.values():
        platform.problemes.append(
            Probleme(document.fichier, 0, 0, "", "traduction d'une fiche qui n'existe pas.", "Ajoutez la fiche en français.")
        )


def without(document: Document, key: str) -> tuple[Document, Any]:
    """A copy of a document without one top-level field, and the value that field had."""
    data = dict(document.donnees)
    value = data.pop(key, None)
    return Document(document.fichier, data, document.marques), value


def at(data: Any, path: Chemin) -> Any:
    """The value at a path, or None."""
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data
