"""Fingerprints: eight digits that tell whether the national text has changed since someone built upon it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from .problems import Probleme
from .source.document import Document

EMPREINTE = "empreinte"


def digest(value: Any) -> str:
    """Eight hexadecimal digits of a tree of texts."""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()[:8]


def of_fields(national: Document, fields: Iterable[str]) -> dict[str, str]:
    """The fingerprint of each of these fields of a national record; an empty field has one too."""
    return {field: digest(national.donnees.get(field)) for field in sorted(fields)}


def written(empreintes: Mapping[str, str]) -> str:
    """The line to write in a completed record."""
    return f"{EMPREINTE}: {{" + ", ".join(f"{field}: {value}" for field, value in empreintes.items()) + "}"


def faults(completed: Document, national: Document) -> list[Probleme]:
    """What the fingerprints of a completed record say: a block of another shape, fields without one, fields that have changed."""
    kept = completed.donnees.get(EMPREINTE) or {}
    fields = [name for name, value in completed.donnees.items() if name not in (EMPREINTE, "complete") and value is not None]
    now = of_fields(national, fields)
    if not isinstance(kept, dict):
        return [_tell(completed, "un bloc de champs est attendu.", f"Écrivez {written(now)}.", grave=True)]
    problems = [_changed(completed, field, now) for field in fields if field in kept and kept[field] != now[field]]
    absent = [field for field in fields if field not in kept]
    if absent:
        said = f"sans empreinte du texte national\u00a0: {', '.join(absent)}. Vous ne saurez pas quand il changera."
        problems.append(_tell(completed, said, f"Écrivez {written(now)}."))
    return problems


def _changed(completed: Document, field: str, now: Mapping[str, str]) -> Probleme:
    mark = completed.marque((EMPREINTE, field))
    return Probleme(
        mark.fichier, mark.ligne, mark.colonne, field, "la fiche nationale a changé sous ce champ complété.",
        f"Comparez avec vitrine diff, reprenez ce qui doit l'être, puis écrivez {field}: {now[field]} dans {EMPREINTE}.",
        grave=False,
    )  # fmt: skip


def _tell(completed: Document, message: str, remede: str, *, grave: bool = False) -> Probleme:
    mark = completed.marque((EMPREINTE,) if grave else ())
    return Probleme(mark.fichier, mark.ligne, mark.colonne, EMPREINTE, message, remede, grave)
