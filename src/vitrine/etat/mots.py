"""Words that put readers off: those to avoid, and those that the glossary should explain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..catalogue import Catalogue, Fiche
from ..prose import plain
from .constat import Constat, note
from .motifs import found_in, plain_fold
from .phrases import prose_of
from .reglages import Reglages

ENTRY = re.compile(r"(?m)^###\s+(.+?)\s*$")
SIGLE = re.compile(r"(?<![\w.])[A-ZÀ-Ý]{2,}(?![\w])")


def read_glossary(file: Path) -> frozenset[str]:
    """The entries of a glossary page, folded; none when there is no such page."""
    return frozenset(plain_fold(entry) for entry in ENTRY.findall(file.read_text("utf-8"))) if file.is_file() else frozenset()


def sheet_sigles(catalogue: Catalogue) -> frozenset[str]:
    """The sigles that sheets of the site bear, folded: their page explains them."""
    sigles = [fiche.fr.sigle for fiche in catalogue.metiers.values()] + [fiche.fr.sigle for fiche in catalogue.formations.values()]
    return frozenset(plain_fold(word) for sigle in sigles if sigle for word in SIGLE.findall(sigle))


def words_to_avoid(fiche: Fiche[Any], reglages: Reglages) -> Iterator[Constat]:
    """Words for which the settings give a better one."""
    better = {plain_fold(one.mot): one.remplacement for one in reglages.mots_a_eviter}
    listed = [one.mot for one in reglages.mots_a_eviter]
    for path, text in prose_of(fiche):
        for word in found_in(plain(text), listed):
            said = f"mot à éviter\u00a0: «\u00a0{word.replace('*', '…')}\u00a0»."
            yield note(fiche, "mot-a-eviter", path, said, f"Écrivez plutôt\u00a0: {better[plain_fold(word)]}.")


def unexplained_words(fiche: Fiche[Any], known: frozenset[str], reglages: Reglages) -> Iterator[Constat]:
    """Sigles and jargon that no entry explains, told once a sheet, where they first come."""
    told: set[str] = set()
    for path, text in prose_of(fiche):
        shown = plain(text)
        for word in (*SIGLE.findall(shown), *found_in(shown, reglages.jargon)):
            folded = plain_fold(word)
            if folded not in known | told:
                told.add(folded)
                said = f"«\u00a0{word}\u00a0» n'est pas dans le glossaire."
                yield note(fiche, "mot-hors-glossaire", path, said, "Ajoutez une entrée, ou écrivez le mot en entier.")


def known_words(glossary: Iterable[str], catalogue: Catalogue, reglages: Reglages) -> frozenset[str]:
    """All that needs no explanation, folded: glossary, sigles of sheets, sigles that the settings know."""
    return frozenset(glossary) | sheet_sigles(catalogue) | frozenset(map(plain_fold, reglages.sigles_connus))
