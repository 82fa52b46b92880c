"""News and events as Atom feeds (RFC 4287), for those who follow several sites from one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as xml

from ..catalogue import Catalogue
from ..formatting import long_date
from ..pages.accueil import site_name
from ..pages.agenda import coming
from ..prose import plain
from ..texts import Interface

ATOM = "http://www.w3.org/2005/Atom"
ENTRIES_AT_MOST = 50
NEWS, EVENTS = "actualites/actualites.atom", "agenda/agenda.atom"


@dataclass(frozen=True)
class Entree:
    """One piece of news, or one event. ``jour`` is when it was last said, never when it takes place."""

    adresse: str
    titre: str
    resume: str
    jour: date


def feeds(catalogue: Catalogue, site_url: str) -> Iterator[tuple[str, bytes]]:
    """(address, bytes) of each feed that has something to tell; in French, as the news are."""
    for address, entries in ((NEWS, news(catalogue)), (EVENTS, events(catalogue))):
        if entries:
            yield address, feed(catalogue, site_url, address, entries)


def news(catalogue: Catalogue) -> list[Entree]:
    """The latest news first."""
    found = sorted(catalogue.actualites.values(), key=lambda fiche: (fiche.fr.date, fiche.slug), reverse=True)
    return [Entree(f"actualites/{one.slug}/", one.fr.titre, plain(one.fr.accroche), one.fr.date) for one in found[:ENTRIES_AT_MOST]]


def events(catalogue: Catalogue) -> list[Entree]:
    """The events to come, the nearest first; a title says the day, since readers of feeds sort by another date."""
    return [
        Entree(
            f"agenda/{one.slug}/",
            f"{long_date(one.fr.debut.date(), 'fr')}\u00a0: {'Annulé – ' if one.fr.annule else ''}{one.fr.titre}",
            plain(one.fr.description),
            one.fr.verifie_le,
        )
        for one in coming(catalogue)[:ENTRIES_AT_MOST]
    ]


def feed(catalogue: Catalogue, site_url: str, address: str, entries: Sequence[Entree]) -> bytes:
    """One feed; its date is that of its latest entry, so that the same news always make the same file."""
    name, section = site_name(catalogue, "fr"), address.partition("/")[0]
    title = Interface(catalogue.textes, "fr").t(f"{section}.titre")
    xml.register_namespace("", ATOM)
    root = xml.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "fr"})
    head(root, site_url + address, f"{name} – {title}", max(entry.jour for entry in entries))
    link(root, site_url + address, "self", "application/atom+xml")
    link(root, f"{site_url}{section}/", "alternate", "text/html")
    author = xml.SubElement(root, f"{{{ATOM}}}author")
    text(author, "name", name)
    for entry in entries:
        node = xml.SubElement(root, f"{{{ATOM}}}entry")
        head(node, site_url + entry.adresse, entry.titre, entry.jour)
        link(node, site_url + entry.adresse, "alternate", "text/html")
        text(node, "summary", entry.resume)
    xml.indent(root)
    return bytes(xml.tostring(root, encoding="utf-8", xml_declaration=True))


def head(node: xml.Element, identifier: str, title: str, day: date) -> None:
    """What a feed and an entry both begin with."""
    text(node, "id", identifier)
    text(node, "title", title)
    text(node, "updated", f"{day.isoformat()}T00:00:00Z")


def link(node: xml.Element, href: str, rel: str, kind: str) -> None:
    """A link of a feed or of an entry."""
    xml.SubElement(node, f"{{{ATOM}}}link", {"rel": rel, "type": kind, "href": href})


def text(node: xml.Element, name: str, value: str) -> None:
    """An element that holds text."""
    xml.SubElement(node, f"{{{ATOM}}}{name}").text = value
