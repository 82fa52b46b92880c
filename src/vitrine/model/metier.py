"""Metier: a profession, as a job seeker needs to know it, constraints included."""

from __future__ import annotations

from typing import Annotated

from .base import Modele, facultatif, liste, requis
from .common import Bloc, Chiffre, Media, Source, Suivi
from .fields import Accroche, Code, Libelle, Ligne, Liste, Phrase, Renvoi, Texte, Titre
from .references import CodeEsco, CodeFormacode, CodeIsco, CodeOnisep, CodeRome, Riasec
from .values import DateSouple, Heure, Niveau, Nombre, Oui

OU = {"fr": "ou", "en": "or", "ar": "أو"}
EMBAUCHE_DIRECTE = "direct"
PASSERELLE = "passerelle"


class Moment(Modele):
    """One moment of a typical day."""

    heure: Heure = requis("Heure", "L'heure du début.", "07:30")
    geste: Phrase = requis("Geste", "Ce que l'on fait.", "Aider Mme D. à se lever et à faire sa toilette.")


class Gestes(Modele):
    """Where the law draws a line between what one may and may not do."""

    autorises: Liste[Phrase] = liste("Autorisés", "Ce que l'on peut faire.", "Aider à la toilette d'une personne stable.")
    non_autorises: Liste[Phrase] = liste("Non autorisés", "Ce que l'on ne doit pas faire.", "Faire une injection.")
    source: Source | None = facultatif("Source", "Le texte qui trace la limite.")


class Conditions(Modele):
    """Working conditions, coded for filters, with words for the rest."""

    horaires: Liste[Annotated[str, Code("horaires")]] = liste("Horaires", "Codes d'horaires.", "coupes")
    temps_travail: Liste[Annotated[str, Code("temps-travail")]] = liste("Temps de travail", "Plein, partiel.", "partiel")
    nuit: Annotated[str, Code("frequences")] | None = facultatif("Nuit", "À quelle fréquence.", "parfois")
    week_end: Annotated[str, Code("frequences")] | None = facultatif("Week-end", "À quelle fréquence.", "souvent")
    deplacements: Annotated[str, Code("frequences")] | None = facultatif("Déplacements", "À quelle fréquence.", "toujours")
    permis: Annotated[str, Code("permis")] | None = facultatif("Permis B", "Inutile, utile, souvent demandé, obligatoire.", "utile")
    penibilite: Liste[Annotated[str, Code("penibilites")]] = liste("Pénibilité", "Ce qui use.", "port-de-charges")
    tenue: Phrase | None = facultatif("Tenue", "La tenue de travail.", "Blouse et chaussures fermées.")
    precisions: Texte | None = facultatif(
        "Précisions", "Ce que les codes ne disent pas.", "Le planning est donné un mois à l'avance."
    )


class IdeeRecue(Modele):
    """Something people believe, and what is true."""

    idee: Phrase = requis("Idée", "Ce que l'on entend dire.", "C'est juste faire le ménage.")
    vrai: Oui = requis("Vrai ?", "oui ou non.", "non")
    reponse: Phrase = requis("Réponse", "Ce qu'il en est.", "Vous aidez aussi la personne à garder ses habitudes.")


class Competence(Modele):
    """One skill; ``coeur`` marks those without which one cannot do the work."""

    libelle: Phrase = requis("Libellé", "La compétence.", "Écouter sans juger")
    coeur: Oui = facultatif("Au cœur du métier", "oui si elle est indispensable.", "oui", False)


class Competences(Modele):
    """What one must be able to do, to be and to know."""

    savoir_faire: list[Competence] = liste("Savoir-faire", "Ce que l'on sait faire.")
    savoir_etre: list[Competence] = liste("Savoir-être", "Comment on est avec les autres.")
    savoirs: list[Competence] = liste("Savoirs", "Ce que l'on connaît.")


