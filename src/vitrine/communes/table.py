"""The table of communes: one CSV file a département, or the one that a platform gives. Read when needed, checked as it is read."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..model.faults import quoted
from ..problems import DataFault, Probleme, abridged
from ..source.text import check_lines, decode, mojibake
from .noms import key

COLUMNS = ("code", "nom", "codes_postaux", "latitude", "longitude", "habitants", "anciens_noms")
OWN_FILE = "communes.csv"
ROWS_AT_MOST = 2_000
NAME = re.compile(r"[^\W_](?:[^\W_]|[ '’().-]){0,79}")
_LETTERS = "A-Za-z0-9ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆàâäçéèêëîïôöùûüÿœæ"
_PLAIN_NAME = f"[{_LETTERS}][{_LETTERS} '’().-]{{0,79}}"
PLAIN_ROWS = re.compile(
    rf"(?:[0-9][0-9AB][0-9]{{3}};{_PLAIN_NAME};(?:[0-9]{{5}}(?: [0-9]{{5}})*)?;"
    rf"(?:-?[0-8]?[0-9](?:[.,][0-9]{{1,6}})?;-?(?:1[0-7][0-9]|[0-9]{{1,2}})(?:[.,][0-9]{{1,6}})?|;);"
    rf"[0-9]{{0,8}};(?:{_PLAIN_NAME}(?:\|{_PLAIN_NAME})*)?\n)*"
)
"""Rows that need no closer look. A file made of them alone, as the national ones are, is not read field by field."""
DEGREES = re.compile(r"-?[0-9]{1,3}(?:[.,][0-9]{1,6})?")


class Commune(NamedTuple):
    """A commune, or a borough of Paris, Lyon or Marseille. ``anciens_noms`` are those of the communes it was made of."""

    code: str
    nom: str
    codes_postaux: tuple[str, ...]
    lieu: tuple[float, float] | None = None
    """Latitude and longitude of its town hall or middle; not known for a few communes that have just been restored."""
    habitants: int = 0
    """Only to name the largest first."""
    anciens_noms: tuple[str, ...] = ()

    @property
    def departement(self) -> str:
        """The code of its département: 61, 2A, 974."""
        return departement_of(self.code)

    @property
    def cle(self) -> str:
        """Its name as it is compared."""
        return key(self.nom)


def departement_of(code: str) -> str:
    """The département of an Insee code: three signs overseas, two elsewhere."""
    return code[:3] if code.startswith("97") else code[:2]


@dataclass(frozen=True)
class Table:
    """The communes that a site knows: ``propres``, those of its platform's own file, stand in for the national ones."""

    dossier: Path | None = None
    propres: tuple[Commune, ...] | None = None

    @property
    def existe(self) -> bool:
        """Whether there is any table to look into."""
        return self.propres is not None or (self.dossier is not None and self.dossier.is_dir())

    @property
    def departements(self) -> list[str]:
        """The départements that the table holds."""
        if self.propres is not None:
            return sorted({commune.departement for commune in self.propres})
        return sorted(file.stem for file in self.dossier.glob("*.csv")) if self.dossier else []

    def of(self, departement: str) -> tuple[Commune, ...]:
        """The communes of a département; DataFault when its file is at fault."""
        if self.propres is not None:
            return tuple(commune for commune in self.propres if commune.departement == departement)
        file = self.dossier / f"{departement}.csv" if self.dossier else None
        return _read_once(file, file.stat().st_mtime_ns) if file and file.is_file() else ()


@cache
def _read_once(file: Path, _written: int) -> tuple[Commune, ...]:
    communes, problems = read_communes(file, f"data/communes/{file.name}")
    if problems:
        raise DataFault(problems)
    return communes


