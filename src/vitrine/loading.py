"""From folders to a Catalogue: read, merge, check. The national folder once, then each platform upon it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

from .catalogue import Catalogue, Fiche, Textes
from .checking import check, check_translation
from .communes.table import OWN_FILE, Table, read_communes
from .merging import COMPLETE, NATIONAL, TERRITOIRE, Versions, merge_platform, overlay, own_versions, without
from .model.context import Contexte
from .model.fields import SLUG
from .model.kinds import COMPARAISONS, GENRES, NOMENCLATURES, PLATEFORMES, PROGRAMME, Genre, Programme
from .problems import Probleme, is_blocking
from .reading import LANGUES, RESERVED, Lot, read_lot, read_one, split_name
from .rules import check_catalogue, check_platform
from .source.document import Document

FR = "fr"
COMMUNES = "communes"


@dataclass(frozen=True)
class Racine:
    """Where the data live: the national folder and the folder of platforms."""

    dossier: Path

    @property
    def data(self) -> Path:
        """National facts."""
        return self.dossier / "data"

    @property
    def plateformes(self) -> Path:
        """One folder a platform."""
        return self.dossier / "plateformes"

    def slugs(self) -> list[str]:
        """The platforms that have a folder."""
        if not self.plateformes.is_dir():
            return []
        return sorted(folder.name for folder in self.plateformes.iterdir() if folder.is_dir() and not folder.name.startswith("."))


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


def load_national(racine: Racine) -> Chargement:
    """Read and check all national facts."""
    folders = (*GENRES, "nomenclatures", "plateformes", "textes", COMPARAISONS.dossier)
    lot = read_lot(racine.data, "data", folders, isoles=("programme.yml", "etat.yml", COMMUNES))
    textes = _textes(lot)
    nomenclatures, problems = _nomenclatures(lot)
    today = build_day()
    contexte = Contexte({name: list(fiche.fr.termes) for name, fiche in nomenclatures.items()}, _slugs(lot), today)
    versions = own_versions(lot, NATIONAL)
    annuaire = check_fiches(PLATEFORMES, versions.pop("plateformes", {}), contexte, problems)
    rows = check_fiches(COMPARAISONS, versions.pop(COMPARAISONS.dossier, {}), contexte, problems)
    fiches = {name: check_fiches(genre, versions.get(name, {}), contexte, problems) for name, genre in GENRES.items()}
    programme = _programme(racine, lot, contexte, problems)
    communes = Table(racine.data / COMMUNES)
    catalogue = Catalogue(fiches, annuaire, None, nomenclatures, textes, programme, rows.get("metiers"), today, communes)
    problems += check_catalogue(catalogue)
    return Chargement(catalogue, [*lot.problemes, *problems], lot.fichiers_lus, lot, contexte)


def _slugs(lot: Lot) -> dict[str, list[str]]:
    return {genre: lot.slugs(genre) for genre in GENRES}


def _textes(lot: Lot) -> dict[str, Textes]:
    """Interface strings. They stand in ``textes/interface.yml`` and its translations."""
    versions = lot.fiches.pop("textes", {}).get("interface", {})
    return {langue: document.donnees for langue, document in versions.items()}


def _nomenclatures(lot: Lot) -> tuple[dict[str, Fiche[Any]], list[Probleme]]:
    problems: list[Probleme] = []
    versions = {slug: Versions(NATIONAL, found) for slug, found in lot.fiches.pop("nomenclatures", {}).items()}
    return check_fiches(NOMENCLATURES, versions, Contexte(), problems), problems


def _programme(racine: Racine, lot: Lot, contexte: Contexte, problems: list[Probleme]) -> Programme:
    document = read_one(racine.data / "programme.yml", "data/programme.yml", lot)
    if not document:
        return Programme()
    record, faults = check(document, PROGRAMME.modele, contexte)
    problems += faults
    return record if isinstance(record, Programme) else Programme()


def check_fiches(
    genre: Genre, versions: Mapping[str, Versions], contexte: Contexte, problems: list[Probleme]
) -> dict[str, Fiche[Any]]:
    """Check every record of a kind in every language; faults go to ``problems``."""
    found = {}
    for slug, version in versions.items():
        fiche = _check_fiche(genre, slug, version, contexte, problems)
        if fiche:
            found[slug] = fiche
    return found


def _check_fiche(genre: Genre, slug: str, version: Versions, contexte: Contexte, problems: list[Probleme]) -> Fiche[Any] | None:
    french = version.par_langue.get(FR)
    if french is None:
        first = next(iter(version.par_langue.values()))
        problems.append(
            Probleme(first.fichier, 0, 0, "", "traduction d'une fiche qui n'existe pas.", "Ajoutez la fiche en français.")
        )
        return None
    record, faults = check(french, genre.modele, contexte)
    problems += faults
    if record is None:
        return None
    valeurs, perimees = {FR: record}, set()
    for langue, document in sorted(version.par_langue.items()):
        if langue == FR:
            continue
        translated, faults = check_translation(french, document, genre.modele, contexte)
        problems += faults
        if translated is not None:
            valeurs[langue] = translated
        if any("a changé depuis" in fault.message for fault in faults):
            perimees.add(langue)
    return Fiche(genre.dossier, slug, valeurs, french, version.origine, version.completes, frozenset(perimees))


def load_platform(national: Chargement, racine: Racine, slug: str) -> Chargement:
    """Read one platform and lay it upon the national catalogue, which is left as it was."""
    folder, name = racine.plateformes / slug, f"plateformes/{slug}"
    lot = Lot(name)
    fault = _folder_fault(folder, slug)
    if fault or national.lot is None:
        lot.problemes += [fault] if fault else []
        return Chargement(national.catalogue, lot.problemes)
    lot = read_lot(folder / "data", f"{name}/data")
    problems: list[Probleme] = []
    merged = merge_platform(national.lot, lot)
    contexte = replace(national.contexte, slugs=_all_slugs(national.contexte, merged, lot))
    fiches = {
        kind: {**national.catalogue.of(kind), **check_fiches(genre, merged.get(kind, {}), contexte, problems)}
        for kind, genre in GENRES.items()
    }
    versions = _platform_versions(national.catalogue.annuaire.get(slug), folder, name, lot)
    found = check_fiches(PLATEFORMES, {slug: versions} if versions else {}, contexte, problems)
    plateforme = found.get(slug)
    communes = _communes(national.catalogue.communes, folder, name, problems)
    catalogue = replace(national.catalogue, fiches=fiches, plateforme=plateforme, annuaire={}, communes=communes)
    problems += check_platform(catalogue, folder)
    own = [problem for problem in problems if problem.fichier.startswith(f"{name}/") or _is_grave_in_french(problem)]
    return Chargement(catalogue, [*lot.problemes, *own], lot.fichiers_lus, lot, contexte)


def _communes(national: Table, folder: Path, name: str, problems: list[Probleme]) -> Table:
    """The platform's own table when it gives one, else the national one; faults go to ``problems``."""
    file = folder / "data" / OWN_FILE
    if not file.is_file():
        return national
    communes, faults = read_communes(file, f"{name}/data/{OWN_FILE}")
    problems += faults
    return Table() if faults else Table(propres=communes)


