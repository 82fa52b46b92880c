"""`vitrine serve`, as someone who writes uses it: an editor on one side, a browser on the other."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import violations
from loopback import free_port

SHEET = "data/metiers/aide-soignant.yml"
WAIT = 60_000
"""Milliseconds: two looks at the files, then a reading, on a machine that does something else."""


@pytest.fixture(scope="module")
def adresse(copie_du_module: Path) -> Iterator[str]:
    """The preview of the national site, started from the command line."""
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-c", "from vitrine.cli import main; main()", "serve", "--address", address]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(command, cwd=copie_du_module, env=environment, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert f"http://{address}/" in running.stdout.readline()
        yield f"http://{address}/"
        running.terminate()


def replace(file: Path, old: str, new: str) -> None:
    """What an editor does."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_one_writes_is_shown_and_so_is_a_fault_until_it_is_mended(navigateur: Browser, adresse: str, copie_du_module: Path):
    page = navigateur.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if "500" not in message.text else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(f"{adresse}metiers/aide-soignant/")
    replace(copie_du_module / SHEET, " vous ", " vous essayez-voir ")
    expect(page.locator("main")).to_contain_text("essayez-voir", timeout=WAIT)
    replace(copie_du_module / SHEET, "\nfamille: ", "\nfamile: ")
    expect(page.locator("h1")).to_have_text("2 fautes à corriger", timeout=WAIT)
    assert faults_of(page) == [("data/metiers/aide-soignant.yml", "famille"), ("data/metiers/aide-soignant.yml", "famile")]
    assert violations(page) == []
    replace(copie_du_module / SHEET, "\nfamile: ", "\nfamille: ")
    expect(page.locator("h1")).to_contain_text("Aide-soignant ou aide-soignante", timeout=WAIT)
    assert told == []
    page.close()


def faults_of(page: Page) -> list[tuple[str, str]]:
    """(file, field) of each fault shown."""
    places = [re.fullmatch(r"(.+), ligne \d+, champ (.+)", text) for text in page.locator(".lieu").all_inner_texts()]
    return [(place[1], place[2]) for place in places if place]


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.1:99999", "un nom:80"])
def test_an_address_that_is_none_is_told(projet: Path, address: str):
    command = [sys.executable, "-c", "from vitrine.cli import main; main()", "serve", "--address", address]
    done = subprocess.run(command, cwd=projet, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and f"adresse d'écoute non admise : {address}" in done.stderr
