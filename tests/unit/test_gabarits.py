"""Annotated files are valid at once, and what they give as an example is never published as a fact."""

from __future__ import annotations

from datetime import date

import pytest

from unit.minimales import document
from vitrine.checking import check
from vitrine.gabarits import annotated
from vitrine.model.common import EXEMPLE
from vitrine.model.context import Contexte
from vitrine.model.kinds import GENRES, PLATEFORMES

JOUR = date(2026, 11, 22)
TOUS = {**GENRES, PLATEFORMES.dossier: PLATEFORMES}


@pytest.mark.parametrize("genre", TOUS)
def test_a_new_file_of_each_kind_is_valid_at_once(genre):
    found = document(annotated(TOUS[genre], "un-essai", JOUR))
    record, faults = check(found, TOUS[genre].modele, Contexte(aujourd_hui=JOUR))
    assert (record is not None, faults) == (True, [])


@pytest.mark.parametrize("genre", GENRES)
def test_a_new_record_is_a_draft_or_bears_the_mark_of_an_example(genre):
    found = document(annotated(GENRES[genre], "un-essai", JOUR))
    assert found.donnees.get("statut") == "brouillon" or EXEMPLE in [value for _, value in found.textes]


@pytest.mark.parametrize("genre", GENRES)
def test_a_file_that_completes_a_national_record_gives_nothing_yet(genre):
    text = annotated(GENRES[genre], "un-essai", JOUR, completes=True)
    assert document(text).donnees == {"complete": "national"}
    assert all(line.startswith(("#", "complete:")) or not line for line in text.splitlines())


def test_values_that_are_known_stand_in_place_of_the_examples():
    known = {"nom": "Essai", "departements": [], "marque": {"couleur": "#1b5236", "logo": "logo.svg"}, "langues": ["fr", "ar"]}
    found = document(annotated(PLATEFORMES, "un-essai", JOUR, known)).donnees
    assert {name: found[name] for name in known} == known
    assert "accroche" not in found


def test_the_schema_is_named_only_where_it_stands():
    assert annotated(GENRES["contacts"], "x", JOUR, up="../../").startswith(
        "# yaml-language-server: $schema=../../schemas/contacts"
    )
    assert "schema" not in annotated(GENRES["contacts"], "x", JOUR)
