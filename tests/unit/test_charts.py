"""Bars share an honest scale; each département has a tile of its own."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unit.catalogues import chargement_national
from unit.fuzz import examples
from vitrine.charts import GAP, TILE, Tuile, bars, map_size, tiles
from vitrine.model.common import Chiffre, Source
from vitrine.model.nomenclature import Terme

SOURCE = Source(titre="Enquête", date="2025")


def chiffre(valeur, unite=None):
    """A figure of a survey."""
    return Chiffre(libelle="Réponses", valeur=str(valeur), unite=unite, date="2025", source=SOURCE)


def lengths(*chiffres):
    """The lengths of the bars of some figures."""
    return [barre.longueur for barre in bars(chiffres)]


@pytest.fixture
def carte():
    """The tiles of all départements."""
    return tiles(chargement_national().catalogue.termes("departements"))


def test_percentages_are_drawn_on_a_hundred():
    assert lengths(chiffre(83, "%"), chiffre("34,8", "%"), chiffre(0, "%")) == [83, 34.8, 0]


def test_other_figures_are_drawn_on_the_greatest():
    assert lengths(chiffre(142, "postes"), chiffre(71, "postes"), chiffre(9, "postes")) == [100, 50, 6.3]
    assert lengths(chiffre(10), chiffre(5)) == [100, 50]


def test_figures_of_different_units_have_no_bar():
    assert lengths(chiffre(83, "%"), chiffre(142, "postes")) == [0, 0]
    assert lengths(chiffre(83, "%"), chiffre(142)) == [0, 0]


def test_figures_that_are_all_zero_have_no_bar():
    assert lengths(chiffre(0, "postes"), chiffre(0, "postes")) == [0, 0]


def test_no_figure_makes_no_bar():
    assert bars([]) == []


def test_a_bar_keeps_its_figure():
    figure = chiffre("34,8", "%")
    assert bars([figure])[0].chiffre is figure
    assert figure.valeur == Decimal("34.8")


@given(st.lists(st.decimals(0, 10**12, places=1), min_size=1), st.sampled_from(["%", "postes"]))
@examples(100)
def test_a_bar_never_leaves_its_rail(values, unite):
    figures = [Chiffre.model_construct(valeur=value, unite=unite) for value in values]
    assert all(0 <= barre.longueur <= 100 for barre in bars(figures))


def test_the_map_shows_the_101_departements(carte):
    assert len(carte) == 101
    assert {"01", "2A", "2B", "75", "95", "971", "972", "973", "974", "976"} <= {tuile.code for tuile in carte}


def test_each_departement_has_a_tile_of_its_own(carte):
    assert len({(tuile.x, tuile.y) for tuile in carte}) == 101


def test_tiles_do_not_overlap_and_start_at_the_corner(carte):
    assert {tuile.x % (TILE + GAP) for tuile in carte} | {tuile.y % (TILE + GAP) for tuile in carte} == {0}
    assert min(tuile.x for tuile in carte) >= 0
    assert min(tuile.y for tuile in carte) >= 0


def test_the_map_is_just_large_enough(carte):
    width, height = map_size(carte)
    assert width == max(tuile.x for tuile in carte) + TILE
    assert height == max(tuile.y for tuile in carte) + TILE


def test_a_departement_without_a_place_has_no_tile():
    termes = {"01": Terme(libelle="Ain", ligne="7", colonne="9"), "975": Terme(libelle="Saint-Pierre-et-Miquelon")}
    assert tiles(termes) == [Tuile("01", "Ain", 9 * (TILE + GAP), 7 * (TILE + GAP))]


def test_an_empty_map_is_one_tile_wide():
    assert map_size([]) == (TILE, TILE)
