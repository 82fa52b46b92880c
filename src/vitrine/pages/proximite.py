"""Near home: contacts, courses and events with the place of each, and the directory of platforms by département."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..catalogue import Catalogue, Fiche
from ..communes.adresses import commune_of
from ..communes.table import Commune
from ..model.common import Adresse
from ..model.plateforme import Plateforme
from .agenda import coming
from .filters import alphabetical, sorting_key
from .formations import sessions_of
from .page import Page, every_language, said

ADRESSE = "pres-de-chez-vous/"
PLATFORM_KIND, FOR_ALL = "plateforme", "public"


@dataclass(frozen=True)
class Lieu:
    """A record and where it is. ``partout`` when it serves its whole territory, ``en_ligne`` when one need not go anywhere."""

    fiche: Fiche[Any]
    adresse: Adresse | None
    commune: Commune | None
    departements: tuple[str, ...] = ()
    partout: bool = False
    en_ligne: bool = False

    @property
    def groupe(self) -> tuple[str, str]:
        """The département and commune it is listed under when nobody has said where they live; '' for what is not known."""
        if self.commune:
            return self.commune.departement, self.commune.nom
        return "", self.adresse.commune if self.adresse else ""


Groupes = list[tuple[str, str, list[Lieu]]]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page; an empty one on the site of a platform that has nothing to show yet."""
    lists = {genre: by_commune(found) for genre, found in places(catalogue)}
    departements = {code for groups in lists.values() for code, _, _ in groups if code}
    directory = by_departement(catalogue) if not catalogue.plateforme else []
    yield Page(
        ADRESSE, "pres-de-chez-vous.html", said(catalogue, "pres.titre"), said(catalogue, "pres.description"),
        langues=every_language(catalogue),
        donnees={
            "listes": lists, "annuaire": directory, "plusieurs": len(departements) > 1,
            "vide": not directory and not any(lists.values()),
        },
    )  # fmt: skip


def places(catalogue: Catalogue) -> Iterator[tuple[str, list[Lieu]]]:
    """What can be near, kind by kind: services for the public, courses and events to come."""
    yield "contacts", [of_contact(catalogue, f) for f in alphabetical(catalogue.contacts.values()) if f.fr.canal == FOR_ALL]
    sessions = [fiche for slug in catalogue.formations for fiche in sessions_of(catalogue, slug)]
    yield "sessions", [placed(catalogue, fiche, fiche.fr.lieu) for fiche in sessions]
    yield "agenda", [placed(catalogue, f, f.fr.lieu, en_ligne=f.fr.lieu is None) for f in coming(catalogue)]


def of_contact(catalogue: Catalogue, fiche: Fiche[Any]) -> Lieu:
    """A service of the platform, or one that names départements or no address, serves more than its own town."""
    contact = fiche.fr
    wide = contact.type == PLATFORM_KIND or bool(contact.departements) or contact.adresse is None
    return placed(catalogue, fiche, contact.adresse, partout=wide, departements=tuple(contact.departements))


def placed(catalogue: Catalogue, fiche: Fiche[Any], adresse: Adresse | None, **more: Any) -> Lieu:
    """A record with the commune of its address."""
    territory = catalogue.plateforme.fr.departements if catalogue.plateforme else ()
    return Lieu(fiche, adresse, commune_of(adresse, catalogue.communes, territory) if adresse else None, **more)


def by_commune(found: Iterable[Lieu]) -> Groupes:
    """Places by département and commune, in alphabetical order; first what has no place, last what is in an unknown one."""
    groups: dict[tuple[str, str], list[Lieu]] = {}
    for lieu in found:
        groups.setdefault(lieu.groupe, []).append(lieu)
    ordered = sorted(groups, key=lambda group: (bool(group[1]), not group[0], group[0], sorting_key(group[1])))
    return [(*group, groups[group]) for group in ordered]


def by_departement(catalogue: Catalogue) -> list[tuple[str, list[Fiche[Plateforme]]]]:
    """The platforms of each département that has one, by code."""
    groups: dict[str, list[Fiche[Plateforme]]] = {}
    for fiche in catalogue.annuaire.values():
        for code in fiche.fr.departements:
            groups.setdefault(code, []).append(fiche)
    return [(code, groups[code]) for code in catalogue.termes("departements") if code in groups]
