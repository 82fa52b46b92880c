"""Read a folder of data into a Lot: every YAML file as a Document, sorted by kind, slug and language.

Nothing is judged yet but the names of files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .model.context import suggestion
from .model.fields import SLUG
from .model.kinds import GENRES
from .problems import Probleme, thousands
from .source.document import Document, Lecteur, read_document

LANGUES = ("fr", "en", "ar")
WINDOWS = ("con", "nul", "aux", "prn", *(f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)))
ADDRESSES = (
    "index 404 search recherche assets sitemap robots donnees passes a-z par-famille par-lieu par-public par-niveau "
    "par-horaire par-temps par-permis par-voie par-media par-genre par-type par-territoire sans-diplome "
    "comment-ca-marche"
)
RESERVED = frozenset([*LANGUES, *WINDOWS, *ADDRESSES.split()])
"""Names that the site uses for something else, or that Windows cannot write."""
TITLES = ("titre", "intitule", "masculin", "nom")
FILES_AT_MOST = 5_000


@dataclass
class Lot:
    """What one folder holds. ``fiches[genre][slug][langue]`` is a Document; « fr » is the record, others its translations."""

    nom: str
    fiches: dict[str, dict[str, dict[str, Document]]] = field(default_factory=dict)
    problemes: list[Probleme] = field(default_factory=list)
    fichiers_lus: int = 0
    illisibles: dict[str, set[str]] = field(default_factory=dict)
    """Slugs whose French file could not be read: told once, at that file, not by those that lead to it."""

    def slugs(self, genre: str) -> list[str]:
        """Slugs that have a French record, even one that could not be read."""
        read = [slug for slug, versions in self.fiches.get(genre, {}).items() if "fr" in versions]
        return [*read, *sorted(self.illisibles.get(genre, ()))]


def read_lot(
    root: Path, name: str, genres: tuple[str, ...] = tuple(GENRES), isoles: tuple[str, ...] = (), lecteur: Lecteur | None = None
) -> Lot:
    """Read the sub-folders ``genres`` of a data folder; ``name`` prefixes the paths shown to people.

    ``isoles`` are the files that may stand beside the sub-folders; they are read elsewhere.
    """
    lot = Lot(name)
    for folder in _folders(root, genres, isoles, lot):
        lot.fiches[folder.name] = _read_folder(folder, f"{name}/{folder.name}", lot, lecteur)
    return lot


def _folders(root: Path, genres: tuple[str, ...], isoles: tuple[str, ...], lot: Lot) -> Iterator[Path]:
    if not root.is_dir() or root.is_symlink():
        return
    for entry in sorted(root.iterdir()):
        place = f"{lot.nom}/{entry.name}"
        if entry.is_symlink():
            lot.problemes.append(Probleme(place, 0, 0, "", "lien symbolique refusé.", "Copiez les fichiers."))
        elif entry.name in genres and entry.is_dir():
            yield entry
        elif entry.name.startswith(".") or entry.name in isoles:
            continue
        elif entry.is_dir():
            message = "dossier inconnu, son contenu ne serait pas lu."
            lot.problemes.append(Probleme(place, 0, 0, "", message, suggestion(entry.name, genres, "Dossiers admis")))
        elif entry.suffix in (".yml", ".yaml"):
            remede = f"Rangez-le dans l'un des dossiers\u00a0: {', '.join(genres)}."
            lot.problemes.append(Probleme(place, 0, 0, "", "fichier hors d'un dossier, il ne serait pas lu.", remede))


def _read_folder(folder: Path, name: str, lot: Lot, lecteur: Lecteur | None) -> dict[str, dict[str, Document]]:
    found: dict[str, dict[str, Document]] = {}
    files = [file for file in sorted(folder.iterdir()) if not file.name.startswith(".")]
    if len(files) > FILES_AT_MOST:
        lot.problemes.append(Probleme(name, 0, 0, "", f"plus de {thousands(FILES_AT_MOST)} fichiers.", "Partagez le dossier."))
    names = {file.name for file in files}
    for file in files[:FILES_AT_MOST]:
        fault = next(_name_faults(file, names), None)
        if fault:
            lot.problemes.append(Probleme(f"{name}/{file.name}", 0, 0, "", *fault))
            continue
        slug, langue = split_name(file)
        document = read_document(file, f"{name}/{file.name}", lecteur)
        lot.fichiers_lus += 1
        lot.problemes += document.problemes
        if document.donnees:
            found.setdefault(slug, {})[langue] = document
        elif langue == "fr":
            lot.illisibles.setdefault(folder.name, set()).add(slug)
    return {slug: versions for slug, versions in found.items() if slug not in lot.illisibles.get(folder.name, ())}


def split_name(file: Path) -> tuple[str, str]:
    """(slug, language) of « aide-soignant.en.yml »."""
    slug, _, langue = file.stem.partition(".")
    return slug, langue or "fr"


def _name_faults(file: Path, names: set[str]) -> Iterator[tuple[str, str]]:
    """Why a file cannot be read, with the way out; the first reason is told. Names become addresses: they are strict."""
    slug, langue = split_name(file)
    lowered, plain = file.name.lower(), f"{slug}.yml" if langue == "fr" else f"{slug}.{langue}.yml"
    if file.is_symlink():
        yield "lien symbolique refusé.", "Copiez le fichier."
    if not file.is_file():
        yield "dossier refusé ici, son contenu ne serait pas lu.", "Un fichier YAML par fiche."
    if file.suffix != ".yml":
        fault = f"extension non admise\u00a0: «\u00a0{file.suffix or file.name[:60]}\u00a0»."
        yield fault, f"Les fiches sont des fichiers .yml, par exemple {slugged(slug)}.yml."
    if lowered != file.name and lowered in names:
        yield f"même adresse que {lowered} à la casse près.", "Minuscules seulement\u00a0: gardez un seul des deux fichiers."
    if not SLUG.fullmatch(slug) or len(slug) > 80:
        yield f"nom de fichier non admis\u00a0: «\u00a0{slug[:60]}\u00a0».", f"Par exemple {slugged(slug)}.yml."
    if slug in RESERVED:
        remede = f"Le site ou Windows s'en sert\u00a0: choisissez un autre nom, par exemple {_another_name(file)}.yml."
        yield f"identifiant réservé\u00a0: «\u00a0{slug}\u00a0».", remede
    if langue not in LANGUES:
        yield f"langue inconnue\u00a0: «\u00a0{langue[:20]}\u00a0».", f"Langues admises\u00a0: {', '.join(LANGUES)}."
    if file.name != plain:
        yield f"nom de fichier non admis\u00a0: «\u00a0{file.name[:60]}\u00a0».", f"Par exemple {plain}."


def _another_name(file: Path) -> str:
    """A name that says what the record is about."""
    data = read_document(file, file.name).donnees
    title = next((data[name] for name in TITLES if isinstance(data.get(name), str)), "")
    other = slugged(title) if title else file.stem
    return other if other not in RESERVED else f"{other}-1"


def slugged(text: str) -> str:
    """A file name made of a text."""
    from slugify import slugify  # only needed to word a message

    return slugify(text.replace("’", "'"))[:60].strip("-") or "nouvelle-fiche"


def read_one(file: Path, name: str, lot: Lot, lecteur: Lecteur | None = None) -> Document | None:
    """Read a single file into the Lot's counts; None when it is absent or holds nothing."""
    if not file.is_file() or file.is_symlink():
        return None
    document = read_document(file, name, lecteur)
    lot.fichiers_lus += 1
    lot.problemes += document.problemes
    return document if document.donnees else None
