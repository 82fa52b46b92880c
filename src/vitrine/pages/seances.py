"""Lessons: the index, its classes, and four pages each: for the teacher, for pupils, the answers, and all three to print."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue, Fiche
from ..model.seance import Seance
from ..prose import plain
from ..texts import Interface
from .filters import Filtre, choices, filter_pages, marks
from .page import Libelle, Page, every_language, of_fiche, said

DOSSIER = "ecole/seances/"
NIVEAU = Filtre("niveau", "niveaux-scolaires", lambda s: s.fr.niveaux)
FEUILLES = ("eleve", "corrige", "dossier")
"""Pages of a lesson that are made to be printed."""


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """All pages about lessons; none when there is no lesson."""
    fiches = sorted(catalogue.seances.values(), key=lambda fiche: in_school_order(catalogue, fiche))
    if not fiches:
        return
    classes = [fiche for fiche in fiches if not fiche.fr.pour_adultes]
    options = choices(catalogue, NIVEAU, classes)
    yield Page(
        DOSSIER, "seances.html", said(catalogue, "seances.titre"), said(catalogue, "seances.description", n=len(classes)),
        parent="ecole/", section="ecole", langues=every_language(catalogue),
        donnees={"index": True, "fiches": classes, "adultes": [fiche for fiche in fiches if fiche.fr.pour_adultes],
            "groupes": {"niveau": options}, "marques": marks([options])},
    )  # fmt: skip
    yield from filter_pages(catalogue, "seances", options, "seances-liste.html", DOSSIER)
    for fiche in fiches:
        yield from own_pages(catalogue, fiche)


def in_school_order(catalogue: Catalogue, fiche: Fiche[Seance]) -> tuple[int, str]:
    """The youngest class first."""
    order = list(catalogue.termes(NIVEAU.nomenclature))
    return min((order.index(code) for code in fiche.fr.niveaux), default=len(order)), fiche.fr.titre


def own_pages(catalogue: Catalogue, fiche: Fiche[Seance]) -> Iterator[Page]:
    """The four pages of a lesson; only the first is found by the search."""
    home = f"{DOSSIER}{fiche.slug}/"
    langues = frozenset(fiche.valeurs)
    summary = {langue: plain(value.accroche) for langue, value in fiche.valeurs.items()}
    yield Page(
        home, "seance.html", of_fiche(fiche, "titre"), summary, parent=DOSSIER, section="ecole", langues=langues, fiche=fiche
    )
    for name in FEUILLES:
        yield Page(
            f"{home}{name}/", f"seance-{name}.html", named(catalogue, fiche, f"{name}.titre"),
            named(catalogue, fiche, f"{name}.description"), parent=home, section="ecole", langues=langues,
            donnees={"seance": fiche},
        )  # fmt: skip


def named(catalogue: Catalogue, fiche: Fiche[Seance], key: str) -> Libelle:
    """An interface string around the title of a lesson, in the languages of the lesson."""
    told = key_of(catalogue, fiche.fr, key)
    return {langue: Interface(catalogue.textes, langue).t(told, titre=value.titre) for langue, value in fiche.valeurs.items()}


def key_of(catalogue: Catalogue, seance: Seance, key: str) -> str:
    """The string that says something of a lesson: pupils, answers and classes are called otherwise among adults."""
    own = f"seance.{key}.adultes"
    return own if seance.pour_adultes and own in catalogue.textes["fr"] else f"seance.{key}"
