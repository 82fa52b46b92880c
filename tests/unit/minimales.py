"""The least that each kind of record must say, and the writing of YAML files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from vitrine.checking import check
from vitrine.loading import Chargement
from vitrine.model.context import Contexte
from vitrine.model.kinds import GENRES, NOMENCLATURES, PLATEFORMES
from vitrine.model.sante import Sante
from vitrine.source.document import Document, parse, read_document

ICI = Path(__file__).parent
CAS = ICI / "cas"
DONNEES = ICI.parents[1] / "data"
TOUS = {**GENRES, PLATEFORMES.dossier: PLATEFORMES, NOMENCLATURES.dossier: NOMENCLATURES}


def minimal(genre: str, name: str = "minimal.yml") -> Document:
    """The minimal record of a kind, as read from ``cas/minimal``; ``name`` is the file it claims to be."""
    return parse((CAS / "minimal" / f"{genre}.yml").read_bytes(), name)


def document(text: str, name: str = "fiche.yml") -> Document:
    """A document that must be read without a problem."""
    found = parse(text.encode(), name)
    assert not found.problemes, [str(problem) for problem in found.problemes]
    return found


def vocabulary() -> Sante:
    """The real words of health data."""
    record, faults = check(read_document(DONNEES / "sante.yml", "sante.yml"), Sante, Contexte())
    assert record and not faults
    return record


def fill(file: Path, content: str | dict[str, Any]) -> Path:
    """Write a YAML file, from its text or from a tree of texts."""
    text = content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def said(chargement: Chargement) -> list[str]:
    """The problems of a loading, without their way out."""
    return [str(problem).partition("\n")[0] for problem in chargement.problemes]
