"""Constat: one thing that the report says of one sheet, under a rule whose code never changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from ..catalogue import Fiche
from ..problems import Probleme
from ..rules.told import tell
from ..source.document import Chemin


class Gravite(Enum):
    """What misleads fails; the rest only tells."""

    TROMPEUR = "trompeur"
    A_AMELIORER = "à améliorer"


@dataclass(frozen=True)
class Regle:
    """A rule of the report: its theme and its name for people."""

    theme: str
    titre: str


THEMES = {
    "sources": "Sources",
    "liens": "Liens",
    "lisibilite": "Lisibilité",
    "traductions": "Traductions",
    "mots": "Mots",
}
REGLES = {
    "fait-sans-source": Regle("sources", "Fait dont la source est introuvable"),
    "droit-sans-texte": Regle("sources", "Fait de droit sans texte ni fiche France compétences"),
    "certification-sans-source": Regle("sources", "Numéro de certification sans source"),
    "certification-echue": Regle("sources", "Certification arrivée à échéance"),
    "source-perimee": Regle("sources", "Fait ou source à relire"),
    "lien-rompu": Regle("liens", "Renvoi vers une fiche qui n'existe pas"),
    "lien-brouillon": Regle("liens", "Renvoi vers un brouillon"),
    "metier-sans-formation": Regle("liens", "Métier sans formation"),
    "formation-sans-metier": Regle("liens", "Formation sans métier"),
    "formation-muette": Regle("liens", "Formation qui ne nomme pas un métier qui la cite"),
    "metier-muet": Regle("liens", "Métier qui ne cite pas une formation qui le nomme"),
    "proche-sans-retour": Regle("liens", "Métier proche sans retour"),
    "metier-isole": Regle("liens", "Métier auquel aucun autre ne mène"),
    "phrases-longues": Regle("lisibilite", "Phrases longues"),
    "mots-longs": Regle("lisibilite", "Beaucoup de mots longs"),
    "passif": Regle("lisibilite", "Beaucoup de phrases au passif"),
    "traduction-perimee": Regle("traductions", "Traduction plus ancienne que le français"),
    "traduction-incomplete": Regle("traductions", "Traduction incomplète, montrée en français"),
    "traduction-sans-empreinte": Regle("traductions", "Traduction sans empreinte"),
    "mot-a-eviter": Regle("mots", "Mot à éviter"),
    "mot-hors-glossaire": Regle("mots", "Mot ou sigle absent du glossaire"),
}


@dataclass(frozen=True)
class Constat:
    """A rule, the sheet it is about, and the Probleme that tells where, what and the way out."""

    regle: str
    genre: str
    slug: str
    probleme: Probleme

    @property
    def gravite(self) -> Gravite:
        """Misleading, or only to be improved."""
        return Gravite.TROMPEUR if self.probleme.grave else Gravite.A_AMELIORER

    @property
    def fiche(self) -> str:
        """« metiers/aide-soignant »."""
        return f"{self.genre}/{self.slug}"

    @property
    def theme(self) -> str:
        """The theme of its rule."""
        return REGLES[self.regle].theme

    def softened(self) -> Constat:
        """The same, only to be improved."""
        return replace(self, probleme=replace(self.probleme, grave=False))


def note(fiche: Fiche[Any], regle: str, path: Chemin, message: str, remede: str, *, trompeur: bool = False) -> Constat:
    """A Constat at ``path`` of the sheet's French file."""
    return Constat(regle, fiche.genre, fiche.slug, tell(fiche, path, message, remede, grave=trompeur))
