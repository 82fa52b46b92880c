"""The command `vitrine`: check, etat, build, serve, new, schema."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import click

from . import __version__
from .etat.reglages import Reglages, read_reglages
from .etat.trompeur import misleading
from .gabarits import annotated
from .loading import Chargement, Racine, load_national, load_platform
from .model.fields import SLUG
from .model.kinds import GENRES, PLATEFORMES
from .pages import prose
from .problems import DataFault, Probleme, is_blocking, report
from .schema import schemas
from .selection import visible

NEW_KINDS = {"metier": "metiers", "formation": "formations", "plateforme": "plateformes", "seance": "seances"}


def find_root() -> Racine:
    """The nearest folder, from here upwards, that holds mkdocs.yml and data/."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "data").is_dir():
            return Racine(folder)
    raise click.ClickException("aucun dossier Vitrine ici\u00a0: placez-vous dans celui qui contient mkdocs.yml et data/.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="vitrine")
def main() -> None:
    """Construit les sites des plateformes des métiers de l'autonomie."""


@main.command()
@click.argument("slug", required=False)
def check(slug: str | None) -> None:
    """Vérifie toutes les données, ou celles d'une plateforme."""
    gc.disable()  # the process ends with the answer: collecting would only delay it
    racine = find_root()
    national = load_national(racine)
    reglages, faults = read_reglages(racine.dossier)
    reglages = reglages if national.publiable else None
    problems, files = [*national.problemes, *faults, *misleading_problems(national, reglages)], national.fichiers_lus + 1
    problems += prose_problems(national, [racine.dossier / "docs"])
    for name in [slug] if slug else racine.slugs():
        loaded = load_platform(national, racine, name)
        problems += loaded.problemes
        files += loaded.fichiers_lus
        if loaded.publiable:
            problems += misleading_problems(loaded, reglages)
            problems += prose_problems(loaded, [racine.plateformes / name / "docs"])
    click.echo(report(problems, files), err=is_blocking(problems))
    sys.exit(1 if is_blocking(problems) else 0)


def misleading_problems(loaded: Chargement, reglages: Reglages | None) -> list[Probleme]:
    """What would mislead visitors; nothing is said of data that cannot be published, or without the report's settings."""
    return misleading(loaded.catalogue, reglages) if loaded.publiable and reglages else []


def prose_problems(loaded: Chargement, folders: list[Path]) -> list[Probleme]:
    """Faults of the Markdown pages."""
    try:
        list(prose.pages(visible(loaded.catalogue), folders))
    except DataFault as fault:
        return fault.problems
    return []


@main.command()
@click.argument("slug", required=False)
@click.option("--json", "json_file", type=click.Path(path_type=Path, dir_okay=False), help="Fichier JSON à écrire.")
@click.option("--html", "html_file", type=click.Path(path_type=Path, dir_okay=False), help="Page HTML à écrire, pour l'équipe.")
def etat(slug: str | None, json_file: Path | None, html_file: Path | None) -> None:
    """Dit l'état du contenu national, ou d'une plateforme : ce qui trompe, ce qui manque, ce qui se lit mal."""
    from .etat import donnees, page, terminal
    from .etat.rapport import assemble

    racine = find_root()
    national = load_national(racine)
    loaded = load_platform(national, racine, slug) if slug else national
    reglages, faults = read_reglages(racine.dossier)
    problems = [*national.problemes, *(loaded.problemes if slug else []), *faults]
    if reglages is None or is_blocking(problems):
        raise click.ClickException(
            f"corrigez d'abord les données.\n{report([problem for problem in problems if problem.grave], national.fichiers_lus)}"
        )
    found = assemble(loaded, national, reglages, racine.dossier / "docs" / "glossaire.md")
    for file, write in ((json_file, donnees.as_json), (html_file, page.as_html)):
        if file:
            file.write_text(write(found), encoding="utf-8")
            click.echo(f"{file} est écrit.")
    if not (json_file or html_file):
        click.echo(terminal.as_text(found))
    sys.exit(1 if found.trompeurs else 0)


@main.command()
@click.argument("slug", required=False)
@click.option("--all", "everything", is_flag=True, help="Le site national et toutes les plateformes.")
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("site"), help="Dossier à écrire (site/).")
def build(slug: str | None, everything: bool, out: Path) -> None:
    """Construit le site national, celui d'une plateforme, ou tous."""
    from .building import NATIONAL, BuildFailed, build_site

    racine = find_root()
    wanted = [(name, out / (name or NATIONAL)) for name in (None, *racine.slugs())] if everything else [(slug, out)]
    failed = 0
    for name, folder in wanted:
        try:
            pages = build_site(racine, name, folder.resolve())
            click.echo(f"{name or NATIONAL}\u00a0: {pages} pages dans {folder}")
        except BuildFailed as fault:
            failed += 1
            click.echo(f"{name or NATIONAL}\u00a0: échec. Le site déjà publié n'a pas changé.\n{fault}".rstrip(), err=True)
    sys.exit(1 if failed else 0)


@main.command()
@click.argument("slug", required=False)
@click.option("-a", "--address", default="127.0.0.1:8000", help="Adresse d'écoute.")
def serve(slug: str | None, address: str) -> None:
    """Montre le site pendant que vous écrivez."""
    racine = find_root()
    environment = {**os.environ, "PLATEFORME": slug or "", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", address]
    sys.exit(subprocess.run(command, cwd=racine.dossier, env=environment, check=False).returncode)


@main.command()
@click.argument("genre", type=click.Choice([*NEW_KINDS]))
@click.argument("slug")
@click.option("-p", "--plateforme", help="Écrire la fiche dans cette plateforme plutôt que dans le fonds national.")
def new(genre: str, slug: str, plateforme: str | None) -> None:
    """Écrit un fichier annoté à remplir : métier, formation, séance ou plateforme."""
    if not SLUG.fullmatch(slug):
        raise click.ClickException(f"«\u00a0{slug}\u00a0» n'est pas admis\u00a0: minuscules sans accent, chiffres et tirets.")
    racine = find_root()
    target = new_file(racine, genre, slug, plateforme)
    if target.exists():
        raise click.ClickException(f"{target.relative_to(racine.dossier)} existe déjà.")
    kind = PLATEFORMES if genre == "plateforme" else GENRES[NEW_KINDS[genre]]
    target.parent.mkdir(parents=True, exist_ok=True)
    up = "../" * (len(target.relative_to(racine.dossier).parts) - 1)
    target.write_text(annotated(kind, slug, up), encoding="utf-8")
    click.echo(f"{target.relative_to(racine.dossier)} est prêt à remplir. Ensuite\u00a0: vitrine check")


def new_file(racine: Racine, genre: str, slug: str, plateforme: str | None) -> Path:
    """Where a new record goes."""
    if genre == "plateforme":
        return racine.plateformes / slug / "plateforme.yml"
    if plateforme is None:
        return racine.data / NEW_KINDS[genre] / f"{slug}.yml"
    if plateforme not in racine.slugs():
        raise click.ClickException(f"plateforme inconnue\u00a0: {plateforme}.")
    return racine.plateformes / plateforme / "data" / NEW_KINDS[genre] / f"{slug}.yml"


@main.command()
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("schemas"), help="Dossier à écrire (schemas/).")
def schema(out: Path) -> None:
    """Écrit le JSON Schema de chaque genre de fiche, pour VS Code et d'autres éditeurs."""
    national = load_national(find_root())
    out.mkdir(parents=True, exist_ok=True)
    for name, text in schemas(national.catalogue.nomenclatures):
        (out / name).write_text(text, encoding="utf-8")
        click.echo(str(out / name))
