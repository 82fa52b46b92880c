"""libyaml's complaints, said in French with the line that must be mended."""

from __future__ import annotations

import yaml

from ..problems import Probleme
from .text import field_on

MISALIGNED = "ligne mal alignée."
SENTENCES: list[tuple[str, str, str]] = [
    ("while scanning a quoted scalar", "guillemet ouvert jamais fermé.", "Fermez le guillemet à la fin de la ligne {ouverture}."),
    ("while scanning a block scalar", "le signe > ou | annonce un bloc de texte.", 'Mettez la valeur entre guillemets\u00a0: "{valeur}".'),
    ("block sequence entries are not allowed", "un tiret ne peut pas suivre un champ sur la même ligne.",
     "Retirez le tiret ou mettez la liste à la ligne."),
    ("did not find expected '-' indicator", "tiret mal aligné.", "Alignez le tiret sur celui de la ligne {ouverture}."),
    ("mapping values are not allowed", "deux-points suivis d'un espace dans une valeur.", "Mettez toute la valeur entre guillemets."),
    ("did not find expected ',' or", "crochet ou accolade ouvert jamais fermé.", "Fermez-le, ou mettez la valeur entre guillemets."),
    ("could not find expected ':'", "il manque les deux-points après le nom du champ.", "Écrivez champ: valeur."),
    ("did not find expected key", MISALIGNED, "Alignez-la sur les champs voisins."),
    ("did not find expected alphabetic", "le signe * ou & a un sens spécial ici.", "Mettez la valeur entre guillemets."),
    ("cannot start any token", "la valeur commence par un signe réservé.", "Mettez la valeur entre guillemets."),
    ("invalid Unicode character", "caractère impossible (demi-emoji).", "Collez l'emoji directement."),
    ("control characters", "caractère de contrôle.", "Supprimez-le."),
    ("unknown escape character", "barre oblique inverse dans un texte entre guillemets doubles.", "Doublez-la, ou utilisez des guillemets simples."),
]  # fmt: skip


def translate(error: yaml.MarkedYAMLError, text: str, path: str) -> Probleme:
    """Turn one syntax error into a Probleme at the line a person must change."""
    said = f"{error.context or ''} / {error.problem or ''}"
    message, remede = next(
        ((fr, out) for needle, fr, out in SENTENCES if needle in said),
        ("le fichier n'est pas du YAML valable ici.", "Comparez avec les lignes voisines\u00a0: alignement, deux-points, guillemets."),
    )
    opened = error.context_mark or error.problem_mark
    mark = opened if "while scanning a" in said else (error.problem_mark or opened)
    if mark is None:
        return Probleme(path, 0, 0, "", message, remede)
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    value = line.partition(":")[2].strip()[:60]
    if message == MISALIGNED and line.lstrip().startswith("- "):
        dash = max((n for n in range(mark.line) if lines[n].lstrip().startswith("- ")), default=mark.line - 1)
        message, remede = "tiret mal aligné.", f"Alignez le tiret sur celui de la ligne {dash + 1}."
    remede = remede.replace("{ouverture}", str(opened.line + 1 if opened else 0)).replace("{valeur}", value)
    return Probleme(path, mark.line + 1, mark.column + 1, field_on(line), message, remede)
