"""The command `vitrine`: check, etat, build, publish, annuler, hors-ligne, serve, new, diff, pdf, rgaa, schema."""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path

import click

from . import __version__
from .commandes import here
from .commandes.diff import diff
from .commandes.hors_ligne import hors_ligne
from .commandes.new import new
from .commandes.pdf import pdf as print_sheets
from .commandes.rgaa import rgaa
from .commandes.serve import serve
from .commandes.tous import alone, follow, of_all
from .etat.reglages import Reglages, read_reglages
from .etat.trompeur import misleading
from .loading import Chargement, load_national
from .loading_platform import load_platform
from .merging import NATIONAL
from .pages import prose
from .problems import DataFault, Probleme, is_blocking, report
from .schema import schemas
from .selection import visible


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="vitrine")
def main() -> None:
    """Construit les sites des plateformes des métiers de l'autonomie."""


@main.command()
@click.argument("slug", required=False)
def check(slug: str | None) -> None:
    """Vérifie toutes les données, ou celles d'une plateforme."""
    gc.disable()  # the process ends with the answer: collecting would only delay it
    racine = here()
    national = load_national(racine)
    reglages, faults = read_reglages(racine.dossier)
    reglages = reglages if national.publiable else None
    problems, files = [*national.problemes, *faults, *misleading_problems(national, reglages)], national.fichiers_lus + 1
    problems += prose_problems(national, racine.proses(None))
    if racine.depot:  # its team answers for its own files: of the national ones, only what stops the site is told
        problems, files = [problem for problem in problems if problem.grave], 0
    for name in [slug] if slug else racine.slugs():
        loaded = load_platform(national, racine, name)
        problems += loaded.problemes
        files += loaded.fichiers_lus
        if loaded.publiable:
            problems += misleading_problems(loaded, reglages)
            problems += prose_problems(loaded, racine.proses(name)[1:])
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

    racine = here()
    slug = racine.choisie(slug)
    national = load_national(racine)
    loaded = load_platform(national, racine, slug) if slug else national
    reglages, faults = read_reglages(racine.dossier)
    problems = [*national.problemes, *(loaded.problemes if slug else []), *faults]
    if reglages is None or is_blocking(problems):
        raise click.ClickException(
            f"corrigez d'abord les données.\n{report([problem for problem in problems if problem.grave], national.fichiers_lus)}"
        )
    found = assemble(loaded, national, reglages, racine.docs / "glossaire.md")
    for file, write in ((json_file, donnees.as_json), (html_file, page.as_html)):
        if file:
            file.write_text(write(found), encoding="utf-8")
            click.echo(f"{file} est écrit.")
    if not (json_file or html_file):
        click.echo(terminal.as_text(found))
    sys.exit(1 if found.trompeurs else 0)


@main.command()
@click.argument("slug", required=False)
@of_all
@click.option("--force", is_flag=True, help="Avec --all : reconstruit aussi ce qui n'a pas changé.")
@click.option("--pdf", is_flag=True, help="Ajoute la fiche PDF de chaque métier.")
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("site"), help="Dossier à écrire (site/).")
def build(
    *,
    slug: str | None,
    everything: bool,
    jobs: int | None,
    shard: tuple[int, int] | None,
    report_file: Path | None,
    force: bool,
    pdf: bool,
    out: Path,
) -> None:
    """Construit le site national, celui d'une plateforme, ou tous."""
    racine = here()
    if everything:
        from .flotte import Part, build_all, names_of

        names = names_of(racine, Part(*shard or ()))
        sys.exit(follow(names, partial(build_all, racine, names, out, force=force, pdf=pdf), jobs, report_file))
    alone(jobs=jobs, shard=shard, rapport=report_file, force=force)
    from .building import UNCHANGED, BuildFailed, arrangement, build_site

    gc.disable()  # here too the process ends with the answer
    chosen = racine.choisie(slug)
    name = chosen or NATIONAL
    try:
        pages = build_site(racine, chosen, out.resolve(), arrangement(pdf))
    except BuildFailed as fault:
        click.echo(f"{name}\u00a0: échec. {UNCHANGED}\n{fault}".rstrip(), err=True)
        sys.exit(1)
    click.echo(f"{name}\u00a0: {pages} pages dans {out}")
    if chosen:
        click.echo(f"Votre logo et vos couleurs se regardent dans {out / 'marque' / 'index.html'}")


@main.command()
@click.argument("slug", required=False)
@of_all
@click.option("--vers", "folder", type=click.Path(path_type=Path, file_okay=False), required=True, help="Dossier de publication.")
@click.option("--simple", is_flag=True, help="Sans lien symbolique, pour un envoi par FTP, GitHub Pages ou GitLab Pages.")
@click.option("--oublier", "forget", is_flag=True, help="Ne rien garder des versions d'avant, pour effacer une donnée personnelle.")
@click.option("--pdf", is_flag=True, help="Ajoute la fiche PDF de chaque métier.")
def publish(
    *,
    slug: str | None,
    everything: bool,
    jobs: int | None,
    shard: tuple[int, int] | None,
    report_file: Path | None,
    folder: Path,
    simple: bool,
    forget: bool,
    pdf: bool,
) -> None:
    """Construit, vérifie, puis met en place d'un seul geste."""
    racine = here()
    if everything:
        from .flotte import Part, names_of, publish_all

        names = names_of(racine, Part(*shard or ()))
        run = partial(publish_all, racine, names, folder.resolve(), simple=simple, forget=forget, pdf=pdf)
        sys.exit(follow(names, run, jobs, report_file))
    alone(jobs=jobs, shard=shard, rapport=report_file)
    from .building import arrangement
    from .publier import Echec, publish_site

    chosen = racine.choisie(slug)
    name = chosen or NATIONAL
    try:
        done = publish_site(racine, chosen, folder.resolve(), simple, forget, arrange=arrangement(pdf))
        click.echo(f"{name}\u00a0: {done.dit}")
    except Echec as fault:
        click.echo(f"{name}\u00a0: échec. {fault}", err=True)
        sys.exit(1)


@main.command()
@click.option("--vers", "folder", type=click.Path(path_type=Path, file_okay=False), required=True, help="Dossier de publication.")
def annuler(folder: Path) -> None:
    """Revient à la version publiée juste avant."""
    from .publier import Echec, undo

    try:
        click.echo(undo(folder.resolve()))
    except Echec as fault:
        raise click.ClickException(str(fault)) from None


main.add_command(new)
main.add_command(diff)
main.add_command(print_sheets)
main.add_command(hors_ligne)
main.add_command(rgaa)
main.add_command(serve)


@main.command()
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("schemas"), help="Dossier à écrire (schemas/).")
def schema(out: Path) -> None:
    """Écrit le JSON Schema de chaque genre de fiche, pour VS Code et d'autres éditeurs."""
    national = load_national(here())
    out.mkdir(parents=True, exist_ok=True)
    for name, text in schemas(national.catalogue.nomenclatures):
        (out / name).write_text(text, encoding="utf-8")
        click.echo(str(out / name))
