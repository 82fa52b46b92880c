"""Days, loose dates, instants and hours, read as French people write them."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from vitrine.model.values import PARIS, DateSouple, Heure, Instant, Jour, read_date, read_hour

FRENCH = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    "text", ["2027-04-03", "03/04/2027", "3/4/2027", "03.04.2027", "3 avril 2027", "3 AVRIL 2027", "03 avril 2027"]
)
def test_a_day_is_read_day_first(lecture, text):
    assert lecture(Jour, text) == date(2027, 4, 3)


@pytest.mark.parametrize(("number", "name"), list(enumerate(FRENCH, start=1)), ids=FRENCH)
def test_a_month_is_read_with_or_without_its_accent(lecture, number, name):
    bare = name.translate(str.maketrans("éû", "eu"))
    assert lecture(Jour, f"1er {name} 2027") == lecture(Jour, f"1 {bare} 2027") == date(2027, number, 1)


@pytest.mark.parametrize(
    "text",
    ["2027-02-29", "31/04/2027", "00/01/2027", "0000-01-01", "2027", "avril 2027", "3 avrl 2027", "04-03-2027", "27/04/03"],
)
def test_a_day_that_does_not_exist_is_refused(refus, text):
    assert refus(Jour, text) == f"date impossible\u00a0: «\u00a0{text}\u00a0». Écrivez AAAA-MM-JJ, par exemple 2027-01-15."


@given(DAYS)
def test_every_day_reads_the_same_in_its_three_layouts(day):
    written = [day.isoformat(), f"{day:%d/%m/}{day.year}", f"{day.day} {FRENCH[day.month - 1]} {day.year}"]
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
        ("2027-01-16 14:30+0530", "2027-01-16T10:00:00+01:00"),
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


@pytest.mark.parametrize("sign", [":", "h", "H", " h "])
@pytest.mark.parametrize(("hour", "minute"), [(0, 0), (7, 5), (9, 30), (23, 59)])
def test_every_hour_is_kept_on_two_digits(hour, minute, sign):
    assert read_hour(f"{hour}{sign}{minute:02}") == f"{hour:02}:{minute:02}"


def test_a_whole_hour_may_stop_at_its_letter(lecture):
    assert lecture(Heure, "9h") == "09:00"


@pytest.mark.parametrize("text", ["24:00", "12:60", "570", "9", "midi", "9:5"])
def test_an_hour_that_does_not_exist_is_refused(refus, text):
    assert refus(Heure, text) == f"heure impossible\u00a0: «\u00a0{text}\u00a0». Écrivez 09:30."
