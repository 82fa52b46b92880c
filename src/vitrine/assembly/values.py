"""What the template of a page receives."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel

from .. import borne, hors_connexion
from ..assets import LOTS
from ..catalogue import FR
from ..exports import donnees, installation, plan
from ..exports.jsonld import structured
from ..model.walk import Feuille, leaves
from ..pages.accueil import site_name
from ..pages.page import Page
from ..prose import sanitise
from ..publication.entetes import CSP
from ..rendering.vue import Vue
from . import Site, in_language, is_known


def render_page(site: Site, page: Page, langue: str) -> str:
    """The HTML of a page made of data."""
    return site.environment.get_template(page.gabarit).render(page_values(site, page, langue))


def page_values(site: Site, page: Page, langue: str) -> dict[str, Any]:
    """What the template of a page receives: French stands in where a page says nothing in ``langue``."""
    return template_values(site, page, langue, langue if langue in page.langues else FR)


def prose_values(site: Site, page: Page, langue: str, html: str, toc: Any) -> dict[str, Any]:
    """What the template of a page of prose receives; ``html`` is its Markdown rendered, ``toc`` its headings."""
    values = page_values(site, page, langue)
    return {**values, "contenu": values["v"].explique(sanitise(html)), "sommaire": toc}


def template_values(site: Site, page: Page, langue: str, shown: str) -> dict[str, Any]:
    """Values common to pages and to the 404: ``ui`` speaks the language of the address, ``v`` that of the content."""
    icons = site.theme / ".icons"
    ui = Vue(site.catalogue, site.plan, page, langue, langue, icons, site.glossaire, pieces=site.pieces)
    content = ui if shown == langue else replace(ui, langue=shown)
    return {
        "ui": ui, "v": content, "p": page, "catalogue": site.catalogue, "assets": site.assets, "lots": LOTS,
        "recherche": site.recherche[langue].adresses, "comparateur": site.comparateurs[shown],
        "carnet": site.carnets[langue][0], "communes": site.communes.index if site.communes else None,
        "url_nationale": site.url_nationale,
        "borne": borne.files(site.bornes[langue][0], site.assets), "delai_borne": borne.delay_of(site.catalogue),
        "racine_publique": site.url, "url_site": shareable(site, shown),
        "langues": site.langues, "quiz": {slug: file[0] for slug, file in site.quiz[langue].items()},
        "repli": shown != langue, "plateforme": site.catalogue.plateforme, "nom_site": site_name(site.catalogue, langue),
        "url_publique": plan.absolute(site.url, shown, page.adresse), "jsonld": json_objects(site, page, content, shown),
        "garde": hors_connexion.NAME if site.garde and not site.hors_ligne else None, "manifeste": installation.NAME,
        "copie": copy_told(site, page, shown), "pdf": sheet_pdf(site, page, shown),
        "base_publique": urlsplit(site.url).path, "jeux": partial(donnees.datasets, site.catalogue), "champs": fields, "csp": CSP,
    }  # fmt: skip


def shareable(site: Site, langue: str) -> str | None:
    """The home page that a QR code may lead to: none while nobody has said where the site is, but for an invented one."""
    invented = site.catalogue.plateforme and site.catalogue.plateforme.fr.fictif
    return plan.absolute(site.url, langue, "") if invented or is_known(site.url) else None


def copy_told(site: Site, page: Page, langue: str) -> dict[str, Any] | None:
    """What a page of an offline copy says of itself: its day, and where the page is up to date; None on a site."""
    if not site.hors_ligne:
        return None
    url = plan.absolute(site.url, langue, page.adresse)
    return {"jour": site.catalogue.aujourd_hui, "adresse": url if is_known(url) else None}


def sheet_pdf(site: Site, page: Page, langue: str) -> dict[str, Any] | None:
    """The PDF of the sheet that a page shows: its address at the root of the site, and its weight in kilobytes."""
    address = in_language(langue, f"{page.adresse}fiche.pdf")
    return {"adresse": address, "ko": round(len(site.pdfs[address]) / 1000)} if address in site.pdfs else None


def fields(model: type[BaseModel]) -> list[Feuille]:
    """The public leaves of a model, for the page that documents the data."""
    return [leaf for path, leaf in leaves(model).items() if path[0] not in donnees.PRIVATE]


def json_objects(site: Site, page: Page, vue: Vue, langue: str) -> list[dict[str, Any]]:
    """Structured data of a page; none for the 404, nor in a copy."""
    if not page.titre or site.hors_ligne:
        return []
    trail = [*site.plan.trail(page), page]
    named = [(vue.titre(above), plan.absolute(site.url, langue, above.adresse)) for above in trail]
    return structured(site.catalogue, page, langue, plan.absolute(site.url, langue, page.adresse), named)