def read_communes(file: Path, name: str) -> tuple[tuple[Commune, ...], list[Probleme]]:
    """The communes of a CSV file, or none and every problem found; ``name`` is the path shown to people."""
    if file.is_symlink():
        return (), [Probleme(name, 0, 0, "", "lien symbolique refusé.", "Copiez le fichier.")]
    text, problems = decode(file.read_bytes(), name)
    problems += check_lines(text, name)
    lines = _rows(text, name, problems) if not problems else []
    if lines and tuple(lines[0]) != COLUMNS:
        problems.append(Probleme(name, 1, 1, "", "première ligne inattendue.", f"Écrivez\u00a0: {';'.join(COLUMNS)}"))
    elif len(lines) > ROWS_AT_MOST:
        problems.append(Probleme(name, 0, 0, "", f"plus de {ROWS_AT_MOST} lignes.", "Gardez les communes du territoire."))
    elif not lines and not problems:
        problems.append(Probleme(name, 0, 0, "", "fichier vide.", f"Écrivez d'abord\u00a0: {';'.join(COLUMNS)}"))
    if not problems and not _is_plain(text, lines):
        problems += _faults(lines, name)
    return ((), abridged(problems)) if problems else (tuple(_commune(row) for row in lines[1:] if row), [])


def _is_plain(text: str, lines: list[list[str]]) -> bool:
    """Whether no row can be at fault."""
    _, _, rows = text.partition("\n")
    once = len({row[0] for row in lines if row}) == len(lines)
    return once and PLAIN_ROWS.fullmatch(rows) is not None and not mojibake(text)


def _rows(text: str, name: str, problems: list[Probleme]) -> list[list[str]]:
    """The rows of a text; what CSV cannot be goes to ``problems``."""
    reader = csv.reader(text.splitlines(), delimiter=";")
    try:
        return list(reader)
    except csv.Error:
        said = "guillemet ouvert jamais fermé." if '"' in text else "ligne illisible."
        problems.append(Probleme(name, reader.line_num, 1, "", said, "Retirez les guillemets de cette ligne."))
    return []


def _commune(row: list[str]) -> Commune:
    code, name, codes, latitude, longitude, inhabitants, former = row
    place = (_degrees(latitude), _degrees(longitude)) if latitude else None
    others = tuple(other for other in former.split("|") if other)
    return Commune(code, name, tuple(codes.split()), place, int(inhabitants or 0), others)


def _degrees(text: str) -> float:
    """A spreadsheet set to French writes a comma."""
    return float(text.replace(",", "."))


def _faults(lines: list[list[str]], name: str) -> Iterator[Probleme]:
    seen: dict[str, int] = {}
    for number, row in enumerate(lines[1:], start=2):
        if not row:
            continue
        if len(row) != len(COLUMNS):
            said = f"{len(row)} colonnes au lieu de {len(COLUMNS)}."
            yield Probleme(name, number, 1, "", said, "Séparez les colonnes par des points-virgules.")
            continue
        for field, message, remede in _row_faults(row):
            yield Probleme(name, number, 1, field, message, remede)
        first = seen.setdefault(row[0], number)
        if first != number:
            yield Probleme(name, number, 1, "code", f"même code qu'à la ligne {first}.", "Gardez une seule ligne.")


def _row_faults(row: list[str]) -> Iterator[tuple[str, str, str]]:
    """(field, message, way out)."""
    code, _, codes, latitude, longitude, inhabitants, former = row
    if not re.fullmatch("[0-9][0-9AB][0-9]{3}", code):
        yield "code", f"code Insee invalide\u00a0: {quoted(code)}.", "Cinq signes, par exemple 61001 ou 2A004."
    for field, text in (("nom", row[1]), *(("anciens_noms", other) for other in former.split("|") if other)):
        if not NAME.fullmatch(text) or not key(text) or mojibake(text):
            yield field, f"nom invalide\u00a0: {quoted(text)}.", "Lettres, espaces, apostrophes et tirets, 80 signes au plus."
    if not all(re.fullmatch("[0-9]{5}", one) for one in codes.split()):
        yield "codes_postaux", f"code postal invalide\u00a0: {quoted(codes)}.", "Cinq chiffres, séparés par des espaces."
    if not re.fullmatch("[0-9]{0,8}", inhabitants):
        yield "habitants", f"nombre invalide\u00a0: {quoted(inhabitants)}.", "Un nombre entier sans espace, ou rien."
    for field, text, most in (("latitude", latitude, 90), ("longitude", longitude, 180)):
        if not (latitude or longitude):
            continue
        if not DEGREES.fullmatch(text) or abs(_degrees(text)) > most:
            yield field, f"degrés invalides\u00a0: {quoted(text)}.", "Par exemple 48.432, d'après une carte."
