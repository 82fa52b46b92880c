"""The only module that knows MkDocs: hands it our pages, our environment, and writes what is not a page."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs_static_i18n.plugin import I18n
from pydantic import BaseModel

from .assets import Actifs, assets_of
from .carnet import carnet_file
from .catalogue import FR, Catalogue
from .communes.fichiers import Fichiers, commune_files
from .comparaison import Comparateur
from .exports import calendrier, donnees, plan
from .exports.jsonld import structured
from .glossary import Glossaire, glossary_of
from .loading import Racine, load_national, load_platform
from .model.walk import Feuille, leaves
from .pages import plan_of
from .pages.accueil import site_name
from .pages.page import Page, Plan
from .pages.proximite import ADRESSE as PROXIMITE
from .problems import DataFault, report
from .prose import sanitise
from .rendering.environment import make_environment
from .rendering.vue import Vue
from .search.site import Recherche, search_files
from .selection import languages, visible

KEY = "vitrine"
NOT_FOUND = Page("404", "404.html", {}, {}, parent=None)


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

    @cached_property
    def environment(self) -> Environment:
        """Shared by the languages: templates are compiled once."""
        return make_environment([self.racine.dossier / "overrides", self.theme])

    @cached_property
    def assets(self) -> Actifs:
        """Stylesheet, script, icon and logo."""
        folder = self.racine.plateformes / self.slug if self.slug else None
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
    def par_source(self) -> dict[str, Page]:
        """Pages by the Markdown file that MkDocs believes they come from."""
        return {page.src_uri: page for page in self.plan.pages}


def load_site(config: MkDocsConfig, slug: str | None) -> Site:
    """Read, merge, check and page the data of a site; every fault at once in a PluginError."""
    racine = Racine(Path(config.config_file_path).parent)
    national = load_national(racine)
    loaded = load_platform(national, racine, slug) if slug else national
    problems = [*national.problemes, *loaded.problemes] if slug else national.problemes
    files = national.fichiers_lus + (loaded.fichiers_lus if slug else 0)
    if any(problem.grave for problem in problems):
        raise PluginError("\n" + report(problems, files, "Rien n'a été construit."))
    catalogue = visible(loaded.catalogue)
    folders = [racine.dossier / "docs"] + ([racine.plateformes / slug / "docs"] if slug else [])
    try:
        pages = plan_of(catalogue, folders)
        near = pages.at(PROXIMITE)
        communes = commune_files(catalogue) if near and not near.vide else None
    except DataFault as fault:
        raise PluginError("\n" + report(fault.problems, files, "Rien n'a été construit.")) from None
    theme = next(Path(folder) for folder in config.theme.dirs if (Path(folder) / ".icons").is_dir())
    return Site(
        racine, slug, catalogue, pages, languages(catalogue), public_url(config, catalogue), theme, communes, national_url(config)
    )


def public_url(config: MkDocsConfig, catalogue: Catalogue) -> str:
    """The platform's own address, else the national one; always with a final slash."""
    own = catalogue.plateforme.fr.url if catalogue.plateforme else None
    if own is None and catalogue.plateforme:
        own = f"https://{catalogue.plateforme.slug}.vitrine.example/"
    return str(own or config.site_url or "https://vitrine.example/").rstrip("/") + "/"


def national_url(config: MkDocsConfig) -> str | None:
    """Where the national site is published, unless its address is still the reserved one of the examples."""
    url = str(config.site_url or "")
    host = urlsplit(url).hostname or ""
    return url.rstrip("/") + "/" if host and not host.endswith(".example") else None


def i18n_of(config: MkDocsConfig) -> I18n:
    """mkdocs-static-i18n, which builds the languages one after the other."""
    plugin = config.plugins["i18n"]
    assert isinstance(plugin, I18n)
    return plugin


def site_of(config: MkDocsConfig) -> Site:
    """The site that the first language's pass has loaded."""
    site: Site = config.extra[KEY]
    return site


# -- MkDocs events, in the order in which they come


def configure(config: MkDocsConfig) -> MkDocsConfig:
    """Load the data at the first language's pass; name the site; keep Material's own pages out."""
    i18n = i18n_of(config)
    if not i18n.building:
        config.extra[KEY] = load_site(config, os.environ.get("PLATEFORME") or None)
    site = site_of(config)
    config.site_name, config.site_url = site_name(site.catalogue, FR), site.url
    config.theme.static_templates.clear()
    i18n.config.languages = [lang for lang in i18n.config.languages if lang.locale in site.langues]
    return config


def list_files(files: Files, config: MkDocsConfig) -> Files:
    """Give MkDocs one virtual file a page and language, and take away what no page uses."""
    site = site_of(config)
    kept = [file for file in files if _is_wanted(file, site, config)]
    known = {file.src_uri for file in kept}
    for page in site.plan.pages:
        for uri in source_names(page):
            if uri not in known:
                kept.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    return Files(kept)


def _is_wanted(file: File, site: Site, config: MkDocsConfig) -> bool:
    """National prose that the plan holds; never the theme's own files, which our pages do not load."""
    if file.src_dir != config.docs_dir:
        return False
    return not file.is_documentation_page() or _without_language(file.src_uri) in site.par_source


