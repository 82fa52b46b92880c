"""Platforms: the national directory with its map, or the platform's own page on its own site."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue, Fiche
from ..model.plateforme import Plateforme
from .filters import sorting_key
from .page import Page, every_language, of_fiche, said


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """A platform's site never speaks of the others."""
    if catalogue.plateforme:
        yield own_page(catalogue, catalogue.plateforme, "plateforme/", "")
        return
    fiches = sorted(catalogue.annuaire.values(), key=lambda fiche: sorting_key(fiche.fr.territoire))
    yield Page(
        "plateformes/", "plateformes.html", said(catalogue, "plateformes.titre"),
        said(catalogue, "plateformes.description", n=len(fiches)), section="plateformes", langues=every_language(catalogue),
        donnees={"index": True, "fiches": fiches, "par_departement": by_departement(fiches)},
    )  # fmt: skip
    for fiche in fiches:
        yield own_page(catalogue, fiche, f"plateformes/{fiche.slug}/", "plateformes/")


def own_page(catalogue: Catalogue, fiche: Fiche[Plateforme], adresse: str, parent: str) -> Page:
    """The page that presents one platform."""
    return Page(
        adresse, "plateforme.html", of_fiche(fiche, "nom_affiche"),
        said(catalogue, "plateforme.description", nom=fiche.fr.nom, territoire=fiche.fr.territoire),
        parent=parent, section="plateformes", langues=frozenset(fiche.valeurs), fiche=fiche,
    )  # fmt: skip


def by_departement(fiches: list[Fiche[Plateforme]]) -> dict[str, Fiche[Plateforme]]:
    """Which platform covers a département."""
    return {code: fiche for fiche in fiches for code in fiche.fr.departements}
