"""Quiz: questions whose answers give points to professions, or scenes of care to think about. One or the other."""

from __future__ import annotations

from typing import Annotated

from pydantic import ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from .base import Modele, facultatif, liste, requis
from .common import Source, Suivi
from .context import context_of, suggestion
from .criteres import OUI_NON, Chemin, Points, criteres
from .faults import fault, quoted
from .fields import Accroche, Code, Ligne, Liste, Phrase, Texte, Titre
from .values import Entier, Oui

BROUILLON = "brouillon"


def one_of_two(first: str, second: str) -> PydanticCustomError:
    """Two fields of which just one must be given."""
    said = f"il faut «\u00a0{first}\u00a0» ou «\u00a0{second}\u00a0», l'un des deux."
    return fault(said, "Gardez l'un, retirez l'autre.", first)


class Effet(Modele):
    """What an answer gives to the professions that bear one of some values."""

    critere: Chemin = requis("Critère", "Un champ codé des fiches métiers.", "conditions.nuit")
    valeurs: Liste[Ligne] = requis("Valeurs", "Codes de ce champ : un métier qui en porte un a les points.", "souvent")
    points: Points = requis("Points", "De -10 à 10. Un nombre négatif compte contre le métier.", "-4")
    raison: Phrase = requis(
        "Raison", "Ce que le résultat dit à la personne ; {valeur} devient le libellé lu sur la fiche.", "On y travaille la nuit."
    )

    @model_validator(mode="after")
    def check_values(self, info: ValidationInfo) -> Effet:
        """Values are codes of the field's own vocabulary."""
        nomenclature = criteres()[self.critere].nomenclature
        known = context_of(info).codes.get(nomenclature) if nomenclature else OUI_NON
        if not self.valeurs:
            raise fault("aucune valeur.", "Donnez au moins un code.", "valeurs")
        for value in self.valeurs:
            if known is not None and value not in known:
                said = f"{quoted(value)} n'est pas une valeur de {self.critere} ({nomenclature or 'oui ou non'})."
                raise fault(said, suggestion(value, known), "valeurs")
        return self


class Selon(Modele):
    """One answer a value of a vocabulary: what is added to the vocabulary is added to the question."""

    critere: Chemin = requis("Critère", "Un champ codé des fiches métiers : chaque valeur devient une réponse.", "publics")
    points: Points = requis("Points", "De -10 à 10, pour les métiers qui portent la valeur cochée.", "6")
    raison: Phrase = requis(
        "Raison", "Ce que le résultat dit ; {valeur} devient le libellé de la valeur.", "Vous aimez : {valeur}."
    )

    @model_validator(mode="after")
    def check_vocabulary(self) -> Selon:
        """A yes or a no has no labels to make answers of."""
        if not criteres()[self.critere].nomenclature:
            raise fault("ce critère n'a pas de nomenclature.", "Écrivez vous-même les reponses.", "critere")
        return self


class Reponse(Modele):
    """One answer."""

    texte: Titre = requis("Texte", "La réponse, en une ligne.", "Non, jamais la nuit.")
    aide: Phrase | None = facultatif("Précision", "Une phrase de plus, si besoin.", "Par exemple le dimanche matin.")
    effets: list[Effet] = liste("Effets", "Les points qu'elle donne ; aucun si elle ne change rien.")


