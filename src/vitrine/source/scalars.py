"""What can be wrong with one scalar though libyaml takes it: text lost, swallowed or unreadable. One generator a rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from .text import field_on, hidden_signs, mojibake

GLUED_DASH = re.compile(r"-[^\W\d_]")
OPENING = re.compile(r"^\s*(?:-\s+)*")
UNCLOSED = "guillemet ouvert jamais fermé."


class Faute(NamedTuple):
    """A fault at a place of a file; line and column count from 1."""

    ligne: int
    colonne: int
    message: str
    remede: str
    grave: bool = True


Regle = Callable[[Any, list[str]], Iterator[Faute]]


def scalar_faults(event: Any, lines: list[str]) -> Iterator[Faute]:
    """Every fault of a scalar event; ``lines`` are those of the whole file."""
    for rule in PLAIN if not event.style else QUOTED if event.style in "\"'" else ANY:
        yield from rule(event, lines)


def close_quote(line: int) -> str:
    """The way out of an open quote."""
    return f"Fermez le guillemet à la fin de la ligne {line}."


def lost_comment(event: Any, lines: list[str]) -> Iterator[Faute]:
    """A « # » after unquoted text cuts it."""
    end = event.end_mark
    rest = lines[end.line][end.column :]
    if rest.lstrip().startswith("#"):
        yield Faute(
            end.line + 1, end.column + 1, f"«\u00a0{rest.strip()[:60]}\u00a0» serait perdu (pris pour un commentaire).",
            "Mettez toute la valeur entre guillemets, ou le commentaire sur sa propre ligne.",
        )  # fmt: skip


def glued_dash(event: Any, lines: list[str]) -> Iterator[Faute]:
    """« -Pétrir » is no item of a list."""
    if GLUED_DASH.match(event.value):
        mark = event.start_mark
        yield Faute(mark.line + 1, mark.column + 1, "tiret collé au texte.", "Mettez une espace après le tiret.")


def swallowed_dash(event: Any, lines: list[str]) -> Iterator[Faute]:
    """A dash on a line of its own belongs to a list, not to the text above it."""
    first = event.start_mark.line
    for number in range(first + 1, event.end_mark.line + 1):
        if lines[number].lstrip().startswith("- "):
            column = lines[number].index("-") + 1
            yield Faute(number + 1, column, "tiret mal aligné.", f"Alignez le tiret sur celui de la ligne {first + 1}.")


def swallowed_field(event: Any, lines: list[str]) -> Iterator[Faute]:
    """A quote that closes lines below has taken a field or an item into its text."""
    mark = event.start_mark
    margin = len(OPENING.match(lines[mark.line])[0])  # type: ignore[index]
    for line in lines[mark.line + 1 : event.end_mark.line + 1]:
        within = len(line) - len(line.lstrip()) > margin
        if not within and (field_on(line) or line.lstrip().startswith("- ")):
            yield Faute(mark.line + 1, mark.column + 1, UNCLOSED, close_quote(mark.line + 1))
            return


def hidden(event: Any, lines: list[str]) -> Iterator[Faute]:
    """An escape such as \\x07 hides a control sign."""
    for message, _, remede in hidden_signs(event.value):
        yield Faute(event.start_mark.line + 1, event.start_mark.column + 1, message, remede)


def encoded_twice(event: Any, lines: list[str]) -> Iterator[Faute]:
    """Text read in the wrong encoding, then saved."""
    mended = mojibake(event.value)
    if mended:
        shown = f"Probablement\u00a0: «\u00a0{mended[:60]}\u00a0»."
        yield Faute(event.start_mark.line + 1, event.start_mark.column + 1, "texte encodé deux fois.", shown, grave=False)


ANY: tuple[Regle, ...] = (hidden, encoded_twice)
PLAIN: tuple[Regle, ...] = (lost_comment, glued_dash, swallowed_dash, *ANY)
QUOTED: tuple[Regle, ...] = (swallowed_field, *ANY)
