"""The site on paper: one A4 side a profession, booklets, posters. WeasyPrint makes the PDF; it knows nothing of MkDocs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..assembly import Site, SiteImpossible, in_language
from ..catalogue import FR
from ..pages.filters import alphabetical
from .affiche import poster
from .cache import Cache
from .fiche import sheet
from .livret import Avance, booklet
from .papier import SansMoteur, make_pdf


def cache_of(site: Site) -> Cache:
    """Where the PDFs of a project are kept: beside its data, never in a published site."""
    return Cache(site.racine.lieu / ".cache" / "pdf")


def translated(site: Site, langue: str) -> list[str]:
    """The professions that a language has, in alphabetical order."""
    return [fiche.slug for fiche in alphabetical(site.catalogue.metiers.values()) if langue in fiche.valeurs]


def sheet_pdfs(site: Site, slugs: Iterable[str] | None = None, langue: str = FR) -> Iterator[tuple[str, bytes]]:
    """(slug, PDF) of the sheets of some professions, of all when none is named; those that ``langue`` lacks are passed over.

    Raises SansMoteur when WeasyPrint is not installed, KeyError for a profession that the site does not show.
    """
    cache = cache_of(site)
    for slug in translated(site, langue) if slugs is None else slugs:
        fiche = site.catalogue.metiers[slug]
        if langue in fiche.valeurs:
            yield slug, cache.get(sheet(site, fiche, langue), make_pdf)


def with_sheets(site: Site) -> Site:
    """The same site, each profession of which links to its PDF."""
    try:
        return replace(site, pdfs=printed(site))
    except SansMoteur as fault:
        raise SiteImpossible(str(fault)) from None


def printed(site: Site) -> dict[str, bytes]:
    """Address → PDF of every sheet of a site, in each language that it has."""
    return {
        in_language(langue, f"metiers/{slug}/fiche.pdf"): content
        for langue in site.langues
        for slug, content in sheet_pdfs(site, None, langue)
    }


def booklet_pdf(site: Site, slugs: Iterable[str], langue: str = FR, avance: Avance = lambda: None) -> bytes:
    """The booklet of some professions; ``avance`` is called once a sheet while it is made."""
    return booklet(site, [site.catalogue.metiers[slug] for slug in slugs], langue, cache_of(site), avance)


def poster_pdfs(site: Site, genre: str, slugs: Iterable[str], langue: str = FR) -> Iterator[tuple[str, bytes]]:
    """(slug, PDF) of the A3 posters of some records: professions (``metiers``) or events (``agenda``)."""
    cache = cache_of(site)
    for slug in slugs:
        yield slug, cache.get(poster(site, site.catalogue.of(genre)[slug], langue), make_pdf)
