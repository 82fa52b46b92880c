"""Plateforme: who runs the site of a territory, what it offers, how it looks, what the law wants it to say."""

from __future__ import annotations

from typing import Annotated

from pydantic import model_validator

from .base import Modele, facultatif, liste, requis
from .common import Chiffre, Coordonnees, Source
from .coordinates import Courriel, Telephone, Url
from .faults import fault
from .fields import Accroche, Code, Ligne, Liste, Note, Phrase, Slug, Texte, Titre
from .references import Couleur
from .values import DateSouple, Entier, Jour, Nombre, Oui

DELAI_MIN, DELAI_MAX = 30, 900


class Porteur(Modele):
    """A body that bears the platform."""

    nom: Ligne = requis("Nom", "L'organisme.", "Conseil départemental de l'Exemple")
    type: Annotated[str, Code("types-porteur")] = requis("Type", "Département, association, GIP …", "departement")
    a_verifier: Oui = facultatif("À vérifier", "oui si le type est déduit.", "non", False)


class BandeauAide(Modele):
    """The help line at the top of every page."""

    texte: Phrase = requis("Texte", "Ce que l'on propose.", "Une question ? Nous vous répondons.")
    telephone: Telephone | None = facultatif("Téléphone", "Le numéro d'aide.", "01 99 00 00 00")
    horaires: Phrase | None = facultatif("Horaires", "Quand appeler.", "Du lundi au vendredi, de 9 h à 17 h.")
    courriel: Courriel | None = facultatif("Courriel", "Une adresse générique.", "contact@exemple.fr")
    formulaire: Url | None = facultatif("Formulaire", "La page du formulaire.", "https://www.exemple.fr/contact")
    verifie_le: Jour = requis("Vérifié le", "Le jour de la vérification.", "2026-11-22")
    source: Source = requis("Source", "Où ces coordonnées ont été lues.")


class Etape(Modele):
    """A dated step of the platform's making."""

    date: DateSouple = requis("Date", "Année, mois ou jour.", "2021-10")
    texte: Phrase = requis("Texte", "Ce qui s'est passé.", "Le projet est retenu parmi soixante candidats.")
    source: Source = requis("Source", "Où cela a été lu.")


class Diagnostic(Modele):
    """What a survey of the territory found: figures that share a scale are drawn together."""

    titre: Titre = requis("Titre", "Ce que l'enquête mesure.", "Besoins des employeurs")
    texte: Texte | None = facultatif(
        "Texte", "Comment l'enquête a été faite, ce qu'elle dit.", "Enquête menée auprès de tous les employeurs du territoire."
    )
    chiffres: list[Chiffre] = liste("Chiffres", "Les résultats.")


class Action(Modele):
    """Something the platform does, on this site or elsewhere."""

    titre: Titre = requis("Titre", "Le nom de l'action.", "Vis ma vie")
    genre: Annotated[str, Code("genres-action")] = requis("Genre", "CVthèque, immersion, café …", "immersion")
    texte: Phrase | None = facultatif(
        "Texte", "Ce que c'est, pour qui.", "Une journée avec une personne du métier, pour voir et essayer."
    )
    publics: Liste[Annotated[str, Code("publics-vises")]] = liste("Publics", "Pour qui.", "demandeur-emploi")
    lien: Url | None = facultatif("Lien", "La page du service.", "https://www.exemple.fr/cvtheque")
    source: Source | None = facultatif("Source", "Où cela a été lu.")


class Organisme(Modele):
    """A funder or a partner."""

    nom: Ligne = requis("Nom", "L'organisme.", "CNSA")
    url: Url | None = facultatif("Site", "Son site.", "https://www.cnsa.fr/")


class Masquer(Modele):
    """National content that the platform does not show."""

    metiers: Liste[Slug] = liste("Métiers", "Identifiants à masquer.", "orthoprothesiste")
    formations: Liste[Slug] = liste("Formations", "Identifiants à masquer.", "dei")
    seances: Liste[Slug] = liste("Séances", "Identifiants à masquer.", "les-chiffres-du-territoire")
    jeux: Liste[Slug] = liste("Jeux", "Identifiants à masquer.", "enquete-au-forum")
    rubriques: Liste[Annotated[str, Code("rubriques-site")]] = liste("Rubriques", "Parties du site à masquer.", "actualites")
    langues: Liste[Annotated[str, Code("langues")]] = liste("Langues", "Langues à masquer.", "ar")


