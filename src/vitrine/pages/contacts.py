"""Contacts: whom to call, by kind and by territory."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from .filters import Filtre, alphabetical, choices, filter_pages
from .page import Page, every_language, said

FILTRES = (
    Filtre("type", "types-contact", lambda c: [c.fr.type]),
    Filtre("territoire", "departements", lambda c: c.fr.departements),
)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The index groups contacts by whom they serve; filters by kind and by département."""
    fiches = alphabetical(catalogue.contacts.values())
    groups = {filtre.nom: choices(catalogue, filtre, fiches) for filtre in FILTRES}
    channels = choices(catalogue, Filtre("canal", "canaux", lambda c: [c.fr.canal]), fiches)
    yield Page(
        "contacts/", "contacts.html", said(catalogue, "contacts.titre"), said(catalogue, "contacts.description"),
        section="contacts", langues=every_language(catalogue),
        donnees={
            "index": True, "groupes": groups, "canaux": channels, "fiches": fiches,
            "vide": bool(catalogue.plateforme) and not fiches,
        },
    )  # fmt: skip
    for options in groups.values():
        yield from filter_pages(catalogue, "contacts", options, "contacts-liste.html")
