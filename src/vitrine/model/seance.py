"""Seance: a lesson that a teacher can give as it stands: its course, its pupil sheet, its answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, model_validator

from ..problems import plural
from .base import Modele, facultatif, liste, requis
from .common import Suivi
from .faults import fault, quoted
from .fields import Accroche, Code, Liste, Phrase, Renvoi, Texte, Titre, check_text
from .values import Entier

PAGE = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+")
LIGNES_AU_PLUS = 15
BROUILLON = "brouillon"
PROFESSIONNELS = "professionnels-orientation"
"""The level of lessons that adults give to adults: apart from classes."""


def check_page(value: str) -> str:
    """The address of a page of the site, within a language."""
    if not PAGE.fullmatch(value):
        raise fault(f"{quoted(value)} n'est pas l'adresse d'une page du site.", "Par exemple chiffres-du-secteur/.")
    return value


AdressePage = Annotated[str, BeforeValidator(check_text), AfterValidator(check_page)]


class Temps(Modele):
    """One part of the lesson; it begins when the one before ends."""

    duree: Entier = requis("Durée", "En minutes.", "10")
    titre: Titre = requis("Titre", "Ce que l'on fait, en quelques mots.", "Lire une fiche métier")
    modalite: Annotated[str, Code("modalites-seance")] = requis("Modalité", "Classe entière, groupes, seul …", "groupes")
    texte: Texte = requis("Texte", "Les consignes, comme à une personne qui remplace.", "Distribuez une fiche par groupe.")


class Activite(Modele):
    """One question of the pupil sheet, with its answer: none goes without."""

    consigne: Phrase = requis("Consigne", "Ce que l'élève doit faire.", "Notez trois gestes de ce métier.")
    aide: Phrase | None = facultatif("Aide", "Une phrase de plus, si besoin.", "Cherchez dans « Une journée ».")
    lignes: Entier = facultatif("Lignes", "Nombre de lignes vides à imprimer.", "3", 0)
    choix: Liste[Titre] = liste("Choix", "Des réponses à cocher.", "Vrai")
    colonnes: Liste[Titre] = liste("Colonnes", "Les titres des colonnes d'un tableau à remplir.", "Ce qui plaît")
    rangees: Liste[Titre] = liste("Rangées", "Les titres de ses rangées.", "Métier 1")
    metiers: Liste[Annotated[str, Renvoi("metiers")]] = liste("Métiers", "Les fiches à lire pour répondre.", "aide-soignant")
    corrige: Texte = requis("Corrigé", "La réponse, ou ce qu'une bonne réponse contient.", "Réponse libre.")

    @model_validator(mode="after")
    def check_shape(self) -> Activite:
        """A table has rows and columns; a sheet stays within two pages."""
        if bool(self.colonnes) != bool(self.rangees):
            raise fault("un tableau a des colonnes et des rangées.", "Donnez les deux, ou aucune.", "colonnes")
        if self.lignes > LIGNES_AU_PLUS:
            raise fault(f"plus de {LIGNES_AU_PLUS} lignes vides.", "La fiche élève tient sur deux pages.", "lignes")
        return self


class Variante(Modele):
    """The same lesson for pupils who need it given otherwise."""

    public: Annotated[str, Code("variantes-seance")] = requis("Public", "SEGPA, ULIS, UPE2A …", "segpa")
    texte: Texte = requis("Texte", "Ce qui change.", "Une seule fiche pour toute la classe, lue à voix haute.")


class Seance(Suivi):
    """A lesson."""

    titre: Titre = requis("Titre", "Le titre de la séance.", "Un métier à la loupe")
    accroche: Accroche = requis("Accroche", "La séance en une phrase.", "Les élèves lisent une fiche et la présentent.")
    niveaux: Liste[Annotated[str, Code("niveaux-scolaires")]] = requis("Niveaux", "Pour quelles classes.", "3e")
    duree_minutes: Entier = requis("Durée", "En minutes.", "55")
    avenir: Liste[Annotated[str, Code("parcours-avenir")]] = liste("Parcours Avenir", "Objectifs du parcours.", "decouvrir")
    competences: Liste[Annotated[str, Code("competences-orientation")]] = liste(
        "Compétences", "Compétences à s'orienter que la séance travaille.", "deconstruire"
    )
    objectifs: Liste[Phrase] = requis("Objectifs", "Ce que les élèves sauront faire.", "Lire une fiche métier.")
    materiel: Liste[Phrase] = liste("Matériel", "Ce qu'il faut dans la salle.", "Une fiche élève par personne.")
    preparation: Liste[Phrase] = liste("Préparation", "Ce qui se fait avant, dans l'ordre.", "Imprimez les fiches.")
    deroule: list[Temps] = requis("Déroulé", "Les temps de la séance ; leurs durées font la durée totale.")
    fiche_eleve: list[Activite] = requis("Fiche élève", "Les questions, dans l'ordre, avec leur corrigé.")
    evaluation: Texte | None = facultatif("Évaluation", "Ce que l'on regarde, et comment.", "L'élève cite deux métiers.")
    variantes: list[Variante] = liste("Variantes", "Pour qui la séance se donne autrement.")
    egalite: Texte | None = facultatif(
        "Filles et garçons", "Les stéréotypes que la séance rencontre, et quoi en faire.", "Citez chaque métier aux deux genres."
    )
    avant: Texte | None = facultatif("Avant", "Ce qui prépare la séance, les jours d'avant.", "Demandez un nom de métier.")
    apres: Texte | None = facultatif("Après", "Comment la prolonger.", "Chaque élève choisit une fiche à garder.")
    metiers: Liste[Annotated[str, Renvoi("metiers")]] = liste("Métiers", "Les fiches à imprimer ou à ouvrir.", "aide-soignant")
    pages: Liste[AdressePage] = liste("Pages", "Autres pages du site dont on se sert.", "chiffres-du-secteur/")

    @model_validator(mode="after")
    def check_minutes(self) -> Seance:
        """The parts fill the lesson, no more and no less; a draft may still have gaps."""
        total = sum(temps.duree for temps in self.deroule)
        if total != self.duree_minutes and self.statut != BROUILLON:
            raise fault(
                f"le déroulé compte {plural(total, 'minute')}, la séance en dure {self.duree_minutes}.",
                "Corrigez les durées du déroulé, ou duree_minutes.",
                "deroule",
            )
        return self

    @property
    def pour_adultes(self) -> bool:
        """Whether the lesson is for professionals, not for a class."""
        return self.niveaux == [PROFESSIONNELS]

    @property
    def minutage(self) -> Iterator[tuple[int, int, Temps]]:
        """Each part with the minutes between which it stands."""
        end = 0
        for temps in self.deroule:
            start, end = end, end + temps.duree
            yield start, end, temps
