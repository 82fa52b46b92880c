"""What a site is built from: one digest of all of it, kept beside the built site, so that the same is not built twice."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path

from .loading import build_day
from .publication.manifeste import Manifeste, hash_file, hash_files
from .racine import PLATEFORME, Racine

NATIONALES = ("mkdocs.yml", "data", "docs", "hooks", "overrides")
PROPRES = (PLATEFORME, "data", "docs", "marque")
REGLAGE = re.compile(r"!ENV \[?(\w+)")
SANS_EFFET = frozenset({"SITE_DIR"})
"""Settings of mkdocs.yml that say where a site is written, not what is in it."""
RESERVE = ".empreintes"


@dataclass(frozen=True)
class Trace:
    """What is known of a site built before: what it was built from, and its files."""

    fichier: Path

    def pages_if_same(self, entrees: str, site: Path) -> int | None:
        """The number of its pages, when it was built from the same and nobody has touched it since."""
        try:
            told = json.loads(self.fichier.read_text(encoding="utf-8"))
            manifeste = Manifeste(dict(told["fichiers"]))
            same = told["entrees"] == entrees and manifeste.is_that_of(site)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return manifeste.pages if same else None

    def write(self, entrees: str, site: Path) -> None:
        """Remember a site that has just been built."""
        told = {"entrees": entrees, "fichiers": hash_files(site)}
        self.fichier.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.fichier.with_name(f".{self.fichier.name}-nouveau")
        fresh.write_text(json.dumps(told, sort_keys=True, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        fresh.replace(self.fichier)


def trace_of(site: Path) -> Trace:
    """Where the trace of a site is kept: outside of it, for it is not published."""
    return Trace(site.parent / RESERVE / f"{site.name}.json")


def common_inputs(racine: Racine, pdf: bool = False) -> str:
    """What all sites of a run are built from: the national folder, the program, its libraries, the settings, the day."""
    told = {
        "national": hashes(racine.dossier, NATIONALES),
        "programme": hashes(Path(__file__).parent, [path.name for path in Path(__file__).parent.iterdir()]),
        "bibliotheques": sorted(libraries()),
        "reglages": settings(racine.dossier / "mkdocs.yml"),
        "jour": build_day().isoformat(),
        "pdf": pdf,
    }
    return digest(told)


def inputs_of(racine: Racine, slug: str | None, common: str) -> str:
    """What one site is built from."""
    return digest({"commun": common, "propre": hashes(racine.maison(slug), PROPRES) if slug else {}, "slug": slug})


def hashes(folder: Path, names: list[str] | tuple[str, ...]) -> dict[str, str]:
    """The hash of each file under some names of a folder."""
    return {
        f"{name}/{inner}": told for name in sorted(names) for inner, told in _hashes(folder / name) if "__pycache__" not in inner
    }


def _hashes(path: Path) -> Iterator[tuple[str, str]]:
    if path.is_dir() and path.name != "__pycache__":
        yield from hash_files(path).items()
    elif path.is_file():
        yield "", hash_file(path)


def libraries() -> Iterator[str]:
    """Every installed library with its version, and Python's own."""
    yield f"python=={sys.version}"
    for found in distributions():
        yield f"{found.metadata['Name']}=={found.version}"


def settings(configuration: Path) -> dict[str, str | None]:
    """The value of each environment variable that mkdocs.yml reads."""
    names = set(REGLAGE.findall(configuration.read_text(encoding="utf-8"))) - SANS_EFFET
    return {name: os.environ.get(name) for name in sorted(names)}


def digest(told: object) -> str:
    """One hash for all of it."""
    return hashlib.sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
