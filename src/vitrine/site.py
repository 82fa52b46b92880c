"""The only module that knows MkDocs: hands it our pages, our environment, and writes what is not a page."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs_static_i18n.plugin import I18n

from .assembly import Site, SiteImpossible, assemble, in_language
from .assembly.files import extra_files, worker_file
from .assembly.values import prose_values, render_page
from .catalogue import FR
from .pages.accueil import site_name
from .pages.page import Page
from .pages.prose import GABARIT as PROSE
from .prose import sanitise
from .publication.manifeste import hash_files
from .racine import Racine

KEY = "vitrine"
ARRANGE = "arrange"
"""The key of what a command does to the site before it is built: nothing most of the time."""
COMMUN = "commun"
"""The key of what the sites of a run share; a site built alone reads it itself."""
PROSES = "proses"
"""The key of what keeps the prose of a site, when only that is wanted: nothing else is then made."""


@dataclass(frozen=True)
class Prose:
    """A page of prose in one language: its Markdown, the HTML that MkDocs makes of it, its headings."""

    corps: str
    html: str
    sommaire: Any


Proses = dict[tuple[str, str], Prose]
"""By Markdown file and language."""


def chosen(config: MkDocsConfig) -> tuple[Racine, str | None]:
    """Where the data are and which platform is built: none for the national site."""
    depot = os.environ.get("DEPOT")
    return Racine(Path(config.config_file_path).parent, Path(depot) if depot else None), os.environ.get("PLATEFORME") or None


def load_site(config: MkDocsConfig) -> Site:
    """The site to build; every fault of its data at once in a PluginError."""
    racine, slug = chosen(config)
    theme = next(Path(folder) for folder in config.theme.dirs if (Path(folder) / ".icons").is_dir())
    arrange: Callable[[Site], Site] = config.extra.get(ARRANGE, lambda site: site)
    try:
        return arrange(assemble(racine, slug, theme, config.site_url, config.extra.get(COMMUN)))
    except SiteImpossible as fault:
        raise PluginError(f"\n{fault}") from None


def i18n_of(config: MkDocsConfig) -> I18n:
    """mkdocs-static-i18n, which builds the languages one after the other."""
    plugin = config.plugins["i18n"]
    assert isinstance(plugin, I18n)
    return plugin


def site_of(config: MkDocsConfig) -> Site:
    """The site that the first language's pass has loaded."""
    site: Site = config.extra[KEY]
    return site


def kept_prose(config: MkDocsConfig) -> Proses | None:
    """Where the prose is kept, when nothing else is wanted of a build."""
    kept: Proses | None = config.extra.get(PROSES)
    return kept


# -- MkDocs events, in the order in which they come


def configure(config: MkDocsConfig) -> MkDocsConfig:
    """Load the data at the first language's pass; name the site; keep Material's own pages out."""
    i18n = i18n_of(config)
    if not i18n.building:
        config.extra[KEY] = load_site(config)
        config.watch = [str(folder) for folder in site_of(config).racine.lieux(site_of(config).slug) if folder.is_dir()]
    site = site_of(config)
    config.site_name, config.site_url = site_name(site.catalogue, FR), site.url
    config.theme.static_templates.clear()
    config.theme.dirs.clear()  # our environment renders: MkDocs need not look through Material's 14,000 files for each language
    i18n.config.languages = [lang for lang in i18n.config.languages if lang.locale in site.langues]
    return config


def list_prose(files: Files, config: MkDocsConfig) -> Files:
    """Give MkDocs and static-i18n the pages of prose and the home page, and take away what no page uses."""
    site = site_of(config)
    kept = [file for file in files if _is_wanted(file, site, config)]
    known = {file.src_uri for file in kept}
    for page in filter(is_markdown, site.plan.pages):
        for uri in source_names(page):
            if uri not in known:
                kept.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    return Files(kept)


def is_markdown(page: Page) -> bool:
    """Whether MkDocs renders a page: those written in Markdown, and the home page, which its navigation needs."""
    return page.gabarit == PROSE or not page.adresse


def list_records(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages made of data in the language of this pass, once static-i18n has arranged the others."""
    site, langue = site_of(config), i18n_of(config).current_language
    for page in site.plan.pages:
        if not is_markdown(page):
            files.append(PageDeDonnees(site, page, langue, config))
    return files


class PageDeDonnees(File):
    """A page with no Markdown: prose may link to it as to any other, and it is copied to its place once rendered.

    Going through MkDocs' own Page would parse an empty text and run ten events for each: a quarter of a build.
    """

    def __init__(self, site: Site, page: Page, langue: str, config: MkDocsConfig) -> None:
        target = in_language(langue, page.adresse) + "index.html"
        super().__init__(
            page.src_uri, None, config.site_dir, config.use_directory_urls, dest_uri=target, inclusion=InclusionLevel.INCLUDED
        )
        self.rendered = partial(render_page, site, page, langue)
        self.wanted = kept_prose(config) is None

    def is_documentation_page(self) -> bool:
        """MkDocs has nothing to read in it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Write the page; ``dirty`` builds write it too, for any fact may have changed."""
        if not self.wanted:
            return
        target = Path(self.abs_dest_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(self.rendered(), encoding="utf-8")


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
    header = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\ntemplate: {found.gabarit}\n---\n"
    return header + body_of(found, langue)


def body_of(page: Page, langue: str) -> str:
    """The Markdown of a page in a language, French by default; nothing for one that is made of data."""
    body = page.donnees.get("corps", {})
    return str(body.get(langue) or body.get(FR) or "")


def bodies(site: Site) -> dict[tuple[str, str], str]:
    """The Markdown of every page that MkDocs renders, by file and language."""
    written = [page for page in site.plan.pages if is_markdown(page)]
    return {(page.src_uri, langue): body_of(page, langue) for page in written for langue in site.langues}


def _norm(page: MkDocsPage) -> str:
    return str(getattr(page.file, "norm_src_uri", page.file.src_uri))


def clean_content(html: str) -> str:
    """The HTML of a prose page, sanitised."""
    return str(sanitise(html))


def context(found: dict[str, Any], page: MkDocsPage, config: MkDocsConfig) -> dict[str, Any]:
    """What a template receives."""
    site, langue, html = site_of(config), i18n_of(config).current_language, page.content or ""
    shown = site.par_source[_norm(page)]
    kept = kept_prose(config)
    if kept is not None:
        kept[shown.src_uri, langue] = Prose(body_of(shown, langue), html, page.toc)
    return {**found, **prose_values(site, shown, langue, html, page.toc)}


def finish(config: MkDocsConfig) -> None:
    """Once, after the last language: assets, data, calendars, site map, pages not found; last the worker, which knows them all."""
    if i18n_of(config).building or kept_prose(config) is not None:
        return
    site, folder = site_of(config), Path(config.site_dir)
    write(folder, extra_files(site))
    write(folder, worker_file(site, hash_files(folder)))


def write(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files (address, bytes)."""
    for name, content in files:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
