"""What stands at each address of a site that is being written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ..assembly import Site, in_language
from ..assembly.files import extra_files, worker_file
from ..assembly.values import prose_values, render_page
from ..pages.page import Page
from ..site import Proses, is_markdown

INDEX = "index.html"


@dataclass(frozen=True)
class Contenu:
    """The files of one reading of the data, each made the first time that it is asked for."""

    site: Site
    proses: Proses

    @cached_property
    def pages(self) -> dict[str, tuple[Page, str]]:
        """(page, language) by path."""
        return {
            in_language(langue, page.adresse) + INDEX: (page, langue)
            for langue in self.site.langues
            for page in self.site.plan.pages
        }

    @cached_property
    def autres(self) -> dict[str, bytes]:
        """Every file that is not a page of the plan."""
        return {**dict(extra_files(self.site)), **dict(worker_file(self.site, {}))}

    def at(self, path: str) -> bytes | None:
        """The file at a path, « metiers/index.html »; none when there is no such file."""
        if path in self.pages:
            return self.render(*self.pages[path]).encode()
        return self.site.assets.fichiers.get(path) or self.autres.get(path)

    def render(self, page: Page, langue: str) -> str:
        """The HTML of a page, of data or of prose."""
        if not is_markdown(page):
            return render_page(self.site, page, langue)
        prose = self.proses[page.src_uri, langue]
        template = self.site.environment.get_template(page.gabarit)
        return template.render(prose_values(self.site, page, langue, prose.html, prose.sommaire))
