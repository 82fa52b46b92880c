"""News and press releases."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..prose import plain
from .page import Page, every_language, of_fiche, said


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list, the latest first, and one page each."""
    fiches = sorted(catalogue.actualites.values(), key=lambda fiche: (fiche.fr.date, fiche.slug), reverse=True)
    yield Page(
        "actualites/", "actualites.html", said(catalogue, "actualites.titre"), said(catalogue, "actualites.description"),
        section="actualites", langues=every_language(catalogue), donnees={"index": True, "fiches": fiches, "vide": not fiches},
    )  # fmt: skip
    for fiche in fiches:
        yield Page(
            f"actualites/{fiche.slug}/", "actualite.html", of_fiche(fiche, "titre"),
            {langue: plain(value.accroche) for langue, value in fiche.valeurs.items()},
            parent="actualites/", section="actualites", langues=frozenset(fiche.valeurs), fiche=fiche,
        )  # fmt: skip
