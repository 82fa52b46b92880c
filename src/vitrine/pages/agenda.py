"""Events: what comes, what is past, one page each."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue, Fiche
from ..model.evenement import Evenement
from ..prose import plain
from .page import Page, every_language, of_fiche, said
from .temoignages import shorten


def coming(catalogue: Catalogue) -> list[Fiche[Evenement]]:
    """Events not over yet, the nearest first."""
    today = catalogue.aujourd_hui
    found = [fiche for fiche in catalogue.evenements.values() if (fiche.fr.fin or fiche.fr.debut).date() >= today]
    return sorted(found, key=lambda fiche: (fiche.fr.debut, fiche.slug))


def past(catalogue: Catalogue) -> list[Fiche[Evenement]]:
    """Events that are over, the latest first."""
    today = catalogue.aujourd_hui
    found = [fiche for fiche in catalogue.evenements.values() if (fiche.fr.fin or fiche.fr.debut).date() < today]
    return sorted(found, key=lambda fiche: fiche.fr.debut, reverse=True)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The agenda and its events; none when the platform masks it."""
    yield Page(
        "agenda/", "agenda.html", said(catalogue, "agenda.titre"), said(catalogue, "agenda.description"),
        section="agenda", langues=every_language(catalogue),
        donnees={"index": True, "a_venir": coming(catalogue), "passes": past(catalogue), "vide": not catalogue.evenements},
    )  # fmt: skip
    for fiche in [*coming(catalogue), *past(catalogue)]:
        yield Page(
            f"agenda/{fiche.slug}/", "evenement.html", of_fiche(fiche, "titre"),
            {langue: shorten(plain(value.description)) for langue, value in fiche.valeurs.items()},
            parent="agenda/", section="agenda", langues=frozenset(fiche.valeurs), fiche=fiche,
        )  # fmt: skip
