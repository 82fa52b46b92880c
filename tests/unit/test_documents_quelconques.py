"""Thousands of documents, any value at any place of the schema: a record or a reason in French, never an exception."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostile import ATTACKS, Attaquant
from unit.catalogues import chargement_national
from unit.fuzz import examples
from vitrine.catalogue import Fiche
from vitrine.checking import check
from vitrine.model.kinds import GENRES, PLATEFORMES
from vitrine.model.walk import EACH, leaves
from vitrine.problems import printable
from vitrine.prose import plain
from vitrine.rules import PER_FICHE
from vitrine.source.document import Document

KINDS = {**GENRES, PLATEFORMES.dossier: PLATEFORMES}
WORDS = [
    *ATTACKS, "", " ", "oui", "-1", "1e9", ".inf", "9" * 400, "2026-02-31", "99:99", "\u202e", "\x00", "a" * 7_000, "=1",
    "İ", "١٢٣", "²", "https://", "https://[", "//a", "mailto:", "06 39 98 12 34", "[" * 200, "1.\n" * 200, "=\n" * 200, "e\u0301",
]  # fmt: skip
TEXTS = st.one_of(st.sampled_from(WORDS), st.text(max_size=30))
VALUES = st.recursive(
    st.none() | TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=4
)


def put(data: Any, path: tuple[str, ...], value: Any, depth: int) -> None:
    """Lay a value at a place of a document, or at one of the blocks that hold that place."""
    name, *rest = path
    if isinstance(data, list) or name == EACH:
        keys = range(len(data)) if isinstance(data, list) else list(data)
        key: Any = next(iter(keys), None)
        rest = rest if name == EACH else [name, *rest]
    else:
        key = name
    inner = None if key is None else data[key] if isinstance(data, list) else data.get(key)
    if rest and depth and isinstance(inner, dict | list):
        put(inner, tuple(rest), value, depth - 1)
    elif key is None:
        data.append(value) if isinstance(data, list) else data.update(x=value)
    else:
        data[key] = value


@pytest.mark.parametrize("genre", KINDS)
@given(st.data())
@examples(200)
def test_any_value_at_any_place_gives_a_record_or_a_reason(genre: str, data: st.DataObject):
    model, contexte = KINDS[genre].modele, chargement_national().contexte
    whole = copy.deepcopy(entier(genre))
    for path in data.draw(st.lists(st.sampled_from(list(leaves(model))), min_size=1, max_size=3)):
        put(whole, path, data.draw(VALUES), data.draw(st.integers(0, 5)))
    document = Document(f"{genre}/x.yml", whole)
    record, problems = check(document, model, contexte)
    assert (record is None) == bool(problems)
    assert all(str(problem) == printable(str(problem)) or "\n" in str(problem) for problem in problems)
    if record is not None:
        judge(Fiche(genre, "x", {"fr": record}, document))


def judge(fiche: Fiche[Any]) -> None:
    """What a build does next: rules, then every text written."""
    for rule in PER_FICHE:
        assert all(str(problem) for problem in rule(fiche, chargement_national().catalogue))
    assert all(isinstance(plain(text), str) for _, text in fiche.document.textes if isinstance(text, str))


def entier(genre: str) -> dict[str, Any]:
    """A document of a kind with every field given."""
    if genre not in ENTIERS:
        ENTIERS[genre] = Attaquant(chargement_national().contexte).record(KINDS[genre].modele)
    return ENTIERS[genre]


ENTIERS: dict[str, dict[str, Any]] = {}
