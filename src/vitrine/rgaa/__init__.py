"""The accessibility grid of a site: the 106 criteria of RGAA 4.1.2, what proves each, and the pages that a person looks at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files

import yaml

from ..pages.page import Plan
from ..problems import plural

ETATS = {
    "prouve": "prouvé par un test",
    "sans-objet": "non applicable, absence vérifiée",
    "a-juger": "à juger par une personne",
}
LAW = ("", "contacts/", "mentions-legales/", "accessibilite/", "plan-du-site/", "recherche/")
"""Pages that an audit always looks at."""


@dataclass(frozen=True)
class Critere:
    """One criterion: its state, the tests that prove it, what a person still looks at."""

    numero: str
    titre: str
    etat: str
    regard: str = ""
    preuves: list[str] = field(default_factory=list)


def criteria() -> list[Critere]:
    """The 106 criteria, in their order."""
    text = files(__package__).joinpath("criteres.yml").read_text(encoding="utf-8")
    return [Critere(**entry) for entry in yaml.load(text, Loader=yaml.BaseLoader)]


def grid(name: str, date: str, plan: Plan) -> Iterator[str]:
    """The lines of the grid of one site."""
    found = criteria()
    count = Counter(critere.etat for critere in found)
    yield f"Grille RGAA 4.1.2 – {name} – {date}"
    yield (
        f"{len(found)} critères\u00a0: {count['prouve']} prouvés par un test, "
        f"{count['sans-objet']} non applicables (absence vérifiée), {count['a-juger']} à juger par une personne."
    )
    yield "Cette grille n'est pas un audit\u00a0: elle dit ce que les tests du générateur prouvent, et ce qui reste à regarder."
    for etat, words in ETATS.items():
        yield f"\n{words[0].upper()}{words[1:]}"
        yield from (line for critere in found if critere.etat == etat for line in _told(critere))
    yield f"\nPages à regarder ({plural(len(sample(plan)), 'page')}, une de chaque sorte)"
    yield from (f"  /{address}" for address in sample(plan))


def _told(critere: Critere) -> Iterator[str]:
    yield f"  {critere.numero:<5} {critere.titre}"
    if critere.regard:
        yield f"        à regarder\u00a0: {critere.regard}"
    yield from (f"        {preuve}" for preuve in critere.preuves)


def sample(plan: Plan) -> list[str]:
    """The pages to look at: those that the law names, then one of each kind."""
    first = {page.gabarit: page.adresse for page in reversed(plan.pages) if not page.vide}
    return list(dict.fromkeys([address for address in LAW if plan.at(address)] + sorted(first.values())))
