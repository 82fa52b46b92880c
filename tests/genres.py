"""One page of each kind of a site: what checks of every kind of page visit."""

from __future__ import annotations

from pathlib import Path

KINDS = [
    "", "metiers/", "metiers/aide-a-domicile/", "metiers/a-z/", "metiers/par-lieu/domicile/", "formations/", "formations/deaes/",
    "temoignages/", "temoignages/TEMOIGNAGE/", "contacts/", "agenda/", "agenda/EVENEMENT/", "actualites/", "actualites/ACTUALITE/",
    "plateforme/", "dispositifs/", "dispositifs/vae/", "glossaire/", "parcours/", "plan-du-site/", "mentions-legales/",
    "pres-de-chez-vous/",
    "donnees-personnelles/", "comparer/", "ma-selection/", "accessibilite/", "donnees/", "recherche/", "404.html",
    "hors-connexion.html",
    "quiz/", "quiz/quel-metier-pour-moi/", "quiz/que-feriez-vous/", "quiz/comment-ca-marche/",
    "ecole/", "ecole/seances/", "ecole/seances/par-niveau/3e/", "ecole/seances/devinez-le-metier/",
    "ecole/seances/devinez-le-metier/eleve/", "ecole/seances/devinez-le-metier/corrige/",
    "ecole/seances/devinez-le-metier/dossier/",
    "ecole/jeux/", "ecole/jeux/cartes/", "ecole/jeux/cartes/soin/",
    "ecole/projeter/", "ecole/projeter/metiers/10-cartes/", "ecole/projeter/idees/5-cartes/",
    "ecole/projeter/scenes/que-feriez-vous/", "borne/", "depliant/", "professionnels-orientation/",
]  # fmt: skip
LANGUAGES = ("", "en/", "ar/")


def one_of_each(site: Path) -> list[str]:
    """The address of one page of each kind of the demonstration site."""
    words = {name.upper().rstrip("S"): first(site / name) for name in ("temoignages", "agenda", "actualites")}
    words["EVENEMENT"] = words.pop("AGENDA")
    return [replace_all(kind, words) for kind in KINDS]


def first(folder: Path) -> str:
    """The first sheet of a section."""
    return min(entry.name for entry in folder.iterdir() if entry.is_dir())


def replace_all(text: str, words: dict[str, str]) -> str:
    """The text with each word replaced."""
    for word, value in words.items():
        text = text.replace(word, value)
    return text


def file_of(site: Path, address: str) -> Path:
    """The file that holds a page."""
    return site / address if address.endswith(".html") else site / address / "index.html"
