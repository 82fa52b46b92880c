"""`vitrine hors-ligne`: a copy of a site for a USB stick or a school's server."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..merging import NATIONAL
from . import here


@click.command("hors-ligne")
@click.argument("slug", required=False)
@click.option("--langues", default="fr", help="Les langues de la copie\u00a0: fr, ou fr,ar, ou toutes (fr).")
@click.option("--sans-pdf", is_flag=True, help="Sans les fiches en PDF\u00a0: la copie pèse moins.")
@click.option(
    "-o", "--out", "folder", type=click.Path(path_type=Path, file_okay=False), default=Path("copies"),
    help="Dossier où mettre le fichier ZIP (copies/).",
)  # fmt: skip
def hors_ligne(slug: str | None, langues: str, sans_pdf: bool, folder: Path) -> None:
    """Fait d'un site un fichier ZIP à lire sans internet, d'une clé USB ou du serveur d'une école."""
    from ..copier import copy_site
    from ..hors_ligne.demande import Demande
    from ..publier import Echec

    racine = here()
    chosen = racine.choisie(slug)
    name = chosen or NATIONAL
    demande = Demande(tuple(langues.replace(",", " ").split()), pdf=not sans_pdf)
    try:
        click.echo(f"{name}\u00a0: {copy_site(racine, chosen, demande, folder.resolve())}")
    except Echec as fault:
        click.echo(f"{name}\u00a0: échec. {fault}", err=True)
        sys.exit(1)
