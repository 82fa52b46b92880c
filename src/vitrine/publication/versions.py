"""The releases kept in a folder of publication, and which one visitors see.

DOSSIER/site          what the server shows: a link to the current release, or a plain folder
DOSSIER/nginx*.conf   what nginx includes
DOSSIER/versions/20261122-135304-1a2b3c4d5e6f/{site/, manifeste.json}
"""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path

from filelock import FileLock, Timeout

from . import echange, manifeste
from .manifeste import Manifeste, read_manifeste

KEPT = 3
STAMP = "%Y%m%d-%H%M%S"
ASIDE = ".travail-"
NO_LINKS = {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}


class PublicationImpossible(Exception):
    """The folder of publication cannot be used; the message is for people, and says the way out."""


@dataclass(frozen=True)
class Version:
    """One release: its pages and its manifest."""

    dossier: Path
    manifeste: Manifeste

    @property
    def nom(self) -> str:
        """Its date and its hash."""
        return self.dossier.name

    @property
    def site(self) -> Path:
        """What a server shows of it."""
        return self.dossier / "site"

    @property
    def instant(self) -> datetime:
        """When it was published (UTC)."""
        return datetime.strptime(self.nom.rpartition("-")[0], STAMP)

    @cached_property
    def est_entiere(self) -> bool:
        """Whether its files are those of its manifest."""
        return self.manifeste.is_that_of(self.site)


@dataclass(frozen=True)
class Versions:
    """A folder of publication. ``simple``: its ``site`` is a plain folder, for hosts that do not follow links."""

    dossier: Path
    simple: bool = False

    @property
    def place(self) -> Path:
        """What the server shows."""
        return self.dossier / "site"

    @property
    def reserve(self) -> Path:
        """Where releases are kept."""
        return self.dossier / "versions"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other publications out; a killed one leaves no lock, only scraps, which are removed here."""
        self.reserve.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.reserve / ".verrou", timeout=0):
                self._check_place()
                self._tidy()
                yield
        except Timeout:
            raise PublicationImpossible("une autre publication est en cours dans ce dossier. Réessayez dans un instant.") from None

    def _check_place(self) -> None:
        """Never replace a folder that we did not write, nor change one kind of place for the other."""
        if self.simple:
            echange.recover(self.place)
        if self.simple and self.place.is_symlink():
            raise PublicationImpossible(f"{self.place} est un lien\u00a0: publiez sans --simple.")
        if not self.simple and self.place.exists() and not self.place.is_symlink():
            raise PublicationImpossible(
                f"{self.place} est un dossier, pas un lien. Ajoutez --simple, ou choisissez un autre dossier."
            )
        if self.simple and self.place.exists() and not self.toutes():
            raise PublicationImpossible(f"{self.place} existe et ne vient pas de Vitrine. Choisissez un autre dossier.")

    def _tidy(self) -> None:
        """Remove scraps of killed publications, and releases newer than what is shown: never seen, or gone back from."""
        current = self.courante()
        self._discard(version.dossier for version in self.toutes() if current and version.nom > current.nom)
        self._sweep()

    def _discard(self, folders: Iterable[Path]) -> None:
        """Take releases out of the reserve: killed while it removes, this leaves a scrap, never half a release."""
        for folder in folders:
            folder.rename(folder.with_name(f"{ASIDE}{folder.name}"))

    def _sweep(self) -> None:
        for scrap in [*self.reserve.glob(f"{ASIDE}*"), *self.dossier.glob(f"{ASIDE}*")]:
            shutil.rmtree(scrap, ignore_errors=True)

    def toutes(self) -> list[Version]:
        """Every release, the oldest first."""
        found = ((folder, read_manifeste(folder / manifeste.NAME)) for folder in sorted(self.reserve.glob("2*-*-*")))
        return [Version(folder, told) for folder, told in found if told]

    def courante(self) -> Version | None:
        """The release that visitors see: where the link leads, or the one whose files the plain folder holds."""
        if not self.place.exists():
            return None
        if self.place.is_symlink():
            shown = self.place.resolve().parent.name
            return next((version for version in self.toutes() if version.nom == shown), None)
        return next((version for version in reversed(self.toutes()) if version.manifeste.is_that_of(self.place)), None)

    @contextmanager
    def aside(self) -> Iterator[Path]:
        """A new folder in which to prepare a release, on the same disk."""
        prepared = Path(tempfile.mkdtemp(prefix=ASIDE, dir=self.reserve))
        try:
            yield prepared
        finally:
            shutil.rmtree(prepared, ignore_errors=True)

    def add(self, prepared: Path, told: Manifeste, now: datetime) -> Version:
        """Make a prepared folder a release; from here on it is complete, though nobody sees it yet."""
        (prepared / manifeste.NAME).write_text(told.as_json(), encoding="utf-8")
        echange.sync_tree(prepared)
        last = max((version.instant for version in self.toutes()), default=datetime.min)
        stamp = max(now, last + timedelta(seconds=1))  # releases are ordered by name, even if the clock goes back
        folder = self.reserve / f"{stamp.strftime(STAMP)}-{told.empreinte[:12]}"
        prepared.rename(folder)
        echange.sync(self.reserve)
        return Version(folder, told)

    def show(self, version: Version) -> None:
        """Make visitors see a release."""
        if self.simple:
            fresh = Path(tempfile.mkdtemp(prefix=ASIDE, dir=self.dossier)) / "site"
            shutil.copytree(version.site, fresh)
            echange.sync_tree(fresh)
            echange.put_folder(fresh, self.place)
            shutil.rmtree(fresh.parent, ignore_errors=True)
            return
        try:
            echange.put_link(f"versions/{version.nom}/site", self.place)
        except (OSError, NotImplementedError) as error:
            if getattr(error, "errno", errno.EPERM) not in NO_LINKS:
                raise
            raise PublicationImpossible(f"ce disque n'admet pas les liens ({error}). Ajoutez --simple.") from None

    def precedente(self, current: Version) -> Version | None:
        """The release to go back to: the newest of those before whose files are all as they were written."""
        before = [version for version in reversed(self.toutes()) if version.nom < current.nom]
        return next((version for version in before if version.est_entiere), None)

    def prune(self, current: Version, kept: int = KEPT) -> None:
        """Keep the current release and those just before it; remove the others."""
        spared = [version.nom for version in self.toutes() if version.nom <= current.nom][-kept:]
        self._discard(folder for folder in self.reserve.glob("2*-*-*") if folder.name not in spared)
        self._sweep()
