"""What the guide tells people to write is tried: servers' blocks in real servers, commands and files of integration read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest
import yaml

from project import PROJET
from serveurs import apache, nginx
from vitrine.cli import main
from vitrine.publication.entetes import ASK_AGAIN

GUIDE = (PROJET / "guides/publier.md").read_text("utf-8")
EXAMPLE = "/srv/www/orne"


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)


def test_the_apache_block_of_the_guide_works(publier: Callable[..., Path]):
    dossier = publier("un")
    (block,) = blocks("apache")
    elsewhere = dossier.parent
    with apache(elsewhere, override="None", extra=block.replace(EXAMPLE, str(dossier))) as server:
        page = server.get("/metiers/", Accept_Encoding="br", Host="orne.exemple.fr")
        assert (page.statut, page["Content-Encoding"], page["Cache-Control"]) == (200, "br", ASK_AGAIN)


@pytest.mark.parametrize("brotli", [False, True])
def test_the_nginx_block_of_the_guide_works(publier: Callable[..., Path], brotli: bool):
    dossier = publier("un")
    (block,) = blocks("nginx")
    (line,) = re.findall(r"`(include .*nginx-brotli.conf;)`", GUIDE)
    block = block.replace("}\n", f"{line}\n}}\n") if brotli else block
    with nginx(dossier / "site", dossier, brotli, block.replace(EXAMPLE, str(dossier))) as server:
        page = server.get("/metiers/", Accept_Encoding="gzip, br", Host="orne.exemple.fr")
        assert (page.statut, page["Content-Encoding"], page["Cache-Control"]) == (200, "br" if brotli else "gzip", ASK_AGAIN)


def test_the_commands_of_the_guide_exist():
    told = re.findall(r"vitrine (publish|annuler|hors-ligne)([^`\n]*)", "\n".join(blocks("sh")) + "".join(blocks("yaml")))
    assert len(told) > 4
    for name, words in told:
        command = main.commands[name]
        command.make_context(name, words.split(), resilient_parsing=False)
    with pytest.raises(click.UsageError):
        main.commands["publish"].make_context("publish", ["--inconnue"])


def test_the_files_of_integration_publish_the_plain_folder_that_they_made():
    github, gitlab = (yaml.safe_load(block) for block in blocks("yaml"))
    steps = github["jobs"]["publier"]["steps"]
    assert {"path": "publication/site"} in [step.get("with") for step in steps]
    commands = [step["run"] for step in steps if "run" in step]
    assert [line for line in gitlab["pages"]["script"] if line in commands] == commands
    assert any("--simple --vers publication" in line for line in commands)
