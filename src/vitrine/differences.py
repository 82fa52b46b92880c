"""What a platform changes of the national content: what it adds, completes, masks, and how it dresses it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any

import yaml

from .catalogue import FR, Catalogue
from .empreintes import EMPREINTE
from .loading import Chargement
from .merging import COMPLETE, TERRITOIRE
from .model.kinds import GENRES
from .pages.prose import markdown_files
from .problems import plural, printable
from .racine import Racine

WIDTH = 10_000
"""A text stays on one line, so that only what changed is shown."""


def differences(loaded: Chargement, national: Chargement, racine: Racine, slug: str) -> Iterator[str]:
    """The lines of `vitrine diff`, one verb after the other; nothing for a verb that is not used."""
    for title, lines in (
        ("AJOUTE", [*added(loaded.catalogue), *added_prose(racine, slug)]),
        ("COMPLÈTE", [*completed(loaded, national), *replaced_prose(racine, slug)]),
        ("MASQUE", list(masked(loaded.catalogue))),
        ("HABILLE", list(dressed(loaded.catalogue))),
    ):
        if lines:
            yield title
            yield from (printable(f"  {line}".rstrip()) for line in lines)
            yield ""


def added(catalogue: Catalogue) -> Iterator[str]:
    """How many records of each kind are the platform's own, and which."""
    for name, genre in GENRES.items():
        own = [fiche.slug for fiche in catalogue.of(name).values() if fiche.origine == TERRITOIRE]
        if own:
            yield f"{plural(len(own), genre.singulier)}\u00a0: {', '.join(own)}"


def completed(loaded: Chargement, national: Chargement) -> Iterator[str]:
    """Each field that a platform's file replaces: the national text, then the platform's."""
    for genre, fiches in loaded.lot.fiches.items() if loaded.lot else ():
        for slug, versions in fiches.items():
            for langue, document in versions.items():
                before = national.lot.fiches.get(genre, {}).get(slug, {}).get(langue) if national.lot else None
                if document.donnees.get(COMPLETE) and before:
                    yield document.fichier
                    for field, value in document.donnees.items():
                        if field not in (COMPLETE, EMPREINTE) and value is not None:
                            yield f"  {field}"
                            yield from (f"    {line}" for line in compared(before.donnees.get(field), value))


def compared(before: Any, after: Any) -> Iterator[str]:
    """The lines that go (-) and those that come (+), with what stays around them."""
    lines = difflib.unified_diff(text_of(before), text_of(after), lineterm="", n=1)
    yield from (line for line in lines if not line.startswith(("---", "+++", "@@")))


def text_of(value: Any) -> list[str]:
    """A value as the lines of a YAML file."""
    if value is None:
        return []
    if isinstance(value, str):
        return value.strip().splitlines()
    dumped: str = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=WIDTH)
    return dumped.splitlines()


def added_prose(racine: Racine, slug: str) -> Iterator[str]:
    """Pages of text that only the platform has."""
    docs = racine.maison(slug) / "docs"
    own = [name for file in markdown_files(docs) if not (racine.docs / (name := file.relative_to(docs).as_posix())).is_file()]
    if own:
        yield f"{plural(len(own), 'page')}\u00a0: {', '.join(own)}"


def replaced_prose(racine: Racine, slug: str) -> Iterator[str]:
    """Pages of text that stand in place of the national ones."""
    docs = racine.maison(slug) / "docs"
    for file in markdown_files(docs):
        before = racine.docs / file.relative_to(docs)
        if before.is_file():
            yield f"{racine.nom(slug)}docs/{file.relative_to(docs).as_posix()}"
            yield from (f"    {line}" for line in compared(before.read_text(encoding="utf-8"), file.read_text(encoding="utf-8")))


def masked(catalogue: Catalogue) -> Iterator[str]:
    """What the platform does not show."""
    hidden = catalogue.plateforme.fr.masquer if catalogue.plateforme else None
    for name in ("metiers", "formations", "rubriques", "langues"):
        slugs = getattr(hidden, name, [])
        if slugs:
            yield f"{name}\u00a0: {', '.join(slugs)}"


def dressed(catalogue: Catalogue) -> Iterator[str]:
    """The name, colours and logo of the platform."""
    if not catalogue.plateforme:
        return
    record = catalogue.plateforme.dans(FR)
    yield f"nom\u00a0: {record.nom_affiche}"
    for name in ("couleur", "accent", "logo", "logo_alt"):
        if record.marque and getattr(record.marque, name):
            yield f"{name}\u00a0: {getattr(record.marque, name)}"
