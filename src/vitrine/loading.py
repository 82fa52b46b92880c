"""From folders to a Catalogue: read, merge, check. The national folder once, then each platform upon it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timezone
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from .catalogue import Catalogue, Fiche, Textes
from .checking import check, check_translation
from .communes.table import OWN_FILE, Table, read_communes
from .memoire import OUBLI, Oubli
from .merging import NATIONAL, Reproche, Versions, merge_platform, merge_record, own_versions
from .model.base import Modele
from .model.context import Contexte
from .model.fields import SLUG
from .model.kinds import COMPARAISONS, GENRES, NOMENCLATURES, PLATEFORMES, Genre, Programme
from .model.sante import Sante
from .problems import Probleme, is_blocking
from .racine import IDENTIFIANT, PLATEFORME, Racine
from .reading import LANGUES, RESERVED, Lot, read_lot, read_one, split_name
from .rules import check_catalogue, check_platform
from .rules.privacy import identity_numbers
from .source.document import Document

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


def load_platform(national: Chargement, racine: Racine, slug: str, memoire: Oubli = OUBLI) -> Chargement:
    """Read one platform and lay it upon the national catalogue, which is left as it was."""
    folder, name = racine.maison(slug), racine.nom(slug)
    lot = Lot(name)
    fault = _folder_fault(racine, slug)
    if fault or national.lot is None:
        lot.problemes += [fault] if fault else []
        return Chargement(national.catalogue, lot.problemes)
    lot = read_lot(folder / "data", f"{name}data", lecteur=memoire.parse)
    problems: list[Probleme] = []
    merged = merge_platform(national.lot, lot)
    slugs = _all_slugs(national.contexte, merged, lot)
    contexte = memoire.alike("contexte de la plateforme", replace(national.contexte, slugs=slugs))
    fiches = {
        kind: {**national.catalogue.of(kind), **check_fiches(genre, merged.get(kind, {}), contexte, problems, memoire)}
        for kind, genre in GENRES.items()
    }
    versions = _platform_versions(national.lot.fiches.get(PLATEFORMES.dossier, {}).get(slug, {}), racine, slug, lot, memoire)
    found = check_fiches(PLATEFORMES, {slug: versions} if versions else {}, contexte, problems, memoire)
    plateforme = found.get(slug)
    communes = _communes(national.catalogue.communes, folder, name, problems)
    catalogue = replace(national.catalogue, fiches=fiches, plateforme=plateforme, annuaire={}, communes=communes)
    problems += check_platform(catalogue, folder, memoire)
    own = [problem for problem in problems if _is_own(problem, national.lot) or _is_grave_in_french(problem)]
    return Chargement(catalogue, [*lot.problemes, *own], lot.fichiers_lus, lot, contexte)


def _communes(national: Table, folder: Path, name: str, problems: list[Probleme]) -> Table:
    """The platform's own table when it gives one, else the national one; faults go to ``problems``."""
    file = folder / "data" / OWN_FILE
    if not file.is_file():
        return national
    communes, faults = read_communes(file, f"{name}data/{OWN_FILE}")
    problems += faults
    return Table() if faults else Table(propres=communes)


def _is_own(problem: Probleme, national: Lot) -> bool:
    return not problem.fichier.startswith(f"{national.nom}/")


def _is_grave_in_french(problem: Probleme) -> bool:
    """A national translation that a completed record outgrows is not the platform's fault: the French is shown."""
    return problem.grave and split_name(Path(problem.fichier))[1] == FR


def _folder_fault(racine: Racine, slug: str) -> Probleme | None:
    folder, place = racine.maison(slug), f"plateformes/{slug[:60]}"
    if not SLUG.fullmatch(slug) or slug in RESERVED:
        return Probleme(place, 0, 0, "", "nom de plateforme non admis.", "Lettres minuscules sans accent, chiffres, tirets.")
    if racine.depot and slug not in racine.slugs():
        return Probleme(
            PLATEFORME, 0, 0, IDENTIFIANT, f"ce dépôt n'est pas celui de «\u00a0{slug}\u00a0».", "Ne nommez pas la plateforme."
        )
    if folder.is_symlink() or not folder.is_dir():
        return Probleme(place, 0, 0, "", "plateforme inconnue.", "Créez-la\u00a0: vitrine new plateforme " + slug + ".")
    return None


def _all_slugs(contexte: Contexte, merged: Mapping[str, Iterable[str]], lot: Lot) -> dict[str, list[str]]:
    return {
        genre: [*contexte.slugs.get(genre, ()), *merged.get(genre, ()), *sorted(lot.illisibles.get(genre, ()))] for genre in GENRES
    }


def _platform_versions(listed: Mapping[str, Document], racine: Racine, slug: str, lot: Lot, memoire: Oubli) -> Versions | None:
    """Read ``plateforme.yml`` and its translations, laid upon the national directory; faults go to ``lot.problemes``."""
    folder, name = racine.maison(slug), racine.nom(slug)
    own = {}
    for langue in LANGUES:
        file = PLATEFORME if langue == FR else f"plateforme.{langue}.yml"
        document = read_one(folder / file, name + file, lot, memoire.parse)
        if document:
            own[langue] = document
    if FR not in own:
        if not any(problem.fichier == name + PLATEFORME for problem in lot.problemes):
            lot.problemes.append(
                Probleme(name + PLATEFORME, 0, 0, "", "fichier absent.", "Il décrit la plateforme\u00a0: créez-le.")
            )
        return None
    lot.problemes += _identifier_faults(own[FR], racine, slug)
    parts = [*listed.values(), *own.values()]
    versions, faults = memoire.same("plateforme", parts, partial(_laid_on_directory, listed, own))
    lot.problemes += faults
    return versions


def _laid_on_directory(listed: Mapping[str, Document], own: Mapping[str, Document]) -> tuple[Versions | None, list[Probleme]]:
    problems: list[Probleme] = []
    return merge_record(listed, own, _directory_fault, problems), problems


def _identifier_faults(own: Document, racine: Racine, slug: str) -> list[Probleme]:
    """The identifier names the platform wherever its folder stands; its own repository has no other name to give it."""
    said, mark = own.donnees.get(IDENTIFIANT), own.marque((IDENTIFIANT,))
    if said == slug or (said is None and not racine.depot):
        return []
    fact = f"«\u00a0{str(said)[:60]}\u00a0» n'est pas le nom du dossier." if said else "champ obligatoire absent."
    if racine.depot:
        fact = "identifiant non admis." if said else fact
    return [Probleme(mark.fichier, mark.ligne, mark.colonne, IDENTIFIANT, fact, f"Écrivez {IDENTIFIANT}: {slug}.")]


def _directory_fault(verb: Any, exists: bool) -> Reproche | None:
    if verb and not exists:
        return "aucune plateforme de ce nom dans l'annuaire national.", "Retirez complete: national."
    if exists and verb != NATIONAL:
        return "cette plateforme est dans l'annuaire national.", "Commencez le fichier par complete: national."
    return None
