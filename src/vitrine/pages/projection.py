"""What a class sees on the wall: professions to guess, true or false, scenes; one deck a page, chosen by plain links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Any

from ..catalogue import Catalogue, Fiche
from ..model.metier import IdeeRecue, Metier
from ..model.quiz import Quiz
from .filters import choices, sorting_key
from .metiers import FAMILLE
from .page import Libelle, Page, every_language, labels, said

DOSSIER = "ecole/projeter/"
NOMBRES = (5, 10, 20)
INDICES = 3
STEM = 5
"""Letters of a word that give it away: « soign » tells of « soignant »."""


@dataclass(frozen=True)
class Carte:
    """A profession to guess from some of its missions, or one thing that people say of it."""

    fiche: Fiche[Metier]
    missions: tuple[str, ...] = ()
    idee: IdeeRecue | None = None

    @property
    def dit(self) -> str:
        """What people say, without the marks that some sheets put around it."""
        return self.idee.idee.strip("«\u00a0\u202f »") if self.idee else ""


@dataclass(frozen=True)
class Paquet:
    """Some cards that are shown one after the other. ``titre`` names them among the others: « Soin », « 10 cartes »."""

    jeu: str
    adresse: str
    titre: Libelle
    cartes: list[Carte]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The choice of decks, and one page each; none when there is nothing to show."""
    decks = [*packs(catalogue, "metiers", guesses), *packs(catalogue, "idees", ideas)]
    scenes = [fiche for fiche in catalogue.quiz.values() if fiche.fr.scenes]
    if not decks and not scenes:
        return
    yield Page(
        DOSSIER, "projeter.html", said(catalogue, "projeter.titre"), said(catalogue, "projeter.description"), parent="ecole/",
        section="ecole", langues=every_language(catalogue), donnees={"index": True, "paquets": decks, "scenes": scenes},
    )  # fmt: skip
    for deck in decks:
        yield deck_page(catalogue, deck)
    for fiche in scenes:
        yield scene_page(catalogue, fiche)


def deck_page(catalogue: Catalogue, deck: Paquet) -> Page:
    """The page of one deck: its cards are written in French."""
    key = f"projeter.{deck.jeu}"
    return Page(
        deck.adresse, "projection.html", said(catalogue, f"{key}.paquet", valeur=deck.titre),
        said(catalogue, f"{key}.description", valeur=deck.titre), parent=DOSSIER, section="ecole",
        donnees={"jeu": deck.jeu, "cartes": deck.cartes},
    )  # fmt: skip


def scene_page(catalogue: Catalogue, fiche: Fiche[Quiz]) -> Page:
    """The scenes of a quiz, in the languages that it speaks."""
    title = {langue: fiche.dans(langue).titre for langue in catalogue.textes}
    return Page(
        f"{DOSSIER}scenes/{fiche.slug}/", "projection.html", said(catalogue, "projeter.scenes.paquet", valeur=title),
        said(catalogue, "projeter.scenes.description", valeur=title), parent=DOSSIER, section="ecole",
        langues=frozenset(fiche.valeurs), donnees={"jeu": "scenes", "quiz": fiche},
    )  # fmt: skip


def packs(catalogue: Catalogue, jeu: str, make: Any) -> Iterator[Paquet]:
    """Decks of a game: a few cards of every family, then all those of one family. A number too great is left out."""
    families = choices(catalogue, FAMILLE, best_known(catalogue))
    mixed = dealt(make(option.fiches) for option in families)
    for count in NOMBRES:
        if count <= len(mixed):
            yield Paquet(jeu, f"{DOSSIER}{jeu}/{count}-cartes/", said(catalogue, "projeter.cartes", n=count), mixed[:count])
    for option in families:
        cards = make(option.fiches)
        if cards:
            yield Paquet(jeu, f"{DOSSIER}{jeu}/{option.code}/", labels(catalogue, FAMILLE.nomenclature, option.code), cards)


def best_known(catalogue: Catalogue) -> list[Fiche[Metier]]:
    """Professions that most others lead to or resemble come first."""
    named = Counter(slug for fiche in catalogue.metiers.values() for slug in {*fiche.fr.proches, *fiche.fr.evolutions})
    return sorted(catalogue.metiers.values(), key=lambda fiche: (-named[fiche.slug], fiche.slug))


def dealt(hands: Iterable[list[Carte]]) -> list[Carte]:
    """One card of each hand in turn; a profession comes once."""
    once: dict[str, Carte] = {}
    for card in filter(None, chain.from_iterable(zip_longest(*hands))):
        once.setdefault(card.fiche.slug, card)
    return list(once.values())


def guesses(fiches: Iterable[Fiche[Metier]]) -> list[Carte]:
    """Professions to guess: those of which some missions do not say the name."""
    cards = (Carte(fiche, clues(fiche.fr)) for fiche in fiches)
    return [card for card in cards if card.missions]


def clues(metier: Metier) -> tuple[str, ...]:
    """The first missions in which no word of the name is read."""
    named = stems(f"{metier.feminin} {metier.masculin} {metier.sigle or ''}")
    return tuple(mission for mission in metier.missions if not named & stems(mission))[:INDICES]


def stems(text: str) -> set[str]:
    """How the long words of a text begin."""
    return {word[:STEM] for word in re.findall(r"[a-z]+", sorting_key(text)) if len(word) >= STEM}


def ideas(fiches: Iterable[Fiche[Metier]]) -> list[Carte]:
    """What people say of professions: one idea of each, then a second."""
    rounds = zip_longest(*([Carte(fiche, idee=idea) for idea in turned(fiche)] for fiche in fiches))
    return [card for card in chain.from_iterable(rounds) if card]


def turned(fiche: Fiche[Metier]) -> list[IdeeRecue]:
    """The ideas of a sheet, begun elsewhere on each, always at the same place: the true one often stands last."""
    told = fiche.fr.idees_recues
    start = len(fiche.slug) % len(told) if told else 0
    return [*told[start:], *told[:start]]
