"""Prose pages: Markdown files of docs/, national first, then the platform's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic_core import PydanticCustomError

from ..catalogue import Catalogue
from ..model.fields import LINK_TARGET, SLUG, check_links, is_costly
from ..problems import DataFault, Probleme
from ..reading import LANGUES
from ..rules.privacy import identity_number
from ..selection import masked_sections
from ..source.document import parse
from ..source.text import BYTES_AT_MOST, check_lines, decode, too_heavy
from .page import Page

FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.S)
GABARIT = "prose.html"
KEYS = {"title", "description"}
TAKEN = {
    "index", "404", "en", "ar", "assets", "metiers", "formations", "temoignages", "contacts", "agenda", "actualites",
    "plateforme", "plateformes", "plan-du-site", "mentions-legales", "donnees-personnelles", "accessibilite", "donnees",
    "quiz", "borne", "depliant", "recherche", "comparer", "ma-selection", "pres-de-chez-vous", "integrer", "marque",
    "hors-connexion",
}  # fmt: skip
"""First words of addresses that records and legal pages hold."""
TAKEN_FOLDERS = ("ecole/seances", "ecole/jeux", "ecole/projeter")
"""Addresses that records hold beneath a page of prose."""
SIGNS_AT_MOST = 30_000
OPENINGS_AT_MOST = 500
OPENINGS = "<[\\"
"""Signs that make Markdown look far ahead."""
SCHEME = re.compile(r"[a-zA-Z][\w+.-]*:|//")
HREF = re.compile(r"""\bhref\s*=\s*["']?([^"'\s>]+)""", re.I)
SECTION_OF = {"dispositifs": "dispositifs", "glossaire": "glossaire", "ecole": "ecole"}


@dataclass(frozen=True)
class Texte:
    """One Markdown file: its two headers and its body."""

    titre: str
    description: str
    corps: str


def pages(catalogue: Catalogue, folders: list[Path]) -> Iterator[Page]:
    """One page a file; translations are found beside it. A platform's file replaces the national one of the same name."""
    found: dict[str, dict[str, Texte]] = {}
    problems: list[Probleme] = []
    for folder in folders:
        for file in markdown_files(folder):
            name, langue = split(file.relative_to(folder))
            shown = f"{folder.name}/{file.relative_to(folder)}"
            fault = name_fault(file, name, langue)
            if fault:
                problems.append(Probleme(shown, 0, 0, "", *fault))
                continue
            text = read(file, shown, problems)
            if text:
                found.setdefault(name, {})[langue] = text
    if problems:
        raise DataFault(problems)
    hidden = masked_sections(catalogue)
    for name, versions in sorted(found.items()):
        if SECTION_OF.get(name.split("/")[0]) not in hidden and "fr" in versions:
            yield page(name, versions)


def markdown_files(folder: Path) -> Iterator[Path]:
    """The Markdown files of a folder, links passed over, in a stable order."""
    if folder.is_dir() and not folder.is_symlink():
        for file in sorted(folder.rglob("*.md")):
            inside = file.resolve().is_relative_to(folder.resolve())
            if inside and not file.is_symlink() and not any(part.startswith(".") for part in file.relative_to(folder).parts):
                yield file


def name_fault(file: Path, name: str, langue: str) -> tuple[str, str] | None:
    """Why a file cannot be a page, with the way out. Its name becomes an address: it is as strict as that of a record."""
    if not file.is_file():
        return "ce n'est pas un fichier.", "Un dossier ne finit pas par .md."
    if is_taken(name):
        return "cette adresse est déjà prise par le site.", "Choisissez un autre nom."
    if not all(SLUG.fullmatch(part) and len(part) <= 80 for part in name.split("/")):
        return "nom de page non admis.", "Minuscules sans accent, chiffres et tirets, par exemple venir-nous-voir.md."
    if langue not in LANGUES:
        return f"langue inconnue\u00a0: «\u00a0{langue[:20]}\u00a0».", f"Langues admises\u00a0: {', '.join(LANGUES)}."
    return None


def is_taken(name: str) -> bool:
    """Whether records or legal pages hold the address of a file."""
    return name.split("/", maxsplit=1)[0] in TAKEN or any(f"{name}/".startswith(f"{folder}/") for folder in TAKEN_FOLDERS)


def split(relative: Path) -> tuple[str, str]:
    """("dispositifs/vae", "en") of dispositifs/vae.en.md."""
    stem, _, langue = relative.name.removesuffix(".md").partition(".")
    return (relative.parent / stem).as_posix(), langue or "fr"


def read(file: Path, name: str, problems: list[Probleme]) -> Texte | None:
    """Read one file; faults go to ``problems``."""
    size = file.stat().st_size
    text, faults = decode(file.read_bytes(), name) if size <= BYTES_AT_MOST else ("", [too_heavy(size, name)])
    faults += [*check_lines(text, name), *body_faults(text, name)]
    found = FRONT_MATTER.match(text)
    if faults or not found:
        way_out = "Commencez par trois tirets, title: et description:, trois tirets."
        problems += faults or [Probleme(name, 1, 1, "", "en-tête absent.", way_out)]
        return None
    header = parse(found[1].encode(), name)
    problems += header.problemes
    unknown, missing = set(header.donnees) - KEYS, KEYS - set(header.donnees)
    for key in sorted(unknown | missing):
        said = "champ inconnu dans l'en-tête." if key in unknown else "champ absent de l'en-tête."
        problems.append(Probleme(name, 1, 1, key, said, "Champs attendus\u00a0: title et description."))
    if unknown or missing or header.problemes:
        return None
    return Texte(str(header.donnees["title"]), str(header.donnees["description"]), found[2])


def body_faults(text: str, name: str) -> Iterator[Probleme]:
    """What a page must not hold: a maze of signs, a link that deceives, a number that is somebody's own."""
    if len(text) > SIGNS_AT_MOST or is_costly(text) or any(text.count(sign) > OPENINGS_AT_MOST for sign in OPENINGS):
        yield Probleme(name, 0, 0, "", "page trop longue, ou trop de signes répétés.", "Partagez-la, ou écrivez plus simplement.")
        return
    for number, line in enumerate(text.split("\n"), start=1):
        for target in targets(line):
            fault = target_fault(target)
            if fault:
                yield Probleme(name, number, 1, "", *fault)
        private = identity_number(line)
        if private:
            yield Probleme(name, number, 1, "", private, "Supprimez-le.")


def targets(line: str) -> Iterator[str]:
    """Where the links of a line lead."""
    for match in (*LINK_TARGET.finditer(line), *HREF.finditer(line)):
        yield next((group for group in match.groups() if group), "")


def target_fault(target: str) -> tuple[str, str] | None:
    """Why a link may not stand in a page: a page of the site, the web, an address or a number are all it may lead to."""
    if not SCHEME.match(target):
        return None
    try:
        check_links(f"[]({target})")
    except PydanticCustomError as fault:
        context = fault.context or {}
        return str(context["message"]), str(context["remede"])
    return None


def page(name: str, versions: dict[str, Texte]) -> Page:
    """The page of a prose file in its languages."""
    folder = name.split("/", maxsplit=1)[0]
    is_index = name.endswith("/index")
    adresse = (name.removesuffix("/index") if is_index else name) + "/"
    return Page(
        adresse, GABARIT, {langue: text.titre for langue, text in versions.items()},
        {langue: text.description for langue, text in versions.items()},
        parent=f"{folder}/" if "/" in name and not is_index else "", section=folder, langues=frozenset(versions),
        donnees={"index": is_index, "corps": {langue: text.corps for langue, text in versions.items()}},
    )  # fmt: skip