class Marque(Modele):
    """The look: two colours and a logo of the folder ``marque/``."""

    couleur: Couleur = requis("Couleur", "Couleur principale, #RRVVBB.", "#1d6f5a")
    accent: Couleur | None = facultatif("Couleur d'accent", "Pour les aplats.", "#f2b544")
    logo: Ligne | None = facultatif("Logo", "Fichier du dossier marque/ (svg, png, jpg, webp).", "logo.svg")
    logo_alt: Ligne | None = facultatif("Texte du logo", "Ce que dit le logo.", "Professions Autonomie 62")


class Mentions(Modele):
    """Legal notice (loi pour la confiance dans l'économie numérique, art. 6)."""

    editeur: Ligne | None = facultatif("Éditeur", "L'organisme qui publie le site.", "Conseil départemental de l'Exemple")
    adresse: Ligne | None = facultatif("Adresse", "Son adresse postale.", "1 place de l'Exemple, 00000 Exempleville")
    telephone: Telephone | None = facultatif("Téléphone", "Son numéro.", "01 99 00 00 00")
    directeur: Ligne | None = facultatif(
        "Direction de la publication", "La fonction responsable.", "La présidence du conseil départemental"
    )
    hebergeur: Ligne | None = facultatif(
        "Hébergeur", "Nom, adresse et téléphone.", "Hébergeur Exemple, 2 rue de l'Exemple, 00000 Exempleville, 01 99 00 00 01"
    )
    complement: Texte | None = facultatif("Complément", "Ce qui s'ajoute.", "Les photographies sont de la plateforme.")


class Accessibilite(Modele):
    """Accessibility statement; without a dated audit the site says « non conforme »."""

    etat: Annotated[str, Code("etats-accessibilite")] = requis("État", "Jamais mieux que l'audit.", "non-conforme")
    date_audit: Jour | None = facultatif("Date de l'audit", "Le jour de l'audit.", "2026-10-01")
    auditeur: Ligne | None = facultatif("Auditeur", "Qui a fait l'audit.", "Cabinet Exemple")
    taux: Nombre | None = facultatif("Taux", "Pourcentage de critères respectés.", "62")
    non_conformites: Liste[Phrase] = liste("Non-conformités", "Ce que l'audit a trouvé.", "Deux films n'ont pas de sous-titres.")
    derogations: Liste[Phrase] = liste(
        "Dérogations", "Charge disproportionnée : quoi, pourquoi, et par quoi c'est remplacé.", "Les archives d'avant 2015."
    )
    non_soumis: Liste[Phrase] = liste("Contenus non soumis", "Ce que la loi n'oblige pas.", "Le film d'un autre organisme.")
    etablie_le: Jour | None = facultatif("Établie le", "Le jour où cette déclaration a été écrite.", "2026-11-22")
    pages_verifiees: Liste[Ligne] = liste("Pages vérifiées", "Celles que l'audit a regardées.", "Accueil")
    environnements: Liste[Ligne] = liste("Environnements de test", "Lecteur d'écran et navigateur.", "NVDA et Firefox")
    outils: Liste[Ligne] = liste("Outils", "Ceux de l'audit.", "axe-core")
    contact: Coordonnees | None = facultatif("Contact", "Pour signaler un défaut.")


class DonneesPersonnelles(Modele):
    """Whom to write to about personal data."""

    responsable: Ligne | None = facultatif("Responsable", "L'organisme responsable.", "Conseil départemental de l'Exemple")
    delegue: Coordonnees | None = facultatif("Délégué à la protection des données", "Une adresse générique.")
    complement: Texte | None = facultatif("Complément", "Ce qui s'ajoute.", "Les réponses aux enquêtes sont anonymes.")


class Borne(Modele):
    """A shared screen, on a stand or in a hall."""

    delai_secondes: Entier = facultatif(
        "Délai", "Secondes sans geste avant l'avertissement, de 30 à 900 ; 0 pour ne jamais revenir au début.", "60", 60
    )

    @model_validator(mode="after")
    def check_delay(self) -> Borne:
        """Long enough to read a paragraph, short enough for the next visitor; or never."""
        if self.delai_secondes and not DELAI_MIN <= self.delai_secondes <= DELAI_MAX:
            way_out = f"Écrivez un nombre de {DELAI_MIN} à {DELAI_MAX}, ou 0 pour ne jamais revenir au début."
            raise fault(f"{self.delai_secondes} secondes\u00a0: ce délai est hors des bornes.", way_out, "delai_secondes")
        return self


