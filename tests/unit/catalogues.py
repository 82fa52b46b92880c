"""The real catalogues, read once as on the day of the data, and small records to lay beside them."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from project import AUJOURD_HUI, EPOCH
from vitrine.catalogue import Catalogue, Fiche
from vitrine.loading import Chargement, load_national
from vitrine.loading_platform import load_platform
from vitrine.merging import NATIONAL
from vitrine.model.kinds import GENRES
from vitrine.pages import plan_of
from vitrine.pages.page import Plan
from vitrine.racine import Racine
from vitrine.selection import visible
from vitrine.source.document import Document

RACINE = Racine(Path(__file__).parents[2])
DOCS = RACINE.dossier / "docs"
DEMONSTRATION = "demonstration"
JOUR = AUJOURD_HUI


@cache
def chargement_national() -> Chargement:
    """All national facts."""
    with patch.dict(os.environ, SOURCE_DATE_EPOCH=EPOCH):
        return load_national(RACINE)


@cache
def demonstration_entiere() -> Catalogue:
    """The demonstration platform with its drafts and what it masks."""
    return load_platform(chargement_national(), RACINE, DEMONSTRATION).catalogue


@cache
def national() -> Catalogue:
    """What the national site shows."""
    return visible(chargement_national().catalogue)


@cache
def demonstration() -> Catalogue:
    """What the demonstration platform shows."""
    return visible(demonstration_entiere())


@cache
def plan_national() -> Plan:
    """The pages of the national site."""
    return plan_of(national(), [DOCS])


@cache
def plan_demonstration() -> Plan:
    """The pages of the demonstration platform."""
    return plan_of(demonstration(), [DOCS, RACINE.plateformes / DEMONSTRATION / "docs"])


def masking(**champs: Any) -> Catalogue:
    """The demonstration platform, masking something else."""
    entier = demonstration_entiere()
    assert entier.plateforme
    record = entier.plateforme.fr
    masque = record.model_copy(update={"masquer": record.masquer.model_copy(update=champs)})
    return visible(replace(entier, plateforme=replace(entier.plateforme, valeurs={"fr": masque})))


def fiche(genre: str, slug: str, **champs: Any) -> Fiche[Any]:
    """One record in French, of invented facts."""
    return Fiche(genre, slug, {"fr": GENRES[genre].modele(**champs)}, Document(f"{slug}.yml"), NATIONAL)


def evenement(slug: str = "forum", **champs: Any) -> Fiche[Any]:
    """An invented event of an afternoon of winter, Paris time."""
    base = {
        "titre": "Forum",
        "type": "forum",
        "description": "Un **forum**.",
        "debut": "2027-01-16 14:00",
        "lieu": {"commune": "Alençon", "code_postal": "61000"},
        "verifie_le": "2026-11-22",
    }
    return fiche("agenda", slug, **base | champs)


def redire(source: Fiche[Any], **champs: Any) -> Fiche[Any]:
    """The same record with some values changed in French."""
    return replace(source, valeurs={**source.valeurs, "fr": source.fr.model_copy(update=champs)})


def avec(catalogue: Catalogue, genre: str, *fiches: Fiche[Any]) -> Catalogue:
    """The same catalogue with some records more, or replaced."""
    others = {found.slug: found for found in fiches}
    return replace(catalogue, fiches={**catalogue.fiches, genre: {**catalogue.of(genre), **others}})


def addresses(plan: Plan) -> set[str]:
    """Every address of a plan."""
    return {page.adresse for page in plan.pages}


def under(plan: Plan, folder: str) -> set[str]:
    """The addresses of a folder."""
    return {adresse for adresse in addresses(plan) if adresse.startswith(folder)}
