"""Formation (a diploma or title, national) and Session (one course of it, on a territory)."""

from __future__ import annotations

from typing import Annotated

from .base import Modele, facultatif, liste, requis
from .common import Adresse, Coordonnees, Source, Suivi
from .coordinates import Siret
from .fields import Accroche, Code, Ligne, Liste, Phrase, Renvoi, Texte, Titre
from .references import CodeCertification
from .values import Entier, Jour, Niveau, Oui


class Certification(Modele):
    """The entry of a diploma in France compétences' registers; its number changes at each renewal."""

    numero: CodeCertification = requis("Numéro", "RNCP ou RS suivi de chiffres.", "RNCP40692")
    releve_le: Jour = requis("Relevé le", "Le jour où le numéro a été lu.", "2026-11-22")
    echeance: Jour | None = facultatif("Échéance", "Fin d'enregistrement.", "2028-08-31")


class Duree(Modele):
    """How long it lasts; hours and weeks as the reference text gives them."""

    heures: Entier | None = facultatif("Heures d'enseignement", "Total en centre.", "567")
    mois: Entier | None = facultatif("Mois", "Durée habituelle en mois.", "12")
    semaines_stage: Entier | None = facultatif("Semaines de stage", "Total en structure.", "24")
    texte: Phrase | None = facultatif("En clair", "La durée dite simplement.", "Un an à temps plein.")


class Vae(Modele):
    """Validation des acquis de l'expérience."""

    possible: Oui = requis("Possible", "Peut-on l'obtenir par la VAE ?", "oui")
    texte: Phrase | None = facultatif("Précision", "Ce qu'il faut savoir.", "Un jury étudie votre dossier et vous écoute.")


class BlocCompetences(Modele):
    """One block of a certification, that can be earned alone."""

    titre: Titre = requis("Titre", "Le nom du bloc.", "Accompagner la vie quotidienne")
    code: Ligne | None = facultatif("Code", "Le code du bloc.", "RNCP36004BC01")


class Formation(Suivi):
    """A diploma, a title or a certificate."""

    intitule: Titre = requis("Intitulé", "Le nom officiel.", "Diplôme d'État d'aide-soignant")
    sigle: Ligne | None = facultatif("Sigle", "Le sigle d'usage.", "DEAS")
    accroche: Accroche = requis(
        "Accroche",
        "La formation en une phrase, 160 caractères au plus.",
        "Vous apprenez à aider une personne dans les gestes de chaque jour.",
    )
    genre: Annotated[str, Code("genres-formation")] = requis("Genre", "Diplôme d'État, titre, CAP …", "diplome-etat")
    niveau: Niveau | None = facultatif("Niveau", "1 à 8.", "4")
    certification: Certification | None = facultatif("Certification", "Numéro RNCP ou RS.")
    certificateur: Ligne | None = facultatif("Certificateur", "Qui délivre.", "Ministère de la Santé")
    voies: Liste[Annotated[str, Code("voies")]] = liste("Voies", "Par quelles voies on la suit.", "apprentissage")
    duree: Duree | None = facultatif("Durée", "Heures, mois, stages.")
    prerequis: Liste[Phrase] = liste(
        "Prérequis", "Âge, diplôme, expérience demandés.", "Avoir 17 ans au moins à l'entrée en formation."
    )
    selection: Texte | None = facultatif(
        "Sélection", "Comment on est admis.", "Vous déposez un dossier, puis vous passez un entretien."
    )
    cout: Phrase | None = facultatif("Coût", "Ce que l'on paie, ou non.", "Gratuit pour l'apprenti.")
    financements: Liste[Annotated[str, Code("financements")]] = liste("Financements", "Qui peut payer.", "region")
    remuneration: Phrase | None = facultatif(
        "Rémunération", "Est-on payé pendant la formation ?", "En apprentissage, vous recevez un salaire."
    )
    programme: Texte | None = facultatif("Programme", "Ce que l'on apprend.", "Vous apprenez à aider à la toilette et au repas.")
    passerelles: Liste[Phrase] = liste(
        "Passerelles", "Depuis ou vers un autre diplôme.", "Ce diplôme dispense d'une partie du diplôme d'État d'aide-soignant."
    )
    allegements: Liste[Phrase] = liste(
        "Allègements", "Qui est dispensé de quoi.", "Les titulaires du bac pro ASSP suivent un parcours plus court."
    )
    vae: Vae | None = facultatif("VAE", "Validation des acquis de l'expérience.")
    blocs: list[BlocCompetences] = liste("Blocs de compétences", "Les blocs de la certification.")
    metiers: Liste[Annotated[str, Renvoi("metiers")]] = liste("Métiers", "Où elle mène.", "aide-soignant")
    poursuites: Liste[Annotated[str, Renvoi("formations")]] = liste("Poursuites", "Que faire après.", "dei")

    @property
    def nom_court(self) -> str:
        """The sigle when there is one, else the whole name."""
        return self.sigle or self.intitule


class Session(Modele):
    """One course of a formation on the territory of a platform."""

    formation: Annotated[str, Renvoi("formations")] = requis("Formation", "Identifiant de la formation.", "deaes")
    organisme: Ligne = requis("Organisme", "Qui forme.", "Institut de formation de l'Exemple")
    siret: Siret | None = facultatif("SIRET", "Quatorze chiffres, pour retrouver l'organisme ailleurs.", "73282932000074")
    lieu: Adresse = requis("Lieu", "Où.")
    acces_pmr: Oui | None = facultatif("Accès PMR", "Accessible en fauteuil ?", "oui")
    voie: Annotated[str, Code("voies")] | None = facultatif("Voie", "Par quelle voie.", "formation-continue")
    debut: Jour | None = facultatif("Début", "Premier jour.", "2027-09-06")
    fin: Jour | None = facultatif("Fin", "Dernier jour.", "2028-06-30")
    limite: Jour | None = facultatif("Inscription jusqu'au", "Dernier jour pour candidater.", "2027-05-31")
    places: Entier | None = facultatif("Places", "Nombre de places.", "20")
    rythme: Phrase | None = facultatif("Rythme", "Temps plein, alternance.", "Deux jours en cours, trois en structure.")
    referent_handicap: Coordonnees | None = facultatif("Référent handicap", "Fonction et coordonnées génériques.")
    contact: Coordonnees | None = facultatif("Contact", "Pour s'inscrire.")
    verifie_le: Jour = requis("Vérifié le", "Le jour de la vérification.", "2026-11-22")
    source: Source | None = facultatif("Source", "Où la session a été lue.")
