"""Testimonies: the index and one page each."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from ..prose import plain
from .page import Page, every_language, of_fiche, said

DESCRIPTION_LENGTH = 155


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The index stands even when empty: it says how to testify."""
    fiches = list(catalogue.temoignages.values())
    yield Page(
        "temoignages/", "temoignages.html", said(catalogue, "temoignages.titre"), said(catalogue, "temoignages.description"),
        section="temoignages", langues=every_language(catalogue), donnees={"index": True, "fiches": fiches, "vide": not fiches},
    )  # fmt: skip
    for fiche in fiches:
        yield Page(
            f"temoignages/{fiche.slug}/", "temoignage.html", of_fiche(fiche, "titre"),
            {langue: summary(value) for langue, value in fiche.valeurs.items()},
            parent="temoignages/", section="temoignages", langues=frozenset(fiche.valeurs), fiche=fiche,
        )  # fmt: skip


def summary(record: object) -> str:
    """What a search engine shows: who speaks, and the beginning of what they say."""
    said_by = " · ".join(part for part in (getattr(record, "prenom", ""), getattr(record, "fonction", "") or "") if part)
    words = plain(getattr(record, "citation", "") or getattr(record, "presentation", "") or getattr(record, "titre", ""))
    return shorten(f"{said_by}\u00a0: {words}")


def shorten(text: str) -> str:
    """What fits a search result, cut between two words."""
    return text if len(text) <= DESCRIPTION_LENGTH else text[: DESCRIPTION_LENGTH - 1].rsplit(" ", 1)[0] + "…"
