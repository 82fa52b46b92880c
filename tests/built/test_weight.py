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
    "metiers/": Poids(25, 20, 5, 1090),
    "metiers/aide-a-domicile/": Poids(25, 22.4, 5, 730),
    "plateforme/": Poids(25, 15.7, 5, 700),
    "glossaire/": Poids(25, 17.6, 5, 700),
    "plan-du-site/": Poids(25, 16.4, 5, 1150),
    "comparer/": Poids(25, 14.6, 5, 860),
    "donnees/": Poids(25, 17.3, 5, 1340),
    "quiz/quel-metier-pour-moi/": Poids(25, 17.4, 5, 1310),
    "quiz/que-feriez-vous/": Poids(25, 16.3, 5, 710),
    "quiz/comment-ca-marche/": Poids(25, 14.6, 5, 1010),
}
"""Pages above the goal, and what they may cost: a little more than on 23 November 2026. All load what they need in five requests.

The frame costs 7.5 KB before a page says anything: 4 of style, 2.5 of head, header and footer. What is above is said, not dressing:
the longest sheet has 5.8 KB of words, and 2 of style for its A4 side and its drawn icons; the list shows 75 professions, each with
its picture, so that it serves without a script; the glossary has 7.5 KB of definitions, the quizzes hold all their questions and,
for paper, the key; the plan names five hundred pages; the open-data page names each of its five hundred fields; the comparison
without a script is a table of 75 rows.
"""


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
