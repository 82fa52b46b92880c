"""All the sites in one command: what it may be told, its progress, its report."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from ..isolement import Etat, Issue, processors
from ..problems import plural

Commande = Callable[..., Any]


def read_share(context: click.Context, option: click.Parameter, value: str | None) -> tuple[int, int] | None:
    """3/10: the third share of ten."""
    if value is None:
        return None
    rank, _, parts = value.partition("/")
    if not (rank.isdecimal() and parts.isdecimal() and 1 <= int(rank) <= int(parts)):
        raise click.BadParameter(
            f"«\u00a0{value}\u00a0» n'est pas une part. Écrivez 3/10 pour la troisième de dix.", context, option
        )
    return int(rank), int(parts)


OPTIONS = (
    click.option("--all", "everything", is_flag=True, help="Le site national et toutes les plateformes, un dossier pour chacun."),
    click.option("--jobs", type=click.IntRange(1), metavar="N", help="Avec --all : sites construits en même temps (un par cœur)."),
    click.option(
        "--shard", metavar="I/N", callback=read_share, help="Avec --all : une part des sites, 3/10 pour la troisième de dix."
    ),
    click.option(
        "--rapport", "report_file", type=click.Path(path_type=Path, dir_okay=False), help="Avec --all : rapport JSON à écrire."
    ),
)


def of_all(command: Commande) -> Commande:
    """Give a command the options that concern all sites."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def alone(**given: object) -> None:
    """Refuse, without --all, what only means something with it."""
    if useless := [f"--{name}" for name, value in given.items() if value]:
        raise click.UsageError(f"{', '.join(useless)} ne va qu'avec --all.")


def follow(names: list[str], run: Callable[[int], Iterable[Issue]], jobs: int | None, report_file: Path | None) -> int:
    """Do the work for these sites, show its progress, report; 1 if one failed."""
    issues = sorted(shown(run(jobs or processors()), len(names)), key=lambda issue: names.index(issue.nom))
    if report_file:
        report_file.parent.mkdir(parents=True, exist_ok=True)
        report_file.write_text(as_json(issues), encoding="utf-8")
    click.echo(summary(issues))
    failed = [issue for issue in issues if issue.etat is Etat.ECHEC]
    for issue in failed:
        click.echo(f"\n{issue.nom}\u00a0: échec. {issue.message}", err=True)
    if failed:
        told = ", ".join(issue.nom for issue in failed)
        kept = plural(len(issues) - len(failed), "site")
        click.echo(f"\nÉchec\u00a0: {told}. {kept} sur {len(issues)} sans faute.", err=True)
    return 1 if failed else 0


def shown(issues: Iterable[Issue], count: int) -> Iterator[Issue]:
    """The same, a bar moving on a terminal, one line for each elsewhere."""
    if not sys.stdout.isatty():
        for issue in issues:
            click.echo(f"{issue.nom}\u00a0: {'échec' if issue.etat is Etat.ECHEC else issue.message}")
            yield issue
        return
    with click.progressbar(length=count, label="Sites", show_pos=True, item_show_func=name_and_state) as bar:
        for issue in issues:
            bar.update(1, issue)
            yield issue


def name_and_state(issue: Issue | None) -> str | None:
    """What stands beside the bar: the last site that ended."""
    return f"{issue.nom} ({issue.etat})" if issue else None


def summary(issues: list[Issue]) -> str:
    """« 101 sites : 99 construits, 1 inchangé, 1 en échec. »"""
    count = Counter(issue.etat for issue in issues)
    built, same, failed = (count[etat] for etat in (Etat.CONSTRUIT, Etat.INCHANGE, Etat.ECHEC))
    return f"{plural(len(issues), 'site')}\u00a0: {plural(built, 'construit')}, {plural(same, 'inchangé')}, {failed} en échec."


def as_json(issues: list[Issue]) -> str:
    """The report, for another program."""
    told = [{"site": i.nom, "etat": str(i.etat), "message": i.message, "pages": i.pages, "secondes": i.secondes} for i in issues]
    failed = sum(issue.etat is Etat.ECHEC for issue in issues)
    return json.dumps({"sites": told, "echecs": failed}, ensure_ascii=False, indent=1) + "\n"
