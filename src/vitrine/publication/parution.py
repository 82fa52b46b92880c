"""Publish a site, go back to the one before. Built aside, verified, completed, then shown in one move."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from ..problems import Probleme
from .compression import compress
from .hebergement import languages_of, plain_only, public_path, redirects_of, server_files, site_files
from .liens import SiteLu, former_addresses
from .manifeste import Manifeste, hash_files
from .verification import verify
from .versions import KEPT, PublicationImpossible, Version, Versions


class SiteRefuse(Exception):
    """The built site must not be shown; carries every problem found."""

    def __init__(self, problems: list[Probleme], files: int) -> None:
        super().__init__(f"{len(problems)} problèmes")
        self.problems, self.files = problems, files


@dataclass(frozen=True)
class Parution:
    """What a publication did: the release that visitors now see, and whether it is a new one."""

    version: Version
    nouvelle: bool


def publish(
    versions: Versions, build: Callable[[Path], object], marks: frozenset[str] = frozenset(), forget: bool = False
) -> Parution:
    """Publish the site that ``build`` writes into the folder it is given. Until the last move, visitors see the one before.

    ``forget``: keep nothing of the releases before, because they hold what must disappear.
    """
    with versions.locked(), versions.aside() as prepared:
        build(prepared / "site")
        shown = versions.courante()
        before = shown if shown and shown.est_entiere else None
        complete(prepared / "site", marks, None if forget or not before else before.site)
        current = unchanged(prepared / "site", before, forget) or show_new(versions, prepared, None if forget else before)
        write_server_files(versions.dossier, current.site)
        versions.prune(current, 1 if forget else KEPT)
        return Parution(current, current is not before)


def unchanged(site: Path, before: Version | None, forget: bool) -> Version | None:
    """The current release, when the site just built is the same; one that keeps what must be forgotten is not."""
    same = before and before.manifeste.fichiers == hash_files(site) and not (forget and before.manifeste.reprises)
    return before if same else None


def show_new(versions: Versions, prepared: Path, before: Version | None) -> Version:
    """Make the prepared folder the release that visitors see."""
    fichiers = hash_files(prepared / "site")
    kept = carry_over(before, prepared / "site", fichiers) if before else {}
    version = versions.add(prepared, Manifeste(fichiers, kept), datetime.now(timezone.utc).replace(tzinfo=None))
    versions.show(version)
    return version


def complete(site: Path, marks: frozenset[str], before: Path | None) -> None:
    """Verify what was built; then add what the server needs. ``before``: the site of the release that visitors see."""
    read = SiteLu(site, public_path(site) if (site / "index.html").is_file() else "/")
    if problems := verify(read, marks):
        raise SiteRefuse(problems, len(read.fichiers))
    for name, text in site_files(read.base, languages_of(site), plain_only(former_addresses(read)), read.pages):
        (site / name).write_text(text, encoding="utf-8")
    compress(site, before)


def write_server_files(dossier: Path, site: Path) -> None:
    """Write what nginx includes, beside the site that it shows."""
    for name, text in server_files(public_path(site), languages_of(site), redirects_of(site)):
        fresh = dossier / f".{name}-nouveau"
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(dossier / name)


def carry_over(before: Version, site: Path, fichiers: dict[str, str]) -> dict[str, str]:
    """Keep, from the release before, the assets that pages already open may still ask for, and the dates of what did not change.

    The dates make the server answer « 304 Not Modified » to a browser that has the file.
    """
    kept = {}
    for name, told in before.manifeste.fichiers.items():
        old, new = before.site / name, site / name
        if fichiers.get(name) == told:
            os.utime(new, ns=(old.stat().st_atime_ns, old.stat().st_mtime_ns))
        elif name.startswith("assets/") and name not in fichiers:
            shutil.copy2(old, new)
            kept[name] = told
    return kept


def go_back(versions: Versions) -> Version:
    """Show the release before the current one, which the next publication removes: nobody comes back to it by mistake."""
    with versions.locked():
        current = versions.courante()
        if current is None:
            raise PublicationImpossible(f"aucun site publié par Vitrine dans {versions.dossier}.")
        before = versions.precedente(current)
        if before is None:
            raise PublicationImpossible("aucune version plus ancienne n'est gardée\u00a0: le site en place n'a pas changé.")
        versions.show(before)
        write_server_files(versions.dossier, before.site)
        return before
