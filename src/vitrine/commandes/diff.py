"""`vitrine diff`: what a platform changes of the national content."""

from __future__ import annotations

import click

from ..differences import differences
from ..loading import load_national
from ..loading_platform import load_platform
from ..problems import report
from . import here


@click.command()
@click.argument("slug", required=False)
def diff(slug: str | None) -> None:
    """Montre ce qu'une plateforme ajoute, complète, masque et habille du contenu national."""
    racine = here()
    chosen = racine.choisie(slug)
    if chosen is None:
        raise click.ClickException("de quelle plateforme\u202f? Par exemple\u00a0: vitrine diff orne")
    national = load_national(racine)
    loaded = load_platform(national, racine, chosen)
    if not loaded.publiable:
        raise click.ClickException(f"corrigez d'abord les données.\n{report(loaded.problemes, loaded.fichiers_lus)}")
    click.echo("\n".join(differences(loaded, national, racine, chosen)).rstrip() or "Cette plateforme ne change rien.")