class Voie(Modele):
    """One way into the profession, with the training it goes through."""

    voie: Annotated[str, Code("voies")] = requis("Voie", "Scolaire, apprentissage, VAE …", "apprentissage")
    formations: Liste[Annotated[str, Renvoi("formations")]] = liste(
        "Formations", "Identifiants des formations qui mènent au métier ; pour une passerelle, de celles d'où l'on vient.", "deaes"
    )
    texte: Phrase | None = facultatif(
        "Précision", "Ce qu'il faut savoir de cette voie.", "Le service vous forme pendant les premiers jours."
    )


class Acces(Modele):
    """How one gets in."""

    niveau: Annotated[Niveau, Libelle("niveaux")] | None = facultatif("Niveau", "Niveau du diplôme habituel, 1 à 8.", "3")
    sans_diplome: Oui = requis("Sans diplôme", "Peut-on débuter sans diplôme ?", "oui")
    reglemente: Oui = requis("Réglementé", "Le titre ou l'exercice est-il réservé par la loi ?", "non")
    resume: Phrase = requis(
        "En bref", "Comment on entre, en une phrase.", "Vous pouvez être embauché sans diplôme, puis vous former."
    )
    conditions_legales: Liste[Phrase] = liste(
        "Conditions légales", "Vaccinations, casier, inscription à un ordre …", "Être inscrit à l'ordre national des infirmiers."
    )
    voies: list[Voie] = liste("Voies d'accès", "Chaque voie avec ses formations.")

    @property
    def besoin(self) -> str:
        """Whether a diploma is needed: « non », « oui » (the law says so) or « souvent », the last words of an interface string."""
        return "non" if self.sans_diplome else "oui" if self.reglemente else "souvent"


class Salaire(Modele):
    """Gross monthly pay in euros, full time, from a public grid."""

    cadre: Annotated[str, Code("cadres-salaire")] = requis("Cadre", "Convention collective ou grille publique.", "bad")
    statut: Annotated[str, Code("statuts-emploi")] = requis("Statut", "Privé non lucratif, public …", "prive-non-lucratif")
    debutant: Nombre | None = facultatif("Débutant", "Brut mensuel en euros, temps plein.", "1825")
    experimente: Nombre | None = facultatif("Expérimenté", "Brut mensuel en euros, temps plein.", "2200")
    anciennete: Titre | None = facultatif("Repère d'expérience", "À quoi correspond « expérimenté ».", "20 ans")
    primes: Phrase | None = facultatif(
        "Primes", "Ce qui s'ajoute, ou ce qui est compris.", "Complément de traitement indiciaire compris."
    )
    date: DateSouple = requis("Date", "La date à laquelle le montant vaut.", "2026-01")
    source: Source = requis("Source", "Le texte ou la grille.")


class Codes(Modele):
    """The profession in public registers."""

    rome: CodeRome | None = facultatif("ROME 4.0", "Une lettre et quatre chiffres.", "J1501")
    onisep: CodeOnisep | None = facultatif("ONISEP", "Identifiant de la fiche.", "MET.561")
    isco: CodeIsco | None = facultatif("ISCO-08", "Quatre chiffres.", "5321")
    esco: CodeEsco | None = facultatif(
        "ESCO", "URI de la profession.", "http://data.europa.eu/esco/occupation/526ba8e1-fc71-4657-8d27-52f03e8ca81d"
    )
    formacodes: Liste[CodeFormacode] = liste("Formacodes", "Cinq chiffres chacun.", "43436")


