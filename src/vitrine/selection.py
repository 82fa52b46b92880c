"""What of a catalogue may be seen: no draft, no testimony without a living consent, nothing the platform masks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .catalogue import Catalogue, Fiche

DRAFT = "brouillon"


def visible(catalogue: Catalogue) -> Catalogue:
    """The same catalogue without what must not be published."""
    masked = catalogue.plateforme.fr.masquer if catalogue.plateforme else None
    fiches = {
        genre: {
            slug: fiche
            for slug, fiche in records.items()
            if is_visible(fiche, catalogue) and not (masked and slug in getattr(masked, genre, ()))
        }
        for genre, records in catalogue.fiches.items()
        if not (masked and genre in masked.rubriques)
    }
    return replace(catalogue, fiches=fiches)


def is_visible(fiche: Fiche[Any], catalogue: Catalogue) -> bool:
    """Whether a record may be published today."""
    if getattr(fiche.fr, "statut", "") == DRAFT:
        return False
    return fiche.genre != "temoignages" or fiche.fr.is_publishable(catalogue.aujourd_hui)


def masked_sections(catalogue: Catalogue) -> frozenset[str]:
    """Sections of the site that the platform does not show."""
    return frozenset(catalogue.plateforme.fr.masquer.rubriques) if catalogue.plateforme else frozenset()


def languages(catalogue: Catalogue) -> tuple[str, ...]:
    """Languages of the site, French first; a platform chooses among those that the interface speaks."""
    spoken = [langue for langue in ("fr", "en", "ar") if langue in catalogue.textes]
    if catalogue.plateforme:
        record = catalogue.plateforme.fr
        wanted = set(record.langues or spoken) - set(record.masquer.langues)
        spoken = [langue for langue in spoken if langue in wanted or langue == "fr"]
    return tuple(spoken)
