"""What a first view costs: the page and the files it loads at once, compressed; its requests; its nodes."""

from __future__ import annotations

import gzip
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path

import pytest
from lxml import html

from built.html_pages import APART
from genres import KINDS, file_of, one_of_each

KB = 1024
LOADED = "//link[@rel='stylesheet' or @rel='icon']/@href|//script[@src]/@src|//img/@src"


@dataclass(frozen=True)
class Poids:
    """Kilobytes compressed, in all and for HTML and CSS alone; requests; nodes."""

    total: float
    page: float
    requetes: int
    noeuds: int

    def within(self, other: Poids) -> bool:
        """Whether no figure is above that of another."""
        return all(mine <= theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True))


GOAL = Poids(25, 14.6, 6, 700)
BUDGETS = {
    "metiers/": Poids(25, 20.2, 6, 1100),
    "metiers/aide-a-domicile/": Poids(26, 23.3, 6, 800),
    "metiers/par-lieu/domicile/": Poids(25, 15.2, 6, 700),
    "formations/": Poids(25, 14.9, 6, 750),
    "formations/deaes/": Poids(25, 16.8, 6, 700),
    "contacts/": Poids(25, 15.1, 6, 970),
    "plateforme/": Poids(25, 17.1, 6, 700),
    "glossaire/": Poids(25, 18.6, 6, 700),
    "plan-du-site/": Poids(25, 17.2, 6, 1200),
    "pres-de-chez-vous/": Poids(25, 15.5, 8, 970),
    "comparer/": Poids(25, 14.6, 7, 870),
    "ma-selection/": Poids(25, 14.6, 9, 700),
    "donnees/": Poids(25, 19.2, 6, 2400),
    "donnees-personnelles/": Poids(25, 14.6, 7, 700),
    "quiz/quel-metier-pour-moi/": Poids(25, 17.8, 7, 1360),
    "quiz/que-feriez-vous/": Poids(25, 17, 7, 740),
    "quiz/comment-ca-marche/": Poids(25, 16.4, 6, 1050),
    "ecole/projeter/metiers/10-cartes/": Poids(25, 14.6, 7, 700),
    "ecole/projeter/idees/5-cartes/": Poids(25, 14.6, 7, 700),
    "ecole/projeter/scenes/que-feriez-vous/": Poids(25, 14.6, 7, 700),
    "borne/": Poids(25, 14.6, 11, 700),
    "professionnels-orientation/": Poids(25, 15.7, 6, 700),
    "ecole/seances/devinez-le-metier/dossier/": Poids(25, 15.7, 6, 700),
}
"""Pages above the goal, and what they may cost: a little more than on 22 November 2026. The style of every page weighs 4.5 KB;
the list of professions shows 75 cards, the open-data page names every field, the quiz holds all its questions."""


@cache
def packed(file: Path) -> float:
    """Kilobytes of a file once compressed."""
    return len(gzip.compress(file.read_bytes(), 9, mtime=0)) / KB


def weigh(file: Path) -> Poids:
    """What opening a page loads, before anybody touches it."""
    page = html.parse(str(file)).getroot()
    files = {(file.parent / name).resolve() for name in page.xpath(LOADED) if "://" not in name}
    sheets = sum(packed(one) for one in files if one.suffix == ".css")
    alone = packed(file)
    nodes = sum(1 for node in page.iter() if isinstance(node.tag, str)) - len(page.xpath("//template//*"))
    return Poids(round(alone + sum(map(packed, files)), 1), round(alone + sheets, 1), 1 + len(files), nodes)


@pytest.fixture(scope="module")
def weights(sites: Path) -> dict[str, Poids]:
    """The weight of one page of each kind; pages shown at any address load by absolute ones and are left out."""
    site = sites / "demonstration"
    found = dict(zip(KINDS, one_of_each(site), strict=True))
    return {kind: weigh(file_of(site, address)) for kind, address in found.items() if kind not in APART}


def test_a_first_view_of_any_kind_of_page_stays_within_its_budget(weights: dict[str, Poids]):
    heavy = {kind: weight for kind, weight in weights.items() if not weight.within(BUDGETS.get(kind, GOAL))}
    assert heavy == {}


def test_a_budget_above_the_goal_is_still_needed(weights: dict[str, Poids]):
    assert [kind for kind in BUDGETS if weights[kind].within(GOAL)] == []
