"""Jeu: a game to print and play in class or at a forum; its cards and puzzles are drawn from the professions' sheets."""

from __future__ import annotations

from functools import cache
from typing import Annotated

from pydantic import model_validator

from .base import Modele, facultatif, liste, requis
from .common import Suivi
from .context import suggestion
from .criteres import criteres
from .faults import fault, quoted
from .fields import Accroche, Code, Ligne, Liste, Phrase, Renvoi, Texte, Titre
from .metier import Metier
from .seance import Variante
from .values import Entier
from .walk import EACH, leaves

OBJETS, ENQUETE = "objets", "enquete"
DEBUT, COMPTE, CHOIX = "debut", "compte", "choix"
STATIONS_AU_PLUS = 9


@cache
def comptes() -> frozenset[str]:
    """The lists of a profession's sheet, by path: what an answer may count."""
    return frozenset(
        ".".join(path[: path.index(EACH)]) for path in leaves(Metier) if EACH in path and path[0] not in Suivi.model_fields
    )


@cache
def choix() -> frozenset[str]:
    """The coded fields that bear one value at most, by path: what an answer may choose."""
    return frozenset(critere.chemin for critere in criteres().values() if EACH not in critere.patron)


class Objet(Modele):
    """A thing used at work, to be given back to a profession."""

    nom: Titre = requis("Nom", "L'objet, sans le métier.", "Lève-personne")
    usage: Phrase = requis("Usage", "À quoi il sert, en une phrase.", "Il soulève une personne de son lit.")
    metiers: Liste[Annotated[str, Renvoi("metiers")]] = requis(
        "Métiers", "Qui s'en sert ; le premier est celui que la fiche élève propose.", "auxiliaire-de-vie"
    )
    mot: Titre | None = facultatif("Mot de la fiche", "Le mot qui le montre dans la fiche de ces métiers.", "lève-personne")

    @model_validator(mode="after")
    def check_metiers(self) -> Objet:
        """An object without a profession has no answer."""
        if not self.metiers:
            raise fault("aucun métier.", "Donnez au moins un métier qui se sert de cet objet.", "metiers")
        return self


class Station(Modele):
    """A stop of the inquiry: a riddle whose answer, a digit, is read on a sheet when the site is built."""

    titre: Titre = requis("Titre", "Le nom de la station.", "Avant le lever du jour")
    metier: Annotated[str, Renvoi("metiers")] = requis("Métier", "La fiche posée à la station.", "aide-soignant")
    enigme: Phrase = requis("Énigme", "La question, sans la réponse.", "À quelle heure commence la journée racontée ?")
    calcul: Annotated[str, Code("calculs-enquete")] = requis("Calcul", "Comment la fiche donne le chiffre.", "debut")
    champ: Ligne | None = facultatif("Champ", "Pour « compte » et « choix » : le champ de la fiche.", "conditions.permis")
    a_demander: Phrase = requis(
        "À demander", "Une question libre pour la personne qui fait ce métier.", "Qu'est-ce qui vous a fait rester ?"
    )

    @model_validator(mode="after")
    def check_champ(self) -> Station:
        """A count needs a list, a choice needs a coded field of one value, the hour needs nothing."""
        known = {COMPTE: comptes(), CHOIX: choix()}.get(self.calcul)
        if known is None and self.champ:
            raise fault("ce calcul ne lit aucun champ.", "Retirez champ.", "champ")
        if known is not None and self.champ not in known:
            said = f"{quoted(self.champ)} ne convient pas à ce calcul." if self.champ else "il manque le champ à lire."
            near = suggestion(self.champ, known) if self.champ else ""
            raise fault(said, near or f"Champs admis\u00a0: {', '.join(sorted(known))}.", "champ")
        return self


class Jeu(Suivi):
    """A game."""

    titre: Titre = requis("Titre", "Le nom du jeu.", "Les cartes des métiers")
    accroche: Accroche = requis("Accroche", "Le jeu en une phrase.", "Une carte par métier, à trier, à deviner, à raconter.")
    genre: Annotated[str, Code("genres-jeu")] = requis("Genre", "Ce que le site imprime.", "cartes")
    niveaux: Liste[Annotated[str, Code("niveaux-scolaires")]] = requis("Niveaux", "Pour quelles classes.", "3e")
    duree_minutes: Entier = requis("Durée", "D'une partie, en minutes.", "30")
    participants: Titre = requis("Participants", "Combien d'élèves jouent.", "De 4 à 30 élèves, par équipes de quatre")
    objectifs: Liste[Phrase] = requis("Objectifs", "À quoi sert le jeu.", "Citer des métiers que l'on ne connaissait pas.")
    materiel: Liste[Phrase] = liste("Matériel", "Ce qu'il faut.", "Des ciseaux.")
    preparation: Liste[Phrase] = liste("Préparation", "Ce qui se fait avant, dans l'ordre.", "Imprimez recto verso.")
    regles: Liste[Phrase] = requis("Règles", "Comment on joue, dans l'ordre.", "Chaque équipe pioche une carte.")
    variantes: list[Variante] = liste("Variantes", "Pour qui le jeu se donne autrement.")
    egalite: Texte | None = facultatif(
        "Filles et garçons", "Les stéréotypes que le jeu rencontre, et quoi en faire.", "Lisez toujours les deux noms."
    )
    apres: Texte | None = facultatif("Après", "Comment le prolonger.", "Chaque élève garde une carte et lit la fiche.")
    metiers: Liste[Annotated[str, Renvoi("metiers")]] = liste(
        "Métiers", "Pour n'en garder que quelques-uns ; sans cette liste, le jeu les prend tous.", "aide-soignant"
    )
    nombre_cartes: Entier = facultatif("Nombre de cartes", "Pour « vrai-ou-faux » : cartes tirées, au plus.", "40", 40)
    objets: list[Objet] = liste("Objets", "Pour un jeu d'objets.")
    stations: list[Station] = liste("Stations", "Pour une enquête, dans l'ordre du code.")

    @model_validator(mode="after")
    def check_content(self) -> Jeu:
        """What the game is made of is there, and nothing that it would not print."""
        for champ, genre in (("objets", OBJETS), ("stations", ENQUETE)):
            if self.genre == genre and not getattr(self, champ):
                raise fault(f"un jeu «\u00a0{genre}\u00a0» a besoin de {champ}.", f"Ajoutez {champ}, ou changez de genre.", champ)
            if self.genre != genre and getattr(self, champ):
                raise fault(f"{champ} ne sert qu'au genre «\u00a0{genre}\u00a0».", f"Retirez {champ}, ou changez de genre.", champ)
        if len(self.stations) > STATIONS_AU_PLUS:
            raise fault(
                f"plus de {STATIONS_AU_PLUS} stations.", "Retirez-en\u00a0: la fiche élève tient sur deux pages.", "stations"
            )
        return self
