"""The share of filled fields."""

from __future__ import annotations

from unit.etats import reglages
from vitrine.etat.completude import completeness, counted, filled, name_of
from vitrine.model.metier import Metier


def test_a_field_is_filled_by_one_value_whatever_the_list(fiche):
    one = fiche("metiers", "x", "missions: Aider.\nsynonymes: [Aide, Auxiliaire]\nnotes:\n")
    names = {name_of(pattern) for pattern in filled(one)}
    assert {"missions", "synonymes", "acces.resume", "sources.titre"} <= names
    assert "notes" not in names


def test_what_may_be_absent_is_not_counted():
    names = {name_of(pattern) for pattern in counted(Metier, reglages())}
    assert "missions" in names
    assert not {name for name in names if name == "empreinte" or name.startswith("media.")}


def test_shares_are_told_by_kind_by_field_and_by_sheet(fiche):
    none = completeness("metiers", [], reglages())
    assert none is None
    few, more = fiche("metiers", "few"), fiche("metiers", "more", "missions: Aider.\n")
    found = completeness("metiers", [few, more], reglages())
    assert found
    assert (found.champs["missions"], found.champs["accroche"], found.champs["riasec"]) == (0.5, 1.0, 0.0)
    wanted = len(counted(Metier, reglages()))
    assert found.fiches == {"few": round(10 / wanted, 3), "more": round(11 / wanted, 3)}
    assert abs(found.part - 10.5 / wanted) < 0.001
