"""One site assembled: what its pages are given, and every file of it that is not a page. It knows nothing of MkDocs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from pydantic import BaseModel

from . import borne
from .assets import Actifs, assets_of
from .carnet import carnet_file
from .catalogue import FR, Catalogue
from .communes.fichiers import Fichiers, commune_files
from .comparaison import Comparateur
from .exports import calendrier, cartes, donnees, flux, plan, renvois
from .exports.jsonld import structured
from .glossary import Glossaire, glossary_of
from .loading import load_national, load_platform
from .marque import looks
from .model.walk import Feuille, leaves
from .pages import plan_of
from .pages.accueil import site_name
from .pages.page import Page, Plan
from .pages.proximite import ADRESSE as PROXIMITE
from .problems import DataFault, is_blocking, report
from .publication.entetes import CSP
from .qr import frame_file
from .quiz.fichier import data_files
from .racine import Racine
from .rendering.environment import make_environment
from .rendering.vue import Vue
from .search.site import Recherche, search_files
from .selection import languages, visible

NOT_FOUND = Page("404", "404.html", {}, {}, parent=None)
MARQUE = Page("marque/", "marque.html", {FR: "Votre marque"}, {FR: ""})
"""For the team of a platform: in no plan, so in no menu, no search and no site map."""
NOTHING_BUILT = "Rien n'a été construit."


class SiteImpossible(Exception):
    """The data of a site cannot be published; the message, for people, lists every fault."""


@dataclass(frozen=True)
class Site:
    """One site being built."""

    racine: Racine
    slug: str | None
    catalogue: Catalogue
    plan: Plan
    langues: tuple[str, ...]
    url: str
    theme: Path
    communes: Fichiers | None = None
    """What the page « Près de chez vous » loads; none when that page has nothing to show."""
    url_nationale: str | None = None
    """The national site, for visitors from elsewhere; none when nobody has said where it is."""
    hors_ligne: bool = False
    """Whether this is a copy to be read without a network: every page says of which day, and none speaks to search engines."""
    pdfs: Mapping[str, bytes] = field(default_factory=dict)
    """Address → PDF of the sheets that can be downloaded; none unless they were asked for."""

    def address(self, page: Page, langue: str) -> str:
        """Where a page stands, relative to the root of the site: French first, each other language in its folder."""
        return ("" if langue == FR else f"{langue}/") + page.adresse

    @cached_property
    def environment(self) -> Environment:
        """Shared by the languages: templates are compiled once."""
        return make_environment([self.racine.dossier / "overrides", self.theme])

    @cached_property
    def assets(self) -> Actifs:
        """Stylesheet, script, icon and logo."""
        folder = self.racine.maison(self.slug) if self.slug else None
        return assets_of(self.catalogue, self.theme, self.racine.dossier / "overrides" / "assets", folder)

    @cached_property
    def glossaire(self) -> Glossaire:
        """Sigles that pages link to their explanation."""
        return glossary_of(self.plan)

    @cached_property
    def recherche(self) -> dict[str, Recherche]:
        """The search files of each language."""
        return {langue: search_files(self.catalogue, self.plan, langue) for langue in self.langues}

    @cached_property
    def comparateurs(self) -> dict[str, Comparateur]:
        """What the comparison page says, in each language."""
        return {langue: Comparateur(self.catalogue, langue) for langue in self.langues}

    @cached_property
    def carnets(self) -> dict[str, tuple[str, bytes]]:
        """(address, bytes) of what can be kept, in each language."""
        return {langue: carnet_file(self.catalogue, self.plan, langue) for langue in self.langues}

    @cached_property
    def qr_cadre(self) -> tuple[str, bytes]:
        """(address, bytes) of the frame of QR codes drawn in the browser."""
        return frame_file()

    @cached_property
    def bornes(self) -> dict[str, tuple[str, bytes]]:
        """(address, bytes) of the words of the kiosk mode, in each language."""
        return {langue: borne.borne_file(self.catalogue, self.assets, langue) for langue in self.langues}

    @cached_property
    def quiz(self) -> dict[str, dict[str, tuple[str, bytes]]]:
        """The data files of the quizzes, in each language."""
        return {langue: data_files(self.catalogue, langue) for langue in self.langues}

    @cached_property
    def par_source(self) -> dict[str, Page]:
        """Pages by the Markdown file that MkDocs believes they come from."""
        return {page.src_uri: page for page in self.plan.pages}


def assemble(racine: Racine, slug: str | None, theme: Path, site_url: str | None) -> Site:
    """Read, merge, check and page the data of a site; ``site_url`` is the address of the national one."""
    national = load_national(racine)
    loaded = load_platform(national, racine, slug) if slug else national
    problems = [*national.problemes, *loaded.problemes] if slug else national.problemes
    files = national.fichiers_lus + (loaded.fichiers_lus if slug else 0)
    if is_blocking(problems):
        raise SiteImpossible(report(problems, files, NOTHING_BUILT))
    catalogue = visible(loaded.catalogue)
    try:
        pages = plan_of(catalogue, racine.proses(slug))
        near = pages.at(PROXIMITE)
        communes = commune_files(catalogue) if near and not near.vide else None
    except DataFault as fault:
        raise SiteImpossible(report(fault.problems, files, NOTHING_BUILT)) from None
    address = public_url(catalogue, site_url)
    return Site(racine, slug, catalogue, pages, languages(catalogue), address, theme, communes, national_url(site_url))


def public_url(catalogue: Catalogue, site_url: str | None) -> str:
    """The platform's own address, else the national one; always with a final slash."""
    own = catalogue.plateforme.fr.url if catalogue.plateforme else None
    if own is None and catalogue.plateforme:
        own = f"https://{catalogue.plateforme.slug}.vitrine.example/"
    return str(own or site_url or "https://vitrine.example/").rstrip("/") + "/"


