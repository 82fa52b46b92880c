"""Parts that several kinds of record share: source, figure, address, review."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import model_validator

from .base import Modele, facultatif, liste, requis
from .coordinates import CodePostal, Courriel, Telephone, Url
from .faults import fault
from .fields import Code, Ligne, Liste, Note, Phrase, Slug, Texte, Titre
from .values import DateSouple, Jour, Nombre, Oui

EXEMPLE = "Exemple à remplacer"
"""Title of the source of an example written by ``vitrine new``: nothing that bears it is published as true."""


def anciens() -> Any:
    """The field of the names that a record had before; each kind that has pages declares it."""
    return liste(
        "Anciens identifiants",
        "Les noms que portait ce fichier avant d'être renommé : les anciennes adresses mènent à la page.",
        "aide-menagere",
    )


class Source(Modele):
    """Where a fact was read."""

    titre: Ligne = requis("Titre", "Le document ou la page où le fait a été lu.", "Fiche RNCP40692")
    editeur: Ligne | None = facultatif("Éditeur", "L'organisme qui publie.", "France compétences")
    url: Url | None = facultatif("Adresse", "L'adresse publique du document.", "https://www.francecompetences.fr/")
    date: DateSouple = requis("Date", "Date du document, ou date à laquelle il a été lu.", "2026-11-22")
    consulte_le: Jour | None = facultatif(
        "Consulté le", "Le jour où un document ancien a été relu : il dit encore ce que dit la fiche.", "2026-11-22"
    )


class Chiffre(Modele):
    """A figure: never without territory, date and source. Two sources that disagree are two figures."""

    libelle: Phrase = requis("Libellé", "Ce que le chiffre compte.", "Personnes accompagnées par douze plateformes")
    valeur: Nombre = requis("Valeur", "Le nombre seul.", "5600")
    unite: Titre | None = facultatif("Unité", "Ce qui suit le nombre.", "%")
    precision: Titre | None = facultatif("Précision", "« plus de », « environ » …", "plus de")
    base: Phrase | None = facultatif("Base", "Sur combien, ou comment c'est compté.", "34 réponses sur 105 structures")
    territoire: Titre | None = facultatif("Territoire", "Où le chiffre vaut.", "Orne")
    date: DateSouple = requis("Date", "La date à laquelle il vaut.", "2023")
    source: Source = requis("Source", "Où il a été lu.")
    a_la_une: Oui = facultatif("À la une", "oui pour le montrer sur la page d'accueil.", "oui", False)


class Adresse(Modele):
    """A place one can go to."""

    nom: Ligne | None = facultatif("Nom du lieu", "Le bâtiment ou la salle.", "Maison des solidarités")
    voie: Ligne | None = facultatif("Voie", "Numéro et rue.", "12 rue de la Paix")
    code_postal: CodePostal | None = facultatif("Code postal", "Cinq chiffres.", "61000")
    commune: Ligne = requis("Commune", "La ville.", "Alençon")


class Coordonnees(Modele):
    """How to reach a service; a function, never a private person."""

    nom: Ligne | None = facultatif("Nom", "Le service ou la fonction.", "Accueil de la plateforme")
    telephone: Telephone | None = facultatif("Téléphone", "Dix chiffres ou numéro court.", "01 99 00 00 00")
    courriel: Courriel | None = facultatif("Courriel", "Une adresse générique.", "contact@exemple.fr")
    url: Url | None = facultatif("Page web", "Un formulaire ou une page.", "https://www.exemple.fr/contact")


class Bloc(Modele):
    """A titled block of prose."""

    titre: Titre = requis("Titre", "Le titre du bloc.", "Au domicile des personnes")
    texte: Texte = requis("Texte", "Un ou deux paragraphes.", "Vous vous déplacez d'un domicile à l'autre.")


class QuestionReponse(Modele):
    """A question and its answer."""

    question: Phrase = requis("Question", "La question.", "Qu'est-ce qui vous a surpris ?")
    reponse: Texte = requis("Réponse", "La réponse.", "La confiance que l'on me donne.")


class Relecture(Modele):
    """Who checked a section, and when."""

    rubrique: Annotated[str, Code("rubriques")] = requis("Rubrique", "La partie relue.", "salaires")
    date: Jour = requis("Date", "Le jour de la relecture.", "2026-11-22")
    par: Ligne | None = facultatif("Par", "La fonction de la personne qui a relu.", "Équipe Vitrine")


class Media(Modele):
    """A film or a recording published elsewhere: a link, never an embedded player."""

    url: Url = requis("Adresse", "La page où on peut le voir ou l'écouter.", "https://www.exemple.fr/video")
    genre: Annotated[str, Code("medias")] = requis("Genre", "Vidéo ou son.", "video")
    duree: Ligne | None = facultatif("Durée", "Minutes et secondes.", "2 min 30")
    transcription: Texte | None = facultatif("Transcription", "Le texte de ce qui est dit.", "Je m'appelle …")
    sous_titres: Oui | None = facultatif("Sous-titres", "Des sous-titres existent-ils ?", "oui")
    lsf: Oui | None = facultatif("LSF", "Une version en langue des signes existe-t-elle ?", "non")
    credit: Ligne | None = facultatif("Crédit", "Qui l'a réalisé.", "Département de l'Exemple")


class Document(Modele):
    """A document to download from where it is published."""

    titre: Titre = requis("Titre", "Le titre du document.", "Communiqué du 22 septembre 2022")
    url: Url | None = facultatif("Adresse", "Où on peut le télécharger.", "https://www.exemple.fr/communique.pdf")
    format: Annotated[str, Code("formats")] = requis("Format", "Le type de fichier.", "pdf")
    poids: Ligne | None = facultatif("Poids", "La taille du fichier.", "526,56 Ko")


class Suivi(Modele):
    """What every sheet says of its own making: sources, reviews, status, notes for editors."""

    sources: list[Source] = liste("Sources", "Les documents où les faits ont été lus.")
    relectures: list[Relecture] = liste("Relectures", "Date de relecture de chaque rubrique.")
    statut: Annotated[str, Code("statuts")] = requis("Statut", "« brouillon » n'est jamais publié.", "relu")
    anciens_slugs: Liste[Slug] = anciens()
    notes: Note | None = facultatif("Notes", "Pour l'équipe, jamais publié.", "Code ROME à confirmer.")
    empreinte: Ligne | None = facultatif(
        "Empreinte", "Dans une traduction seulement : empreinte du texte français traduit.", "3f9a1c2b"
    )


class Consentement(Modele):
    """The agreement of the person shown; nothing is published without it."""

    date: Jour = requis("Date", "Le jour où la personne a accepté.", "2026-09-01")
    forme: Annotated[str, Code("consentements")] = requis("Forme", "Écrit, courriel, enregistré.", "ecrit")
    echeance: Jour = requis("Échéance", "Le jour où l'accord prend fin.", "2029-09-01")
    parental: Oui = facultatif("Accord parental", "Obligatoire pour une personne mineure.", "oui", False)

    @model_validator(mode="after")
    def check_order(self) -> Consentement:
        """An agreement ends after it begins."""
        if self.echeance <= self.date:
            raise fault("l'échéance du consentement précède sa date.", "Corrigez l'une des deux dates.", "echeance")
        return self
