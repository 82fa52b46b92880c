"""libyaml's complaints, said in French with the line that must be mended."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from ..problems import Probleme
from .scalars import UNCLOSED, close_quote
from .text import field_on

BETWEEN_ITEMS = "did not find expected ',' or"
BRACKET = re.compile(r"[\[{]")
KEY_ALONE = re.compile(r"^\s*(?:-\s+)?[\"']?[\w-]+[\"']?\s*$")
KEY_GLUED = re.compile(r"^\s*(?:-\s+)?[\w-]+:\S")
NO_COLON = ("il manque les deux-points après le nom du champ.", "Écrivez champ: valeur.")
NO_SPACE = ("il manque une espace après les deux-points.", "Écrivez champ: valeur.")
SHIFTED = ("ligne mal alignée.", "Alignez-la sur les champs voisins.")
RESERVED = ("la valeur commence par un signe réservé.", "Mettez toute la valeur entre guillemets.")
TEMPLATE = ("modèle non remplacé.", "Remplacez {{ … }} par le texte.")
QUOTE_IT = "Mettez toute la valeur entre guillemets."
SENTENCES: tuple[tuple[str, str, str], ...] = (
    (
        "block sequence entries are not allowed",
        "un tiret ne peut pas suivre un champ sur la même ligne.",
        "Retirez le tiret ou mettez la liste à la ligne.",
    ),
    ("mapping values are not allowed", "deux-points suivis d'une espace dans une valeur.", QUOTE_IT),
    ("found unexpected ':'", "deux-points dans une valeur.", QUOTE_IT),
    ("did not find expected key", *SHIFTED),
    ("did not find expected '-' indicator", *SHIFTED),
    ("did not find expected alphabetic", "le signe * ou & a un sens spécial ici.", QUOTE_IT),
    ("while scanning a directive", "la ligne commence par le signe %.", "Commencez-la par le nom d'un champ."),
    ("cannot start any token", *RESERVED),
    ("mapping keys are not allowed", *RESERVED),
    ("while scanning a tag", *RESERVED),
    ("expected node content", *RESERVED),
    (
        "expected <document start>",
        "texte après la fin du document.",
        "Un fichier, une fiche\u00a0: supprimez la ligne «\u00a0...\u00a0».",
    ),
    ("invalid Unicode character", "caractère impossible (demi-emoji).", "Collez l'emoji directement."),
    ("control characters", "caractère de contrôle.", "Supprimez-le."),
    ("expected hexdecimal number", "code de caractère incomplet.", "Collez le caractère directement."),
    (
        "unknown escape character",
        "barre oblique inverse dans un texte entre guillemets doubles.",
        "Doublez-la, ou utilisez des guillemets simples.",
    ),
)
OTHERWISE = (
    "le fichier n'est pas du YAML valable ici.",
    "Comparez avec les lignes voisines\u00a0: alignement, deux-points, guillemets.",
)


@dataclass(frozen=True)
class Panne:
    """Where libyaml stopped, what it said, where what it was reading began, and the last scalar that it gave."""

    dit: str
    lignes: list[str]
    ligne: int
    colonne: int
    ouverture: Any
    dernier: Any

    @property
    def texte(self) -> str:
        """The line where it stopped."""
        return self.lignes[self.ligne]


@dataclass(frozen=True)
class Dit:
    """The translation: line and column count from 0."""

    ligne: int
    colonne: int
    message: str
    remede: str


def translate(error: yaml.MarkedYAMLError, lines: list[str], path: str, last: Any = None) -> Probleme:
    """Turn one syntax error into a Probleme at the line a person must change. ``last`` is the last scalar event."""
    opened = error.context_mark or error.problem_mark
    mark = error.problem_mark or opened
    if mark is None:
        return Probleme(path, 0, 0, "", *OTHERWISE)
    panne = Panne(f"{error.context} / {error.problem}", lines, mark.line, mark.column, opened, last)
    said = next(filter(None, (reader(panne) for reader in READERS)), None) or _sentence(panne)
    return Probleme(path, said.ligne + 1, said.colonne + 1, field_on(lines[said.ligne]), said.message, said.remede)


def _template(panne: Panne) -> Dit | None:
    """{{ a placeholder }} of a form or of a template language, left as it is."""
    found = re.search(r"\{[{%]", panne.texte[: panne.colonne + 2])
    return Dit(panne.ligne, found.start(), *TEMPLATE) if found else None


def _open_quote(panne: Panne) -> Dit | None:
    """A quote that nothing closes: the line to mend is the one that opens it."""
    if "while scanning a quoted scalar" not in panne.dit:
        return None
    return Dit(panne.ouverture.line, panne.ouverture.column, UNCLOSED, close_quote(panne.ouverture.line + 1))


def _quote_within(panne: Panne) -> Dit | None:
    """Text right after a closing quote: either that quote was meant to open, far above, or it stands within the text."""
    last = panne.dernier
    if not last or not last.style or last.style not in "\"'" or last.end_mark.line != panne.ligne or BETWEEN_ITEMS in panne.dit:
        return None
    if panne.texte[last.end_mark.column : panne.colonne].strip():
        return None
    start = last.start_mark
    if start.line < panne.ligne:
        return Dit(start.line, start.column, UNCLOSED, close_quote(start.line + 1))
    sign, way_out = ("apostrophe", "de guillemets doubles") if last.style == "'" else ("guillemet", "d'apostrophes droites")
    message = f"{sign} à l'intérieur d'un texte qui commence par ce signe."
    return Dit(panne.ligne, start.column, message, f"Entourez tout le texte {way_out}.")


def _after_bracket(panne: Panne) -> Dit | None:
    """« [Nouveau] Forum » begins a list, then goes on."""
    if "did not find expected" not in panne.dit or panne.texte[: panne.colonne].rstrip()[-1:] not in ("]", "}"):
        return None
    return Dit(panne.ligne, panne.colonne, "texte après un crochet ou une accolade.", QUOTE_IT)


def _no_comma(panne: Panne) -> Dit | None:
    """Two values side by side in a list that is closed on its line."""
    if BETWEEN_ITEMS not in panne.dit or panne.ouverture.line != panne.ligne:
        return None
    closing = {"[": "]", "{": "}"}.get(panne.texte[panne.ouverture.column])
    if closing is None or closing not in panne.texte[panne.colonne :]:
        return None
    return Dit(panne.ligne, panne.colonne, "il manque une virgule.", "Séparez les valeurs par des virgules.")


def _open_bracket(panne: Panne) -> Dit | None:
    """A bracket or a brace that nothing closes: the line to mend is the one that opens it."""
    if BETWEEN_ITEMS in panne.dit:
        line, column = panne.ouverture.line, panne.ouverture.column
    elif "while parsing a flow node" in panne.dit and not "".join(panne.lignes[panne.ligne :])[panne.colonne :].strip():
        line, column = max((number, found.start()) for number, text in enumerate(panne.lignes) for found in BRACKET.finditer(text))
    else:
        return None
    remede = f"Fermez-le à la fin de la ligne {line + 1}, ou mettez la valeur entre guillemets."
    return Dit(line, column, "crochet ou accolade ouvert jamais fermé.", remede)


def _block_sign(panne: Panne) -> Dit | None:
    """« > 18 ans » announces a block of text."""
    if "while scanning a block scalar" not in panne.dit:
        return None
    mark = panne.ouverture
    line = panne.lignes[mark.line]
    remede = f'Écrivez {line[: mark.column].strip()} "{line[mark.column :].strip()[:60]}".'
    return Dit(mark.line, mark.column, "le signe > ou | annonce un bloc de texte.", remede)


def _tab(panne: Panne) -> Dit | None:
    """A tab where a space is meant."""
    if panne.texte[panne.colonne : panne.colonne + 1] != "\t":
        return None
    return Dit(panne.ligne, panne.colonne, "tabulation dans la ligne.", "Remplacez la tabulation par une espace.")


def _dash(panne: Panne) -> Dit | None:
    """An item of a list that stands neither under the others nor under its field."""
    if "did not find expected" not in panne.dit or not panne.texte.lstrip().startswith("- "):
        return None
    above = [number for number in range(panne.ligne) if panne.lignes[number].lstrip().startswith("- ")]
    if not above:
        return None
    return Dit(panne.ligne, panne.colonne, "tiret mal aligné.", f"Alignez le tiret sur celui de la ligne {above[-1] + 1}.")


def _colon(panne: Panne) -> Dit | None:
    """A colon too much is often a line pushed right, or one colon too few on the line above."""
    if "mapping values are not allowed" not in panne.dit or not KEY_ALONE.match(panne.texte[: panne.colonne]):
        return None
    above = max((number for number in range(panne.ligne) if panne.lignes[number].strip()), default=panne.ligne)
    if _margin(panne.texte) > _margin(panne.lignes[above]):
        return Dit(panne.ligne, _margin(panne.texte), *SHIFTED)
    return Dit(above, 0, *(NO_SPACE if KEY_GLUED.match(panne.lignes[above]) else NO_COLON))


def _no_colon(panne: Panne) -> Dit | None:
    """A line that is no field."""
    if "could not find expected ':'" not in panne.dit:
        return None
    line = panne.ouverture.line
    return Dit(line, panne.ouverture.column, *(NO_SPACE if KEY_GLUED.match(panne.lignes[line]) else NO_COLON))


def _sentence(panne: Panne) -> Dit:
    message, remede = next(((fr, out) for needle, fr, out in SENTENCES if needle in panne.dit), OTHERWISE)
    place = panne.ouverture if "while scanning a" in panne.dit else None
    return Dit(place.line if place else panne.ligne, place.column if place else panne.colonne, message, remede)


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())


READERS: tuple[Callable[[Panne], Dit | None], ...] = (
    _open_quote,
    _quote_within,
    _template,
    _no_comma,
    _open_bracket,
    _after_bracket,
    _block_sign,
    _tab,
    _dash,
    _colon,
    _no_colon,
)
