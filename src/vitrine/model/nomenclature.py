"""Nomenclature: a closed vocabulary, code → label and description, that the national team edits."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from .base import Modele, facultatif, requis
from .common import Source
from .faults import fault, quoted
from .fields import Ligne, Phrase, Slug, Titre, check_text
from .values import Entier


def check_code(value: str) -> str:
    """Codes are slugs, or those of a public register (2A, J1501)."""
    if not re.fullmatch(r"[A-Za-z0-9]+(?:-[a-z0-9]+)*", value):
        raise fault(f"{quoted(value)} n'est pas un code.", "Lettres sans accent, chiffres et tirets.")
    return value


CodeTerme = Annotated[str, BeforeValidator(check_text), AfterValidator(check_code)]


class Terme(Modele):
    """One entry of a vocabulary."""

    libelle: Titre = requis("Libellé", "Ce que le visiteur lit.", "Personnes âgées")
    description: Phrase | None = facultatif("Description", "Ce que cela veut dire.", "Personnes de 60 ans et plus.")
    icone: Ligne | None = facultatif("Icône", "Nom d'une icône de Material.", "material/home-heart")
    region: Ligne | None = facultatif("Région", "Pour un département.", "Normandie")
    ligne: Entier | None = facultatif("Ligne", "Pour un département : rangée de la carte en tuiles.", "3")
    colonne: Entier | None = facultatif("Colonne", "Pour un département : colonne de la carte en tuiles.", "4")


class Nomenclature(Modele):
    """A closed vocabulary."""

    titre: Titre = requis("Titre", "Le nom du vocabulaire.", "Publics accompagnés")
    source: Source | None = facultatif("Source", "D'où viennent les codes.")
    termes: dict[CodeTerme, Terme] = requis("Termes", "Code, puis libellé et description.")


SlugNomenclature = Slug