def _without_language(uri: str) -> str:
    stem, _, langue = uri.removesuffix(".md").rpartition(".")
    return f"{stem}.md" if stem and len(langue) == 2 else uri


def source_names(page: Page) -> Iterator[str]:
    """metiers/x.md, and metiers/x.en.md when the page exists in English."""
    stem = page.src_uri.removesuffix(".md")
    for langue in sorted(page.langues):
        yield page.src_uri if langue == FR else f"{stem}.{langue}.md"


def source(page: MkDocsPage, config: MkDocsConfig) -> str | None:
    """The Markdown that MkDocs asks of a page: its title and template, and its prose if it has any."""
    found = site_of(config).par_source.get(_norm(page))
    if found is None:
        return None
    langue = getattr(page.file, "locale", FR)
    title = found.titre.get(langue) or found.titre[FR]
    body = found.donnees.get("corps", {})
    header = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\ntemplate: {found.gabarit}\n---\n"
    return header + str(body.get(langue) or body.get(FR) or "")


def _norm(page: MkDocsPage) -> str:
    return str(getattr(page.file, "norm_src_uri", page.file.src_uri))


def clean_content(html: str) -> str:
    """The HTML of a prose page, sanitised."""
    return str(sanitise(html))


def context(found: dict[str, Any], page: MkDocsPage, config: MkDocsConfig) -> dict[str, Any]:
    """What a template receives."""
    site = site_of(config)
    own = site.par_source[_norm(page)]
    langue = i18n_of(config).current_language
    shown = langue if langue in own.langues else FR
    values = template_values(site, own, langue, shown)
    return {**found, **values, "contenu": values["v"].explique(sanitise(page.content or "")), "sommaire": page.toc}


def template_values(site: Site, page: Page, langue: str, shown: str) -> dict[str, Any]:
    """Values common to pages and to the 404: ``ui`` speaks the language of the address, ``v`` that of the content."""
    icons = site.theme / ".icons"
    ui = Vue(site.catalogue, site.plan, page, langue, langue, icons, site.glossaire)
    content = ui if shown == langue else replace(ui, langue=shown)
    return {
        "ui": ui, "v": content, "p": page, "catalogue": site.catalogue, "assets": site.assets,
        "recherche": site.recherche[langue].adresses, "comparateur": site.comparateurs[shown],
        "carnet": site.carnets[langue][0], "communes": site.communes.index if site.communes else None,
        "url_nationale": site.url_nationale,
        "langues": site.langues,
        "repli": shown != langue, "plateforme": site.catalogue.plateforme, "nom_site": site_name(site.catalogue, langue),
        "url_publique": plan.absolute(site.url, shown, page.adresse), "jsonld": json_objects(site, page, content, shown),
        "base_publique": urlsplit(site.url).path, "jeux": list(donnees.datasets(site.catalogue)), "champs": fields,
    }  # fmt: skip


def fields(model: type[BaseModel]) -> list[Feuille]:
    """The public leaves of a model, for the page that documents the data."""
    return [leaf for path, leaf in leaves(model).items() if path[0] not in donnees.PRIVATE]


def json_objects(site: Site, page: Page, vue: Vue, langue: str) -> list[dict[str, Any]]:
    """Structured data of a page; none for the 404."""
    if not page.titre:
        return []
    trail = [*site.plan.trail(page), page]
    named = [(vue.titre(above), plan.absolute(site.url, langue, above.adresse)) for above in trail]
    return structured(site.catalogue, page, langue, plan.absolute(site.url, langue, page.adresse), named)


def finish(config: MkDocsConfig) -> None:
    """Once, after the last language: assets, data, calendars, site map, pages not found."""
    if i18n_of(config).building:
        return
    site, folder = site_of(config), Path(config.site_dir)
    for name, content in extra_files(site):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def extra_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """(address, bytes) of every file that is not a page."""
    catalogue = site.catalogue
    yield from site.assets.fichiers.items()
    for recherche in site.recherche.values():
        yield from recherche.fichiers()
    for comparateur in site.comparateurs.values():
        yield from comparateur.fichiers.values()
    yield from site.carnets.values()
    if site.communes:
        yield from site.communes.contenus.items()
    yield from donnees.files(catalogue)
    events = list(catalogue.evenements.values())
    if events:
        yield "agenda/agenda.ics", calendrier.calendar(catalogue, events, site.url)
    for fiche in events:
        yield f"agenda/{fiche.slug}.ics", calendrier.calendar(catalogue, [fiche], site.url)
    yield "sitemap.xml", plan.sitemap(site.plan, site.langues, site.url)
    yield "robots.txt", plan.robots(site.url, bool(catalogue.plateforme and catalogue.plateforme.fr.fictif))
    for langue in site.langues:
        html = site.environment.get_template("404.html").render(template_values(site, NOT_FOUND, langue, langue))
        yield ("" if langue == FR else f"{langue}/") + "404.html", html.encode()
