"""Contact: whom to call. A service or a function, never a private person."""

from __future__ import annotations

from pydantic import model_validator

from .base import Modele, facultatif, liste, requis
from .common import Adresse, Source
from .coordinates import Courriel, Telephone, Url
from .faults import fault
from .fields import Ligne, Liste, Phrase, Texte, Titre, code
from .values import Jour


class Contact(Modele):
    """A service that answers."""

    nom: Titre = requis("Nom", "Le service ou la fonction.", "Accueil téléphonique de la plateforme")
    type: code("types-contact") = requis("Type", "Plateforme, mission locale, centre de formation …", "plateforme")  # type: ignore[valid-type]
    canal: code("canaux") = requis("Canal", "À qui ce contact s'adresse : public, presse, partenaire.", "public")  # type: ignore[valid-type]
    publics: Liste[code("publics-vises")] = liste("Publics", "Qui peut appeler.", "demandeur-emploi")  # type: ignore[valid-type]
    missions: Liste[Phrase] = liste("Missions", "Ce que ce service fait.")
    texte: Texte | None = facultatif("Présentation", "Ce qu'il faut savoir avant d'appeler.")
    telephone: Telephone | None = facultatif("Téléphone", "Dix chiffres ou numéro court.", "01 45 67 00 00")
    courriel: Courriel | None = facultatif("Courriel", "Une adresse générique.", "contact@exemple.fr")
    formulaire: Url | None = facultatif("Formulaire", "La page du formulaire.", "https://www.exemple.fr/contact")
    site: Url | None = facultatif("Site", "Le site du service.", "https://www.exemple.fr/")
    adresse: Adresse | None = facultatif("Adresse", "Où aller.")
    horaires: Liste[Phrase] = liste("Horaires", "Quand appeler ou venir.", "Du lundi au vendredi, 9 h – 17 h")
    accessibilite: Phrase | None = facultatif("Accessibilité", "Accès en fauteuil, LSF, boucle magnétique …")
    langues: Liste[code("langues")] = liste("Langues", "Langues parlées.", "fr")  # type: ignore[valid-type]
    departements: Liste[code("departements")] = liste("Départements", "Zone couverte.", "62")  # type: ignore[valid-type]
    zone: Ligne | None = facultatif("Zone", "Zone plus fine, en clair.", "Pays d'Argentan")
    verifie_le: Jour = requis("Vérifié le", "Le jour où ces coordonnées ont été vérifiées.", "2026-11-22")
    source: Source = requis("Source", "Où elles ont été lues.")

    @model_validator(mode="after")
    def check_reachable(self) -> Contact:
        """A contact that cannot be reached is none."""
        if not (self.telephone or self.courriel or self.formulaire or self.site or self.adresse):
            raise fault("aucun moyen de joindre ce contact.", "Ajoutez téléphone, courriel, formulaire, site ou adresse.")
        return self
