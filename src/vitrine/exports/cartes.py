"""Contact cards (vCard 3.0, which every telephone reads): one file a contact, for an address book."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timezone
from typing import Any

from icalendar.parser import Contentline, Contentlines, Parameters
from icalendar.prop import vText, vUri

from ..catalogue import Fiche
from ..model.common import Adresse
from ..model.contact import Contact
from ..model.coordinates import international
from ..prose import plain


def card(fiche: Fiche[Contact], site_url: str) -> bytes:
    """The card of a service. Identifier and date depend only on the record: taken again, it replaces the one before."""
    lines: Any = Contentlines([line("BEGIN", "VCARD"), line("VERSION", "3.0"), *told(fiche, site_url), line("END", "VCARD")])
    return bytes(lines.to_ical())


def told(fiche: Fiche[Contact], site_url: str) -> Iterator[Contentline]:
    """What the record says, line by line. A service has a name and no first name."""
    record = fiche.fr
    yield line("N", record.nom, "", "", "", "")
    yield line("FN", record.nom)
    yield line("ORG", record.nom)
    if record.telephone:
        yield line("TEL", international(record.telephone), TYPE="WORK")
    if record.courriel:
        yield line("EMAIL", record.courriel, TYPE="WORK")
    if record.site or record.formulaire:
        yield line("URL", str(record.site or record.formulaire))
    if record.adresse:
        yield line("ADR", *postal(record.adresse), TYPE="WORK")
    if record.horaires:
        yield line("NOTE", "\n".join(plain(hours) for hours in record.horaires))
    yield line("UID", f"{site_url}contacts/#contact-{fiche.slug}")
    yield line("REV", datetime.combine(record.verifie_le, time(), timezone.utc).strftime("%Y%m%dT%H%M%SZ"))


def postal(place: Adresse) -> tuple[str, ...]:
    """The seven parts of an address: box, building, street, town, region, post code, country."""
    return ("", place.nom or "", place.voie or "", place.commune, "", place.code_postal or "", "France")


def line(name: str, *parts: str, **parameters: str) -> Contentline:
    """One property, its parts escaped one by one: a semicolon in a name does not shift the others."""
    value = ";".join(vText(part).to_ical().decode() for part in parts)
    made: Contentline = Contentline.from_parts(name, Parameters(parameters), vUri(value))
    return made