class Question(Modele):
    """One question; « peu importe » is always added to its answers."""

    texte: Titre = requis("Texte", "La question, simple, avec « vous ».", "Pouvez-vous travailler la nuit ?")
    aide: Phrase | None = facultatif("Aide", "Une phrase qui aide à répondre.", "Plusieurs réponses sont possibles.")
    plusieurs: Oui = facultatif("Plusieurs", "oui si l'on peut cocher plusieurs réponses.", "oui", False)
    reponses: list[Reponse] = liste("Réponses", "Deux au moins, ou rien si « selon » les donne.")
    selon: Selon | None = facultatif("Selon", "Une réponse par valeur d'un champ codé, à la place de « reponses ».")

    @model_validator(mode="after")
    def check_answers(self) -> Question:
        """Answers are written or drawn from a vocabulary, and at least one of them counts."""
        if bool(self.reponses) == bool(self.selon):
            raise one_of_two("reponses", "selon")
        if self.reponses and len(self.reponses) < 2:
            raise fault("une seule réponse.", "Donnez-en deux au moins.", "reponses")
        if self.reponses and not any(reponse.effets for reponse in self.reponses):
            raise fault("aucune réponse ne donne de points.", "Ajoutez effets: à l'une d'elles.", "reponses")
        return self


class Reaction(Modele):
    """One way to react to a scene: never right or wrong."""

    texte: Phrase = requis("Texte", "Ce que l'on ferait, avec « je ».", "Je lui propose de revenir plus tard.")
    pese: Phrase = requis(
        "Ce qui se pèse", "Ce qu'une personne du métier y verrait, pour et contre.", "Elle garde le choix du moment."
    )
    valeurs: Liste[Annotated[str, Code("valeurs")]] = requis("Valeurs", "Ce que cette réaction met en avant.", "choix")


class Scene(Modele):
    """A real situation of care."""

    titre: Titre = requis("Titre", "La scène en quelques mots.", "« Pas de douche aujourd'hui »")
    texte: Texte = requis("Texte", "La situation, en trois ou quatre phrases.", "Mme D. ne veut pas se laver ce matin.")
    reactions: list[Reaction] = requis("Réactions", "Trois ou quatre, toutes défendables.")
    discussion: Liste[Phrase] = liste("À discuter", "Des questions pour une classe.", "Que diriez-vous à sa fille ?")
    regle: Phrase | None = facultatif("Règle", "Ce que dit une loi ou une charte, avec sa source.", "La loi protège la vie privée.")
    source: Source | None = facultatif("Source", "Le texte de la règle.")

    @model_validator(mode="after")
    def check_choice(self) -> Scene:
        """There is something to choose between, each choice says what it values, and a rule has its source."""
        if self.regle and not self.source:
            raise fault("règle sans source.", "Ajoutez source:, ou retirez regle.", "regle")
        if len(self.reactions) < 2:
            raise fault("il faut au moins deux réactions.", "Ajoutez-en une, que l'on peut défendre aussi.", "reactions")
        if not all(reaction.valeurs for reaction in self.reactions):
            raise fault("une réaction sans valeur.", "Donnez à chacune au moins un code de la nomenclature valeurs.", "reactions")
        return self


class Quiz(Suivi):
    """A quiz. Nothing of what people answer leaves their browser."""

    titre: Titre = requis("Titre", "Le nom du quiz.", "Quel métier pour moi ?")
    accroche: Accroche = requis(
        "Accroche", "Le quiz en une phrase, 160 caractères au plus.", "Douze questions, des métiers à découvrir."
    )
    introduction: Texte | None = facultatif(
        "Introduction", "Ce qu'il faut savoir avant de commencer.", "Répondez sans trop réfléchir."
    )
    duree_minutes: Entier | None = facultatif("Durée", "En minutes, environ.", "5")
    bonus_premier: Entier = facultatif(
        "Point de plus", "Ajouté quand la valeur est la première que cite la fiche du métier.", "1", 0
    )
    questions: list[Question] = liste("Questions", "Pour classer les métiers.")
    scenes: list[Scene] = liste("Scènes", "Pour réfléchir à ses valeurs, à la place des questions.")

    @model_validator(mode="after")
    def check_kind(self) -> Quiz:
        """Questions or scenes, not both; a draft may have neither yet."""
        neither = not self.questions and not self.scenes and self.statut != BROUILLON
        if neither or (self.questions and self.scenes):
            raise one_of_two("questions", "scenes")
        return self
