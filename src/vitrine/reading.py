"""Read a folder of data into a Lot: every YAML file as a Document, sorted by kind, slug and language. Nothing is judged yet
but the names of files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .model.context import suggestion
from .model.fields import SLUG
from .model.kinds import GENRES
from .problems import Probleme
from .source.document import Document, read_document
from .source.text import weight

LANGUES = ("fr", "en", "ar")
RESERVED = frozenset(
    [
        "index",
        "404",
        "search",
        "recherche",
        "assets",
        "sitemap",
        "robots",
        "donnees",
        "en",
        "ar",
        "fr",
        "con",
        "nul",
        "aux",
        "prn",
        "com1",
        "lpt1",
        "par-famille",
        "par-lieu",
        "par-public",
        "par-niveau",
        "par-horaire",
        "par-voie",
        "par-genre",
        "par-type",
        "par-territoire",
        "sans-diplome",
        "a-z",
        "passes",
    ]
)
FILES_AT_MOST = 5_000


@dataclass
class Lot:
    """What one folder holds. ``fiches[genre][slug][langue]`` is a Document; « fr » is the record, others its translations."""

    nom: str
    fiches: dict[str, dict[str, dict[str, Document]]] = field(default_factory=dict)
    problemes: list[Probleme] = field(default_factory=list)
    fichiers_lus: int = 0

    def slugs(self, genre: str) -> list[str]:
        """Slugs that have a French record."""
        return [slug for slug, versions in self.fiches.get(genre, {}).items() if "fr" in versions]


def read_lot(root: Path, name: str, genres: tuple[str, ...] = tuple(GENRES)) -> Lot:
    """Read the sub-folders ``genres`` of a data folder; ``name`` prefixes the paths shown to people."""
    lot = Lot(name)
    for folder in _folders(root, genres, lot):
        lot.fiches[folder.name] = _read_folder(folder, f"{name}/{folder.name}", lot)
    return lot


def _folders(root: Path, genres: tuple[str, ...], lot: Lot) -> Iterator[Path]:
    if not root.is_dir() or root.is_symlink():
        return
    for folder in sorted(root.iterdir()):
        if folder.is_symlink():
            lot.problemes.append(Probleme(f"{lot.nom}/{folder.name}", 0, 0, "", "lien symbolique refusé.", "Copiez les fichiers."))
        elif folder.name in genres and folder.is_dir():
            yield folder
        elif folder.is_dir() and not folder.name.startswith("."):
            message = "dossier inconnu, son contenu ne serait pas lu."
            lot.problemes.append(Probleme(f"{lot.nom}/{folder.name}", 0, 0, "", message, suggestion(folder.name, genres)))


def _read_folder(folder: Path, name: str, lot: Lot) -> dict[str, dict[str, Document]]:
    found: dict[str, dict[str, Document]] = {}
    seen: dict[str, str] = {}
    for number, file in enumerate(sorted(folder.iterdir())):
        if number >= FILES_AT_MOST:
            lot.problemes.append(Probleme(name, 0, 0, "", f"plus de {FILES_AT_MOST} fichiers.", "Partagez le dossier."))
            break
        if file.name.startswith("."):
            continue
        problem = _check_name(file, f"{name}/{file.name}", seen)
        if problem:
            lot.problemes.append(problem)
            continue
        slug, langue = split_name(file)
        document = read_document(file, f"{name}/{file.name}")
        lot.fichiers_lus += 1
        lot.problemes += document.problemes
        if document.donnees:
            found.setdefault(slug, {})[langue] = document
    return found


def split_name(file: Path) -> tuple[str, str]:
    """(slug, language) of « aide-soignant.en.yml »."""
    slug, _, langue = file.stem.partition(".")
    return slug, langue or "fr"


def _check_name(file: Path, name: str, seen: dict[str, str]) -> Probleme | None:
    """Why a file cannot be read, or None. Names become addresses: they are strict."""
    slug, langue = split_name(file)
    lowered = file.name.lower()
    other = seen.setdefault(lowered, file.name)
    fault = ""
    if file.is_symlink() or not file.is_file():
        fault, remede = "lien ou dossier refusé.", "Un fichier YAML par fiche."
    elif file.suffix != ".yml":
        fault, remede = (
            f"extension non admise\u00a0: «\u00a0{file.suffix or file.name}\u00a0».",
            "Les fiches sont des fichiers .yml.",
        )
    elif other != file.name:
        fault, remede = f"même adresse que {other} à la casse près.", "Minuscules seulement."
    elif not SLUG.fullmatch(slug) or len(slug) > 80:
        fault, remede = f"nom de fichier non admis\u00a0: «\u00a0{slug[:60]}\u00a0».", f"Par exemple {_slugged(slug)}.yml."
    elif slug in RESERVED:
        fault, remede = (
            f"identifiant réservé\u00a0: «\u00a0{slug}\u00a0».",
            f"Choisissez un autre nom, par exemple {slug}-1.yml.",
        )
    elif langue not in LANGUES:
        fault, remede = f"langue inconnue\u00a0: «\u00a0{langue[:20]}\u00a0».", f"Langues admises\u00a0: {', '.join(LANGUES)}."
    if not fault:
        return None
    try:
        size = weight(file.lstat().st_size)
    except OSError:
        size = ""
    return Probleme(name, 0, 0, "", fault, remede + (f" ({size})" if "extension" in fault and size else ""))


def _slugged(text: str) -> str:
    from slugify import slugify  # only needed to word a message

    return slugify(text)[:60] or "nouvelle-fiche"


def read_one(file: Path, name: str, lot: Lot) -> Document | None:
    """Read a single file into the Lot's counts; None when it is absent or holds nothing."""
    if not file.is_file() or file.is_symlink():
        return None
    document = read_document(file, name)
    lot.fichiers_lus += 1
    lot.problemes += document.problemes
    return document if document.donnees else None
