"""Merge documents: a translation over its French record, a platform's folder over the national one.

Merging works on text, before any judgement; every value keeps the place it came from.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from . import empreintes
from .empreintes import EMPREINTE
from .model.context import suggestion
from .problems import Probleme
from .reading import Lot
from .source.document import Chemin, Document

COMPLETE = "complete"
NATIONAL, TERRITOIRE, COMPLETEE = "national", "territoire", "completee"
FR = "fr"
Reproche = tuple[str, str]
"""What is wrong, and the way out."""
HOW_TO_COMPLETE = "Pour la compléter, commencez le fichier par «\u00a0complete: national\u00a0»"


@dataclass
class Versions:
    """The documents of one record in each language, and where the record comes from."""

    origine: str
    par_langue: dict[str, Document]
    completes: frozenset[str] = frozenset()
    """Fields that a platform replaces in a national record."""
    en_francais: Mapping[str, Set[str]] = field(default_factory=dict)
    """By language, the fields that a platform replaces in French and has not translated."""


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
            base = known.get(slug, {})
            result = merge_record(base, versions, lambda verb, exists: _verb_fault(verb, exists, slug, known), platform.problemes)  # noqa: B023
            if result:
                merged.setdefault(genre, {})[slug] = result
                platform.problemes += empreintes.faults(versions[FR], base[FR]) if result.completes else []
    return merged


def merge_record(
    base: Mapping[str, Document],
    over: Mapping[str, Document],
    fault: Callable[[Any, bool], Reproche | None],
    problems: list[Probleme],
) -> Versions | None:
    """One record of a platform, laid upon the national one if there is one; None when its verb is at fault."""
    base = base if FR in base else {}
    if not base and FR not in over:
        problems += [_orphan(document) for document in over.values()]
        return None
    faults = {langue: (fault if langue == FR else _translation_fault)(*_verb(over[langue], base, langue)) for langue in over}
    problems += [_misused(over[langue], *told) for langue, told in faults.items() if told]
    own = {langue: document for langue, document in over.items() if not faults[langue]}
    if not own or faults.get(FR):
        return None
    return _laid(base, own) if base else Versions(TERRITOIRE, own)


def _verb(document: Document, base: Mapping[str, Document], langue: str) -> tuple[Any, bool]:
    return document.donnees.get(COMPLETE), langue in base


def _laid(base: Mapping[str, Document], own: Mapping[str, Document]) -> Versions:
    """French first, then each translation; a national one loses the fields that the platform has replaced in French."""
    french = _without_fields(own[FR], {COMPLETE, EMPREINTE}) if FR in own else Document(base[FR].fichier)
    completed = french.donnees.keys()
    versions = {FR: overlay(base[FR], french, whole_fields=True) if completed else base[FR]}
    left = {}
    for langue in sorted({*base, *own} - {FR}):
        given = _without_fields(own[langue], {COMPLETE}) if langue in own else Document(base[langue].fichier)
        if langue in base:
            left[langue] = completed - given.donnees.keys()
            given = overlay(_without_fields(base[langue], {*completed, EMPREINTE}), given, whole_fields=True)
        versions[langue] = given
    return Versions(COMPLETEE, versions, frozenset(completed), left)


def _without_fields(document: Document, names: Set[str]) -> Document:
    """A copy without some top-level fields, nor those that are empty."""
    data = {key: value for key, value in document.donnees.items() if value is not None and key not in names}
    return Document(document.fichier, data, document.marques)


def _verb_fault(verb: Any, exists: bool, slug: str, known: Mapping[str, Any]) -> Reproche | None:
    if verb is None and exists:
        return (
            f"la fiche nationale «\u00a0{slug}\u00a0» existe déjà.",
            f"{HOW_TO_COMPLETE}\u202f; pour en ajouter une autre, changez de nom.",
        )
    if verb not in (None, NATIONAL):
        return _unknown_verb(verb)
    if verb and not exists:
        return f"aucune fiche nationale «\u00a0{slug}\u00a0» à compléter.", suggestion(slug, known)
    return None


def _translation_fault(verb: Any, exists: bool) -> Reproche | None:
    if verb is None and exists:
        return "la traduction nationale existe déjà.", f"{HOW_TO_COMPLETE}."
    if verb not in (None, NATIONAL):
        return _unknown_verb(verb)
    if verb and not exists:
        return "aucune traduction nationale à compléter.", "Retirez complete: national."
    return None


def _unknown_verb(verb: Any) -> Reproche:
    return f"«\u00a0{verb}\u00a0» n'est pas admis.", "Écrivez complete: national."


def _misused(document: Document, message: str, remede: str) -> Probleme:
    """A fault of the verb of a file."""
    mark = document.marque((COMPLETE,))
    champ = COMPLETE if document.donnees.get(COMPLETE) else ""
    return Probleme(mark.fichier, mark.ligne, mark.colonne, champ, message, remede)


def _orphan(document: Document) -> Probleme:
    return Probleme(document.fichier, 0, 0, "", "traduction d'une fiche qui n'existe pas.", "Ajoutez la fiche en français.")


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