class Metier(Suivi):
    """A profession."""

    feminin: Titre = requis("Intitulé féminin", "Le nom du métier pour une femme.", "Aide-soignante")
    masculin: Titre = requis("Intitulé masculin", "Le nom du métier pour un homme.", "Aide-soignant")
    sigle: Ligne | None = facultatif("Sigle", "Le sigle d'usage.", "AS")
    synonymes: Liste[Titre] = liste("Synonymes", "Autres noms officiels ou courants.", "Aide-soignant à domicile")
    termes_familiers: Liste[Titre] = liste("Mots de tous les jours", "Pour la recherche seulement.", "aide infirmière")
    accroche: Accroche = requis(
        "Accroche",
        "Le métier en une phrase, 160 caractères au plus.",
        "Vous prenez soin du corps et du confort des personnes malades ou âgées.",
    )
    famille: Annotated[str, Code("familles")] = requis("Famille", "La famille de métiers.", "soin")
    pictogramme: Annotated[str, Code("pictogrammes")] | None = facultatif("Pictogramme", "Dessin de la fiche.", "mains")
    publics: Liste[Annotated[str, Code("publics")]] = liste("Publics", "Les personnes accompagnées.", "personnes-agees")
    lieux: Liste[Annotated[str, Code("lieux")]] = liste("Lieux", "Où l'on exerce.", "ehpad")
    employeurs: Liste[Annotated[str, Code("employeurs")]] = liste("Employeurs", "Qui embauche.", "association")
    missions: Liste[Phrase] = liste("Missions", "Cinq à huit missions, un verbe en tête.", "Aider à la toilette.")
    nature: list[Bloc] = liste("Nature du travail", "Ce qu'est vraiment le travail, en blocs titrés.")
    journee: list[Moment] = liste("Journée type", "Une journée, heure par heure.")
    gestes: Gestes | None = facultatif("Gestes", "Ce que la loi permet ou non.")
    conditions: Conditions = facultatif("Conditions", "Horaires, déplacements, pénibilité.", None, Conditions())
    plus: Liste[Phrase] = liste("Les plus", "Ce que l'on aime dans ce métier.", "Vous voyez tout de suite à quoi vous servez.")
    moins: Liste[Phrase] = liste("Les moins", "Ce qui est dur, dit honnêtement.", "Se baisser et porter fatiguent le dos.")
    idees_recues: list[IdeeRecue] = liste("Idées reçues", "Vrai ou faux.")
    competences: Competences = facultatif("Compétences", "Savoir-faire, savoir-être, savoirs.", None, Competences())
    francais: Annotated[str, Code("niveaux-francais")] | None = facultatif("Français", "Niveau de français voulu.", "a2")
    numerique: Annotated[str, Code("niveaux-numerique")] | None = facultatif("Numérique", "Aisance numérique voulue.", "smartphone")
    interets: Liste[Annotated[str, Code("interets")]] = liste("Centres d'intérêt", "Ce que l'on aime faire.", "aider")
    riasec: Riasec | None = facultatif("RIASEC", "Une à trois lettres, la plus forte d'abord.", "SRC")
    acces: Acces = requis("Accès", "Comment on entre dans le métier.")
    salaires: list[Salaire] = liste("Salaires", "D'une grille publique, sinon rien.")
    evolutions: Liste[Annotated[str, Renvoi("metiers")]] = liste("Évolutions", "Métiers où l'on peut évoluer.", "infirmier")
    evolution: Texte | None = facultatif(
        "Comment évoluer", "Ce qu'il faut pour évoluer.", "Avec de l'expérience, vous pouvez former les nouveaux."
    )
    proches: Liste[Annotated[str, Renvoi("metiers")]] = liste("Métiers proches", "Métiers qui ressemblent.", "auxiliaire-de-vie")
    chiffres: list[Chiffre] = liste("Chiffres", "Datés et sourcés.")
    media: Media | None = facultatif("Vidéo", "Un film publié ailleurs.")
    codes: Codes = facultatif("Codes", "Le métier dans les registres publics.", None, Codes())

    @property
    def formations_menant(self) -> list[str]:
        """The formations that lead to this profession."""
        return list(dict.fromkeys(slug for voie in self.acces.voies if voie.voie != PASSERELLE for slug in voie.formations))

    @property
    def formations_de_depart(self) -> list[str]:
        """The formations one comes from by a bridge: they bring nearer, and do not lead here by themselves."""
        return list(dict.fromkeys(slug for voie in self.acces.voies if voie.voie == PASSERELLE for slug in voie.formations))

    @property
    def intitule(self) -> str:
        """Both forms in French."""
        return self.nomme("fr")

    def nomme(self, langue: str) -> str:
        """Both forms: « Aide-soignant ou aide-soignante »; one when they are the same."""
        if self.feminin == self.masculin:
            return self.feminin
        return f"{self.masculin} {OU[langue]} {self.feminin[0].lower()}{self.feminin[1:]}"
