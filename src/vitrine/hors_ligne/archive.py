"""One archive, always the same for the same files, whose names every system can write."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..problems import Probleme

PATH_AT_MOST = 200
"""Windows stops at 260 signs; the folder into which someone extracts the archive has its share of them."""
PLAIN = re.compile(r"[A-Za-z0-9 _~.-]*[A-Za-z0-9_~-]")
DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
READABLE_FILE = 0o100644
UNIX = 3


def odd_names(names: Iterable[str]) -> Iterator[Probleme]:
    """Names that Windows, or an old disk, cannot write."""
    names = list(names)
    alike = Counter(name.lower() for name in names)
    for name in names:
        parts = name.split("/")
        if not all(PLAIN.fullmatch(part) for part in parts):
            yield _told(name, "ce nom a un signe que des ordinateurs refusent.", "Lettres sans accent, chiffres et tirets.")
        elif any(DEVICES.fullmatch(part) for part in parts):
            yield _told(name, "Windows se réserve ce nom.", "Donnez un autre nom à la fiche.")
        elif len(name) > PATH_AT_MOST:
            yield _told(name, f"ce chemin dépasse {PATH_AT_MOST} signes.", "Donnez un nom plus court à la fiche.")
        elif alike[name.lower()] > 1:
            yield _told(name, "un autre fichier a ce nom, aux majuscules près.", "Changez l'un des deux.")


def _told(name: str, message: str, way_out: str) -> Probleme:
    return Probleme(name, 0, 0, "", message, way_out)


def write_archive(target: Path, files: Mapping[str, Path], jour: date) -> None:
    """Write files into an archive: sorted, dated from ``jour``, readable by all, whatever this machine's habits are."""
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = ZipInfo(name, (jour.year, jour.month, jour.day, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, UNIX, READABLE_FILE << 16
            archive.writestr(entry, files[name].read_bytes())
