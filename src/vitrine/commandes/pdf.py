"""`vitrine pdf`: sheets, a booklet or posters to print."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import click


@click.command()
@click.argument("metiers", nargs=-1, metavar="[METIER]...")
@click.option("--plateforme", "slug", metavar="SLUG", help="La plateforme ; sans elle, le site national.")
@click.option("--langue", type=click.Choice(["fr", "en", "ar"]), default="fr", help="La langue des fiches (fr).")
@click.option(
    "--livret", "as_booklet", is_flag=True, help="Un livret avec couverture et sommaire, au lieu d'une fiche par fichier."
)
@click.option("--affiche", "as_posters", is_flag=True, help="Une affiche A3 par métier, au lieu d'une fiche A4.")
@click.option("--evenement", "evenements", metavar="SLUG", multiple=True, help="L'affiche A3 d'un rendez-vous de l'agenda.")
@click.option("-o", "--out", type=click.Path(path_type=Path, file_okay=False), default=Path("pdf"), help="Dossier à écrire (pdf/).")
def pdf(
    *,
    metiers: tuple[str, ...],
    slug: str | None,
    langue: str,
    as_booklet: bool,
    as_posters: bool,
    evenements: tuple[str, ...],
    out: Path,
) -> None:
    """Écrit les fiches métiers en PDF : une page A4 chacune, un livret, ou des affiches A3.

    Sans METIER, toutes les fiches.
    """
    from .impression import Refus, chosen_events, chosen_sheets, events_of, one_by_one, only_booklet, site_of, write

    try:
        site = site_of(slug, langue)
        chosen = chosen_sheets(site, metiers, langue) if metiers or not evenements else []
        posters = chosen_events(site, evenements)
        made = only_booklet(site, chosen, langue) if as_booklet else one_by_one(site, chosen, langue, as_posters)
        write(site, chain(made, events_of(site, posters, langue)), out)
    except Refus as fault:
        raise click.ClickException(str(fault)) from None
