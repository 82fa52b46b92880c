"""The workshop: one site, read again when its files change, with what is wrong when it cannot be shown."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Condition

from mkdocs.utils import get_theme_dir

from ..assembly import Site, SiteImpossible, assemble
from ..assembly.commun import read_common
from ..building import BuildFailed, read_prose
from ..memoire import Memoire
from ..problems import Probleme
from ..racine import Racine
from ..rendering.fragments import forget_shared
from ..site import Proses, bodies
from .contenu import Contenu

WRITTEN = frozenset({".yml", ".md"})
"""What is compared with its last reading. All the rest is read again from the start when any of it changes."""


@dataclass(frozen=True)
class Fautes:
    """Why the site cannot be shown: the faults of its data, or what the build says."""

    message: str
    problemes: tuple[Probleme, ...] = ()


@dataclass
class Atelier:
    """One site being written. ``tour`` counts the readings; whoever holds ``verrou`` may read the rest."""

    racine: Racine
    slug: str | None
    adresse: str
    tour: int = 0
    contenu: Contenu | None = None
    fautes: Fautes | None = None
    verrou: Condition = field(default_factory=Condition)
    memoire: Memoire = field(default_factory=Memoire)
    proses: Proses = field(default_factory=dict)

    @property
    def nom(self) -> str:
        """The name of the present reading; no other, of this process or of another, has it."""
        return f"{os.getpid()}-{self.tour}"

    @property
    def theme(self) -> Path:
        """Material, whose icons and rules for prose are used."""
        return Path(get_theme_dir("material"))

    def refresh(self, changed: Collection[Path] = ()) -> None:
        """Read the data again; those who wait for it are told."""
        with self.verrou:
            if any(path.suffix not in WRITTEN for path in changed):
                self.memoire, self.proses = Memoire(), {}
            self._read()
            self.tour += 1
            self.verrou.notify_all()

    def _read(self) -> None:
        try:
            site = self._assembled()
            self.contenu, self.fautes = Contenu(site, self.proses), None
        except SiteImpossible as fault:
            self.fautes = Fautes(str(fault), tuple(sorted({one for one in fault.problemes if one.grave})))
        except BuildFailed as fault:
            self.fautes = Fautes(str(fault))

    def _assembled(self) -> Site:
        """The site, with what MkDocs makes of its Markdown when that has changed."""
        commun = read_common(self.racine, self.theme, self.memoire)
        forget_shared(commun.environment)  # their keys do not tell words and vocabularies, which may have changed
        site = replace(assemble(self.racine, self.slug, self.theme, self.adresse, commun), apercu=True)
        if bodies(site) != {key: prose.corps for key, prose in self.proses.items()}:
            self.proses = read_prose(self.racine, self.slug, commun)
        return site

    def wait(self, nom: str, seconds: float) -> str:
        """The name of the present reading, as soon as it is another one; the same after ``seconds``."""
        with self.verrou:
            self.verrou.wait_for(lambda: self.nom != nom, seconds)
            return self.nom
