"""Facts that several national sheets state agree with each other, and sums with what they are worked out from."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from unit.catalogues import chargement_national
from vitrine.model.metier import Metier, Salaire

INDICES = re.compile(r"indices?(?:\smajorés)?\s(\d{3})(?:\set|,\spuis)\s(\d{3}),\spoint\sà\s(\d,\d+)")
PUBLIC = ("fonction-publique-hospitaliere", "fonction-publique-territoriale")


def salaries() -> Iterator[tuple[str, Salaire]]:
    """Every pay that a national sheet gives, with the sheet's identifier."""
    for slug, fiche in chargement_national().catalogue.fiches["metiers"].items():
        metier: Metier = fiche.fr
        yield from ((slug, salaire) for salaire in metier.salaires)


@pytest.fixture(scope="module")
def smic() -> Salaire:
    """The minimum wage, as the sheets give it."""
    return next(salaire for _, salaire in salaries() if salaire.cadre == "smic")


def test_every_sheet_gives_the_same_minimum_wage(smic: Salaire):
    others = {slug for slug, salaire in salaries() if salaire.cadre == "smic" and salaire.debutant != smic.debutant}
    assert not others
    assert len({str(salaire.date) for _, salaire in salaries() if salaire.cadre == "smic"}) == 1


def test_no_private_pay_starts_below_the_minimum_wage(smic: Salaire):
    assert smic.debutant is not None
    private = [(slug, salaire.debutant) for slug, salaire in salaries() if salaire.statut not in PUBLIC and salaire.debutant]
    assert private
    assert [slug for slug, debutant in private if debutant < smic.debutant] == []


def test_pay_worked_out_from_indices_is_worked_out_right():
    worked_out = [(slug, salaire, found) for slug, salaire in salaries() if (found := INDICES.search(salaire.primes or ""))]
    assert len(worked_out) > 5
    for slug, salaire, found in worked_out:
        point = float(found[3].replace(",", "."))
        bonus = 49 if re.search(r"49\spoints", str(salaire.primes)) else 0
        expected = [(int(index) + bonus) * point for index in found.group(1, 2)]
        assert [float(salaire.debutant or 0), float(salaire.experimente or 0)] == pytest.approx(expected, abs=1), slug
