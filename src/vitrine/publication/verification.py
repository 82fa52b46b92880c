"""The last look at a built site before anyone else sees it: what would harm visitors, or another platform, stops it here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from ..problems import Probleme
from .entetes import CSP, TEXTS, TYPES, hash_in
from .hebergement import NOT_FOUND, PLAIN_PATH
from .liens import SiteLu, dead_links
from .manifeste import hash_file
from .marques import marks_in

NEEDED = ("index.html", NOT_FOUND)


def verify(site: SiteLu, marks: frozenset[str]) -> list[Probleme]:
    """Every fault of a built site; ``marks`` are those of the other platforms."""
    return [
        *missing_pages(site), *odd_address(site), *foreign_files(site), *unsafe_pages(site), *dead_links(site),
        *false_hashes(site), *borrowed_marks(site, marks),
    ]  # fmt: skip


def tell(name: str, message: str, way_out: str = "") -> Probleme:
    """A fault of a whole file of the built site."""
    return Probleme(name, 0, 0, "", message, way_out)


def missing_pages(site: SiteLu) -> Iterator[Probleme]:
    """A site has a home page and a page for what is not found, and no page is empty."""
    for name in NEEDED:
        if name not in site.fichiers:
            yield tell(name, "cette page manque.")
    for name in site.fichiers:
        if name.endswith(".html") and name not in site.pages:
            yield tell(name, "cette page est vide.")


def odd_address(site: SiteLu) -> Iterator[Probleme]:
    """The path of the public address goes into servers' configurations: letters, digits, dots and dashes only."""
    if not PLAIN_PATH.fullmatch(site.base):
        message = f"l'adresse publique du site a un chemin inattendu\u00a0: «\u00a0{site.base}\u00a0»."
        yield tell("index.html", message, "Dans plateforme.yml, «\u00a0url\u00a0» finit par des mots simples, sans accent.")


def foreign_files(site: SiteLu) -> Iterator[Probleme]:
    """Only plain files of known kinds: no hidden file, no link to elsewhere, no program."""
    for name in site.entrees:
        path = PurePosixPath(name)
        if name not in site.fichiers:
            yield tell(name, "c'est un lien vers un autre fichier, il n'est pas publié.", "Remplacez-le par le fichier lui-même.")
        elif path.suffix.removeprefix(".") not in TYPES or any(part.startswith((".", "_")) for part in path.parts):
            yield tell(name, "ce genre de fichier n'est pas publié.", f"Genres admis\u00a0: {', '.join(sorted(TYPES))}.")


def unsafe_pages(site: SiteLu) -> Iterator[Probleme]:
    """Every page carries the security policy, word for word."""
    for name, page in site.pages.items():
        if page.csp != CSP:
            yield tell(name, "la page n'a pas la politique de sécurité (Content-Security-Policy).", "Corrigez son gabarit.")


def false_hashes(site: SiteLu) -> Iterator[Probleme]:
    """What browsers keep for a year bears the hash of its content, so that a change has a new address."""
    for name, file in site.fichiers.items():
        told = hash_in(name)
        if told is None and name.startswith("assets/"):
            yield tell(name, "le nom ne porte pas l'empreinte du fichier, les navigateurs garderaient l'ancien.")
        elif told and not hash_file(file).startswith(told):
            yield tell(name, "le nom porte une autre empreinte que celle du fichier.")


def borrowed_marks(site: SiteLu, marks: frozenset[str]) -> Iterator[Probleme]:
    """Nothing of another platform: neither its number, nor its address, nor its name."""
    texts = {name: file for name, file in site.fichiers.items() if file.suffix.removeprefix(".") in TEXTS}
    for name, file in texts.items() if marks else ():
        for mark in marks_in(file.read_text(encoding="utf-8", errors="replace"), marks):
            yield tell(name, f"«\u00a0{mark}\u00a0» appartient à une autre plateforme.")
