"""Calendars (RFC 5545): one file an event, one for the whole agenda."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta, timezone

from icalendar import Calendar, Event

from ..catalogue import Catalogue, Fiche
from ..model.evenement import Evenement
from ..prose import plain

USUAL_LENGTH = timedelta(hours=2)


def calendar(catalogue: Catalogue, fiches: Iterable[Fiche[Evenement]], site_url: str) -> bytes:
    """The calendar of some events; hours in UTC, addresses absolute."""
    made = Calendar()
    made.add("prodid", "-//Vitrine//Agenda//FR")
    made.add("version", "2.0")
    for fiche in fiches:
        made.add_component(event(catalogue, fiche, site_url))
    return bytes(made.to_ical())


def event(catalogue: Catalogue, fiche: Fiche[Evenement], site_url: str) -> Event:
    """One event. UID and stamp depend only on the record, so that a new build does not double it in people's agendas."""
    record, made = fiche.fr, Event()
    url = f"{site_url}agenda/{fiche.slug}/"
    made.add("uid", f"{fiche.slug}@{site_url.rsplit('//', maxsplit=1)[-1].split('/', maxsplit=1)[0]}")
    made.add("dtstamp", datetime.combine(record.verifie_le, time(), timezone.utc))
    made.add("dtstart", record.debut.astimezone(timezone.utc))
    made.add("dtend", (record.fin or record.debut + USUAL_LENGTH).astimezone(timezone.utc))
    made.add("summary", ("Annulé – " if record.annule else "") + record.titre)
    made.add("description", plain(record.description))
    made.add("url", url)
    if record.annule:
        made.add("status", "CANCELLED")
    if record.lieu:
        place = record.lieu
        made.add(
            "location",
            ", ".join(part for part in (place.nom, place.voie, f"{place.code_postal or ''} {place.commune}".strip()) if part),
        )
    return made
