"""A3 posters: what a profession or an event says from three metres away, and the code that leads to its page."""

from __future__ import annotations

from typing import Any

from ..assembly import Site
from ..catalogue import Fiche
from .papier import Papier
from .valeurs import common_files, files_of, page_of, paper_values, shown

DENSITES = ("aere", "serre", "tres-serre")
GABARITS = {"metiers": "pdf/affiche-metier.html", "agenda": "pdf/affiche-evenement.html"}


def poster(site: Site, fiche: Fiche[Any], langue: str) -> Papier:
    """The paper of a poster."""
    template = site.environment.get_template(GABARITS[fiche.genre])
    values = {**paper_values(site, page_of(site, fiche), langue), "feuille": shown(site, fiche, langue)}
    variantes = tuple(template.render(values, densite=densite) for densite in DENSITES)
    return Papier(variantes, {**common_files(site, "affiche"), **files_of(site, [fiche], langue)}, pages=1)
