"""One profession on one A4 side."""

from __future__ import annotations

from ..assembly import Site
from ..catalogue import Fiche
from ..model.metier import Metier
from .papier import Papier
from .valeurs import common_files, files_of, page_of, paper_values, shown

DENSITES = ("aere", "serre", "tres-serre", "court")
"""From the roomiest to the tightest, as the templates and the stylesheet name them; only the last leaves parts out."""


def sheet(site: Site, fiche: Fiche[Metier], langue: str) -> Papier:
    """The paper of one profession."""
    template = site.environment.get_template("pdf/fiche.html")
    values = {**paper_values(site, page_of(site, fiche), langue), "feuille": shown(site, fiche, langue)}
    variantes = tuple(template.render(values, densite=densite) for densite in DENSITES)
    return Papier(variantes, {**common_files(site, "fiche"), **files_of(site, [fiche], langue)}, pages=1)
