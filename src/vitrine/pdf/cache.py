"""What has already been printed: one file a content, in a folder that can be thrown away."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .papier import Papier

MONTH = 30 * 24 * 3600


@dataclass(frozen=True)
class Cache:
    """A folder outside every published site; git ignores it wherever it stands."""

    dossier: Path

    def get(self, papier: Papier, make: Callable[[Papier], bytes]) -> bytes:
        """The PDF of a content, made only once."""
        file = self.dossier / f"{papier.empreinte()}.pdf"
        if file.is_file():
            os.utime(file)
            return file.read_bytes()
        content = make(papier)
        self._write(file, content)
        return content

    def forget_the_old(self) -> None:
        """Throw away what nobody has asked for in a month."""
        limit = time.time() - MONTH
        for file in self.dossier.glob("*.pdf"):
            if file.stat().st_mtime < limit:
                file.unlink(missing_ok=True)

    def _write(self, file: Path, content: bytes) -> None:
        """In one move: two commands may print the same sheet at once."""
        self.dossier.mkdir(parents=True, exist_ok=True)
        (self.dossier / ".gitignore").write_text("*\n", encoding="utf-8")
        aside = file.with_suffix(f".{os.getpid()}")
        aside.write_bytes(content)
        aside.replace(file)
