"""Reglages: the thresholds and word lists of the report, read from data/etat.yml, with French help for those who edit them."""

from __future__ import annotations

from pathlib import Path

from ..checking import check
from ..model.base import Modele, liste, requis
from ..model.context import Contexte
from ..model.fields import Ligne, Liste
from ..model.values import Entier
from ..problems import Probleme
from ..source.document import read_document

FICHIER = "data/etat.yml"


class Seuils(Modele):
    """Beyond these a sheet is told."""

    phrase_mediane_max: Entier = requis("Phrase médiane", "Mots de la phrase du milieu, au plus.", "18")
    phrase_moyenne_max: Entier = requis("Phrase moyenne", "Mots par phrase en moyenne, au plus.", "20")
    mot_long_lettres: Entier = requis("Mot long", "Un mot est long au-delà de ce nombre de lettres.", "12")
    mots_longs_pour_cent_max: Entier = requis("Part des mots longs", "Pour cent mots, au plus.", "6")
    passif_pour_cent_max: Entier = requis("Part des phrases au passif", "Pour cent phrases, au plus.", "10")
    phrases_min: Entier = requis("Phrases à partir desquelles on juge", "En dessous, la fiche n'est pas mesurée.", "5")
    etiquette_mots_max: Entier = requis("Étiquette", "Sans point final et jusqu'à ce nombre de mots : pas une phrase.", "8")


class DureesDeVie(Modele):
    """How many months a fact stays good after the date it bears."""

    salaire: Entier = requis("Salaire", "Mois après la date du montant.", "24")
    certification: Entier = requis("Certification", "Mois après le relevé du numéro.", "18")
    chiffre: Entier = requis("Chiffre", "Mois après la date où il vaut.", "60")
    texte: Entier = requis("Texte de droit", "Mois après la date de la source.", "120")
    source: Entier = requis("Autre source", "Mois après la date de la source.", "60")
    verification: Entier = requis("Vérification", "Mois après « verifie_le ».", "12")


class MotAEviter(Modele):
    """A word to avoid and what to write instead."""

    mot: Ligne = requis("Mot", "Le mot ou l'expression ; une étoile finale vaut toute terminaison.", "effectu*")
    remplacement: Ligne = requis("Remplacement", "Ce qu'on écrit à la place.", "faire")


class Reglages(Modele):
    """What the report measures against."""

    seuils: Seuils = requis("Seuils", "Au-delà, la fiche est signalée.")
    duree_de_vie: DureesDeVie = requis("Durées de vie", "En mois, par genre de fait.")
    textes_de_droit: Liste[Ligne] = requis("Textes de droit", "Mots par lesquels une source nomme un texte de droit.", "décret")
    mots_a_eviter: list[MotAEviter] = liste("Mots à éviter", "Chacun avec son remplacement.")
    jargon: Liste[Ligne] = liste("Jargon", "Mots du secteur qui doivent être dans le glossaire.", "astreinte")
    sigles_connus: Liste[Ligne] = liste("Sigles connus", "Sigles compris de tous, ou qui n'en sont pas.", "SMS")
    complements_sans_agent: Liste[Ligne] = liste("Compléments en « par »", "« par jour » n'est pas un passif.", "jour")
    champs_non_comptes: Liste[Ligne] = liste("Champs non comptés", "Leur absence est normale.", "notes")


def read_reglages(dossier: Path) -> tuple[Reglages | None, list[Probleme]]:
    """The settings of a Vitrine folder, or None with every fault found in them."""
    file = dossier / FICHIER
    if not file.is_file():
        return None, [Probleme(FICHIER, 0, 0, "", "fichier absent.", "Il règle le rapport « vitrine etat » : rétablissez-le.")]
    document = read_document(file, FICHIER)
    if not document.donnees:
        return None, document.problemes
    reglages, faults = check(document, Reglages, Contexte())
    return reglages, [*document.problemes, *faults]
