"""The leaflet of a platform: one sheet of paper, both sides, made from what the platform has given."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue, Fiche
from ..model.contact import Contact
from .agenda import coming
from .filters import alphabetical
from .page import Page, every_language, said
from .proximite import FOR_ALL, PLATFORM_KIND

RENDEZ_VOUS, LIEUX = 3, 3
"""How many fit a panel."""


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page; none on the national site, which has nobody to meet."""
    if catalogue.plateforme:
        yield Page(
            "depliant/", "depliant.html", said(catalogue, "depliant.titre"), said(catalogue, "depliant.description"),
            langues=every_language(catalogue),
            donnees={
                "rendez_vous": [fiche for fiche in coming(catalogue) if not fiche.fr.annule][:RENDEZ_VOUS],
                "lieux": places(catalogue),
                "sans_diplome": sum(1 for fiche in catalogue.metiers.values() if fiche.fr.acces.sans_diplome),
            },
        )  # fmt: skip


def places(catalogue: Catalogue) -> list[Fiche[Contact]]:
    """Where one can go, the platform's own places first."""
    found = [fiche for fiche in alphabetical(catalogue.contacts.values()) if fiche.fr.adresse and fiche.fr.canal == FOR_ALL]
    return sorted(found, key=lambda fiche: fiche.fr.type != PLATFORM_KIND)[:LIEUX]
