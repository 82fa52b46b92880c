"""Racine: where the data live. The national folder is a repository or the installed package; a platform has one of two homes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .model.fields import SLUG
from .reading import RESERVED, slugged
from .source.document import read_document

IDENTIFIANT = "identifiant"
PLATEFORME = "plateforme.yml"


@dataclass(frozen=True)
class Racine:
    """The national folder; and, when a platform lives in a repository of its own, that repository (``depot``)."""

    dossier: Path
    depot: Path | None = None

    @property
    def data(self) -> Path:
        """National facts."""
        return self.dossier / "data"

    @property
    def docs(self) -> Path:
        """National prose."""
        return self.dossier / "docs"

    @property
    def plateformes(self) -> Path:
        """One folder a platform."""
        return self.dossier / "plateformes"

    @property
    def lieu(self) -> Path:
        """The folder from which people count the paths shown to them."""
        return self.depot or self.dossier

    @property
    def prefixe(self) -> str:
        """Before the names of national files: in a platform's own repository ``data/`` is the platform's."""
        return "national/" if self.depot else ""

    def maison(self, slug: str) -> Path:
        """The folder of a platform."""
        return self.depot or self.plateformes / slug

    def nom(self, slug: str) -> str:
        """What stands before the names of a platform's files."""
        return "" if self.depot else f"plateformes/{slug}/"

    def slugs(self) -> list[str]:
        """The platforms that have a folder."""
        if self.depot:
            return [slug_of(self.depot)]
        if not self.plateformes.is_dir():
            return []
        return sorted(folder.name for folder in self.plateformes.iterdir() if folder.is_dir() and not folder.name.startswith("."))

    def choisie(self, slug: str | None) -> str | None:
        """The platform that a command is about: the one named, else that of the repository, else none (the national site)."""
        return slug or (slug_of(self.depot) if self.depot else None)

    def proses(self, slug: str | None) -> list[Path]:
        """The folders of prose; the platform's comes last and wins."""
        return [self.docs, *([self.maison(slug) / "docs"] if slug else [])]

    def lieux(self, slug: str | None) -> list[Path]:
        """The folders whose changes a preview must show."""
        own = [self.maison(slug) / part for part in ("data", "docs", "marque")] if slug else []
        return [self.data, self.docs, self.dossier / "overrides", *own]

    def abords(self, slug: str | None) -> list[Path]:
        """The folders of which only the files themselves count: a platform's own repository also holds what it builds."""
        return [self.maison(slug)] if slug else []


def slug_of(depot: Path) -> str:
    """The identifier that a platform's own repository declares; else its folder's name, which the checks then complain of."""
    said = str(read_document(depot / PLATEFORME, PLATEFORME).donnees.get(IDENTIFIANT) or "")
    return said if SLUG.fullmatch(said) and said not in RESERVED else slugged(depot.resolve().name)


def national_folder() -> Path:
    """The national content that goes with this program: inside the installed package, or around it in the repository."""
    package = Path(__file__).parent
    inside = package / "national"
    return inside if inside.is_dir() else package.parents[1]


def find_root(start: Path) -> Racine | None:
    """The nearest repository from here upwards: the national one, or a platform's own."""
    for folder in (start, *start.parents):
        if is_national(folder):
            return Racine(folder)
        if (folder / PLATEFORME).is_file() and not is_national(folder.parent.parent):
            return Racine(national_folder(), folder)
    return None


def is_national(folder: Path) -> bool:
    """Whether a folder is the national repository."""
    return (folder / "mkdocs.yml").is_file() and (folder / "data").is_dir()
