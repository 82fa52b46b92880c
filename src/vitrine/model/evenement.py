"""Evenement (something to attend) and Actualite (news or a press release)."""

from __future__ import annotations

from typing import Annotated

from pydantic import model_validator

from .base import Modele, facultatif, liste, requis
from .common import Adresse, Coordonnees, Document, Source, anciens
from .coordinates import Url
from .faults import fault
from .fields import Accroche, Code, Ligne, Liste, Phrase, Renvoi, Slug, Texte, Titre
from .values import Entier, Instant, Jour, Oui


class Evenement(Modele):
    """An event, in Paris time."""

    titre: Titre = requis("Titre", "Le nom de l'événement.", "Café de l'aide à domicile")
    type: Annotated[str, Code("types-evenement")] = requis("Type", "Forum, portes ouvertes, café …", "forum")
    description: Texte = requis("Description", "Ce qui s'y passe.", "Des professionnels répondent à vos questions.")
    debut: Instant = requis("Début", "Jour et heure de Paris.", "2027-01-16 14:00")
    fin: Instant | None = facultatif("Fin", "Jour et heure de Paris.", "2027-01-16 17:00")
    lieu: Adresse | None = facultatif("Lieu", "Où.")
    lien: Url | None = facultatif("Lien", "Pour un événement en ligne, ou la page qui en parle.", "https://www.exemple.fr/")
    publics: Liste[Annotated[str, Code("publics-vises")]] = liste("Publics", "Pour qui.", "demandeur-emploi")
    metiers: Liste[Annotated[str, Renvoi("metiers")]] = liste("Métiers", "Métiers présentés.", "aide-a-domicile")
    inscription: Coordonnees | None = facultatif("Inscription", "Comment s'inscrire.")
    jauge: Entier | None = facultatif("Jauge", "Nombre de places.", "40")
    organisateurs: Liste[Ligne] = liste("Organisateurs", "Qui organise.", "Département de l'Exemple")
    accessibilite: Phrase | None = facultatif("Accessibilité", "Accès, LSF, boucle magnétique …", "Salle accessible en fauteuil.")
    gratuit: Oui | None = facultatif("Gratuit", "oui ou non.", "oui")
    annule: Oui = facultatif("Annulé", "oui si l'événement n'aura pas lieu.", "non", False)
    verifie_le: Jour = requis("Vérifié le", "Le jour de la vérification.", "2026-11-22")
    source: Source | None = facultatif("Source", "Où il a été annoncé.")
    anciens_slugs: Liste[Slug] = anciens()

    @model_validator(mode="after")
    def check_order(self) -> Evenement:
        """An event ends after it begins, and takes place somewhere."""
        if self.fin and self.fin <= self.debut:
            raise fault("la fin précède le début.", "Corrigez debut ou fin.", "fin")
        if not self.lieu and not self.lien:
            raise fault("ni lieu ni lien.", "Ajoutez lieu: ou lien:.", "lieu")
        return self


class Actualite(Modele):
    """News or a press release."""

    titre: Titre = requis("Titre", "Le titre.", "Ouverture du guichet téléphonique")
    genre: Annotated[str, Code("genres-actualite")] = requis("Genre", "Actualité ou communiqué.", "communique")
    date: Jour = requis("Date", "La date de publication.", "2022-09-22")
    accroche: Accroche = requis("Accroche", "L'essentiel en une phrase.", "La plateforme répond désormais au téléphone.")
    texte: Texte = requis("Texte", "Le texte, écrit par vous.", "Le guichet ouvre du lundi au vendredi.")
    documents: list[Document] = liste("Documents", "À télécharger.")
    source: Source | None = facultatif("Source", "D'où vient l'information.")
    anciens_slugs: Liste[Slug] = anciens()
