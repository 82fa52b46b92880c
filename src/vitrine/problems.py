"""Probleme: one thing wrong in the data, said to the person who can mend it; and the report that lists them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

NNBSP = "\u202f"


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
        return f"{place}  {mark}{field}{self.message}" + (f"\n    {self.remede}" if self.remede else "")


class DataFault(Exception):
    """The data cannot be published; carries every problem found."""

    def __init__(self, problems: Sequence[Probleme]) -> None:
        super().__init__(f"{len(problems)} problèmes")
        self.problems = list(problems)


def plural(count: int, noun: str) -> str:
    """« 1 erreur », « 3 erreurs », thousands set apart."""
    return f"{count:,}".replace(",", NNBSP) + f" {noun}" + ("s" if count > 1 else "")


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
