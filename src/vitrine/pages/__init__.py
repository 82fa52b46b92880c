"""Which pages exist: their address, title, languages, template and data. Each module lists the pages of one section."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..catalogue import Catalogue
from ..selection import masked_sections
from . import (
    accueil,
    actualites,
    agenda,
    borne,
    carnet,
    comparer,
    contacts,
    depliant,
    formations,
    jeux,
    legales,
    metiers,
    plateformes,
    projection,
    prose,
    proximite,
    quiz,
    recherche,
    seances,
    temoignages,
)
from .page import Page, Plan

SECTIONS = (
    accueil,
    metiers,
    comparer,
    formations,
    temoignages,
    contacts,
    agenda,
    actualites,
    plateformes,
    proximite,
    quiz,
    seances,
    jeux,
    projection,
    recherche,
    carnet,
    borne,
    depliant,
)


def plan_of(catalogue: Catalogue, prose_folders: list[Path]) -> Plan:
    """Every page of a site, ``catalogue`` being already reduced to what is visible. Legal pages come last: they list the others."""
    pages = [*_records(catalogue), *prose.pages(catalogue, prose_folders)]
    return Plan(pages + list(legales.pages(catalogue, pages)))


def _records(catalogue: Catalogue) -> Iterator[Page]:
    hidden = masked_sections(catalogue)
    for section in SECTIONS:
        yield from (page for page in section.pages(catalogue) if page.section not in hidden)
