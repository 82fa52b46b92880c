"""Pieces of a site for partners' pages: small pages in no plan, that anybody may frame, and the page that gives their code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import escape

from ..catalogue import FR
from ..pages.accueil import site_name
from ..pages.page import Page
from ..publication.entetes import INTEGRER
from . import Site, in_language
from .values import template_values

PIECES = {"metier.html": ("integrer/metier.html", 560), "agenda.html": ("integrer/agenda.html", 600),
    "recherche.html": ("integrer/recherche.html", 320)}  # fmt: skip
"""Template of a page of the site → that of the piece that leads to it, and its height where it is 300 pixels wide."""
LARGEUR = 300
EVENEMENTS = 4
"""How many events a piece shows, at most."""


@dataclass(frozen=True)
class Code:
    """What a partner copies for one piece."""

    page: Page
    gabarit: str
    html: str


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """(address, bytes) of every piece in every language, and of the page for partners, in French only."""
    for page in pieces(site):
        for langue in site.langues:
            yield f"{address_of(page, langue)}index.html", piece(site, page, langue).encode()
    yield f"{INTEGRER}index.html", partners_page(site).encode()


def pieces(site: Site) -> list[Page]:
    """The pages that have a piece: what a platform masks is in no plan."""
    return [page for page in site.plan.pages if page.gabarit in PIECES]


def address_of(page: Page, langue: str) -> str:
    """integrer/metiers/infirmier/, integrer/en/metiers/infirmier/: one folder holds every page that may be framed."""
    return INTEGRER + in_language(langue, page.adresse)


def piece(site: Site, page: Page, langue: str) -> str:
    """One piece: French stands in where the page says nothing in ``langue``."""
    shown = langue if langue in page.langues else FR
    own = Page(INTEGRER + page.adresse, "integrer/piece.html", {}, {}, parent=None)
    values = template_values(site, own, langue, shown)
    told = {"piece": PIECES[page.gabarit][0], "niveau": 1, "sujet": page, "evenements": EVENEMENTS}
    return site.environment.get_template(own.gabarit).render({**values, **told, "base": in_language(langue, "")})


def partners_page(site: Site) -> str:
    """Each piece as it looks, and the code to copy."""
    own = Page(INTEGRER, "integrer/partenaires.html", {}, {}, parent=None)
    codes = [Code(page, PIECES[page.gabarit][0], code_of(site, page)) for page in pieces(site)]
    told = {"codes": codes, "niveau": 3, "evenements": EVENEMENTS, "base": ""}
    return site.environment.get_template(own.gabarit).render({**template_values(site, own, FR, FR), **told})


def code_of(site: Site, page: Page) -> str:
    """The element that a partner pastes; a name of the data cannot leave its attribute."""
    title = escape(f"{page.titre[FR]} – {site_name(site.catalogue, FR)}")
    address = escape(site.url + address_of(page, FR))
    return (
        f'<iframe src="{address}" title="{title}" width="{LARGEUR}" height="{PIECES[page.gabarit][1]}" '
        f'loading="lazy" style="border:0"></iframe>'
    )
