"""`vitrine rgaa`: the accessibility grid of the national site or of a platform."""

from __future__ import annotations

from datetime import date

import click

from ..formatting import long_date
from ..loading import load_national
from ..loading_platform import load_platform
from ..pages import plan_of
from ..problems import report
from ..rgaa import grid
from ..selection import visible
from . import here


@click.command()
@click.argument("slug", required=False)
def rgaa(slug: str | None) -> None:
    """Dit, pour chaque critère du RGAA, ce qu'un test prouve et ce qu'une personne doit regarder."""
    racine = here()
    chosen = racine.choisie(slug)
    national = load_national(racine)
    loaded = load_platform(national, racine, chosen) if chosen else national
    if not loaded.publiable:
        raise click.ClickException(f"corrigez d'abord les données.\n{report(loaded.problemes, loaded.fichiers_lus)}")
    plan = plan_of(visible(loaded.catalogue), racine.proses(chosen))
    click.echo("\n".join(grid(chosen or "site national", long_date(date.today(), "fr"), plan)))
