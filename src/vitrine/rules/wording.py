"""Text that reads badly, or worse when heard: shouting, unencrypted links, false headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..catalogue import Catalogue, Fiche
from ..problems import Probleme
from .coherence import Rule
from .told import tell

TITLES = {"titre", "intitule", "feminin", "masculin", "nom"}
PAIRS = (("(", ")"), ("«", "»"))
BOLD_TITLE = re.compile(r"(?m)^\*\*[^*\n]{1,80}\*\*\s*$")


def no_capitals_only(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Probleme]:
    """A title in capitals is spelt out by some screen readers."""
    for path, value in fiche.document.textes:
        words = [word for word in re.findall(r"[^\W\d_]{4,}", str(value))] if path[-1] in TITLES else []
        if len(words) > 1 and all(word.isupper() for word in words):
            shown = str(value).capitalize()
            yield tell(
                fiche, path, "tout en majuscules.", f"Écrivez «\u00a0{shown}\u00a0» (le site fera les capitales).", grave=False
            )


def no_plain_http(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Probleme]:
    """A link should be encrypted."""
    for path, value in fiche.document.textes:
        if isinstance(value, str) and value.startswith("http://") and path[-1] != "esco":
            yield tell(fiche, path, "adresse http non chiffrée.", "Essayez https://.", grave=False)


def no_bold_title(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Probleme]:
    """A line in bold is not a heading."""
    for path, value in fiche.document.textes:
        if isinstance(value, str) and "**" in value and BOLD_TITLE.search(value):
            yield tell(fiche, path, "ligne en gras à la place d'un titre.", "Utilisez le champ prévu.", grave=False)


def no_text_cut_in_two(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Probleme]:
    """What is opened is closed: a list item cut in two by a new line leaves a bracket or a quotation mark open."""
    for path, value in fiche.document.textes:
        for first, last in PAIRS if isinstance(value, str) else ():
            if value.count(first) > value.count(last):
                said = f"«\u00a0{first}\u00a0» n'est jamais refermé." if first == "(" else "un guillemet n'est jamais refermé."
                yield tell(fiche, path, said, f"Ajoutez «\u00a0{last}\u00a0», ou réunissez les deux lignes d'une phrase coupée.")


RULES: tuple[Rule, ...] = (no_capitals_only, no_plain_http, no_bold_title, no_text_cut_in_two)
