"""The tutorial is what happened: its commands are typed, its lines changed, and what it shows is what was shown.

In guides/ouvrir-une-plateforme.md a block « sh » is typed, the « text » after it is what came out, a block « yaml FILE » names the
lines that change in that file, each found by its field, from top to bottom.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from built.html_pages import read
from built.installation import Installation, lent
from loopback import free_port
from project import PROJET, need

GUIDE = PROJET / "guides/ouvrir-une-plateforme.md"
BLOCK = re.compile(r"^```(\w+) ?(.*?)\n(.*?)^```$", re.M | re.S)
BLOCKS = BLOCK.findall(GUIDE.read_text(encoding="utf-8"))
COMMENT = re.compile(r"^(\s*)# ?")
SIGNS_A_MINUTE = 150
"""What a person types who seldom does: about 25 words a minute."""


class Poste:
    """A person's machine: a folder, and what a terminal remembers from one command to the next."""

    def __init__(self, dossier: Path, installation: Installation) -> None:
        self.memoire, self.ici, self.installation = dossier / ".memoire", dossier / ".ici", installation
        self.memoire.touch()
        self.ici.write_text(str(dossier))

    @property
    def cwd(self) -> Path:
        """Where the person stands."""
        return Path(self.ici.read_text().strip())

    def types(self, commands: str) -> str:
        """Run commands; what they show. Libraries are lent by the environment of the tests rather than fetched."""
        lines = commands.replace("pip install ", "env -u PYTHONPATH pip install --quiet --no-deps --no-index ")
        script = f"source {self.memoire}; set -e\n{lines}\nexport -p > {self.memoire}; pwd > {self.ici}"
        done = subprocess.run(["bash", "-c", script], cwd=self.cwd, env=lent(), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def changes(self, name: str, lines: str) -> None:
        """Change the lines of a file, taking away the sign that made them comments."""
        file = self.cwd / name
        text, place = file.read_text(encoding="utf-8").split("\n"), 0
        for line in lines.splitlines():
            field = line.partition(":")[0]
            place = next(at for at in range(place, len(text)) if COMMENT.sub(r"\1", text[at]).partition(":")[0] == field)
            text[place] = line
        file.write_text("\n".join(text), encoding="utf-8")


@pytest.fixture(scope="module")
def poste(installation: Installation, tmp_path_factory: pytest.TempPathFactory) -> Poste:
    """An empty folder, with only the wheel."""
    need("bash", shutil.which("bash") is not None)
    folder = tmp_path_factory.mktemp("poste")
    shutil.copy(installation.roue, folder)
    return Poste(folder, installation)


@pytest.fixture(scope="module")
def dits(poste: Poste) -> list[tuple[str, str]]:
    """The whole tutorial, done: what it says that commands show, and what they showed."""
    told, shown = [], ""
    for kind, label, body in BLOCKS:
        if (kind, label) == ("sh", ""):
            shown = poste.types(body)
        elif kind == "yaml":
            poste.changes(label, body)
        elif kind == "text":
            told.append((body, shown))
    return told


def counted(text: str) -> str:
    """The same whatever the numbers: the national content grows."""
    return re.sub(r"\d+", "0", text).strip()


def test_every_command_of_the_tutorial_shows_what_the_tutorial_says(dits: list[tuple[str, str]]):
    assert len(dits) >= 4
    for told, shown in dits:
        assert counted(shown) == counted(told)


def test_the_site_of_the_tutorial_shows_the_logo_the_colour_the_contacts_and_the_event(dits: list[tuple[str, str]], poste: Poste):
    site = poste.cwd / "site"
    assert {"alt": "Autonomie Val-Exemple"}.items() <= next(a for a in read(site / "index.html").all("img")).items()
    assert "--marque:#1b5236;" in next((site / "assets").glob("vitrine.*.css")).read_text()
    contacts = read(site / "contacts/index.html").text
    assert all(name in contacts for name in ("Accueil de la plateforme", "Mission locale du Val-Exemple", "Service de presse"))
    assert "Forum de l’aide à domicile" in read(site / "agenda/index.html").text
    assert "préparation" not in read(site / "index.html").text


def test_the_preview_of_the_tutorial_answers(dits: list[tuple[str, str]], poste: Poste):
    (command,) = [body.strip() for kind, label, body in BLOCKS if label == "serveur"]
    port = free_port()
    script = f"source {poste.memoire}; exec {command} --address 127.0.0.1:{port}"
    server = subprocess.Popen(
        ["bash", "-c", script], cwd=poste.cwd, env=lent(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        assert any("Val-Exemple" in page for page in answers(f"http://127.0.0.1:{port}/", server))
    finally:
        server.terminate()
        server.wait()


def answers(url: str, server: subprocess.Popen[bytes]) -> Iterator[str]:
    """The page as soon as the server answers; nothing once it has stopped."""
    while server.poll() is None:
        try:
            with urllib.request.urlopen(url) as page:
                yield page.read().decode()
                return
        except OSError:
            time.sleep(0.2)


def test_the_tutorial_is_typed_in_a_quarter_of_an_hour():
    typed = sum(len(body) for kind, _, body in BLOCKS if kind in ("sh", "yaml"))
    assert typed / SIGNS_A_MINUTE < 15
