"""Structured data says only what schema.org has words for: types, properties that each type has, kinds of value that each takes.

The vocabulary is read from the TypeScript types of the package schema-dts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pytest

from project import PROJET, need
from unit.catalogues import demonstration, evenement, national, plan_demonstration, plan_national
from vitrine.exports.jsonld import CONTEXT, happening, structured

TYPES = PROJET / "node_modules/schema-dts/dist/schema.d.ts"
INTERFACE = re.compile(r"^(?:export )?interface (\w+) extends ([^{]+) \{\n(.*?)^\}", re.M | re.S)
PROPERTY = re.compile(r'^    "([\w@]+)"\??: (?:SchemaValue<([^,]*), "\w+">|"([^"]+)");', re.M)
ALIAS = re.compile(r"^export type (\w+) = ([^;]+);", re.M)
SIMPLE = {bool: {"Boolean"}, int: {"Integer", "Number"}, float: {"Number"}, str: {"string"}}
SITE = "https://exemple.fr/"


@dataclass
class Vocabulaire:
    """What schema.org's types are made of."""

    texte: str
    proprietes: dict[str, dict[str, str]] = field(default_factory=dict)
    parents: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, parents, body in INTERFACE.findall(self.texte):
            self.parents[name] = parents.split(", ")
            self.proprietes[name] = {prop: kinds for prop, kinds, _ in PROPERTY.findall(body)}

    @cached_property
    def alias(self) -> dict[str, list[str]]:
        """A name and what it may stand for."""
        return {name: kinds.split(" | ") for name, kinds in ALIAS.findall(self.texte)}

    def of(self, interface: str) -> dict[str, str]:
        """The properties of a type, inherited ones included → the kinds of value they take."""
        found = dict(self.proprietes.get(interface, {}))
        for parent in self.parents.get(interface, ()):
            found = {**self.of(parent), **found}
        return found

    def stands_for(self, kinds: str) -> set[str]:
        """Everything that some kinds may be in the end."""
        found: set[str] = set()
        left = kinds.split(" | ")
        while left:
            kind = left.pop()
            if kind not in found:
                found.add(kind)
                left += self.alias.get(kind, ())
        return found

    def faults(self, thing: dict[str, Any], place: str = "") -> Iterator[str]:
        """What schema.org does not know in an object."""
        leaf = f"{thing.get('@type')}Leaf"
        if leaf not in self.proprietes:
            yield f"{place}: no type {thing.get('@type')}"
            return
        known = self.of(leaf)
        for name, value in thing.items():
            if name.startswith("@"):
                continue
            if name not in known:
                yield f"{place}{thing['@type']}.{name}: no such property"
                continue
            for one in value if isinstance(value, list) else [value]:
                yield from self.faults_of_value(one, known[name], f"{place}{thing['@type']}.{name}")

    def faults_of_value(self, value: Any, kinds: str, place: str) -> Iterator[str]:
        """What is wrong in one value of a property."""
        wanted = {f"{value.get('@type')}Leaf"} if isinstance(value, dict) else SIMPLE[type(value)]
        if not wanted & self.stands_for(kinds) and not (isinstance(value, str) and value.startswith(f"{CONTEXT}/")):
            yield f"{place}: {', '.join(wanted)} instead of {kinds}"
        if isinstance(value, dict):
            yield from self.faults(value, f"{place} ")


@pytest.fixture(scope="module")
def vocabulaire() -> Vocabulaire:
    """Schema.org."""
    need("schema-dts (npm ci)", TYPES.is_file())
    return Vocabulaire(TYPES.read_text("utf-8"))


@pytest.mark.parametrize(
    "site", [(national, plan_national), (demonstration, plan_demonstration)], ids=["national", "demonstration"]
)
def test_the_structured_data_of_every_page_is_schema_org(vocabulaire: Vocabulaire, site):
    catalogue, plan = site[0](), site[1]()
    told, kinds = set(), set()
    for page in plan.pages:
        trail = [(above.titre["fr"], SITE + above.adresse) for above in [*plan.trail(page), page]]
        for thing in structured(catalogue, page, "fr", SITE + page.adresse, trail):
            kinds.add(thing["@type"])
            told |= set(vocabulaire.faults(thing))
    assert told == set()
    assert {"BreadcrumbList", "Occupation", "EducationalOccupationalCredential"} <= kinds


def test_an_event_on_line_is_schema_org(vocabulaire: Vocabulaire):
    online = happening(demonstration(), evenement(lieu=None, lien="https://exemple.fr/x", gratuit="non"), "fr")
    assert list(vocabulaire.faults(online)) == []


@pytest.mark.parametrize(
    ("thing", "told"),
    [
        ({"@type": "Metier"}, ": no type Metier"),
        ({"@type": "Occupation", "salary": "1"}, "Occupation.salary: no such property"),
        ({"@type": "Event", "location": {"@type": "Occupation"}}, "Event.location: OccupationLeaf instead of"),
        ({"@type": "Event", "isAccessibleForFree": "non"}, "Event.isAccessibleForFree: string instead of Boolean"),
    ],
)
def test_what_schema_org_does_not_know_is_told(vocabulaire: Vocabulaire, thing: dict[str, Any], told: str):
    (fault,) = vocabulaire.faults(thing)
    assert fault.startswith(told)
