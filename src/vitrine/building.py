"""Build a site aside, then put it in place in one move: a build that fails leaves the published site as it was."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from .assembly import Site
from .assembly.commun import Commun
from .pdf import with_sheets
from .publication.echange import aside_for, put_folder, recover
from .racine import Racine
from .site import ARRANGE, COMMUN, PROSES, Proses, site_of

UNCHANGED = "Le site déjà publié n'a pas changé."
Arrange = Callable[[Site], Site]


def as_it_is(site: Site) -> Site:
    """What most commands do to a site before it is built."""
    return site


def arrangement(pdf: bool) -> Arrange:
    """What is done to a site before it is built: its sheets printed, when they are asked for."""
    return with_sheets if pdf else as_it_is


class BuildFailed(Exception):
    """A site could not be built; the message is for people."""


def build_site(racine: Racine, slug: str | None, out: Path, arrange: Arrange = as_it_is, commun: Commun | None = None) -> int:
    """Build one site into ``out`` and return its number of HTML pages."""
    out.parent.mkdir(parents=True, exist_ok=True)
    recover(out)
    aside = aside_for(out)
    try:
        run_mkdocs(racine, slug, aside, arrange, commun)
        aside.chmod(0o755)
        put_folder(aside, out)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return sum(1 for _ in out.rglob("*.html"))


def read_prose(racine: Racine, slug: str | None, commun: Commun) -> Proses:
    """What MkDocs makes of the Markdown of a site; BuildFailed when it finds fault with it."""
    proses: Proses = {}
    with TemporaryDirectory() as folder:
        run_mkdocs(racine, slug, Path(folder) / "site", commun=commun, proses=proses)
    return proses


def run_mkdocs(
    racine: Racine,
    slug: str | None,
    site_dir: Path,
    arrange: Arrange = as_it_is,
    commun: Commun | None = None,
    *,
    proses: Proses | None = None,
) -> Site:
    """Write one site into a folder, whatever becomes of it; ``arrange`` changes what is built, ``commun`` was read before.

    Given ``proses``, only the pages of prose are made, and kept there.
    """
    clean = utils.clean_directory
    with _chosen(racine, slug), _listening() as said:
        try:
            config = load_config(str(racine.dossier / "mkdocs.yml"), site_dir=str(site_dir), strict=True)
            config.extra.update({ARRANGE: arrange, COMMUN: commun, PROSES: proses})
            build(config)
            return site_of(config)
        except Abort:
            raise BuildFailed("\n".join(said)) from None  # why has been told on the log
        except MkDocsException as error:
            raise BuildFailed("\n".join([*said, str(error)])) from None
        finally:
            # static-i18n replaces this function while it builds languages and forgets it when a build fails.
            utils.clean_directory = clean


def choice(racine: Racine, slug: str | None) -> dict[str, str]:
    """The environment that tells the hooks which platform to build, and where it lives."""
    return {"PLATEFORME": slug or "", "DEPOT": str(racine.depot or "")}


@contextmanager
def _chosen(racine: Racine, slug: str | None) -> Iterator[None]:
    """Choose the platform for the hooks of one build."""
    wanted = choice(racine, slug)
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value


@contextmanager
def _listening() -> Iterator[list[str]]:
    """What MkDocs says from warnings up, in place of its log; its steps are of no interest here."""
    logger, said = logging.getLogger("mkdocs"), []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage().strip())

    listener, level = Listener(logging.WARNING), logger.level
    logger.addHandler(listener)
    logger.setLevel(logging.WARNING)
    try:
        yield said
    finally:
        logger.removeHandler(listener)
        logger.setLevel(level)
