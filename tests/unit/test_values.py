"""Typed values, read as French people write them."""

from __future__ import annotations

from datetime import date, datetime, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from vitrine.model.values import (
    MONTHS,
    PARIS,
    DateSouple,
    Entier,
    Heure,
    Instant,
    Jour,
    Niveau,
    Nombre,
    Oui,
    read_date,
    read_hour,
    read_number,
)

WORDS = {number: name for name, number in reversed(MONTHS.items())}
KINDS = {
    "oui": Oui,
    "nombre": Nombre,
    "entier": Entier,
    "niveau": Niveau,
    "jour": Jour,
    "date": DateSouple,
    "instant": Instant,
    "heure": Heure,
}
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize("text", ["oui", "Oui", " OUI ", "vrai", "true", "yes"])
def test_yes_is_read_in_french_and_as_yaml_rewrites_it(lecture, text):
    assert lecture(Oui, text) is True


@pytest.mark.parametrize("text", ["non", "Non", "faux", "False", "no"])
def test_no_is_read_in_french_and_as_yaml_rewrites_it(lecture, text):
    assert lecture(Oui, text) is False


@pytest.mark.parametrize("text", ["peut-être", "1", "0", "o", "on", "ouii"])
def test_any_other_word_is_neither_yes_nor_no(refus, text):
    said = f"«\u00a0oui\u00a0» ou «\u00a0non\u00a0» est attendu (lu\u00a0: «\u00a0{text}\u00a0»). Écrivez oui ou non."
    assert refus(Oui, text) == said


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1801,80", "1801.80"),
        ("1801.80", "1801.80"),
        ("1 801,80", "1801.80"),
        ("1\u202f801", "1801"),
        ("12\u00a0000\u00a0000", "12000000"),
        ("0", "0"),
        ("0012", "12"),
        ("1000000000000", "1000000000000"),
    ],
)
def test_a_number_is_read_with_a_comma_and_spaces(lecture, text, number):
    assert lecture(Nombre, text) == Decimal(number)


@pytest.mark.parametrize("text", ["12 €", "douze", "1.801,80", "0x10", "3 %", "1/2"])
def test_a_unit_or_a_word_is_not_a_number(refus, text):
    assert refus(Nombre, text) == f"nombre attendu (lu\u00a0: «\u00a0{text}\u00a0»). Chiffres seuls, sans unité."


@pytest.mark.parametrize("text", ["-3", "NaN", "sNaN", "Infinity", "-inf", "1000000000001", "1e999999999"])
def test_a_number_is_finite_positive_and_bounded(refus, text):
    assert refus(Nombre, text) == f"nombre positif attendu (lu\u00a0: «\u00a0{text}\u00a0»). Corrigez la valeur."


@given(st.integers(0, 10**12), st.sampled_from([" ", "\u00a0", "\u202f", ""]))
def test_any_whole_number_survives_its_thousands_separators(number, space):
    assert read_number(f"{number:,}".replace(",", space)) == number


@pytest.mark.parametrize(("text", "written"), [("34,5", 34.5), ("12", 12), ("12,0", 12)], ids=["decimal", "whole", "zero"])
def test_a_number_leaves_as_a_json_number(text, written):
    adapter = TypeAdapter(Nombre)
    dumped = adapter.dump_python(adapter.validate_python(text), mode="json")
    assert (dumped, type(dumped)) == (written, type(written))


@pytest.mark.parametrize(("text", "number"), [("20", 20), ("20,0", 20), ("1 540", 1540)])
def test_a_whole_number_may_be_written_with_a_zero_decimal(lecture, text, number):
    assert lecture(Entier, text) == number


def test_a_fraction_is_not_a_whole_number(refus):
    assert refus(Entier, "20,5") == "nombre entier attendu (lu\u00a0: «\u00a020,5\u00a0»). Retirez la partie décimale."


@pytest.mark.parametrize(("text", "level"), [("1", 1), ("8", 8), ("CAP", 3), ("bac", 4), ("Bac +2", 5), ("BAC+5", 7)])
def test_a_level_is_a_number_or_its_everyday_name(lecture, text, level):
    assert lecture(Niveau, text) == level


@pytest.mark.parametrize("text", ["0", "9", "12", "V", "licence", "-1"])
def test_a_level_goes_from_one_to_eight(refus, text):
    said = f"niveau inconnu\u00a0: «\u00a0{text}\u00a0». Niveau de 1 à 8 (3 CAP, 4 bac, 5 bac+2, 6 bac+3, 7 bac+5)."
    assert refus(Niveau, text) == said


@pytest.mark.parametrize(
    "text", ["2027-04-03", "03/04/2027", "3/4/2027", "03.04.2027", "3 avril 2027", "3 AVRIL 2027", "03 avril 2027"]
)
def test_a_day_is_read_day_first(lecture, text):
    assert lecture(Jour, text) == date(2027, 4, 3)


