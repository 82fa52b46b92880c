"""Comparaison: which fields of two professions stand side by side (``data/comparaisons/metiers.yml``)."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from .base import Modele, facultatif, liste, requis
from .context import suggestion
from .faults import fault, quoted
from .fields import Titre, check_text
from .metier import Metier
from .values import Oui
from .walk import EACH, prefixes

HIDDEN = frozenset({"statut", "notes", "empreinte"})


def fields_of_metier() -> list[str]:
    """Every field that can be compared, as it is written: acces.voies.formations."""
    paths = {".".join(part for part in path if part != EACH) for path in prefixes(Metier) if path[0] not in HIDDEN}
    return sorted(paths)


def check_field(value: str) -> str:
    """A field of a profession, public."""
    known = fields_of_metier()
    if value not in known:
        raise fault(f"{quoted(value)} n'est pas un champ de la fiche métier.", suggestion(value, known))
    return value


Champ = Annotated[str, BeforeValidator(check_text), AfterValidator(check_field)]


class LigneComparee(Modele):
    """One row."""

    titre: Titre = requis("Titre", "Ce que la ligne compare.", "Permis B")
    champ: Champ = requis("Champ", "Le champ de la fiche métier.", "conditions.permis")
    apercu: Oui = facultatif("Aperçu", "oui pour la mettre dans le tableau de tous les métiers.", "non", False)


class GroupeCompare(Modele):
    """Rows under a heading."""

    titre: Titre = requis("Titre", "Le thème des lignes.", "Salaire et conditions")
    lignes: list[LigneComparee] = liste("Lignes", "Ce qui est comparé.")


class Comparaison(Modele):
    """The rows of a comparison, in their order."""

    groupes: list[GroupeCompare] = liste("Groupes", "Les thèmes, dans l'ordre.")

    @property
    def apercu(self) -> list[LigneComparee]:
        """The few rows of the table that holds every profession."""
        return [ligne for groupe in self.groupes for ligne in groupe.lignes if ligne.apercu]