def national_url(site_url: str | None) -> str | None:
    """Where the national site is published, unless its address is still the reserved one of the examples."""
    return site_url.rstrip("/") + "/" if site_url and is_known(site_url) else None


def is_known(url: str) -> bool:
    """Whether an address leads somewhere: those of the examples are reserved names."""
    host = urlsplit(url).hostname or ""
    return bool(host) and not host.endswith(".example")


def render_page(site: Site, page: Page, langue: str) -> str:
    """The HTML of a page made of data."""
    return site.environment.get_template(page.gabarit).render(page_values(site, page, langue))


def page_values(site: Site, page: Page, langue: str) -> dict[str, Any]:
    """What the template of a page receives: French stands in where a page says nothing in ``langue``."""
    return template_values(site, page, langue, langue if langue in page.langues else FR)


def template_values(site: Site, page: Page, langue: str, shown: str) -> dict[str, Any]:
    """Values common to pages and to the 404: ``ui`` speaks the language of the address, ``v`` that of the content."""
    icons = site.theme / ".icons"
    ui = Vue(site.catalogue, site.plan, page, langue, langue, icons, site.glossaire)
    content = ui if shown == langue else replace(ui, langue=shown)
    return {
        "ui": ui, "v": content, "p": page, "catalogue": site.catalogue, "assets": site.assets,
        "recherche": site.recherche[langue].adresses, "comparateur": site.comparateurs[shown],
        "carnet": site.carnets[langue][0], "communes": site.communes.index if site.communes else None,
        "url_nationale": site.url_nationale, "qr_cadre": site.qr_cadre[0],
        "borne": borne.files(site.qr_cadre[0], site.bornes[langue][0], site.assets), "delai_borne": borne.delay_of(site.catalogue),
        "racine_publique": site.url, "url_site": shareable(site, shown),
        "langues": site.langues, "quiz": {slug: file[0] for slug, file in site.quiz[langue].items()},
        "repli": shown != langue, "plateforme": site.catalogue.plateforme, "nom_site": site_name(site.catalogue, langue),
        "url_publique": plan.absolute(site.url, shown, page.adresse), "jsonld": json_objects(site, page, content, shown),
        "copie": copy_told(site, page, shown), "pdf": sheet_pdf(site, page, shown),
        "base_publique": urlsplit(site.url).path, "jeux": list(donnees.datasets(site.catalogue)), "champs": fields, "csp": CSP,
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


def in_language(langue: str, address: str) -> str:
    """An address under the folder of a language; French has none."""
    return address if langue == FR else f"{langue}/{address}"


def former_page(site: Site, former: Page, target: Page, langue: str) -> str:
    """The page that stands at a former address."""
    shown = langue if langue in target.langues else FR
    values = template_values(site, former, langue, shown)
    return site.environment.get_template(former.gabarit).render(
        {**values, "cible": target, "url_cible": plan.absolute(site.url, shown, target.adresse)}
    )


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
