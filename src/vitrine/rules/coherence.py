"""Records agree with each other and with the calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from ..catalogue import FR, Catalogue, Fiche
from ..jeux.enquete import answer
from ..merging import NATIONAL
from ..model.common import EXEMPLE
from ..model.metier import PASSERELLE
from ..model.values import read_date
from ..problems import Probleme
from ..reading import RESERVED
from .told import tell

Rule = Callable[[Fiche[Any], Catalogue], Iterator[Probleme]]
DONE = {"verifie_le", "releve_le"}


def not_its_own_relative(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Probleme]:
    """A record never leads to itself."""
    for name in ("evolutions", "proches", "poursuites"):
        for position, slug in enumerate(getattr(fiche.fr, name, ())):
            if slug == fiche.slug:
                yield tell(fiche, (name, position), f"«\u00a0{slug}\u00a0» est son propre voisin.", f"Retirez-le de {name}.")


def no_check_in_the_future(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Probleme]:
    """What was verified, read or reviewed was so in the past."""
    for path, value in fiche.document.textes:
        reviewed = path[-1] in DONE or (path[0] == "relectures" and path[-1] == "date")
        day = _day(value) if reviewed else None
        if day and day > catalogue.aujourd_hui:
            yield tell(fiche, path, f"date future\u00a0: {value}.", "Corrigez-la.")


def _day(value: Any) -> date | None:
    try:
        return read_date(value)
    except ValueError:
        return None


def reviewed_sheet_has_sources(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Probleme]:
    """A reviewed sheet says where its facts come from."""
    if getattr(fiche.fr, "statut", "") == "relu" and not fiche.fr.sources:
        yield tell(fiche, ("statut",), "fiche relue sans source.", "Ajoutez sources:, ou passez-la en brouillon.")


def bridge_starts_elsewhere(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Probleme]:
    """A bridge names the diplomas one comes from, never the one it leads to."""
    if fiche.genre != "metiers":
        return
    leading = set(fiche.fr.formations_menant)
    bridges = [(way, voie) for way, voie in enumerate(fiche.fr.acces.voies) if voie.voie == PASSERELLE]
    for way, voie in bridges:
        for position, slug in enumerate(voie.formations):
            if slug in leading:
                path = ("acces", "voies", way, "formations", position)
                said = f"«\u00a0{slug}\u00a0» mène à ce métier par une autre voie\u00a0: on n'en vient pas."
                yield tell(fiche, path, said, "Nommez ici le diplôme que l'on a déjà, ou aucun.", grave=False)


def consent_still_holds(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Probleme]:
    """A testimony whose consent has run out is no longer published."""
    if fiche.genre == "temoignages" and not fiche.fr.is_publishable(catalogue.aujourd_hui):
        yield tell(
            fiche, ("consentement", "echeance"), "le consentement a pris fin\u00a0: ce témoignage n'est plus publié.",
            "Renouvelez l'accord ou supprimez le fichier.", grave=False,
        )  # fmt: skip


def examples_are_replaced(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Probleme]:
    """An example written by the program is never published as a fact; a site in preparation says so on each page."""
    provisional = bool(catalogue.plateforme and catalogue.plateforme.fr.provisoire)
    for path, value in fiche.document.textes:
        if value == EXEMPLE:
            remede = "Remplacez les exemples de cette fiche et sa source, ou supprimez le fichier."
            yield tell(fiche, path, "cette fiche est un exemple.", remede, grave=not provisional)


def riddles_have_answers(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Probleme]:
    """A sheet that stands at a station of an inquiry says what the riddle asks."""
    for position, station in enumerate(fiche.fr.stations if fiche.genre == "jeux" else ()):
        if station.metier in catalogue.metiers and answer(catalogue, station) is None:
            said = f"la fiche «\u00a0{station.metier}\u00a0» ne dit rien de «\u00a0{station.champ or 'journee'}\u00a0»."
            remede = "Complétez cette fiche, ou choisissez un autre champ ou un autre métier."
            yield tell(fiche, ("stations", position), said, remede)


def former_names_are_free(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Probleme]:
    """A former address leads to one page, and is that of no other."""
    owners = catalogue.anciens_noms
    for position, slug in enumerate(getattr(fiche.fr, "anciens_slugs", ())):
        if slug in RESERVED or slug in catalogue.of(fiche.genre) or owners.get((fiche.genre, slug), [fiche.slug]) != [fiche.slug]:
            message = f"«\u00a0{slug}\u00a0» est déjà l'adresse d'une page."
            yield tell(fiche, ("anciens_slugs", position), message, "Retirez-le.")
    if fiche.origine != NATIONAL and any(owner != fiche.slug for owner in owners.get((fiche.genre, fiche.slug), ())):
        message = f"«\u00a0{fiche.slug}\u00a0» est l'ancienne adresse de «\u00a0{owners[fiche.genre, fiche.slug][0]}\u00a0»."
        yield tell(fiche, (), message, "Donnez un autre nom à ce fichier.")


def unique_titles(catalogue: Catalogue) -> Iterator[Probleme]:
    """Two pages of a kind never bear the same title."""
    for fiches in catalogue.fiches.values():
        seen: dict[str, str] = {}
        for fiche in fiches.values():
            title = next((getattr(fiche.fr, name) for name in ("intitule", "titre", "nom") if hasattr(fiche.fr, name)), "")
            other = seen.setdefault(title.casefold(), fiche.document.fichier) if title else fiche.document.fichier
            if other != fiche.document.fichier:
                yield tell(fiche, (), f"même titre que {other}\u00a0: «\u00a0{title}\u00a0».", "Distinguez les deux titres.")


def complete_texts(catalogue: Catalogue) -> Iterator[Probleme]:
    """Every interface string exists in every language."""
    for langue, strings in catalogue.textes.items():
        for key in catalogue.textes.get(FR, {}):
            if key not in strings:
                name = f"data/textes/interface.{langue}.yml"
                yield Probleme(name, 0, 0, key, "texte d'interface non traduit.", "Ajoutez-le à ce fichier.")


RULES: tuple[Rule, ...] = (
    not_its_own_relative,
    no_check_in_the_future,
    reviewed_sheet_has_sources,
    bridge_starts_elsewhere,
    consent_still_holds,
    examples_are_replaced,
    riddles_have_answers,
    former_names_are_free,
)
