"""Feeds and contact cards are read back as the programs of their readers read them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree as xml

import pytest
import vobject

from unit.catalogues import addresses, avec, demonstration, evenement, fiche, national, plan_demonstration
from vitrine.catalogue import Fiche
from vitrine.exports.cartes import card
from vitrine.exports.flux import ENTRIES_AT_MOST, EVENTS, NEWS, feeds
from vitrine.merging import NATIONAL
from vitrine.model.evenement import Actualite
from vitrine.source.document import Document

SITE = "https://exemple.fr/site/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
VIDE = replace(national(), fiches={**national().fiches, "actualites": {}, "agenda": {}})
SOURCE = {"titre": "Guide", "date": "2026"}


def read(catalogue, address):
    """The feed at an address."""
    return xml.fromstring(dict(feeds(catalogue, SITE))[address])


def said(node, name):
    found = node.find(f"a:{name}", ATOM)
    assert found is not None and found.text
    return found.text


def actualite(slug, **champs):
    base = {"titre": "Nouvelle", "genre": "actualite", "date": "2026-11-02", "accroche": "**Une** phrase.", "texte": "Un texte."}
    return Fiche("actualites", slug, {"fr": Actualite(**base | champs)}, Document(f"{slug}.yml"), NATIONAL)


@pytest.mark.parametrize("address", [NEWS, EVENTS])
def test_a_feed_has_all_that_the_standard_asks(address):
    root = read(demonstration(), address)
    entries = root.findall("a:entry", ATOM)
    identifiers = [said(node, "id") for node in (root, *entries)]
    assert len(entries) > 3 and len(set(identifiers)) == len(identifiers)
    assert said(root.find("a:author", ATOM), "name") == "Autonomie Val-Fictif"
    assert [node.get("href") for node in root.findall("a:link[@rel='self']", ATOM)] == [SITE + address]
    for node in (root, *entries):
        assert said(node, "title") and datetime.fromisoformat(said(node, "updated")).tzinfo
    assert all(said(entry, "summary") for entry in entries)
    assert said(root, "updated") == max(said(entry, "updated") for entry in entries)


@pytest.mark.parametrize("address", [NEWS, EVENTS])
def test_each_entry_leads_to_its_page(address):
    links = [node.get("href") for node in read(demonstration(), address).findall("a:entry/a:link", ATOM)]
    assert {urlsplit(link).path.removeprefix("/site/") for link in links} <= addresses(plan_demonstration())


def test_the_latest_news_comes_first_and_old_ones_leave():
    pieces = [actualite(f"n-{n:03}", date=f"20{10 + n // 12}-{1 + n % 12:02}-01") for n in range(60)]
    entries = read(avec(VIDE, "actualites", *pieces), NEWS).findall("a:entry", ATOM)
    assert said(entries[0], "id") == f"{SITE}actualites/n-059/" and len(entries) == ENTRIES_AT_MOST


def test_an_event_says_its_day_and_that_it_is_cancelled_and_a_past_one_is_not_told():
    catalogue = avec(VIDE, "agenda", evenement(annule="oui"), evenement("vieux", debut="2020-01-16 14:00"))
    titles = [said(entry, "title") for entry in read(catalogue, EVENTS).findall("a:entry", ATOM)]
    assert titles == ["16 janvier 2027\u00a0: Annulé – Forum"]


def test_a_feed_with_nothing_to_tell_is_not_made_and_none_depends_on_the_day_of_the_build():
    assert dict(feeds(VIDE, SITE)) == {}
    catalogue = avec(VIDE, "actualites", actualite("a"))
    assert dict(feeds(catalogue, SITE)) == dict(feeds(replace(catalogue, aujourd_hui=date(2027, 1, 1)), SITE))


def test_signs_of_xml_are_text():
    entry = read(avec(VIDE, "actualites", actualite("a", titre="<b> & ]]>", accroche="a < b")), NEWS).find("a:entry", ATOM)
    assert said(entry, "title") == "<b> & ]]>" and said(entry, "summary") == "a < b"


def contact(**champs):
    base = {"nom": "Accueil", "type": "plateforme", "canal": "public", "verifie_le": "2026-11-22", "source": SOURCE}
    return fiche("contacts", "accueil", **base | {"telephone": "01 99 00 12 34"} | champs)


def carte(record):
    """A card, read again."""
    return vobject.readOne(card(record, SITE).decode(), validate=True)


def test_a_card_says_how_to_reach_a_service():
    adresse = {"nom": "Maison", "voie": "1 rue A", "code_postal": "01000", "commune": "Bourg"}
    made = carte(contact(courriel="a@b.fr", site="https://b.fr/", adresse=adresse, horaires=["Le **lundi**", "Le jeudi"]))
    assert (made.version.value, made.fn.value, made.n.value.family, made.org.value) == ("3.0", "Accueil", "Accueil", ["Accueil"])
    assert (made.tel.value, made.email.value, made.url.value) == ("+33199001234", "a@b.fr", "https://b.fr/")
    place = made.adr.value
    assert (place.extended, place.street, place.code, place.city, place.country) == (
        "Maison",
        "1 rue A",
        "01000",
        "Bourg",
        "France",
    )
    assert made.note.value == "Le lundi\nLe jeudi" and made.rev.value == "20261122T000000Z"
    assert made.uid.value == f"{SITE}contacts/#contact-accueil"


def test_signs_of_a_card_are_text():
    made = carte(contact(nom="A; b, c \\ d: e", adresse={"voie": "1; 2", "commune": "Bourg"}))
    assert made.fn.value == made.n.value.family == "A; b, c \\ d: e"
    assert made.adr.value.street == "1; 2" and made.adr.value.city == "Bourg"


def test_long_lines_are_folded():
    content = card(contact(nom="É" * 90), SITE)
    assert max(map(len, content.split(b"\r\n"))) <= 75 and carte(contact(nom="É" * 90)).fn.value == "É" * 90


def test_every_contact_has_a_card_that_can_be_read():
    for record in demonstration().contacts.values():
        assert carte(record).fn.value == record.fr.nom
