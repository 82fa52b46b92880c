"""The kinds of record: in which folder each lives, which model reads it, what it is called."""

from __future__ import annotations

from dataclasses import dataclass

from .base import Modele, liste
from .common import Chiffre
from .comparaison import Comparaison
from .contact import Contact
from .evenement import Actualite, Evenement
from .formation import Formation, Session
from .jeu import Jeu
from .metier import Metier
from .nomenclature import Nomenclature
from .plateforme import Etape, Plateforme
from .quiz import Quiz
from .seance import Seance
from .temoignage import Temoignage


@dataclass(frozen=True)
class Genre:
    """One kind of record."""

    dossier: str
    modele: type[Modele]
    singulier: str
    pluriel: str


class Programme(Modele):
    """The national programme: its dated steps and figures (``data/programme.yml``)."""

    genese: list[Etape] = liste("Genèse", "Les dates du programme national.")
    chiffres: list[Chiffre] = liste("Chiffres", "Ses chiffres, datés et sourcés.")


GENRES = {
    genre.dossier: genre
    for genre in (
        Genre("metiers", Metier, "métier", "métiers"),
        Genre("formations", Formation, "formation", "formations"),
        Genre("sessions", Session, "session", "sessions"),
        Genre("temoignages", Temoignage, "témoignage", "témoignages"),
        Genre("contacts", Contact, "contact", "contacts"),
        Genre("agenda", Evenement, "événement", "événements"),
        Genre("actualites", Actualite, "actualité", "actualités"),
        Genre("quiz", Quiz, "quiz", "quiz"),
        Genre("seances", Seance, "séance", "séances"),
        Genre("jeux", Jeu, "jeu", "jeux"),
    )
}
"""Kinds that both the national team and a platform may hold."""

PLATEFORMES = Genre("plateformes", Plateforme, "plateforme", "plateformes")
NOMENCLATURES = Genre("nomenclatures", Nomenclature, "nomenclature", "nomenclatures")
COMPARAISONS = Genre("comparaisons", Comparaison, "comparaison", "comparaisons")
PROGRAMME = Genre("programme", Programme, "programme", "programme")
