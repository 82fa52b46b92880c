"""Build, verify and publish one site; and what is said of it to the person who asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from .assembly.commun import Commun
from .building import UNCHANGED, Arrange, BuildFailed, as_it_is, run_mkdocs
from .problems import plural, report
from .publication.marques import foreign_marks
from .publication.parution import SiteRefuse, go_back, publish
from .publication.versions import PublicationImpossible, Versions
from .racine import Racine


class Echec(Exception):
    """A publication that did not take place; the message is for people."""


@dataclass(frozen=True)
class Fait:
    """What a publication did: whether visitors see a new release, how many pages it has, and the words to tell it."""

    nouvelle: bool
    pages: int
    dit: str


def publish_site(
    racine: Racine,
    slug: str | None,
    dossier: Path,
    simple: bool,
    forget: bool,
    *,
    arrange: Arrange = as_it_is,
    commun: Commun | None = None,
) -> Fait:
    """Publish one site into its folder."""
    marks = foreign_marks(slug, racine.plateformes, [racine.data, racine.docs])
    try:
        done = publish(Versions(dossier, simple), partial(run_mkdocs, racine, slug, arrange=arrange, commun=commun), marks, forget)
    except SiteRefuse as refused:
        raise Echec(report(refused.problems, refused.files, f"Rien n'a été publié. {UNCHANGED}")) from None
    except (BuildFailed, PublicationImpossible, OSError) as fault:
        raise Echec(f"{UNCHANGED}\n{fault}".rstrip()) from None
    pages, name = done.version.manifeste.pages, done.version.nom
    if not done.nouvelle:
        return Fait(False, pages, f"rien de nouveau, la version {name} reste en place.")
    return Fait(True, pages, f"{plural(pages, 'page')} dans {dossier / 'site'} (version {name}).")


def undo(dossier: Path) -> str:
    """Go back to the release before, in whichever way the folder is published, and say which one it is."""
    place = dossier / "site"
    try:
        before = go_back(Versions(dossier, simple=place.is_dir() and not place.is_symlink()))
    except (PublicationImpossible, OSError) as fault:
        raise Echec(str(fault)) from None
    return f"{place} montre de nouveau la version {before.nom}."
