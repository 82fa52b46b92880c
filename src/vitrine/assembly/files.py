"""Every file of a site that is not a page of its plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .. import hors_connexion
from ..catalogue import FR
from ..exports import calendrier, cartes, donnees, flux, installation, plan, renvois
from ..marque.apparences import looks
from ..pages.page import Page
from . import Site, in_language, integrer
from .values import template_values

NOT_FOUND = Page("404", "404.html", {}, {}, parent=None)
OFFLINE = Page(hors_connexion.PAGE, "404.html", {}, {}, parent=None)
"""Shown by the worker in the place of a page that was never read."""
MARQUE = Page("marque/", "marque.html", {FR: "Votre marque"}, {FR: ""})
"""For the team of a platform: in no plan, so in no menu, no search and no site map."""


def extra_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """(address, bytes) of every file that is not a page."""
    catalogue = site.catalogue
    yield from site.assets.fichiers.items()
    for recherche in site.recherche.values():
        yield from recherche.fichiers()
    for comparateur in site.comparateurs.values():
        yield from comparateur.fichiers.values()
    yield from site.carnets.values()
    yield from site.bornes.values()
    if site.communes:
        yield from site.communes.contenus.items()
    for files in site.quiz.values():
        yield from files.values()
    yield from site.pdfs.items()
    yield from donnees.files(catalogue)
    events = list(catalogue.evenements.values())
    if events:
        yield "agenda/agenda.ics", calendrier.calendar(catalogue, events, site.url)
    for fiche in events:
        yield f"agenda/{fiche.slug}.ics", calendrier.calendar(catalogue, [fiche], site.url)
    for slug, contact in catalogue.contacts.items():
        yield f"contacts/{slug}.vcf", cartes.card(contact, site.url)
    if not site.hors_ligne:
        yield from files_for_the_web(site)
        yield from integrer.files(site)
    yield from pages_apart(site, NOT_FOUND)
    if catalogue.plateforme:
        yield f"{MARQUE.adresse}index.html", brand_page(site).encode()


def files_for_the_web(site: Site) -> Iterator[tuple[str, bytes]]:
    """(address, bytes) of what is read by those who follow the site, or search it, from elsewhere."""
    catalogue = site.catalogue
    yield from flux.feeds(catalogue, site.url)
    for former, target in renvois.former_pages(site.plan):
        for langue in site.langues:
            yield in_language(langue, f"{former.adresse}index.html"), former_page(site, former, target, langue).encode()
    if site.garde:
        yield from pages_apart(site, OFFLINE)
    for langue in site.langues:
        yield in_language(langue, installation.NAME), installation.web_manifest(catalogue, site.assets, langue)
    yield "sitemap.xml", plan.sitemap(site.plan, site.langues, site.url)
    yield "robots.txt", plan.robots(site.url, bool(catalogue.plateforme and catalogue.plateforme.fr.provisoire))


def pages_apart(site: Site, page: Page) -> Iterator[tuple[str, bytes]]:
    """A page that is in no plan, in each language: shown at whatever address was asked for."""
    for langue in site.langues:
        html = site.environment.get_template(page.gabarit).render(template_values(site, page, langue, langue))
        yield in_language(langue, f"{page.adresse}.html"), html.encode()


def worker_file(site: Site, fichiers: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """(address, bytes) of the worker of a site whose other files are ``fichiers`` (path → hash); a copy has none."""
    sources = site.racine.dossier / "overrides" / "assets" / "sw"
    if site.garde and not site.hors_ligne:
        yield hors_connexion.NAME, hors_connexion.worker(sources, fichiers, site.catalogue.textes, site.langues)
    elif not site.hors_ligne:
        yield hors_connexion.NAME, hors_connexion.removal(sources)


def brand_page(site: Site) -> str:
    """What the platform's team looks at to judge its logo and its colours; in French only."""
    values = template_values(site, MARQUE, FR, FR)
    brand = site.catalogue.plateforme.fr.marque if site.catalogue.plateforme else None
    own = {"langues": (FR,), "jsonld": [], "apparences": looks(brand)}
    return site.environment.get_template(MARQUE.gabarit).render({**values, **own})


def former_page(site: Site, former: Page, target: Page, langue: str) -> str:
    """The page that stands at a former address."""
    shown = langue if langue in target.langues else FR
    values = template_values(site, former, langue, shown)
    return site.environment.get_template(former.gabarit).render(
        {**values, "cible": target, "url_cible": plan.absolute(site.url, shown, target.adresse)}
    )
