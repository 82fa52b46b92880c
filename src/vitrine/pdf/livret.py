"""A booklet: a cover, contents with page numbers, and a page a profession, family by family."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..assembly import Site
from ..catalogue import Fiche
from ..model.metier import Metier
from ..pages.filters import alphabetical
from ..pages.page import Page
from .cache import Cache
from .fiche import DENSITES, sheet
from .papier import Papier, fitting, lay_out, written
from .valeurs import common_files, files_of, paper_values, shown

COVER = Page("", "", {}, {})
Avance = Callable[[], object]


def booklet(site: Site, fiches: Iterable[Fiche[Metier]], langue: str, cache: Cache, avance: Avance) -> bytes:
    """The PDF of a booklet; ``avance`` is told each time a sheet has been measured."""
    chosen = alphabetical(fiches)
    files = {**common_files(site, "fiche", "livret"), **files_of(site, chosen, langue)}
    sheets = {fiche.slug: sheet(site, fiche, langue) for fiche in chosen}
    roomy = html_of(site, chosen, langue, {slug: DENSITES[0] for slug in sheets})
    content = Papier((roomy, *(html for papier in sheets.values() for html in papier.variantes)), files, pages=0)

    def make(_: Papier) -> bytes:
        densites = {slug: density_of(papier, avance) for slug, papier in sheets.items()}
        return written(lay_out(html_of(site, chosen, langue, densites), files))

    return cache.get(content, make)


def density_of(papier: Papier, avance: Avance) -> str:
    """The density at which a sheet holds on its page."""
    avance()
    return DENSITES[fitting(papier)[0]]


def html_of(site: Site, fiches: list[Fiche[Metier]], langue: str, densites: dict[str, str]) -> str:
    """The whole booklet."""
    values = {**paper_values(site, COVER, langue), "familles": families(site, fiches, langue), "densites": densites}
    return site.environment.get_template("pdf/livret.html").render(values, nombre=len(fiches), date=site.catalogue.aujourd_hui)


def families(site: Site, fiches: list[Fiche[Metier]], langue: str) -> dict[str, list[dict[str, Any]]]:
    """What is shown under each family, in the order of the vocabulary."""
    return {
        code: found
        for code in site.catalogue.termes("familles")
        if (found := [shown(site, fiche, langue) for fiche in fiches if fiche.fr.famille == code])
    }
