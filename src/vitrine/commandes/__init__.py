"""Commands too long to stand in ``cli``, and what all commands share: where they are run."""

from __future__ import annotations

from pathlib import Path

import click

from ..racine import Racine, find_root


def here() -> Racine:
    """The repository in which the command is run, national or a platform's own."""
    racine = find_root(Path.cwd())
    if racine is None:
        raise click.ClickException(
            "aucun dossier Vitrine ici\u00a0: placez-vous dans celui qui contient plateforme.yml (votre dépôt) "
            "ou mkdocs.yml et data/ (le dépôt national)."
        )
    return racine
