"""Sante: the words by which a text tells of somebody's health (``data/sante.yml``), with French help for those who edit them."""

from __future__ import annotations

from .base import Modele, liste
from .fields import Ligne, Liste


class Sante(Modele):
    """Words and expressions, as they are written: a final star stands for any ending, X for a name."""

    genres: Liste[Ligne] = liste("Genres", "Les fiches qui parlent de personnes.", "temoignages")
    personnes: Liste[Ligne] = liste("Personnes", "Ce qui désigne quelqu'un à coup sûr.", "Mme X")
    premiere_personne: Liste[Ligne] = liste("Première personne", "La personne parle d'elle.", "je")
    reprises: Liste[Ligne] = liste("Reprises", "Mots qui reprennent une personne déjà nommée.", "elle")
    generalites: Liste[Ligne] = liste("Généralités", "Devant une reprise, la phrase ne vise personne.", "une personne")
    pas_des_noms: Liste[Ligne] = liste("Pas des noms", "Mots à majuscule qui ne nomment personne.", "Chacun*")
    articles: Liste[Ligne] = liste("Articles", "Devant un mot à majuscule : un lieu ou un organisme.", "la")
    verbes: Liste[Ligne] = liste("Verbes", "Suivis d'un trouble.", "souffre")
    participes: Liste[Ligne] = liste("Participes", "Après la personne, suivis d'un trouble.", "atteint*")
    liaisons: Liste[Ligne] = liste("Liaisons", "Petits mots entre le verbe et le trouble.", "de")
    troubles: Liste[Ligne] = liste("Troubles", "Maladies, traitements, droits ouverts par la santé.", "diabète")
    troubles_larges: Liste[Ligne] = liste(
        "Troubles larges", "Mots trop courants pour compter après « son » ou « sa ».", "handicap*"
    )
    etre: Liste[Ligne] = liste("Être", "Verbes suivis d'un état.", "est")
    adverbes: Liste[Ligne] = liste("Adverbes", "Petits mots entre le verbe et l'état.", "très")
    etats: Liste[Ligne] = liste("États", "Ce que l'on est, ou sous quelle mesure.", "diabétique*")
    possessifs: Liste[Ligne] = liste("Possessifs", "De la personne qui parle.", "mon")
    possessifs_de_reprise: Liste[Ligne] = liste("Possessifs de reprise", "D'une personne déjà nommée.", "son")
    dossiers: Liste[Ligne] = liste("Dossiers", "Suivis d'un numéro, ils désignent quelqu'un.", "dossier MDPH")
