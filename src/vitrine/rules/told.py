"""Saying a problem about a record at the place of one of its fields."""

from __future__ import annotations

from typing import Any

from ..catalogue import Fiche
from ..checking import written
from ..problems import Probleme
from ..source.document import Chemin


def tell(fiche: Fiche[Any], path: Chemin, message: str, remede: str, grave: bool = True) -> Probleme:
    """A Probleme placed at ``path`` of the record's French file."""
    mark = fiche.document.marque(path)
    return Probleme(mark.fichier, mark.ligne, mark.colonne, written(path), message, remede, grave)
