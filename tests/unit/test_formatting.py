"""Dates, hours, numbers and money as each language writes them."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from vitrine import formatting

DIMANCHE = date(2026, 11, 22)


@pytest.mark.parametrize(("langue", "expected"), [("fr", "22 novembre 2026"), ("en", "22 November 2026"), ("ar", "22 نوفمبر 2026")])
def test_a_date_is_written_in_its_language(langue, expected):
    assert formatting.long_date(DIMANCHE, langue) == expected


@pytest.mark.parametrize(
    ("langue", "expected"),
    [("fr", "dimanche 22 novembre 2026"), ("en", "Sunday 22 November 2026"), ("ar", "الأحد 22 نوفمبر 2026")],
)
def test_a_day_is_named_before_its_date(langue, expected):
    assert formatting.week_date(DIMANCHE, langue) == expected


@pytest.mark.parametrize(("langue", "expected"), [("fr", "1er mars 2027"), ("en", "1 March 2027"), ("ar", "1 مارس 2027")])
def test_the_first_of_a_month_is_an_ordinal_in_french_only(langue, expected):
    assert formatting.long_date(date(2027, 3, 1), langue) == expected
    assert formatting.week_date(date(2027, 3, 1), langue).endswith(expected)


@pytest.mark.parametrize("day", [11, 21, 31])
def test_other_days_that_end_in_one_are_plain_numbers(day):
    assert formatting.long_date(date(2027, 3, day), "fr") == f"{day} mars 2027"


@pytest.mark.parametrize(
    ("value", "langue", "expected"),
    [
        ("2022", "fr", "2022"),
        ("2021-10", "fr", "octobre 2021"),
        ("2022-09-22", "fr", "22 septembre 2022"),
        ("2023-09-01", "fr", "1er septembre 2023"),
        ("2021-10", "en", "October 2021"),
        ("2021-10", "ar", "أكتوبر 2021"),
    ],
)
def test_a_loose_date_says_no_more_than_is_known(value, langue, expected):
    assert formatting.loose_date(value, langue) == expected


@pytest.mark.parametrize(
    ("value", "langue", "expected"),
    [
        (time(14, 30), "fr", "14\u00a0h\u00a030"),
        (time(9), "fr", "9\u00a0h"),
        (time(7, 5), "fr", "7\u00a0h\u00a005"),
        (time(0, 15), "fr", "0\u00a0h\u00a015"),
        (time(9), "en", "09:00"),
        (time(14, 30), "ar", "14:30"),
        (datetime(2027, 1, 16, 14, 30), "fr", "14\u00a0h\u00a030"),
    ],
)
def test_an_hour_has_no_needless_minutes_in_french(value, langue, expected):
    assert formatting.clock(value, langue) == expected


def test_an_hour_kept_as_text_is_written_alike():
    assert formatting.clock_text("07:30", "fr") == "7\u00a0h\u00a030"
    assert formatting.clock_text("07:30", "en") == "07:30"


@pytest.mark.parametrize(
    ("value", "langue", "expected"),
    [
        (5600, "fr", "5\u202f600"),
        (1234567, "fr", "1\u202f234\u202f567"),
        (Decimal("1801.5"), "fr", "1\u202f801,5"),
        (Decimal("34.8"), "en", "34.8"),
        (5600, "en", "5,600"),
        (5600, "ar", "5,600"),
        (0, "fr", "0"),
    ],
)
def test_a_number_sets_its_thousands_apart_in_western_digits(value, langue, expected):
    assert formatting.number(value, langue) == expected


@pytest.mark.parametrize(
    ("value", "langue", "expected"),
    [
        (1825, "fr", "1\u202f825\u00a0€"),
        (Decimal("1825.5"), "fr", "1\u202f826\u00a0€"),
        (Decimal("1825.40"), "en", "€1,825"),
        (1825, "ar", "1,825\u00a0€"),
    ],
)
def test_money_is_told_without_cents(value, langue, expected):
    assert formatting.euros(value, langue) == expected


@pytest.mark.parametrize(
    ("langue", "name", "direction"), [("fr", "Français", "ltr"), ("en", "English", "ltr"), ("ar", "العربية", "rtl")]
)
def test_a_language_names_itself_and_its_direction(langue, name, direction):
    assert formatting.own_name(langue) == name
    assert formatting.direction(langue) == direction


@pytest.mark.parametrize(
    ("langue", "forms"),
    [
        ("fr", ["one", "one", "other", "other", "other", "other"]),
        ("en", ["other", "one", "other", "other", "other", "other"]),
        ("ar", ["zero", "one", "two", "few", "many", "other"]),
    ],
)
def test_each_language_counts_with_its_own_forms(langue, forms):
    assert [formatting.plural_form(count, langue) for count in (0, 1, 2, 3, 11, 100)] == forms


@pytest.mark.parametrize(
    ("text", "expected"),
    [("À domicile", "à domicile"), ("Week-end", "week-end"), ("EHPAD", "EHPAD"), ("", "")],
)
def test_a_label_loses_its_capital_within_a_sentence_but_not_a_sigle(text, expected):
    assert formatting.uncapitalised(text) == expected
