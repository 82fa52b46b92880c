"""The manifest of a release: what files it holds, and the SHA-256 of each."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

NAME = "manifeste.json"


@dataclass(frozen=True)
class Manifeste:
    """Path → hash: the files of this release, and those it keeps for pages of the release before that are still open."""

    fichiers: dict[str, str]
    reprises: dict[str, str] = field(default_factory=dict)

    @property
    def empreinte(self) -> str:
        """One hash for the whole site, whatever it keeps of the one before."""
        return hashlib.sha256(json.dumps(self.fichiers, sort_keys=True).encode()).hexdigest()

    @property
    def pages(self) -> int:
        """How many HTML pages the release holds."""
        return sum(name.endswith(".html") for name in self.fichiers)

    def as_json(self) -> str:
        """The file, always written the same way."""
        told = {"fichiers": self.fichiers, "reprises": self.reprises}
        return json.dumps(told, sort_keys=True, indent=1, ensure_ascii=False) + "\n"

    def is_that_of(self, folder: Path) -> bool:
        """Whether a folder holds these very files, no more, no less."""
        return hash_files(folder) == dict(sorted({**self.reprises, **self.fichiers}.items()))


def read_manifeste(file: Path) -> Manifeste | None:
    """A manifest, or None when it is missing or is not one."""
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        return Manifeste(dict(told["fichiers"]), dict(told["reprises"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def hash_files(folder: Path) -> dict[str, str]:
    """The hash of every file of a folder, by its path, sorted."""
    return {file.relative_to(folder).as_posix(): hash_file(file) for file in sorted(folder.rglob("*")) if file.is_file()}


def hash_file(file: Path) -> str:
    """SHA-256 of a file."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
