"""What has been looked at already, kept so that an audit that was cut goes on from there."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parties import Partie

Regard = dict[str, Any]
"""One view: where, what was found, what stays in doubt, which doubts a measure settled."""


@dataclass(frozen=True)
class Journal:
    """A folder of answers, one file a part, worth something as long as the sites and the way to look stay the same."""

    dossier: Path
    empreinte: str

    def keep(self, part: Partie, ask: Callable[[Partie], list[Regard]]) -> str:
        """The answers of a part, asked now unless they are there; returns what to say of it."""
        if self.read(part) is not None:
            return f"{part.nom} : déjà fait"
        before = os.getloadavg()[0]
        seen = ask(part)
        told = {"empreinte": self.empreinte, "charge": [round(before, 1), round(os.getloadavg()[0], 1)], "vues": seen}
        self.file(part).parent.mkdir(parents=True, exist_ok=True)
        self.file(part).write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
        found = sum(len(view.get("violations", ())) + len(view.get("doubts", ())) for view in seen)
        return f"{part.nom} : {len(seen)} vues, {found} à corriger"

    def read(self, part: Partie) -> dict[str, Any] | None:
        """The answers of a part, if it was done on these sites."""
        if not self.file(part).is_file():
            return None
        told: dict[str, Any] = json.loads(self.file(part).read_text("utf-8"))
        return told if told["empreinte"] == self.empreinte else None

    def file(self, part: Partie) -> Path:
        """Where a part is kept."""
        return self.dossier / f"{part.nom}.json"


def fingerprint(*folders: Path) -> str:
    """What the sites and the way to look at them are, in one word."""
    told = hashlib.sha256()
    for folder in folders:
        for file in sorted([folder] if folder.is_file() else folder.rglob("*")):
            if file.is_file():
                told.update(str(file.relative_to(folder.parent)).encode() + hashlib.sha256(file.read_bytes()).digest())
    return told.hexdigest()[:16]
