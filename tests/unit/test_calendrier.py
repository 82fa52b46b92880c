"""Calendars are read back as people's agendas read them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timezone

import pytest
from icalendar import Calendar

from unit.catalogues import demonstration, evenement, national
from vitrine.exports import calendrier

SITE = "https://exemple.fr/site/"


def agenda(*fiches, jour=date(2026, 11, 22)):
    """The events of a calendar, read again."""
    content = calendrier.calendar(replace(national(), aujourd_hui=jour), fiches, SITE)
    return Calendar.from_ical(content).walk("VEVENT")


@pytest.mark.parametrize(("debut", "hour"), [("2027-01-16 14:00", 13), ("2027-07-01 14:00", 12)], ids=["hiver", "été"])
def test_hours_are_in_utc(debut, hour):
    (event,) = agenda(evenement(debut=debut, fin=None))
    assert event["DTSTART"].dt == datetime(int(debut[:4]), int(debut[5:7]), int(debut[8:10]), hour, tzinfo=timezone.utc)
    assert event["DTEND"].dt.hour == hour + 2
    assert event["DTSTART"].to_ical().endswith(b"0000Z")


def test_an_event_says_what_where_and_at_which_address():
    (event,) = agenda(
        evenement(titre="Forum, café ; thé", lieu={"nom": "Halle", "voie": "1 rue A", "code_postal": "01000", "commune": "Bourg"})
    )
    assert event["SUMMARY"] == "Forum, café ; thé"
    assert event["LOCATION"] == "Halle, 1 rue A, 01000 Bourg"
    assert event["DESCRIPTION"] == "Un forum."
    assert event["URL"] == f"{SITE}agenda/forum/"
    assert "STATUS" not in event


def test_a_cancelled_event_says_so():
    (event,) = agenda(evenement(annule="oui"))
    assert event["STATUS"] == "CANCELLED"
    assert event["SUMMARY"] == "Annulé – Forum"


def test_an_event_keeps_its_uid_whatever_changes():
    first = agenda(evenement())[0]
    later = agenda(evenement(titre="Grand forum", debut="2027-02-01 09:00", annule="oui"), jour=date(2027, 1, 1))[0]
    assert first["UID"] == later["UID"] == "forum@exemple.fr"
    assert first["DTSTAMP"].dt == datetime(2026, 11, 22, tzinfo=timezone.utc)


def test_a_calendar_is_the_same_on_another_day():
    days = [
        calendrier.calendar(replace(national(), aujourd_hui=day), [evenement()], SITE)
        for day in (date(2026, 1, 1), date(2027, 1, 1))
    ]
    assert days[0] == days[1]


def test_the_whole_agenda_is_readable():
    events = agenda(*demonstration().evenements.values())
    assert len({event["UID"] for event in events}) == len(demonstration().evenements) > 5
    assert all(event["DTEND"].dt > event["DTSTART"].dt for event in events)
