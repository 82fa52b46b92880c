"""What `vitrine pdf` does; apart from its options, so that no other command loads what draws."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

from ..assembly import Site, SiteImpossible, assemble, is_known
from ..catalogue import FR
from ..formatting import number
from ..model.context import suggestion
from ..pages.agenda import coming
from ..pdf import booklet_pdf, cache_of, poster_pdfs, sheet_pdfs, translated
from ..pdf.papier import SansMoteur, version
from ..problems import plural
from . import here

Fichiers = Iterator[tuple[str, bytes]]


class Refus(Exception):
    """Nothing can be printed as asked; the message is for people."""


def one_by_one(site: Site, chosen: list[str], langue: str, as_posters: bool) -> Fichiers:
    """A file a profession."""
    if as_posters:
        return told(poster_pdfs(site, "metiers", chosen, langue), len(chosen), f"affiche-{{}}{suffix(langue)}.pdf")
    return told(sheet_pdfs(site, chosen, langue), len(chosen), f"{{}}{suffix(langue)}.pdf")


def events_of(site: Site, chosen: list[str], langue: str) -> Fichiers:
    """A poster an event."""
    return told(poster_pdfs(site, "agenda", chosen, langue), len(chosen), f"affiche-{{}}{suffix(langue)}.pdf")


def site_of(slug: str | None, langue: str) -> Site:
    """The site whose sheets are printed."""
    racine = here()
    theme = find_spec("material")
    assert theme and theme.submodule_search_locations
    folder = Path(theme.submodule_search_locations[0]) / "templates"
    try:
        version()
        site = assemble(racine, racine.choisie(slug), folder, os.environ.get("SITE_URL"))
    except (SansMoteur, SiteImpossible) as fault:
        raise Refus(str(fault)) from None
    if langue not in site.langues:  # the codes would lead nowhere
        raise Refus(f"ce site n'est pas publié dans cette langue ({langue}). Ses langues\u00a0: {', '.join(site.langues)}.")
    return site


def chosen_sheets(site: Site, named: tuple[str, ...], langue: str) -> list[str]:
    """The professions to print, in the order given; every name that has none is told at once."""
    present = translated(site, langue)
    refuse(
        [
            missing(name, site.catalogue.metiers) if name not in site.catalogue.metiers else untranslated(name, langue)
            for name in named
            if name not in present
        ]
    )
    if not present:
        raise Refus(f"aucune fiche n'est traduite dans cette langue ({langue}).")
    return list(dict.fromkeys(named)) or present


def chosen_events(site: Site, named: tuple[str, ...]) -> list[str]:
    """The events to announce: none that is over or cancelled."""
    open_ones = {fiche.slug: fiche for fiche in coming(site.catalogue) if not fiche.fr.annule}
    refuse(
        [
            f"«\u00a0{name}\u00a0» est passé ou annulé." if name in site.catalogue.evenements else missing(name, open_ones)
            for name in named
            if name not in open_ones
        ]
    )
    return list(dict.fromkeys(named))


def missing(name: str, known: Collection[str]) -> str:
    """An unknown name, and the nearest known one."""
    return f"«\u00a0{name}\u00a0» n'existe pas. {suggestion(name, known)}".rstrip()


def untranslated(name: str, langue: str) -> str:
    """A profession that the language lacks."""
    return f"«\u00a0{name}\u00a0» n'est pas traduit ({langue})."


def refuse(faults: list[str]) -> None:
    """Stop when something is wrong, and say all of it."""
    if faults:
        raise Refus("\n".join(["rien n'a été écrit.", *faults]))


def suffix(langue: str) -> str:
    """« -ar » at the end of the names of files that are not in French."""
    return "" if langue == FR else f"-{langue}"


def terminal() -> dict[str, Any]:
    """A bar beside what the command says, for a person only."""
    return {"label": "PDF", "file": sys.stderr, "hidden": not sys.stderr.isatty()}


def told(made: Fichiers, count: int, name: str) -> Fichiers:
    """The files, named, while a bar advances on a terminal."""
    if not count:
        return
    with click.progressbar(made, length=count, **terminal()) as bar:
        for slug, content in bar:
            yield name.format(slug), content


def only_booklet(site: Site, chosen: list[str], langue: str) -> Fichiers:
    """One booklet, while a bar advances on a terminal."""
    if not chosen:
        return
    with click.progressbar(length=len(chosen) + 1, **terminal()) as bar:
        yield f"livret{suffix(langue)}.pdf", booklet_pdf(site, chosen, langue, lambda: bar.update(1))
        bar.update(1)


def write(site: Site, files: Iterable[tuple[str, bytes]], out: Path) -> None:
    """Write the files and say what was made."""
    out.mkdir(parents=True, exist_ok=True)
    count = size = 0
    for name, content in files:
        (out / name).write_bytes(content)
        count, size = count + 1, size + len(content)
    cache_of(site).forget_the_old()
    click.echo(f"{plural(count, 'fichier')} dans {out} ({number(round(size / 1e6, 1), FR)} Mo).")
    if not is_known(site.url):
        click.echo(
            f"Attention\u00a0: les codes QR mènent à {site.url}, une adresse d'exemple. Donnez la vraie avant d'imprimer\u00a0: "
            "url: dans plateforme.yml, ou SITE_URL pour le site national.",
            err=True,
        )