@pytest.mark.parametrize(("text", "month"), [("1er mai 2027", 5), ("1 août 2027", 8), ("1 aout 2027", 8), ("1 fevrier 2027", 2)])
def test_a_month_is_read_with_or_without_its_accent(lecture, text, month):
    assert lecture(Jour, text) == date(2027, month, 1)


@pytest.mark.parametrize(
    "text",
    ["2027-02-29", "31/04/2027", "00/01/2027", "0000-01-01", "2027", "avril 2027", "3 avrl 2027", "04-03-2027", "27/04/03"],
)
def test_a_day_that_does_not_exist_is_refused(refus, text):
    assert refus(Jour, text) == f"date impossible\u00a0: «\u00a0{text}\u00a0». Écrivez AAAA-MM-JJ, par exemple 2027-01-15."


@given(DAYS)
def test_every_day_reads_the_same_in_its_three_layouts(day):
    written = [day.isoformat(), f"{day:%d/%m/}{day.year}", f"{day.day} {WORDS[day.month]} {day.year}"]
    assert [read_date(text) for text in written] == [day, day, day]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("2022", "2022"),
        ("2022-09", "2022-09"),
        ("2022-09-22", "2022-09-22"),
        ("22/09/2022", "2022-09-22"),
        ("1er mai 2022", "2022-05-01"),
    ],
)
def test_a_loose_date_keeps_only_what_is_known(lecture, text, kept):
    assert lecture(DateSouple, text) == kept


@pytest.mark.parametrize("text", ["2022-13", "1822", "22", "2022-9", "2022-02-30", "20٢٢"])
def test_a_loose_date_is_still_a_possible_one(refus, text):
    assert refus(DateSouple, text) == f"date impossible\u00a0: «\u00a0{text}\u00a0». Écrivez AAAA-MM-JJ, par exemple 2027-01-15."


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2027-01-16 14:30", "2027-01-16T14:30:00+01:00"),
        ("2027-07-16 14:30", "2027-07-16T14:30:00+02:00"),
        ("2027-01-16T14:30:00", "2027-01-16T14:30:00+01:00"),
        ("2027-01-16 14h30", "2027-01-16T14:30:00+01:00"),
        ("2027-01-16 à 9h05", "2027-01-16T09:05:00+01:00"),
        ("2027-07-16T12:30:00Z", "2027-07-16T14:30:00+02:00"),
        ("2027-01-16 14:30-05:00", "2027-01-16T20:30:00+01:00"),
        ("2027-01-16", "2027-01-16T00:00:00+01:00"),
        ("16 janvier 2027", "2027-01-16T00:00:00+01:00"),
    ],
)
def test_an_instant_is_in_paris_time(lecture, text, iso):
    assert lecture(Instant, text).isoformat() == iso


@pytest.mark.parametrize(
    "text", ["2027-01-16 24:00", "2027-02-30 10:00", "2027-01-16 14:60", "14:30", "2027-01-16 14:30+25:00", "9999-12-31 23:59Z"]
)
def test_an_instant_that_does_not_exist_is_refused(refus, text):
    assert refus(Instant, text) == f"date et heure impossibles\u00a0: «\u00a0{text}\u00a0». Écrivez 2027-01-16 14:30."


@given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)).map(lambda when: when.replace(second=0, microsecond=0)))
def test_an_instant_given_in_utc_is_the_same_instant(when):
    utc = when.replace(tzinfo=timezone.utc)
    read = TypeAdapter(Instant).validate_python(utc.strftime("%Y-%m-%d %H:%MZ"))
    assert (read.astimezone(timezone.utc), read.tzinfo) == (utc, PARIS)


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from([":", "h", "H", " h "]))
def test_every_hour_is_kept_on_two_digits(hour, minute, sign):
    assert read_hour(f"{hour}{sign}{minute:02}") == f"{hour:02}:{minute:02}"


def test_a_whole_hour_may_stop_at_its_letter(lecture):
    assert lecture(Heure, "9h") == "09:00"


@pytest.mark.parametrize("text", ["24:00", "12:60", "570", "9", "midi", "9:5"])
def test_an_hour_that_does_not_exist_is_refused(refus, text):
    assert refus(Heure, text) == f"heure impossible\u00a0: «\u00a0{text}\u00a0». Écrivez 09:30."


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("", "texte vide. Écrivez une valeur ou supprimez la ligne."),
        (["1"], "un texte est attendu, une liste a été lue. Retirez le tiret ou les crochets."),
        ({"a": "1"}, "un texte est attendu, un bloc de champs a été lu. Mettez le texte entre guillemets."),
    ],
    ids=["nothing", "list", "block"],
)
def test_every_value_is_read_from_one_text(refus, kind, value, said):
    assert refus(kind, value) == said
