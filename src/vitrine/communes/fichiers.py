"""The communes as browsers load them: scripts, for a page opened from a disk may load nothing else. One call a file.

``vitrineCommunes(rows)``: a row is « 61001;Alençon;61000;48.43;0.083;former|names », the largest communes first.
A platform's site has one file.
The national site has one file a département, and files of names in the order of their keys, whose rows are « 61001;Alençon »,
or « 61483;Tinchebray;Tinchebray-Bocage »: a visitor loads one or two. ``vitrineCommunes({...})`` says which file holds what.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..assets import named
from ..catalogue import Catalogue
from ..scripts import call
from .adresses import departements_of
from .noms import RULES, key
from .table import Commune

NAMES_A_FILE = 800
LEFT_GUADELOUPE = ("97133", "97150")
"""Saint-Barthélemy and Saint-Martin, in no département since 2007."""


@dataclass(frozen=True)
class Fichiers:
    """The files of one site, and the address of the one that leads to the others."""

    index: str
    contenus: dict[str, bytes]


def commune_files(catalogue: Catalogue) -> Fichiers:
    """The files of a platform's site, or of the national one."""
    table, platform = catalogue.communes, catalogue.plateforme
    codes = platform.fr.departements if platform and table.propres is None else table.departements
    groups = {code: sorted(table.of(code), key=lambda commune: -commune.habitants) for code in codes}
    contents: dict[str, bytes] = {}
    index: dict[str, Any] = {"regles": RULES, "departements": {}, "codes": shared_codes(groups.values()), "noms": []}
    whole = _add_rows(contents, "tout", (row(c) for found in groups.values() for c in found)) if platform else None
    for code, found in groups.items():
        own = whole or _add_rows(contents, code, map(row, found))
        index["departements"][code] = [departement_name(catalogue, code), own]
    if not platform:
        for names in cut(sorted(every_name(groups.values()))):
            index["noms"].append([names[0][0], _add_rows(contents, "noms", (";".join(name[1:]) for name in names))])
    return Fichiers(_add(contents, "communes", index), contents)


def departement_name(catalogue: Catalogue, code: str) -> str:
    """« Orne (61) »; an imaginary one is called by its territory."""
    known = catalogue.termes("departements").get(code)
    territory = catalogue.plateforme.fr.territoire if catalogue.plateforme else code
    return f"{known.libelle} ({code})" if known else territory


def row(commune: Commune) -> str:
    """One commune as the browser reads it."""
    place = (f"{degrees:g}" for degrees in commune.lieu) if commune.lieu else ("", "")
    return ";".join([commune.code, commune.nom, " ".join(commune.codes_postaux), *place, "|".join(commune.anciens_noms)])


def every_name(groups: Iterable[Iterable[Commune]]) -> Iterator[tuple[str, ...]]:
    """(key, code, name) of today's names; those of before say today's besides."""
    for commune in (commune for found in groups for commune in found):
        yield commune.cle, commune.code, commune.nom
        for former in commune.anciens_noms:
            yield key(former), commune.code, former, commune.nom


def cut(names: list[tuple[str, ...]]) -> Iterator[list[tuple[str, ...]]]:
    """Files of some hundred names; the same key never stands in two."""
    start = 0
    while start < len(names):
        end = start + NAMES_A_FILE
        while end < len(names) and names[end][0] == names[end - 1][0]:
            end += 1
        yield names[start:end]
        start = end


def shared_codes(groups: Iterable[Iterable[Commune]]) -> dict[str, list[str]]:
    """Post codes that serve a commune outside the département that their digits tell, with all the départements they serve."""
    served: dict[str, list[str]] = {}
    for commune in (commune for found in groups for commune in found):
        for code in commune.codes_postaux:
            if commune.departement not in served.setdefault(code, []):
                insort(served[code], commune.departement)
    shared = {code: found for code, found in sorted(served.items()) if not set(found) <= set(departements_of(code))}
    return {**shared, **{code: [] for code in LEFT_GUADELOUPE}}


def _add_rows(contents: dict[str, bytes], name: str, rows: Iterable[str]) -> str:
    return _add(contents, f"communes-{name.lower()}", "\n".join(rows))


def _add(contents: dict[str, bytes], name: str, data: object) -> str:
    content = call("vitrineCommunes", data).encode()
    address = named(name, "js", content)
    contents[address] = content
    return address
