"""From the national folder to a Catalogue: read, merge, check; what a platform's loading shares with it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from .catalogue import Catalogue, Fiche, Textes
from .checking import check, check_translation
from .communes.table import Table
from .memoire import OUBLI, Oubli
from .merging import NATIONAL, Versions, own_versions
from .model.base import Modele
from .model.context import Contexte
from .model.kinds import COMPARAISONS, GENRES, NOMENCLATURES, PLATEFORMES, Genre, Programme
from .model.sante import Sante
from .problems import Probleme, is_blocking
from .racine import Racine
from .reading import Lot, read_lot, read_one
from .rules import check_catalogue
from .rules.privacy import identity_numbers

FR = "fr"
PROGRAMME, SANTE, COMMUNES = "programme.yml", "sante.yml", "communes"
M = TypeVar("M", bound=Modele)


@dataclass
class Chargement:
    """What loading gives: a catalogue, all problems, the number of files read."""

    catalogue: Catalogue
    problemes: list[Probleme] = field(default_factory=list)
    fichiers_lus: int = 0
    lot: Lot | None = None
    contexte: Contexte = field(default_factory=Contexte)

    @property
    def publiable(self) -> bool:
        """Whether nothing forbids publication."""
        return not is_blocking(self.problemes)


def build_day() -> date:
    """Today in UTC, or the day of SOURCE_DATE_EPOCH so that a build can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), timezone.utc).date() if epoch else datetime.now(timezone.utc).date()


def load_national(racine: Racine, memoire: Oubli = OUBLI) -> Chargement:
    """Read and check all national facts; ``memoire`` keeps what has not changed since the last reading."""
    folders = (*GENRES, "nomenclatures", "plateformes", "textes", COMPARAISONS.dossier)
    isoles = (PROGRAMME, SANTE, "etat.yml", COMMUNES)
    lot = read_lot(racine.data, f"{racine.prefixe}data", folders, isoles, memoire.parse)
    textes = _textes(lot)
    nomenclatures, problems = _nomenclatures(lot, memoire)
    today = build_day()
    codes = {name: list(fiche.fr.termes) for name, fiche in nomenclatures.items()}
    contexte = memoire.alike("contexte", Contexte(codes, _slugs(lot), today))
    versions = own_versions(lot, NATIONAL)
    annuaire = check_fiches(PLATEFORMES, versions.pop("plateformes", {}), contexte, problems, memoire)
    rows = check_fiches(COMPARAISONS, versions.pop(COMPARAISONS.dossier, {}), contexte, problems, memoire)
    fiches = {name: check_fiches(genre, versions.get(name, {}), contexte, problems, memoire) for name, genre in GENRES.items()}
    programme = _alone(racine.data / PROGRAMME, Programme, lot, contexte, memoire)
    sante = _alone(racine.data / SANTE, Sante, lot, contexte, memoire)
    communes = Table(racine.data / COMMUNES)
    catalogue = Catalogue(fiches, annuaire, None, nomenclatures, textes, programme, rows.get("metiers"), today, communes, sante)
    problems += check_catalogue(catalogue, memoire)
    return Chargement(catalogue, [*lot.problemes, *problems], lot.fichiers_lus, lot, contexte)


def _slugs(lot: Lot) -> dict[str, list[str]]:
    return {genre: lot.slugs(genre) for genre in GENRES}


def _textes(lot: Lot) -> dict[str, Textes]:
    """Interface strings. They stand in ``textes/interface.yml`` and its translations."""
    versions = lot.fiches.pop("textes", {}).get("interface", {})
    return {langue: document.donnees for langue, document in versions.items()}


def _nomenclatures(lot: Lot, memoire: Oubli) -> tuple[dict[str, Fiche[Any]], list[Probleme]]:
    problems: list[Probleme] = []
    versions = {slug: Versions(NATIONAL, found) for slug, found in lot.fiches.pop("nomenclatures", {}).items()}
    contexte = memoire.alike("contexte des nomenclatures", Contexte())
    return check_fiches(NOMENCLATURES, versions, contexte, problems, memoire), problems


def _alone(file: Path, model: type[M], lot: Lot, contexte: Contexte, memoire: Oubli) -> M:
    """A file that stands beside the folders; empty when it is absent or faulty."""
    document = read_one(file, f"{lot.nom}/{file.name}", lot, memoire.parse)
    if document is None:
        return model()
    record, faults = memoire.same(file.name, (document, contexte), partial(check, document, model, contexte))
    lot.problemes += faults
    return record or model()


def check_fiches(
    genre: Genre, versions: Mapping[str, Versions], contexte: Contexte, problems: list[Probleme], memoire: Oubli = OUBLI
) -> dict[str, Fiche[Any]]:
    """Check every record of a kind in every language; faults go to ``problems``."""
    found = {}
    for slug, version in versions.items():
        key = (genre.dossier, slug, version.origine)
        parts = (contexte, *version.par_langue.values())  # all the rest of a version comes with a new French document
        fiche, faults = memoire.same(key, parts, partial(_check_fiche, genre, slug, version, contexte))
        problems += faults
        if fiche:
            found[slug] = fiche
    return found


def _check_fiche(genre: Genre, slug: str, version: Versions, contexte: Contexte) -> tuple[Fiche[Any] | None, list[Probleme]]:
    french = version.par_langue.get(FR)
    if french is None:
        first = next(iter(version.par_langue.values()))
        message = "traduction d'une fiche qui n'existe pas."
        return None, [Probleme(first.fichier, 0, 0, "", message, "Ajoutez la fiche en français.")]
    record, problems = check(french, genre.modele, contexte)
    if record is None:
        return None, problems
    valeurs, perimees = {FR: record}, set()
    for langue, document in sorted(version.par_langue.items()):
        if langue == FR:
            continue
        kept = version.en_francais.get(langue, frozenset())
        translated, faults = check_translation(french, document, genre.modele, contexte, kept)
        problems += [*faults, *identity_numbers(document)]
        if translated is not None:
            valeurs[langue] = translated
        if any("a changé depuis" in fault.message for fault in faults):
            perimees.add(langue)
    return Fiche(genre.dossier, slug, valeurs, french, version.origine, version.completes, frozenset(perimees)), problems
