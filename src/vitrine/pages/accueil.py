"""The home page."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..texts import Interface
from .page import Page, every_language, said

HIGHLIGHTS = (
    "aide-a-domicile",
    "aide-soignant",
    "accompagnant-educatif-et-social",
    "infirmier",
    "educateur-specialise",
    "agent-de-service-hospitalier",
)
"""Professions shown first when they exist: the most recruited ones (CNSA, 2023) and the best known."""


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page, national or of a platform."""
    name = {langue: site_name(catalogue, langue) for langue in catalogue.textes}
    chosen = [catalogue.metiers[slug] for slug in HIGHLIGHTS if slug in catalogue.metiers]
    chosen += [fiche for fiche in catalogue.metiers.values() if fiche not in chosen]
    yield Page(
        "", "accueil.html", said(catalogue, "accueil.titre", site=name), said(catalogue, "accueil.description", site=name),
        parent=None, langues=every_language(catalogue), donnees={"metiers": chosen[:6]},
    )  # fmt: skip


def site_name(catalogue: Catalogue, langue: str) -> str:
    """What the site is called."""
    if catalogue.plateforme:
        return catalogue.plateforme.dans(langue).nom_affiche
    return Interface(catalogue.textes, langue).t("site.nom")