class Plateforme(Modele):
    """A platform of a territory."""

    identifiant: Slug | None = facultatif(
        "Identifiant", "Le nom court de la plateforme, comme dans l'adresse du site national.", "orne"
    )
    nom: Titre = requis("Nom", "Le nom officiel.", "Plateforme des métiers de l'autonomie de l'Orne")
    nom_public: Titre | None = facultatif("Nom d'usage", "Le nom sous lequel elle se présente.", "Go Sens")
    accroche: Accroche | None = facultatif(
        "Accroche", "Une phrase pour l'accueil.", "Découvrir ces métiers, se former, trouver un emploi près de chez vous."
    )
    presentation: Texte | None = facultatif(
        "Présentation", "Qui vous êtes, en deux paragraphes.", "La plateforme réunit les employeurs et les organismes de formation."
    )
    departements: Liste[Annotated[str, Code("departements")]] = requis("Départements", "Codes des départements.", "61")
    territoire: Titre = requis("Territoire", "Le territoire, en clair.", "Orne")
    fictif: Oui = facultatif("Fictif", "oui pour une démonstration : dit sur chaque page.", "non", False)
    en_preparation: Oui = facultatif(
        "En préparation",
        "oui tant qu'il reste des exemples : dit sur chaque page, site hors des moteurs de recherche.",
        "non",
        False,
    )
    url: Url | None = facultatif("Adresse du site", "L'adresse publique du site construit.", "https://exemple.fr/")
    site: Url | None = facultatif("Site actuel", "Le site public connu de la plateforme.", "https://www.exemple.fr/")
    porteurs: list[Porteur] = liste("Porteurs", "Qui porte la plateforme.")
    bandeau: BandeauAide | None = facultatif("Bandeau d'aide", "En haut de chaque page.")
    missions_socles: Liste[Annotated[str, Code("missions-socles")]] = liste("Missions socles", "Les trois missions.", "valoriser")
    missions_complementaires: Liste[Annotated[str, Code("missions-complementaires")]] = liste(
        "Missions complémentaires", "Les autres.", "fidelisation"
    )
    publics: Liste[Annotated[str, Code("publics-vises")]] = liste("Publics", "À qui elle s'adresse.", "demandeur-emploi")
    objectifs: Liste[Phrase] = liste("Objectifs", "Ce qu'elle se propose de faire.", "Faire connaître ces métiers.")
    genese: list[Etape] = liste("Genèse", "Les dates de sa création.")
    diagnostic: list[Diagnostic] = liste("Diagnostic", "Ce que l'on sait du territoire.")
    chiffres: list[Chiffre] = liste("Chiffres", "Ses chiffres clés.")
    actions: list[Action] = liste("Actions", "Ce qu'elle fait.")
    services: list[Action] = liste("Services", "Ce que l'on peut y demander.")
    financeurs: list[Organisme] = liste("Financeurs", "Qui finance.")
    partenaires: list[Organisme] = liste("Partenaires", "Avec qui elle travaille.")
    langues: Liste[Annotated[str, Code("langues")]] = liste("Langues", "Langues du site.", "fr")
    masquer: Masquer = facultatif("Masquer", "Contenu national à ne pas montrer.", None, Masquer())
    marque: Marque | None = facultatif("Marque", "Couleurs et logo.")
    hors_connexion: Oui = facultatif(
        "Lecture hors connexion", "non pour que les appareils ne gardent aucune des pages lues.", "oui", True
    )
    borne: Borne = facultatif("Borne", "L'écran partagé d'un forum.", None, Borne())
    mentions: Mentions | None = facultatif("Mentions légales", "Éditeur, hébergeur.")
    accessibilite: Accessibilite | None = facultatif("Accessibilité", "Déclaration d'accessibilité.")
    donnees_personnelles: DonneesPersonnelles | None = facultatif("Données personnelles", "Responsable et délégué.")
    sources: list[Source] = liste("Sources", "Où les faits ont été lus.")
    verifie_le: Jour = requis("Vérifié le", "Le jour de la dernière vérification.", "2026-11-22")
    notes: Note | None = facultatif("Notes", "Pour l'équipe, jamais publié.", "Nom officiel à confirmer.")

    @property
    def provisoire(self) -> bool:
        """Whether each page must say that it is not to be taken at its word, and search engines pass by."""
        return bool(self.fictif or self.en_preparation)

    @property
    def nom_affiche(self) -> str:
        """The name visitors know."""
        return self.nom_public or self.nom
