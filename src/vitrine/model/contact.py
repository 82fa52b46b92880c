"""Contact: whom to call. A service or a function, never a private person."""

from __future__ import annotations

from typing import Annotated

from pydantic import model_validator

from .base import Modele, facultatif, liste, requis
from .common import Adresse, Source
from .coordinates import Courriel, Telephone, Url
from .faults import fault
from .fields import Code, Ligne, Liste, Phrase, Texte, Titre
from .values import Jour


class Contact(Modele):
    """A service that answers."""

    nom: Titre = requis("Nom", "Le service ou la fonction.", "Accueil téléphonique de la plateforme")
    type: Annotated[str, Code("types-contact")] = requis("Type", "Plateforme, mission locale, centre de formation …", "plateforme")
    canal: Annotated[str, Code("canaux")] = requis("Canal", "À qui ce contact s'adresse : public, presse, partenaire.", "public")
    publics: Liste[Annotated[str, Code("publics-vises")]] = liste("Publics", "Qui peut appeler.", "demandeur-emploi")
    missions: Liste[Phrase] = liste("Missions", "Ce que ce service fait.", "Répondre à vos questions sur les métiers.")
    texte: Texte | None = facultatif(
        "Présentation", "Ce qu'il faut savoir avant d'appeler.", "L'entretien est gratuit. Vous pouvez venir accompagné."
    )
    telephone: Telephone | None = facultatif("Téléphone", "Dix chiffres ou numéro court.", "01 99 00 00 00")
    courriel: Courriel | None = facultatif("Courriel", "Une adresse générique.", "contact@exemple.fr")
    formulaire: Url | None = facultatif("Formulaire", "La page du formulaire.", "https://www.exemple.fr/contact")
    site: Url | None = facultatif("Site", "Le site du service.", "https://www.exemple.fr/")
    adresse: Adresse | None = facultatif("Adresse", "Où aller.")
    horaires: Liste[Phrase] = liste("Horaires", "Quand appeler ou venir.", "Du lundi au vendredi, 9 h – 17 h")
    accessibilite: Phrase | None = facultatif(
        "Accessibilité", "Accès en fauteuil, LSF, boucle magnétique …", "Entrée de plain-pied, boucle magnétique."
    )
    langues: Liste[Annotated[str, Code("langues")]] = liste("Langues", "Langues parlées.", "fr")
    departements: Liste[Annotated[str, Code("departements")]] = liste("Départements", "Zone couverte.", "62")
    zone: Ligne | None = facultatif("Zone", "Zone plus fine, en clair.", "Pays d'Argentan")
    verifie_le: Jour = requis("Vérifié le", "Le jour où ces coordonnées ont été vérifiées.", "2026-11-22")
    source: Source = requis("Source", "Où elles ont été lues.")

    @model_validator(mode="after")
    def check_reachable(self) -> Contact:
        """A contact that cannot be reached is none."""
        if not (self.telephone or self.courriel or self.formulaire or self.site or self.adresse):
            raise fault("aucun moyen de joindre ce contact.", "Ajoutez téléphone, courriel, formulaire, site ou adresse.")
        return self
