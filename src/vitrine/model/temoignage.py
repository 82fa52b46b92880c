"""Temoignage: someone speaks of their work. With consent, or as a link to what is already public; nothing else."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import ValidationInfo, model_validator

from .base import Modele, facultatif, liste, requis
from .common import Consentement, Media, QuestionReponse, Source, anciens
from .faults import fault
from .fields import Code, Ligne, Liste, Phrase, Renvoi, Slug, Texte, Titre
from .values import Entier, Jour

ADULT_AGE = 18


class Temoignage(Modele):
    """A testimony."""

    interdits: ClassVar[Mapping[str, str]] = {
        **Modele.interdits,
        "nom": "Retirez-le\u00a0: le prénom seul, jamais le nom de famille.",
        "photo": "Retirez-la\u00a0: un témoignage se publie sans image.",
    }
    titre: Titre = requis("Titre", "Le titre du témoignage.", "« J'ai trouvé ma place »")
    prenom: Ligne = requis("Prénom", "Le prénom seul, jamais le nom.", "Camille")
    fonction: Titre | None = facultatif("Fonction", "Le poste occupé.", "Aide à domicile")
    metier: Annotated[str, Renvoi("metiers")] | None = facultatif("Métier", "Identifiant du métier.", "aide-a-domicile")
    age: Entier | None = facultatif("Âge", "Sert à vérifier l'accord parental ; jamais publié.", "34")
    parcours: Phrase | None = facultatif("Parcours", "Ce que la personne faisait avant.", "Vendeuse pendant dix ans.")
    anciennete: Ligne | None = facultatif("Ancienneté", "Depuis combien de temps.", "3 ans")
    citation: Phrase | None = facultatif("Citation", "Ce que la personne dit.", "Je sais pourquoi je me lève le matin.")
    questions: list[QuestionReponse] = liste("Questions et réponses", "L'entretien.")
    media: Media | None = facultatif("Vidéo ou son", "Publié ailleurs.")
    themes: Liste[Annotated[str, Code("themes")]] = liste("Thèmes", "De quoi il est question.", "reconversion")
    consentement: Consentement | None = facultatif("Consentement", "Sans lui, rien n'est publié.")
    publication: Source | None = facultatif("Déjà publié", "La page publique où le témoignage se trouve : lien seul.")
    presentation: Texte | None = facultatif(
        "Présentation", "Deux phrases de contexte, écrites par vous.", "Camille travaille dans un service d'aide à domicile."
    )
    date: Jour | None = facultatif("Date", "Le jour du témoignage.", "2026-09-01")
    anciens_slugs: Liste[Slug] = anciens()

    @model_validator(mode="after")
    def check_consent(self, info: ValidationInfo) -> Temoignage:
        """Words or pictures need a consent that still holds; a minor needs a parent's; a link needs its source."""
        if self.consentement is None and self.publication is None:
            raise fault(
                "champ obligatoire absent\u00a0: le témoignage ne peut pas être publié.",
                "Ajoutez consentement: {date: 2026-09-01, forme: ecrit, echeance: 2029-09-01}, ou publication: {…}.",
                "consentement",
            )
        told = next((name for name in ("citation", "questions", "media") if getattr(self, name)), "")
        if self.consentement is None and told:
            raise fault(
                "paroles ou images sans consentement.",
                "Gardez le titre, le prénom et le lien (publication), ou ajoutez le consentement.",
                told,
            )
        self._check_age()
        return self

    def _check_age(self) -> None:
        minor = self.age is not None and self.age < ADULT_AGE
        if minor and not (self.consentement and self.consentement.parental):
            raise fault("personne mineure sans accord parental.", "Prénom seul et consentement.parental: oui.", "age")

    def is_publishable(self, day: datetime.date) -> bool:
        """A consent that has run out removes the testimony from the next build."""
        return self.consentement is None or self.consentement.echeance >= day
