"""The tutorial is what happened: its commands are typed, its lines changed, and what it shows is what was shown.

In guides/ouvrir-une-plateforme.md a block « sh » is typed, the « text » after it is what came out, a block « yaml FILE » names the
lines that change in that file, each found by its field, from top to bottom; a block « nginx FILE » is the whole of a file. Blocks
« sh » with a name start and stop servers: each has a test of its own.
"""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPMessage
from pathlib import Path
from urllib.error import HTTPError, URLError

import pytest

from built.html_pages import read
from built.installation import Installation, lent
from loopback import free_port
from project import PROJET, need
from vitrine.publication.entetes import HEADERS

GUIDE = PROJET / "guides/ouvrir-une-plateforme.md"
BLOCK = re.compile(r"^```(\w+) ?(.*?)\n(.*?)^```$", re.M | re.S)
BLOCKS = BLOCK.findall(GUIDE.read_text(encoding="utf-8"))
COMMENT = re.compile(r"^(\s*)# ?")
SERVERS = "/usr/sbin:/usr/bin:/usr/local/bin"
TRIES = 200
SIGNS_A_MINUTE = 150
"""What a person types who seldom does: about 25 words a minute."""


class Poste:
    """A person's machine: a folder, and what a terminal remembers from one command to the next."""

    def __init__(self, dossier: Path, installation: Installation) -> None:
        self.memoire, self.ici, self.installation = dossier / ".memoire", dossier / ".ici", installation
        self.plateforme = dossier / "val-exemple"
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
def poste(installation: Installation) -> Iterator[Poste]:
    """An empty folder that a server may read, with only the wheel."""
    need("bash", shutil.which("bash") is not None)
    with tempfile.TemporaryDirectory(prefix="vitrine-poste-") as folder:
        Path(folder).chmod(0o755)
        shutil.copy(installation.roue, folder)
        yield Poste(Path(folder), installation)


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


def named(label: str) -> str:
    """The one block that bears a name."""
    (found,) = [body for _, name, body in BLOCKS if name == label]
    return found


def counted(text: str) -> str:
    """The same whatever the numbers: the national content grows."""
    return re.sub(r"\d+", "0", text).strip()


def test_every_command_of_the_tutorial_shows_what_the_tutorial_says(dits: list[tuple[str, str]]):
    assert len(dits) >= 4
    for told, shown in dits:
        assert counted(shown) == counted(told)


def test_the_site_of_the_tutorial_shows_the_logo_the_colour_the_contacts_and_the_event(dits: list[tuple[str, str]], poste: Poste):
    site = poste.plateforme / "site"
    assert {"alt": "Autonomie Val-Exemple"}.items() <= next(a for a in read(site / "index.html").all("img")).items()
    assert "--marque:#1b5236;" in next((site / "assets").glob("vitrine.*.css")).read_text()
    contacts = read(site / "contacts/index.html").text
    assert all(name in contacts for name in ("Accueil de la plateforme", "Mission locale du Val-Exemple", "Service de presse"))
    assert "Forum de l’aide à domicile" in read(site / "agenda/index.html").text
    assert "préparation" not in read(site / "index.html").text


def test_the_preview_of_the_tutorial_answers(dits: list[tuple[str, str]], poste: Poste):
    command = named("serveur").strip()
    port = free_port()
    script = f"source {poste.memoire}; exec {command} --address 127.0.0.1:{port}"
    server = subprocess.Popen(
        ["bash", "-c", script], cwd=poste.plateforme, env=lent(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
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


@contextmanager
def nginx(poste: Poste) -> Iterator[str]:
    """The nginx of the tutorial, at an address that nobody else uses, until the end of the block."""
    need("nginx", shutil.which("nginx", path=SERVERS) is not None)
    port = free_port()
    (poste.cwd / "essai.conf").write_text(named("essai.conf").replace("8080", str(port)), encoding="utf-8")
    poste.types(f'PATH="$PATH:{SERVERS}"; {named("nginx")}')
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        poste.types(named("arret"))


def get(url: str) -> tuple[HTTPMessage, bytes]:
    """What a server answers to who takes compressed pages."""
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})) as answer:
        return answer.headers, answer.read()


def test_the_nginx_of_the_tutorial_shows_the_site_with_its_headers_and_stops(dits: list[tuple[str, str]], poste: Poste):
    assert "`http://127.0.0.1:8080/`" in GUIDE.read_text("utf-8") and "listen 127.0.0.1:8080;" in named("essai.conf")
    with nginx(poste) as address:
        headers, body = get(address)
        assert {name: headers[name] for name in HEADERS} == HEADERS and headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(body) == (poste.plateforme / "site/index.html").read_bytes()
        with pytest.raises(HTTPError, match="404"):
            get(f"{address}absent/")
    with pytest.raises(URLError):
        until_refused(address)


def until_refused(url: str) -> None:
    """Ask again, for a server that was told to stop takes a moment."""
    for _ in range(TRIES):
        get(url)
        time.sleep(0.05)


def test_the_tutorial_is_typed_in_a_quarter_of_an_hour():
    typed = sum(len(body) for kind, _, body in BLOCKS if kind in ("sh", "yaml", "nginx"))
    assert typed / SIGNS_A_MINUTE < 15
