"""Training: the index, its filters, one page a diploma with the sessions of the territory."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue, Fiche
from ..model.formation import Formation, Session
from ..prose import plain
from .filters import Filtre, alphabetical, choices, filter_pages, marks
from .page import Page, every_language, of_fiche, said

FILTRES = (
    Filtre("niveau", "niveaux", lambda f: [str(f.fr.niveau)] if f.fr.niveau else []),
    Filtre("voie", "voies", lambda f: f.fr.voies),
    Filtre("genre", "genres-formation", lambda f: [f.fr.genre]),
)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """All pages about training; none when the platform masks them."""
    fiches = alphabetical(catalogue.formations.values())
    if not fiches:
        return
    groups = {filtre.nom: choices(catalogue, filtre, fiches) for filtre in FILTRES}
    yield Page(
        "formations/", "formations.html", said(catalogue, "formations.titre"),
        said(catalogue, "formations.description", n=len(fiches)), section="formations",
        langues=every_language(catalogue), donnees={
            "index": True, "groupes": groups, "fiches": fiches, "marques": marks(groups.values()),
        },
    )  # fmt: skip
    for options in groups.values():
        yield from filter_pages(catalogue, "formations", options, "formations-liste.html")
    for fiche in fiches:
        yield sheet(catalogue, fiche)


def sheet(catalogue: Catalogue, fiche: Fiche[Formation]) -> Page:
    """The page of one diploma, with its sessions and the professions it leads to or brings nearer."""
    led_to = leading_to(catalogue, fiche)
    return Page(
        f"formations/{fiche.slug}/", "formation.html", of_fiche(fiche, "intitule"),
        {langue: plain(value.accroche) for langue, value in fiche.valeurs.items()},
        parent="formations/", section="formations", langues=frozenset(fiche.valeurs), fiche=fiche,
        donnees={
            "sessions": sessions_of(catalogue, fiche.slug),
            "metiers": led_to,
            "rapproches": [slug for slug in brought_nearer(catalogue, fiche.slug) if slug not in led_to],
        },
    )  # fmt: skip


def sessions_of(catalogue: Catalogue, formation: str) -> list[Fiche[Session]]:
    """The courses of a diploma that are not over, the nearest first; those without a date come last."""
    today = catalogue.aujourd_hui
    own = [s for s in catalogue.sessions.values() if s.fr.formation == formation]
    coming = [s for s in own if (s.fr.fin or s.fr.debut or today) >= today]
    return sorted(coming, key=lambda s: (s.fr.debut is None, s.fr.debut or today, s.slug))


def leading_to(catalogue: Catalogue, fiche: Fiche[Formation]) -> list[str]:
    """Professions that a diploma leads to: those it names, and those that name it among their ways in."""
    return list(dict.fromkeys([*fiche.fr.metiers, *catalogue.metiers_menes.get(fiche.slug, ())]))


def brought_nearer(catalogue: Catalogue, formation: str) -> list[str]:
    """Professions that a bridge opens from a diploma: the way back is read from them, never written twice."""
    return catalogue.metiers_rapproches.get(formation, [])
