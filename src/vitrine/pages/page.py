"""Page and Plan: one address of the site, and the list of all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..catalogue import Catalogue, Fiche
from ..texts import Interface

Libelle = Mapping[str, str]
"""A text by language; French always."""


@dataclass(frozen=True)
class Page:
    """One page. ``adresse`` is relative to the root of a language: "", "metiers/", "metiers/aide-soignant/"."""

    adresse: str
    gabarit: str
    titre: Libelle
    description: Libelle
    parent: str | None = ""
    section: str = ""
    langues: frozenset[str] = frozenset({"fr"})
    """Languages in which the page really says something; in others the French one is shown, marked as such."""
    fiche: Fiche[Any] | None = None
    donnees: Mapping[str, Any] = field(default_factory=dict)
    source: str | None = None
    """Markdown of a prose page that no file of docs/ holds."""

    @property
    def src_uri(self) -> str:
        """The Markdown file that MkDocs believes this page comes from; a section's own page is its index."""
        bare = self.adresse.rstrip("/")
        return f"{bare}/index.md" if self.is_index and bare else f"{bare or 'index'}.md"

    @property
    def vide(self) -> bool:
        """Whether the page has nothing to list yet: it exists, but menus do not lead to it."""
        return bool(self.donnees.get("vide"))

    @property
    def is_index(self) -> bool:
        """Whether the page heads a folder of others."""
        return bool(self.donnees.get("index"))


@dataclass(frozen=True)
class Plan:
    """All pages of a site."""

    pages: list[Page]

    def __post_init__(self) -> None:
        object.__setattr__(self, "_par_adresse", {page.adresse: page for page in self.pages})

    def at(self, adresse: str) -> Page | None:
        """The page of an address, or None."""
        found: Page | None = getattr(self, "_par_adresse").get(adresse)  # noqa: B009
        return found

    def trail(self, page: Page) -> list[Page]:
        """The pages above ``page``, home first."""
        above: list[Page] = []
        current = page
        while current.parent is not None and (found := self.at(current.parent)) and found is not current:
            above.insert(0, found)
            current = found
        return above


def every_language(catalogue: Catalogue) -> frozenset[str]:
    """For pages made of interface strings and of lists."""
    return frozenset(catalogue.textes)


def said(catalogue: Catalogue, key: str, **values: Any) -> dict[str, str]:
    """An interface string in every language. A value may itself be a text by language."""
    return {
        langue: Interface(catalogue.textes, langue).t(
            key, **{name: value[langue] if isinstance(value, Mapping) else value for name, value in values.items()}
        )
        for langue in catalogue.textes
    }


def labels(catalogue: Catalogue, nomenclature: str, code: str) -> dict[str, str]:
    """The label of a code in every language."""
    return {langue: catalogue.terme(nomenclature, code, langue).libelle for langue in catalogue.textes}


def of_fiche(fiche: Fiche[Any], attribute: str) -> dict[str, str]:
    """A text of a record in the languages it is translated into."""
    return {langue: str(getattr(value, attribute)) for langue, value in fiche.valeurs.items()}
