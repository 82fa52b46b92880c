"""Plain pages that list the records of one value: by family, by place, by level … They work without JavaScript."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from ..catalogue import Catalogue, Fiche
from .page import Page, every_language, labels, said

Valeurs = Callable[[Fiche[Any]], Iterable[str]]


@dataclass(frozen=True)
class Filtre:
    """One way to sort records. ``nomenclature`` gives labels and order; ``values`` the codes of a record.

    ``adresse`` is a page of the genre that already lists the records of the only value.
    """

    nom: str
    nomenclature: str
    values: Valeurs
    adresse: str | None = None


@dataclass(frozen=True)
class Choix:
    """One value of a filter, with the records that bear it."""

    filtre: Filtre
    code: str
    fiches: list[Fiche[Any]]

    @property
    def adresse(self) -> str:
        """The page of the value, within its genre: par-lieu/ehpad/."""
        return self.filtre.adresse or f"par-{self.filtre.nom}/{self.code}/"


def marks(groupes: Iterable[Iterable[Choix]]) -> dict[str, str]:
    """The boxes of a page that each record answers: a bit for each, in the order of the page, written in base sixteen."""
    found: dict[str, int] = {}
    for place, option in enumerate(chain.from_iterable(groupes)):
        for fiche in option.fiches:
            found[fiche.slug] = found.get(fiche.slug, 0) | 1 << place
    return {slug: f"{bits:x}" for slug, bits in found.items()}


def choices(catalogue: Catalogue, filtre: Filtre, fiches: Iterable[Fiche[Any]]) -> list[Choix]:
    """The values of a filter that at least one record bears, in the vocabulary's order."""
    grouped: dict[str, list[Fiche[Any]]] = {}
    for fiche in fiches:
        for code in dict.fromkeys(filtre.values(fiche)):
            grouped.setdefault(code, []).append(fiche)
    return [Choix(filtre, code, grouped[code]) for code in catalogue.termes(filtre.nomenclature) if code in grouped]


def filter_pages(
    catalogue: Catalogue, genre: str, options: Iterable[Choix], template: str, dossier: str | None = None
) -> Iterator[Page]:
    """One page a value: metiers/par-lieu/ehpad/. ``dossier`` is where the kind stands when it is not at its own name."""
    root = dossier or f"{genre}/"
    for option in options:
        filtre, label = option.filtre, labels(catalogue, option.filtre.nomenclature, option.code)
        count = len(option.fiches)
        key = f"{genre}.par_{filtre.nom}"
        if filtre.adresse:
            continue
        yield Page(
            f"{root}{option.adresse}", template, said(catalogue, f"{key}.titre", valeur=label),
            said(catalogue, f"{key}.description", valeur=label, n=count), parent=root, section=root.partition("/")[0],
            langues=every_language(catalogue), donnees={"fiches": option.fiches, "choix": option},
        )  # fmt: skip


def alphabetical(fiches: Iterable[Fiche[Any]]) -> list[Fiche[Any]]:
    """Records by French title, accents apart."""
    return sorted(fiches, key=lambda fiche: sorting_key(title_of(fiche.fr)))


def title_of(record: Any) -> str:
    """The text a record is called by."""
    return str(next(getattr(record, name) for name in ("intitule", "titre", "nom") if hasattr(record, name)))


def sorting_key(text: str) -> str:
    """A text without accents nor capitals, for alphabetical order."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
