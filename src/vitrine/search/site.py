"""The search files of a site: one pair a language, named by their content, with the words that the client shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..assets import named
from ..catalogue import Catalogue
from ..model.coordinates import displayed, international
from ..pages.page import Plan
from ..texts import Interface
from .entries import GENRES, entries
from .index import index_files

KEYS = ("compte", "tous", "plutot", "aucun", "mots", "appeler")


@dataclass(frozen=True)
class Recherche:
    """Addresses of the two files of a language, and their bytes."""

    adresses: tuple[str, str]
    make: Callable[[], tuple[bytes, bytes]]

    def fichiers(self) -> Iterator[tuple[str, bytes]]:
        """(address, bytes) of both files."""
        yield from zip(self.adresses, self.make(), strict=True)


def search_files(catalogue: Catalogue, plan: Plan, langue: str) -> Recherche:
    """The index of one language."""
    first, whole = contents(catalogue, plan, langue)
    return Recherche((named(f"index-{langue}", "js", first), named(f"texte-{langue}", "js", whole)), lambda: (first, whole))


def later_files(catalogue: Catalogue, plan: Plan, langue: str) -> Recherche:
    """The index of one language, made only if someone searches: its addresses tell nothing of what it holds."""
    return Recherche((f"assets/index-{langue}.js", f"assets/texte-{langue}.js"), lambda: contents(catalogue, plan, langue))


def contents(catalogue: Catalogue, plan: Plan, langue: str) -> tuple[bytes, bytes]:
    """The bytes of both files."""
    found = list(entries(catalogue, plan, langue))
    neighbours = [terme.libelle for terme in catalogue.termes("mots-voisins", langue).values()]
    first, whole = index_files(found, client_texts(catalogue, plan, langue), neighbours, langue)
    return first.encode(), whole.encode()


def client_texts(catalogue: Catalogue, plan: Plan, langue: str) -> dict[str, Any]:
    """What the client says, and where it sends people when it finds nothing."""
    strings: Mapping[str, Any] = {**catalogue.textes["fr"], **catalogue.textes[langue]}
    said = Interface(catalogue.textes, langue).t
    help_line = catalogue.plateforme.fr.bandeau if catalogue.plateforme else None
    number = help_line.telephone if help_line else None
    return {
        **{key: strings[f"recherche.{key}"] for key in KEYS},
        "titre": strings["recherche.resultats"],
        "genres": {genre: strings[f"recherche.genre.{genre}"] for genre in GENRES},
        "telephone": [displayed(number), f"tel:{international(number)}"] if number else None,
        "secours": [said("appel.trouver"), "plateforme/" if catalogue.plateforme else "plateformes/"],
    }
