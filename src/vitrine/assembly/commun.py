"""What the sites of a run share: the national facts, read once, and the templates with the pieces made of these alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment

from ..loading import Chargement, load_national
from ..memoire import OUBLI, Oubli
from ..racine import Racine
from ..rendering.environment import make_environment


@dataclass(frozen=True)
class Commun:
    """National facts and templates; no platform changes any of it."""

    national: Chargement
    environment: Environment
    memoire: Oubli = OUBLI
    """What has not changed since the site was last assembled, when it is for a preview."""


def read_common(racine: Racine, theme: Path, memoire: Oubli = OUBLI) -> Commun:
    """Read and check the national facts, and prepare the templates."""
    environment = memoire.same("gabarits", (), lambda: make_environment([racine.dossier / "overrides", theme]))
    return Commun(load_national(racine, memoire), environment, memoire)
