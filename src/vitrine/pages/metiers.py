"""Professions: the index, its filters, A to Z, without a diploma, and one page a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..catalogue import Catalogue, Fiche
from ..model.metier import Metier
from ..prose import plain
from .filters import Filtre, alphabetical, choices, filter_pages, marks, sorting_key
from .page import Page, every_language, said

FAMILLE = Filtre("famille", "familles", lambda m: [m.fr.famille])
FILTRES = (
    FAMILLE,
    Filtre("lieu", "lieux", lambda m: m.fr.lieux),
    Filtre("public", "publics", lambda m: m.fr.publics),
    Filtre("diplome", "diplomes-demandes", lambda m: ["aucun"] if m.fr.acces.sans_diplome else [], "sans-diplome/"),
    Filtre("niveau", "niveaux", lambda m: [str(m.fr.acces.niveau)] if m.fr.acces.niveau else []),
    Filtre("horaire", "horaires", lambda m: m.fr.conditions.horaires),
    Filtre("temps", "temps-travail", lambda m: m.fr.conditions.temps_travail),
    Filtre("permis", "permis", lambda m: [m.fr.conditions.permis] if m.fr.conditions.permis else []),
    Filtre("voie", "voies", lambda m: [voie.voie for voie in m.fr.acces.voies]),
)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """All pages about professions."""
    fiches = alphabetical(catalogue.metiers.values())
    filtres = (*FILTRES, by_media(catalogue))
    groups = {filtre.nom: choices(catalogue, filtre, fiches) for filtre in filtres}
    open_to_all = [fiche for fiche in fiches if fiche.fr.acces.sans_diplome]
    langues = every_language(catalogue)
    count = len(fiches)
    yield Page(
        "metiers/", "metiers.html", said(catalogue, "metiers.titre"), said(catalogue, "metiers.description", n=count),
        section="metiers", langues=langues,
        donnees={"index": True, "groupes": groups, "fiches": fiches, "sans_diplome": open_to_all,
            "marques": marks(groups.values())},
    )  # fmt: skip
    yield Page(
        "metiers/a-z/", "metiers-a-z.html", said(catalogue, "metiers.a_z.titre"),
        said(catalogue, "metiers.a_z.description", n=count),
        parent="metiers/", section="metiers", langues=langues, donnees={"lettres": by_letter(fiches)},
    )  # fmt: skip
    yield Page(
        "metiers/sans-diplome/", "metiers-liste.html", said(catalogue, "metiers.sans_diplome.titre"),
        said(catalogue, "metiers.sans_diplome.description", n=len(open_to_all)), parent="metiers/", section="metiers",
        langues=langues, donnees={"fiches": open_to_all, "choix": None},
    )  # fmt: skip
    for options in groups.values():
        yield from filter_pages(catalogue, "metiers", options, "metiers-liste.html")
    for fiche in fiches:
        yield sheet(catalogue, fiche)


def by_media(catalogue: Catalogue) -> Filtre:
    """Professions that one can watch or hear: on their own sheet, or in a testimony."""
    told: dict[str, list[str]] = {}
    sheets: list[Fiche[Any]] = [*catalogue.metiers.values(), *catalogue.temoignages.values()]
    for fiche in sheets:
        metier = fiche.slug if fiche.genre == "metiers" else fiche.fr.metier
        if fiche.fr.media and metier:
            told.setdefault(metier, []).append(fiche.fr.media.genre)
    return Filtre("media", "medias", lambda m: told.get(m.slug, []))


def sheet(catalogue: Catalogue, fiche: Fiche[Metier]) -> Page:
    """The page of one profession, with what leads to it and from it."""
    return Page(
        f"metiers/{fiche.slug}/", "metier.html", {langue: value.nomme(langue) for langue, value in fiche.valeurs.items()},
        {langue: plain(value.accroche) for langue, value in fiche.valeurs.items()},
        parent="metiers/", section="metiers", langues=frozenset(fiche.valeurs), fiche=fiche,
        donnees={
            "temoignages": [t for t in catalogue.temoignages.values() if t.fr.metier == fiche.slug],
            "evenements": [
                e for e in catalogue.evenements.values()
                if fiche.slug in e.fr.metiers and e.fr.debut.date() >= catalogue.aujourd_hui and not e.fr.annule
            ],
        },
    )  # fmt: skip


def by_letter(fiches: list[Fiche[Metier]]) -> dict[str, list[tuple[str, Fiche[Metier]]]]:
    """Both forms of each title under their first letter: « Infirmier » and « Infirmière »."""
    entries = {(name, fiche.slug): fiche for fiche in fiches for name in (fiche.fr.masculin, fiche.fr.feminin)}
    grouped: dict[str, list[tuple[str, Fiche[Metier]]]] = {}
    for (name, _), fiche in sorted(entries.items(), key=lambda entry: sorting_key(entry[0][0])):
        grouped.setdefault(sorting_key(name)[0].upper(), []).append((name, fiche))
    return grouped
