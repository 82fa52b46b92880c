"""Catalogue: every record of one site, checked, in each language it exists in. What pages, exports and rules read."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

from pydantic import BaseModel

from .communes.table import Table
from .merging import NATIONAL
from .model.comparaison import Comparaison
from .model.contact import Contact
from .model.evenement import Actualite, Evenement
from .model.formation import Formation, Session
from .model.jeu import Jeu
from .model.kinds import Programme
from .model.metier import Metier
from .model.nomenclature import Nomenclature, Terme
from .model.plateforme import Plateforme
from .model.quiz import Quiz
from .model.sante import Sante
from .model.seance import Seance
from .model.temoignage import Temoignage
from .source.document import Document

M = TypeVar("M", bound=BaseModel)
K = TypeVar("K", bound=Hashable)
FR = "fr"
Textes = dict[str, str | dict[str, str]]


@dataclass(frozen=True, eq=False)
class Fiche(Generic[M]):
    """A record: its value in French and in the languages it is wholly translated into. It equals itself only."""

    genre: str
    slug: str
    valeurs: dict[str, M]
    document: Document
    origine: str = NATIONAL
    completes: frozenset[str] = frozenset()
    perimees: frozenset[str] = frozenset()
    """Languages whose translation is older than the French text."""

    @property
    def fr(self) -> M:
        """The French record."""
        return self.valeurs[FR]

    def dans(self, langue: str) -> M:
        """The record in a language, or in French when it is not translated."""
        return self.valeurs.get(langue, self.valeurs[FR])

    def langue(self, langue: str) -> str:
        """The language in which a visitor of ``langue`` will read this record."""
        return langue if langue in self.valeurs else FR


@dataclass(frozen=True)
class Catalogue:
    """The whole content of one site, national or of a platform."""

    fiches: dict[str, dict[str, Fiche[Any]]] = field(default_factory=dict)
    annuaire: dict[str, Fiche[Plateforme]] = field(default_factory=dict)
    plateforme: Fiche[Plateforme] | None = None
    nomenclatures: dict[str, Fiche[Nomenclature]] = field(default_factory=dict)
    textes: dict[str, Textes] = field(default_factory=dict)
    programme: Programme = field(default_factory=Programme)
    comparaison: Fiche[Comparaison] | None = None
    aujourd_hui: date = field(default_factory=date.today)
    communes: Table = field(default_factory=Table)
    sante: Sante = field(default_factory=Sante)

    def of(self, genre: str) -> dict[str, Fiche[Any]]:
        """The records of a kind by slug."""
        return self.fiches.get(genre, {})

    @property
    def metiers(self) -> dict[str, Fiche[Metier]]:
        """Professions by slug."""
        return cast(dict[str, Fiche[Metier]], self.of("metiers"))

    @cached_property
    def metiers_menes(self) -> dict[str, list[str]]:
        """Professions by the diploma that they name among their ways in."""
        return reversed_links((slug, metier.fr.formations_menant) for slug, metier in self.metiers.items())

    @cached_property
    def metiers_rapproches(self) -> dict[str, list[str]]:
        """Professions by the diploma from which a bridge leads to them."""
        return reversed_links((slug, metier.fr.formations_de_depart) for slug, metier in self.metiers.items())

    @cached_property
    def anciens_noms(self) -> dict[tuple[str, str], list[str]]:
        """The records that say they bore a name, by kind and name."""
        borne = ((fiche, getattr(fiche.fr, "anciens_slugs", ())) for fiches in self.fiches.values() for fiche in fiches.values())
        return reversed_links((fiche.slug, [(fiche.genre, slug) for slug in slugs]) for fiche, slugs in borne)

    @property
    def formations(self) -> dict[str, Fiche[Formation]]:
        """Diplomas and titles by slug."""
        return cast(dict[str, Fiche[Formation]], self.of("formations"))

    @property
    def sessions(self) -> dict[str, Fiche[Session]]:
        """Courses of the territory by slug."""
        return cast(dict[str, Fiche[Session]], self.of("sessions"))

    @property
    def temoignages(self) -> dict[str, Fiche[Temoignage]]:
        """Testimonies by slug."""
        return cast(dict[str, Fiche[Temoignage]], self.of("temoignages"))

    @property
    def contacts(self) -> dict[str, Fiche[Contact]]:
        """Contacts by slug."""
        return cast(dict[str, Fiche[Contact]], self.of("contacts"))

    @property
    def evenements(self) -> dict[str, Fiche[Evenement]]:
        """Events by slug."""
        return cast(dict[str, Fiche[Evenement]], self.of("agenda"))

    @property
    def actualites(self) -> dict[str, Fiche[Actualite]]:
        """News by slug."""
        return cast(dict[str, Fiche[Actualite]], self.of("actualites"))

    @property
    def quiz(self) -> dict[str, Fiche[Quiz]]:
        """Quizzes by slug."""
        return cast(dict[str, Fiche[Quiz]], self.of("quiz"))

    @property
    def seances(self) -> dict[str, Fiche[Seance]]:
        """Lessons by slug."""
        return cast(dict[str, Fiche[Seance]], self.of("seances"))

    @property
    def jeux(self) -> dict[str, Fiche[Jeu]]:
        """Games by slug."""
        return cast(dict[str, Fiche[Jeu]], self.of("jeux"))

    def termes(self, nomenclature: str, langue: str = FR) -> dict[str, Terme]:
        """The entries of a vocabulary by code, in a language."""
        found = self.nomenclatures.get(nomenclature)
        return found.dans(langue).termes if found else {}

    def terme(self, nomenclature: str, code: str, langue: str = FR) -> Terme:
        """One entry; a code that has gone is shown as it is."""
        return self.termes(nomenclature, langue).get(code) or Terme(libelle=code)

    def every(self) -> Iterator[Fiche[Any]]:
        """All records of all kinds, the platform's own last."""
        for fiches in self.fiches.values():
            yield from fiches.values()
        yield from self.annuaire.values()
        if self.plateforme:
            yield self.plateforme


def reversed_links(links: Iterable[tuple[str, Iterable[K]]]) -> dict[K, list[str]]:
    """(from, [to]) → to: [from], in the order of the first."""
    found: dict[K, list[str]] = {}
    for origin, targets in links:
        for target in targets:
            found.setdefault(target, []).append(origin)
    return found
