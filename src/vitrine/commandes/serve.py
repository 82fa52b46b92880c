"""`vitrine serve`: the site as it stands, while someone writes it."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import click

from . import here

if TYPE_CHECKING:
    from ..apercu.atelier import Atelier

ADDRESS = re.compile(r"(?P<hote>[\w.-]+|\[[0-9A-Fa-f:.]+\]):(?P<port>[0-9]{1,5})")


@click.command()
@click.argument("slug", required=False)
@click.option("-a", "--address", default="127.0.0.1:8000", help="Adresse d'écoute (127.0.0.1:8000).")
def serve(slug: str | None, address: str) -> None:
    """Montre le site pendant que vous écrivez."""
    from ..apercu.atelier import Atelier
    from ..apercu.serveur import Serveur
    from ..apercu.veille import changes

    racine = here()
    slug = racine.choisie(slug)
    found = ADDRESS.fullmatch(address)
    if not found or int(found["port"]) > 65535:
        raise click.ClickException(f"adresse d'écoute non admise : {address}. Par exemple 127.0.0.1:8000.")
    atelier = Atelier(racine, slug, f"http://{address}/")
    try:
        serveur = Serveur(found["hote"].strip("[]"), int(found["port"]), atelier)
    except OSError as fault:
        raise click.ClickException(f"{address} ne peut pas servir ({fault.strerror}). Essayez --address 127.0.0.1:8001.") from None
    show(atelier, "")
    Thread(target=serveur.serve_forever, daemon=True).start()
    click.echo(f"Aperçu : http://{found['hote']}:{serveur.server_port}/ (Ctrl+C pour arrêter).")
    try:
        for changed in changes(racine, slug, Event()):
            show(atelier, named(changed, racine.lieu), changed)
    except KeyboardInterrupt:
        click.echo("Aperçu arrêté.")
    finally:
        serveur.shutdown()


def show(atelier: Atelier, what: str, changed: Iterable[Path] = ()) -> None:
    """Read the data again, and say it."""
    began = time.perf_counter()
    atelier.refresh(frozenset(changed))
    if atelier.fautes:
        click.echo(atelier.fautes.message, err=True)
    elif what:
        click.echo(f"{what} : à jour en {seconds(time.perf_counter() - began)} s.")


def seconds(count: float) -> str:
    """« 0,3 »."""
    return f"{count:.1f}".replace(".", ",")


def named(changed: Iterable[Path], lieu: Path) -> str:
    """« data/metiers/aide-soignant.yml », « 3 fichiers »."""
    names = [os.path.relpath(path, lieu) for path in sorted(changed)]
    return names[0] if len(names) == 1 else f"{len(names)} fichiers"
