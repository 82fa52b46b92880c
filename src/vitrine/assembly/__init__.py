"""One site assembled: its data read, merged, checked and paged, and what all its pages share. It knows nothing of MkDocs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment

from .. import borne
from ..assets import Actifs, assets_of
from ..carnet import carnet_file
from ..catalogue import FR, Catalogue
from ..communes.fichiers import Fichiers, commune_files
from ..comparaison import Comparateur
from ..glossary import Glossaire, glossary_of
from ..loading_platform import load_platform
from ..memoire import OUBLI, Oubli
from ..pages import plan_of
from ..pages.page import Page, Plan
from ..pages.proximite import ADRESSE as PROXIMITE
from ..problems import DataFault, Probleme, is_blocking, report
from ..quiz.fichier import data_files
from ..racine import Racine
from ..rendering.environment import make_environment
from ..search.site import Recherche, later_files, search_files
from ..selection import languages, visible
from .commun import Commun, read_common

NOTHING_BUILT = "Rien n'a été construit."


class SiteImpossible(Exception):
    """The data of a site cannot be published; the message, for people, lists every fault, ``problemes`` are those of its data."""

    def __init__(self, message: str, problemes: Sequence[Probleme] = ()) -> None:
        super().__init__(message)
        self.problemes = problemes


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
    garde: bool = True
    """Whether the devices of visitors may keep what they have read (sw.js)."""
    pdfs: Mapping[str, bytes] = field(default_factory=dict)
    """Address → PDF of the sheets that can be downloaded; none unless they were asked for."""
    commun: Commun | None = None
    apercu: bool = False
    """Whether this is shown to those who write it: nothing is made before it is asked for."""

    @cached_property
    def environment(self) -> Environment:
        """Shared by the languages, and by the sites of a run: templates are compiled once."""
        return self.commun.environment if self.commun else make_environment([self.racine.dossier / "overrides", self.theme])

    @cached_property
    def pieces(self) -> dict[tuple[object, ...], str]:
        """Pieces that several pages of this site show, once rendered."""
        return {}

    @cached_property
    def assets(self) -> Actifs:
        """Stylesheet, script, icon and logo."""
        folder = self.racine.maison(self.slug) if self.slug else None
        own = self.racine.dossier / "overrides" / "assets"
        memoire = self.commun.memoire if self.commun else OUBLI
        parts = (self.catalogue.plateforme, self.catalogue.textes[FR])
        return memoire.same("actifs", parts, lambda: assets_of(self.catalogue, self.theme, own, folder))

    @cached_property
    def glossaire(self) -> Glossaire:
        """Sigles that pages link to their explanation."""
        return glossary_of(self.plan)

    @cached_property
    def recherche(self) -> dict[str, Recherche]:
        """The search files of each language."""
        make = later_files if self.apercu else search_files
        return {langue: make(self.catalogue, self.plan, langue) for langue in self.langues}

    @cached_property
    def comparateurs(self) -> dict[str, Comparateur]:
        """What the comparison page says, in each language."""
        return {langue: Comparateur(self.catalogue, langue) for langue in self.langues}

    @cached_property
    def carnets(self) -> dict[str, tuple[str, bytes]]:
        """(address, bytes) of what can be kept, in each language."""
        return {langue: carnet_file(self.catalogue, self.plan, langue) for langue in self.langues}

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


def assemble(racine: Racine, slug: str | None, theme: Path, site_url: str | None, commun: Commun | None = None) -> Site:
    """Read, merge, check and page the data of a site; ``site_url`` is the address of the national one."""
    commun = commun or read_common(racine, theme)
    national = commun.national
    loaded = load_platform(national, racine, slug, commun.memoire) if slug else national
    problems = [*national.problemes, *loaded.problemes] if slug else national.problemes
    files = national.fichiers_lus + (loaded.fichiers_lus if slug else 0)
    if is_blocking(problems):
        raise SiteImpossible(report(problems, files, NOTHING_BUILT), problems)
    catalogue = visible(loaded.catalogue)
    try:
        pages = plan_of(catalogue, racine.proses(slug))
        near = pages.at(PROXIMITE)
        communes = communes_of(catalogue, commun.memoire) if near and not near.vide else None
    except DataFault as fault:
        raise SiteImpossible(report(fault.problems, files, NOTHING_BUILT), fault.problems) from None
    address = public_url(catalogue, site_url)
    langues = languages(catalogue)
    return Site(
        racine, slug, catalogue, pages, langues, address, theme, communes, national_url(site_url), commun=commun,
        garde=keeps_pages(catalogue, site_url),
    )  # fmt: skip


def communes_of(catalogue: Catalogue, memoire: Oubli) -> Fichiers:
    """The files of communes, which change with the table, the platform and the names of départements."""
    parts = (memoire.alike("communes", catalogue.communes), catalogue.plateforme, catalogue.nomenclatures.get("departements"))
    return memoire.same("fichiers des communes", parts, lambda: commune_files(catalogue))


def public_url(catalogue: Catalogue, site_url: str | None) -> str:
    """The platform's own address, else the national one; always with a final slash."""
    own = catalogue.plateforme.fr.url if catalogue.plateforme else None
    if own is None and catalogue.plateforme:
        own = f"https://{catalogue.plateforme.slug}.vitrine.example/"
    return str(own or site_url or "https://vitrine.example/").rstrip("/") + "/"


def keeps_pages(catalogue: Catalogue, site_url: str | None) -> bool:
    """Unless the platform says no; never while someone writes, whose server speaks http and shows one site after another."""
    wanted = catalogue.plateforme is None or bool(catalogue.plateforme.fr.hors_connexion)
    return wanted and not (site_url or "").startswith("http:")


def national_url(site_url: str | None) -> str | None:
    """Where the national site is published, unless its address is still the reserved one of the examples."""
    return site_url.rstrip("/") + "/" if site_url and is_known(site_url) else None


def is_known(url: str) -> bool:
    """Whether an address leads somewhere: those of the examples are reserved names."""
    host = urlsplit(url).hostname or ""
    return bool(host) and not host.endswith(".example")


def in_language(langue: str, address: str) -> str:
    """An address under the folder of a language; French has none."""
    return address if langue == FR else f"{langue}/{address}"
