"""How sheets lead to each other: a link that leads nowhere misleads, one that has no way back is to be completed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from ..catalogue import Catalogue, Fiche
from ..model.fields import Renvoi
from ..model.metier import EMBAUCHE_DIRECTE, Metier
from ..model.walk import EACH, Patron, leaves, pattern_of
from ..selection import is_visible
from ..source.document import Chemin
from .constat import Constat, note

WAYS = ("evolutions", "proches")


@cache
def targets(model: type[BaseModel]) -> dict[Patron, str]:
    """The leaves that name another sheet, with the kind they name."""
    return {
        path: mark.liste for path, leaf in leaves(model).items() for mark in leaf.marqueurs if isinstance(mark, Renvoi)
    }  # fmt: skip


def references(fiche: Fiche[Any]) -> Iterator[tuple[Chemin, str, str]]:
    """(path, kind, slug) of every link of a sheet to another."""
    model: type[BaseModel] = type(fiche.fr)
    known = targets(model)
    heads = {path[0] for path in known}
    for path, value in fiche.document.textes:
        if value is None or path[0] not in heads:
            continue
        pattern = pattern_of(path, model)
        kind = known.get(pattern) or known.get((*pattern, EACH))
        if kind:
            yield path, kind, str(value)


def broken_links(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Constat]:
    """A link leads to a sheet that exists; one to a draft shows nothing."""
    for path, kind, slug in references(fiche):
        target = catalogue.of(kind).get(slug)
        if target is None:
            yield note(fiche, "lien-rompu", path, f"«\u00a0{slug}\u00a0» n'existe pas.", "Corrigez ou retirez.", trompeur=True)
        elif not is_visible(target, catalogue):
            said = f"«\u00a0{slug}\u00a0» est un brouillon\u00a0: le lien ne se voit pas."
            yield note(fiche, "lien-brouillon", path, said, "Publiez cette fiche, ou retirez le lien.")


def profession_and_training(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Constat]:
    """A profession has a formation and a formation a profession, and each names the other.

    A bridge is written on the profession alone: the page of the formation it starts from reads it there.
    """
    if fiche.genre == "metiers":
        yield from _profession(fiche, catalogue)
    elif fiche.genre == "formations":
        yield from _formation(fiche, catalogue)


def _profession(fiche: Fiche[Metier], catalogue: Catalogue) -> Iterator[Constat]:
    cited = set(fiche.fr.formations_menant)
    naming = {slug for slug, other in catalogue.formations.items() if fiche.slug in other.fr.metiers}
    if not (cited or naming or is_open_to_all(fiche.fr) or fiche.fr.formations_de_depart):
        yield note(
            fiche, "metier-sans-formation", ("acces", "voies"), "aucune formation n'y mène.", "Ajoutez-en une dans acces.voies."
        )
    for slug in sorted(naming - cited):
        said = f"la formation «\u00a0{slug}\u00a0» nomme ce métier, aucune voie ne la cite."
        yield note(fiche, "metier-muet", ("acces", "voies"), said, "Ajoutez-la à une voie, ou retirez le métier de la formation.")


def is_open_to_all(record: Metier) -> bool:
    """An employer hires and teaches on the spot: no training is needed to get in."""
    return any(voie.voie == EMBAUCHE_DIRECTE for voie in record.acces.voies)


def _formation(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Constat]:
    citing = set(catalogue.metiers_menes.get(fiche.slug, ()))
    if not citing and fiche.slug not in catalogue.metiers_rapproches and not fiche.fr.metiers:
        yield note(fiche, "formation-sans-metier", ("metiers",), "elle ne mène à aucun métier.", "Ajoutez metiers:.")
    for slug in sorted(citing - set(fiche.fr.metiers)):
        said = f"le métier «\u00a0{slug}\u00a0» cite cette formation, qui ne le nomme pas."
        yield note(fiche, "formation-muette", ("metiers",), said, "Ajoutez-le à metiers, ou retirez la formation du métier.")


def professions_together(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Constat]:
    """Professions that are near are so both ways, and none stands alone."""
    if fiche.genre != "metiers":
        return
    for position, slug in enumerate(fiche.fr.proches):
        other = catalogue.metiers.get(slug)
        if other and fiche.slug not in other.fr.proches:
            said = f"«\u00a0{slug}\u00a0» ne cite pas ce métier parmi ses proches."
            yield note(fiche, "proche-sans-retour", ("proches", position), said, "Ajoutez-le dans l'autre fiche.")
    others = [one.fr for slug, one in catalogue.metiers.items() if slug != fiche.slug]
    if not any(fiche.slug in getattr(one, way) for one in others for way in WAYS):
        yield note(fiche, "metier-isole", (), "aucun autre métier n'y mène.", "Citez-le dans evolutions ou proches d'un autre.")
