"""Looking into the models: leaves, their markers, and the pattern of a path."""

from __future__ import annotations

import pytest

from vitrine.model.fields import Code, Traduisible
from vitrine.model.metier import Metier
from vitrine.model.nomenclature import Nomenclature
from vitrine.model.walk import EACH, leaves, pattern_of, prefixes


def test_leaves_are_found_in_lists_options_and_keyed_blocks():
    metier, nomenclature = leaves(Metier), leaves(Nomenclature)
    assert {
        ("missions", EACH),
        ("acces", "voies", EACH, "formations", EACH),
        ("media", "url"),
        ("sources", EACH, "date"),
    } <= set(metier)
    assert ("termes", EACH, "libelle") in nomenclature


def test_a_leaf_knows_its_title_help_and_whether_it_is_translated():
    leaf = leaves(Metier)["journee", EACH, "geste"]
    assert (leaf.titre, leaf.aide, leaf.has(Traduisible), leaf.has(Code)) == ("Geste", "Ce que l'on fait.", True, False)


@pytest.mark.parametrize(
    ("path", "translated"),
    [(("feminin",), True), (("missions", EACH), True), (("salaires", EACH, "anciennete"), True), (("sigle",), False),
     (("famille",), False), (("journee", EACH, "heure"), False), (("notes",), False), (("sources", EACH, "titre"), False)],
    ids=lambda value: ".".join(value) if isinstance(value, tuple) else str(value),
)  # fmt: skip
def test_only_what_a_visitor_reads_is_translated(path, translated):
    assert leaves(Metier)[path].has(Traduisible) is translated


def test_prefixes_are_the_beginnings_of_leaves_whole_paths_included():
    assert {("acces",), ("acces", "voies", EACH), ("acces", "resume")} <= prefixes(Metier)
    assert ("voies",) not in prefixes(Metier)


@pytest.mark.parametrize(
    ("path", "model", "pattern"),
    [
        (("acces", "voies", 2, "texte"), Metier, ("acces", "voies", EACH, "texte")),
        (("missions", 0), Metier, ("missions", EACH)),
        (("termes", "2A", "libelle"), Nomenclature, ("termes", EACH, "libelle")),
        (("termes", "libelle", "libelle"), Nomenclature, ("termes", EACH, "libelle")),
        ((), Metier, ()),
    ],
    ids=["list of blocks", "list of texts", "free key", "key named as a field", "root"],
)
def test_a_concrete_path_has_a_pattern(path, model, pattern):
    assert pattern_of(path, model) == pattern
