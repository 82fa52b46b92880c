"""Probleme: one thing wrong in the data, said to the person who can mend it; and the report that lists them all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

FAULTS_AT_MOST = 50
NNBSP = "\u202f"
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, order=True)
class Probleme:
    """A fault at a place of a file. ``ligne`` and ``colonne`` count from 1; 0 when the whole file is meant."""

    fichier: str
    ligne: int
    colonne: int
    champ: str
    message: str
    remede: str = ""
    grave: bool = True

    def __str__(self) -> str:
        place = self.fichier + (f":{self.ligne}:{self.colonne}" if self.ligne else "")
        field = f"{self.champ}\u00a0: " if self.champ else ""
        mark = "" if self.grave else "(avertissement) "
        return printable(f"{place}  {mark}{field}{self.message}") + (f"\n    {printable(self.remede)}" if self.remede else "")


class DataFault(Exception):
    """The data cannot be published; carries every problem found."""

    def __init__(self, problems: Sequence[Probleme]) -> None:
        super().__init__(f"{len(problems)} problèmes")
        self.problems = list(problems)


def printable(text: str) -> str:
    """What a terminal can show without obeying it: signs that command it, hide or cannot be written become <U+001B>."""
    return UNPRINTABLE.sub(lambda sign: f"<U+{ord(sign[0]):04X}>", text)


def thousands(count: int) -> str:
    """« 50 001 »."""
    return f"{count:,}".replace(",", NNBSP)


def plural(count: int, noun: str) -> str:
    """« 1 erreur », « 3 erreurs », thousands set apart."""
    return f"{thousands(count)} {noun}" + ("s" if count > 1 else "")


def abridged(problems: Sequence[Probleme], total: int = 0) -> list[Probleme]:
    """The first faults of one file, then how many more there are: a wreck of a file does not hide the others.

    ``total`` counts all faults when ``problems`` holds only the first.
    """
    total = max(total, len(problems))
    if total <= FAULTS_AT_MOST:
        return list(problems)
    *kept, place = sorted(problems)[:FAULTS_AT_MOST]
    said = f"et {thousands(total - len(kept))} autres fautes dans ce fichier."
    return [*kept, Probleme(place.fichier, place.ligne, place.colonne, "", said, "Corrigez d'abord celles qui précèdent.")]


def is_blocking(problems: Iterable[Probleme]) -> bool:
    """Whether one of the problems forbids publication."""
    return any(problem.grave for problem in problems)


def report(problems: Iterable[Probleme], files_read: int, outcome: str = "") -> str:
    """Every problem by file and line, then one line that counts them."""
    ordered = sorted(set(problems))
    lines = [str(problem) for problem in ordered]
    return "\n".join([*lines, summary(ordered, files_read, outcome)])


def summary(problems: Sequence[Probleme], files_read: int, outcome: str = "") -> str:
    """« 3 erreurs dans 3 fichiers (412 fichiers lus). Rien n'a été construit. »"""
    errors = [problem for problem in problems if problem.grave]
    warnings = [problem for problem in problems if not problem.grave]
    read = f"({plural(files_read, 'fichier')} lus)" if files_read > 1 else f"({files_read} fichier lu)"
    if errors:
        said = f"{plural(len(errors), 'erreur')} dans {plural(len({p.fichier for p in errors}), 'fichier')} {read}."
    else:
        said = f"Aucune erreur {read}."
    if warnings:
        said += f" {plural(len(warnings), 'avertissement')}."
    return f"{said} {outcome}".rstrip()
