"""A small published site, and each real server in turn that shows it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from serveurs import Serveur, apache, nginx
from unit.petits_sites import small_site
from vitrine.publication.parution import publish
from vitrine.publication.versions import Versions


@pytest.fixture(scope="session")
def publier() -> Iterator[Callable[..., Path]]:
    """Publish a small site in a folder that a server may read: publier("un") → the folder of publication."""
    folders: list[Path] = []

    def published(texte: str, base: str = "/", simple: bool = False) -> Path:
        folder = Path(tempfile.mkdtemp(prefix="vitrine-serveurs-"))
        folder.chmod(0o755)
        folders.append(folder)
        publish(Versions(folder / "www", simple), small_site(texte, base))
        return folder / "www"

    yield published
    for folder in folders:
        shutil.rmtree(folder)


@pytest.fixture(params=["apache", "nginx"])
def serveur(request: pytest.FixtureRequest, publier: Callable[..., Path]) -> Iterator[Serveur]:
    """Each server in turn, showing a site of its own that says « un »."""
    dossier = publier("un")
    with apache(dossier / "site") if request.param == "apache" else nginx(dossier / "site", dossier) as found:
        yield found