def _is_grave_in_french(problem: Probleme) -> bool:
    """A national translation that a completed record outgrows is not the platform's fault: the French is shown."""
    return problem.grave and split_name(Path(problem.fichier))[1] == FR


def _folder_fault(folder: Path, slug: str) -> Probleme | None:
    place = f"plateformes/{slug[:60]}"
    if not SLUG.fullmatch(slug) or slug in RESERVED:
        return Probleme(place, 0, 0, "", "nom de plateforme non admis.", "Lettres minuscules sans accent, chiffres, tirets.")
    if folder.is_symlink() or not folder.is_dir():
        return Probleme(place, 0, 0, "", "plateforme inconnue.", "Créez-la\u00a0: vitrine new plateforme " + slug + ".")
    return None


def _all_slugs(contexte: Contexte, merged: Mapping[str, Iterable[str]], lot: Lot) -> dict[str, list[str]]:
    return {
        genre: [*contexte.slugs.get(genre, ()), *merged.get(genre, ()), *sorted(lot.illisibles.get(genre, ()))] for genre in GENRES
    }


def _platform_versions(listed: Fiche[Any] | None, folder: Path, name: str, lot: Lot) -> Versions | None:
    """Read ``plateforme.yml`` and its translations, laid upon the national directory; faults go to ``lot.problemes``."""
    file = f"{name}/plateforme.yml"
    own = read_one(folder / "plateforme.yml", file, lot)
    if own is None:
        if not any(problem.fichier == file for problem in lot.problemes):
            lot.problemes.append(Probleme(file, 0, 0, "", "fichier absent.", "Il décrit la plateforme\u00a0: créez-le."))
        return None
    french, verb = without(own, COMPLETE)
    if bool(listed) != (verb == NATIONAL):
        lot.problemes.append(_directory_fault(own, verb))
        return None
    versions = {FR: overlay(listed.document, french, whole_fields=True) if listed else french}
    for langue in LANGUES[1:]:
        translation = read_one(folder / f"plateforme.{langue}.yml", f"{name}/plateforme.{langue}.yml", lot)
        if translation:
            versions[langue] = translation
    return Versions(TERRITOIRE, versions)


def _directory_fault(own: Document, verb: Any) -> Probleme:
    mark = own.marque((COMPLETE,))
    if verb:
        said, way_out = "aucune plateforme de ce nom dans l'annuaire national.", "Retirez complete: national."
    else:
        said, way_out = "cette plateforme est dans l'annuaire national.", "Commencez le fichier par complete: national."
    return Probleme(mark.fichier, mark.ligne, mark.colonne, COMPLETE if verb else "", said, way_out)
