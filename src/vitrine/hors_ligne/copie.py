"""From a built site to a copy that opens from a disk: verified as for a publication, linked anew, put in one archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ..assembly import Site, in_language
from ..problems import Probleme
from ..publication.hebergement import NOT_FOUND
from ..publication.liens import SiteLu, dead_links
from ..publication.parution import SiteRefuse
from ..publication.verification import verify
from .adresses import relink
from .archive import odd_names, write_archive
from .papiers import PAGES, papers

MEGABYTE = 1_000_000
MEGABYTES_AT_MOST = 100


class TropLourd(Exception):
    """A copy too heavy for the sticks and the lines of those it is for; the message is for people."""


@dataclass(frozen=True)
class Copie:
    """An archive that has been written."""

    fichier: Path
    octets: int
    fichiers: int
    pages: int
    pdfs: int


def archive_copy(aside: Path, site: Site, marks: frozenset[str], dossier: Path) -> Copie:
    """Write the archive of the site built in ``aside/site``; an archive of the same day is replaced, once the new one is whole."""
    prepare(aside, site, marks)
    folder = folder_name(site)
    files = {f"{folder}/{name}": file for name, file in files_under(aside)}
    if problems := list(odd_names(files)):
        raise SiteRefuse(problems, len(files))
    dossier.mkdir(parents=True, exist_ok=True)
    target = dossier / f"{folder}.zip"
    fresh = target.with_name(f".{target.name}-nouveau")
    try:
        write_archive(fresh, files, site.catalogue.aujourd_hui)
        refuse_heavy(fresh.stat().st_size)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    return Copie(target, target.stat().st_size, len(files), ending(files, ".html") - 1, ending(files, ".pdf"))


def prepare(aside: Path, site: Site, marks: frozenset[str]) -> None:
    """Verify the built site, make its links open from a disk, add what explains it, and look at every link again."""
    built = SiteLu(aside / PAGES, urlsplit(site.url).path)
    refuse(verify(built, marks), built)
    for name in built.pages:
        page = built.dossier / name
        page.write_bytes(relink(page.read_bytes().decode(), name, built).encode())
    for langue in site.langues:  # only a server shows them
        (built.dossier / in_language(langue, NOT_FOUND)).unlink(missing_ok=True)
    for name, content in papers(site, ending(dict(files_under(built.dossier)), ".html"), ending(built.fichiers, ".pdf")):
        (aside / name).write_bytes(content)
    linked = SiteLu(built.dossier, "/")
    refuse(list(dead_links(linked)), linked)


def folder_name(site: Site) -> str:
    """« metiers-autonomie-orne-2026-11-22 »: the archive, and its only folder."""
    return "-".join(["metiers-autonomie", *([site.slug] if site.slug else []), site.catalogue.aujourd_hui.isoformat()])


def files_under(folder: Path) -> Iterator[tuple[str, Path]]:
    """(path, file) of every file of a folder."""
    return ((file.relative_to(folder).as_posix(), file) for file in sorted(folder.rglob("*")) if file.is_file())


def ending(names: dict[str, Path], suffix: str) -> int:
    """How many files have a suffix."""
    return sum(name.endswith(suffix) for name in names)


def refuse(problems: list[Probleme], read: SiteLu) -> None:
    """Stop where there is a problem."""
    if problems:
        raise SiteRefuse(problems, len(read.fichiers))


def refuse_heavy(octets: int) -> None:
    """Stop where the archive is too heavy."""
    if octets > MEGABYTES_AT_MOST * MEGABYTE:
        raise TropLourd(
            f"l'archive pèse {octets // MEGABYTE}\u00a0Mo, {MEGABYTES_AT_MOST}\u00a0Mo au plus. "
            "Prenez moins de langues (--langues), ou laissez les PDF (--sans-pdf)."
        )
