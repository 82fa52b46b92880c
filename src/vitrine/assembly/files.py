"""Every file of a site that is not a page of its plan."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import FR
from ..exports import calendrier, cartes, donnees, flux, plan, renvois
from ..marque.apparences import looks
from ..pages.page import Page
from . import Site, in_language
from .values import template_values

NOT_FOUND = Page("404", "404.html", {}, {}, parent=None)
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
    yield site.qr_cadre
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
    for langue in site.langues:
        html = site.environment.get_template("404.html").render(template_values(site, NOT_FOUND, langue, langue))
        yield in_language(langue, "404.html"), html.encode()
    if catalogue.plateforme:
        yield f"{MARQUE.adresse}index.html", brand_page(site).encode()


def files_for_the_web(site: Site) -> Iterator[tuple[str, bytes]]:
    """(address, bytes) of what is read by those who follow the site, or search it, from elsewhere."""
    catalogue = site.catalogue
    yield from flux.feeds(catalogue, site.url)
    for former, target in renvois.former_pages(site.plan):
        for langue in site.langues:
            yield in_language(langue, f"{former.adresse}index.html"), former_page(site, former, target, langue).encode()
    yield "sitemap.xml", plan.sitemap(site.plan, site.langues, site.url)
    yield "robots.txt", plan.robots(site.url, bool(catalogue.plateforme and catalogue.plateforme.fr.provisoire))


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
