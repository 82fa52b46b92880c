"""The national salaries agree with one another: one SMIC, one value of each point, and no start below the SMIC."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

import pytest

from unit.catalogues import national
from vitrine.model.metier import Salaire

CENT = Decimal("0.01")
POINTS = re.compile(r"indices? (?:majorés )?(?P<debut>\d+)(?: et|, puis) (?P<fin>\d+), point à (?P<point>[\d,]+)")
COMPLEMENT = re.compile(r"complément de traitement indiciaire de (?P<points>\d+) points")
COEFFICIENTS = re.compile(
    r"coefficients (?P<debut>\d+) et (?P<fin>\d+), point à (?P<point>[\d,]+) €, plus l’indemnité de (?P<taux>[\d,]+) %"
)


def salaires() -> Iterator[tuple[str, Salaire]]:
    """Every national salary, with the slug of its sheet."""
    for slug, fiche in national().metiers.items():
        for pay in fiche.fr.salaires:
            yield slug, pay


def said(pay: Salaire) -> str:
    """What is said beside the amounts, with plain spaces."""
    return re.sub(r"\s", " ", str(pay.primes or ""))


def number(text: str) -> Decimal:
    """A number written the French way."""
    return Decimal(text.replace(",", "."))


def smic() -> Decimal:
    """The amount of the first SMIC row; the others must say the same."""
    return next(Decimal(pay.debutant) for _, pay in salaires() if pay.cadre == "smic" and pay.debutant is not None)


def worked_out(pay: Salaire) -> tuple[Decimal, Decimal] | None:
    """The two amounts that the calculation told to the reader gives."""
    text = said(pay)
    if found := COEFFICIENTS.search(text):
        value = number(found["point"]) * (1 + number(found["taux"]) / 100)
    elif found := POINTS.search(text):
        value = number(found["point"])
    else:
        return None
    more = int(complement["points"]) if (complement := COMPLEMENT.search(text)) else 0
    start, end = (((int(found[part]) + more) * value).quantize(CENT, ROUND_HALF_UP) for part in ("debut", "fin"))
    return max(start, smic()), end


def test_the_smic_is_the_same_amount_at_the_same_date_on_every_sheet():
    assert len({(str(pay.debutant), str(pay.date)) for _, pay in salaires() if pay.cadre == "smic"}) == 1


def test_no_full_time_pay_starts_below_the_smic():
    low = {slug: pay.debutant for slug, pay in salaires() if pay.debutant is not None and Decimal(pay.debutant) < smic()}
    assert low == {}


def test_a_point_has_one_value_in_each_frame():
    values: dict[str, set[str]] = {}
    for _, pay in salaires():
        values.setdefault(pay.cadre, set()).update(re.findall(r"point à ([\d,]+)", said(pay)))
    assert {cadre: found for cadre, found in values.items() if len(found) > 1} == {}


@pytest.mark.parametrize(("slug", "pay"), [row for row in salaires() if worked_out(row[1])])
def test_the_calculation_told_gives_the_amounts_shown(slug, pay):
    assert (Decimal(pay.debutant).quantize(CENT), Decimal(pay.experimente).quantize(CENT)) == worked_out(pay)


def test_every_point_told_to_the_reader_comes_with_a_calculation_that_can_be_redone():
    assert [slug for slug, pay in salaires() if "point à" in said(pay) and worked_out(pay) is None] == []
