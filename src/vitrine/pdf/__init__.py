"""The site on paper: one A4 side a profession, booklets, posters. WeasyPrint makes the PDF; it knows nothing of MkDocs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..assembly import Site
from ..catalogue import FR
from .cache import Cache
from .fiche import sheet
from .papier import make_pdf


def sheet_pdfs(site: Site, slugs: Iterable[str] | None = None, langue: str = FR) -> Iterator[tuple[str, bytes]]:
    """(slug, PDF) of the sheets of some professions, of all when none is named; those that ``langue`` lacks are passed over.

    Raises SansMoteur when WeasyPrint is not installed, KeyError for a profession that the site does not show.
    """
    cache = Cache(site.racine.lieu / ".cache" / "pdf")
    for slug in site.catalogue.metiers if slugs is None else slugs:
        fiche = site.catalogue.metiers[slug]
        if langue in fiche.valeurs:
            yield slug, cache.get(sheet(site, fiche, langue), make_pdf)
