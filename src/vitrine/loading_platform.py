"""A platform's folder laid upon the national catalogue: read, merge, check. Its faults stop it alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from .communes.table import OWN_FILE, Table, read_communes
from .loading import FR, Chargement, check_fiches
from .memoire import OUBLI, Oubli
from .merging import NATIONAL, Reproche, Versions, merge_platform, merge_record
from .model.context import Contexte
from .model.fields import SLUG
from .model.kinds import GENRES, PLATEFORMES
from .problems import Probleme
from .racine import IDENTIFIANT, PLATEFORME, Racine
from .reading import LANGUES, RESERVED, Lot, read_lot, read_one, split_name
from .rules import check_platform
from .source.document import Document


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
