"""Games: the list, a page for the teacher each, and the sheets to print."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..catalogue import Catalogue, Fiche
from ..jeux.enquete import code, inquiry, total
from ..jeux.journees import days
from ..jeux.planches import CARTES_PAR_PLANCHE, OBJETS_PAR_PLANCHE, claims, planches
from ..model.jeu import Jeu
from ..prose import plain
from ..texts import Interface
from .filters import alphabetical, choices
from .metiers import FAMILLE
from .page import Libelle, Page, every_language, labels, of_fiche, said

DOSSIER = "ecole/jeux/"
JOURNEES_PAR_PAGE, AFFICHES_PAR_PAGE = 2, 2
TOUTES, ELEVE, CORRIGE = "toutes", "eleve", "corrige"


@dataclass(frozen=True)
class Feuille:
    """A sheet to print. ``pages`` is how many sides of paper it takes; 0 when it depends on the words."""

    nom: str
    gabarit: str
    libelle: Libelle
    pages: int = 0
    donnees: Mapping[str, Any] = field(default_factory=dict)


Feuilles = Iterator[Feuille]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """All pages about games; none when no game can be played."""
    games = [(fiche, list(SHEETS[fiche.fr.genre](catalogue, fiche))) for fiche in in_order(catalogue)]
    games = [(fiche, sheets) for fiche, sheets in games if sheets]
    if not games:
        return
    yield Page(
        DOSSIER, "jeux.html", said(catalogue, "jeux.titre"), said(catalogue, "jeux.description", n=len(games)),
        parent="ecole/", section="ecole", langues=every_language(catalogue),
        donnees={"index": True, "fiches": [fiche for fiche, _ in games]},
    )  # fmt: skip
    for fiche, sheets in games:
        yield from own_pages(catalogue, fiche, sheets)


def in_order(catalogue: Catalogue) -> list[Fiche[Jeu]]:
    """Games in the order of their kinds, then by title."""
    kinds = [*SHEETS]
    return sorted(alphabetical(catalogue.jeux.values()), key=lambda fiche: kinds.index(fiche.fr.genre))


def own_pages(catalogue: Catalogue, fiche: Fiche[Jeu], sheets: list[Feuille]) -> Iterator[Page]:
    """The page of a game, which the search finds, then its sheets."""
    home, langues = f"{DOSSIER}{fiche.slug}/", frozenset(fiche.valeurs)
    summary = {langue: plain(value.accroche) for langue, value in fiche.valeurs.items()}
    yield Page(
        home, "jeu.html", of_fiche(fiche, "titre"), summary, parent=DOSSIER, section="ecole", langues=langues, fiche=fiche,
        donnees={"feuilles": sheets},
    )  # fmt: skip
    for sheet in sheets:
        yield Page(
            f"{home}{sheet.nom}/", sheet.gabarit, named(catalogue, fiche, "jeu.feuille.titre", sheet.libelle),
            named(catalogue, fiche, "jeu.feuille.description", sheet.libelle), parent=home, section="ecole", langues=langues,
            donnees={"jeu": fiche, **sheet.donnees},
        )  # fmt: skip


def named(catalogue: Catalogue, fiche: Fiche[Jeu], key: str, libelle: Libelle) -> Libelle:
    """An interface string around the names of a game and of a sheet, in the languages of the game."""
    return {
        langue: Interface(catalogue.textes, langue).t(key, titre=value.titre, feuille=libelle[langue])
        for langue, value in fiche.valeurs.items()
    }


def professions(catalogue: Catalogue, fiche: Fiche[Jeu]) -> list[Fiche[Any]]:
    """The professions of a game by title: those it names, or all."""
    wanted = fiche.fr.metiers or catalogue.metiers
    return alphabetical(catalogue.metiers[slug] for slug in wanted if slug in catalogue.metiers)


def sides(count: int, size: int, faces: int = 1) -> int:
    """How many sides of paper hold ``count`` things, ``size`` a side, with or without their backs."""
    return -(-count // size) * faces


def cards(catalogue: Catalogue, fiche: Fiche[Jeu]) -> Feuilles:
    """The cards of the professions, by family, then all; a card keeps its number in both."""
    numbered = list(enumerate(professions(catalogue, fiche), start=1))
    numbers = {one.slug: number for number, one in numbered}

    def sheet(nom: str, libelle: Libelle, deck: list[tuple[int, Fiche[Any]]]) -> Feuille:
        donnees = {"planches": planches(deck, CARTES_PAR_PLANCHE), "nombre": len(deck)}
        return Feuille(nom, "jeu-cartes.html", libelle, sides(len(deck), CARTES_PAR_PLANCHE, 2), donnees)

    for option in choices(catalogue, FAMILLE, [one for _, one in numbered]):
        deck = [(numbers[one.slug], one) for one in option.fiches]
        yield sheet(option.code, labels(catalogue, "familles", option.code), deck)
    if numbered:
        yield sheet(TOUTES, said(catalogue, "jeu.cartes.toutes"), numbered)


def objects(catalogue: Catalogue, fiche: Fiche[Jeu]) -> Feuilles:
    """The sheets of objects and their answers; an object whose professions are all hidden is left out."""
    shown = [(one, known) for one in fiche.fr.objets if (known := [slug for slug in one.metiers if slug in catalogue.metiers])]
    numbered = [(number, one.nom, one.usage, one.mot, known) for number, (one, known) in enumerate(shown, start=1)]
    donnees = {"planches": planches(numbered, OBJETS_PAR_PLANCHE)}
    if shown:
        yield Feuille(ELEVE, "jeu-objets.html", said(catalogue, "jeu.eleve"), sides(len(shown), OBJETS_PAR_PLANCHE), donnees)
        yield Feuille(CORRIGE, "jeu-objets-corrige.html", said(catalogue, "jeu.corrige"), 0, donnees)


def true_or_false(catalogue: Catalogue, fiche: Fiche[Jeu]) -> Feuilles:
    """Cards of claims with their answers behind, and the same as a list for the teacher."""
    drawn = list(enumerate(claims(fiche.slug, professions(catalogue, fiche), fiche.fr.nombre_cartes), start=1))
    if drawn:
        donnees = {"planches": planches(drawn, CARTES_PAR_PLANCHE), "nombre": len(drawn)}
        size = sides(len(drawn), CARTES_PAR_PLANCHE, 2)
        yield Feuille("cartes", "jeu-vrai-ou-faux.html", said(catalogue, "jeu.cartes"), size, donnees)
        yield Feuille(CORRIGE, "jeu-vrai-ou-faux-liste.html", said(catalogue, "jeu.liste"), 0, {"affirmations": drawn})


def one_day(catalogue: Catalogue, fiche: Fiche[Jeu]) -> Feuilles:
    """The puzzles of each family, half a page a profession, and one page of answers."""
    puzzles = {one.fiche.slug: one for one in days(fiche.slug, professions(catalogue, fiche))}
    groups = choices(catalogue, FAMILLE, [one.fiche for one in puzzles.values()])
    for option in groups:
        days_of = [puzzles[one.slug] for one in option.fiches]
        size = sides(len(days_of), JOURNEES_PAR_PAGE)
        yield Feuille(option.code, "jeu-journees.html", labels(catalogue, "familles", option.code), size, {"journees": days_of})
    if groups:
        answers = [(option.code, [puzzles[one.slug] for one in option.fiches]) for option in groups]
        yield Feuille(CORRIGE, "jeu-journees-corrige.html", said(catalogue, "jeu.corrige"), 0, {"groupes": answers})


def forum(catalogue: Catalogue, fiche: Fiche[Jeu]) -> Feuilles:
    """The pupil sheet, the posters and the organiser's sheet; nothing when the code cannot be found on this site."""
    stops = inquiry(catalogue, fiche.fr)
    if stops:
        donnees = {"arrets": stops, "code": code(stops), "total": total(stops)}
        yield Feuille(ELEVE, "jeu-enquete.html", said(catalogue, "jeu.eleve"), 0, donnees)
        posters = sides(len(stops), AFFICHES_PAR_PAGE)
        yield Feuille("affiches", "jeu-enquete-affiches.html", said(catalogue, "jeu.affiches"), posters, donnees)
        yield Feuille("organisation", "jeu-enquete-corrige.html", said(catalogue, "jeu.organisation"), 0, donnees)


SHEETS: dict[str, Callable[[Catalogue, Fiche[Jeu]], Feuilles]] = {
    "cartes": cards,
    "objets": objects,
    "vrai-ou-faux": true_or_false,
    "une-journee": one_day,
    "enquete": forum,
}
"""What each kind of game prints."""
