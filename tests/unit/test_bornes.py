"""No input costs more than a second or two hundred megabytes, and each ends in one of two ways: accepted or refused."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from PIL import Image

from project import PROJET, need
from unit.minimales import minimal

PAGE = "---\ntitle: T\ndescription: D\n---\n"
TEXTS = [
    "=\n" * 99 + "\n", "a\n=\n" * 49 + "\n", "<a ", "\\*", "> " * 9 + "a\n\n", "- a\n\n    ", "[a](https://a.fr) ", "**a ", "_a_",
    "|a|b|\n|-|-|\n\n", "[a]: https://a.fr\n\n", "`a` ", "&a; ", "a\n\n", "<https://a.fr> ", "#" * 6 + " a\n\n", "1.\n\n",
]  # fmt: skip
"""What is repeated to fill a field, or a page: the worst that we know for Markdown, let through or not."""


def filled(text: str, size: int) -> str:
    return (text * (size // len(text) + 1))[:size]


def record(text: str) -> bytes:
    """A profession whose blocks are as many as the file may hold, each as long as it may be."""
    blocks = [{"titre": "Bloc", "texte": filled(text, 5_900).strip() or "a"} for _ in range(40)]
    return yaml.safe_dump({**minimal("metiers").donnees, "nature": blocks}, allow_unicode=True, width=10_000).encode()[: 255 * 1024]


def png(side: int) -> bytes:
    out = io.BytesIO()
    Image.new("1", (side, side)).save(out, "PNG")
    return out.getvalue()


CASES: dict[str, Callable[[], bytes]] = {
    **{f"metiers/bloc-{n}.yml": lambda text=text: record(text) for n, text in enumerate(TEXTS)},
    **{f"page-{n}/docs.md": lambda text=text: (PAGE + filled(text, 29_900)).encode() for n, text in enumerate(TEXTS)},
    "metiers/profond.yml": lambda: b"a: " + b"[" * 200_000,
    "metiers/alias.yml": lambda: b"a: &a [x,x]\n" + b"".join(b"b%d: &b%d [*a,*a]\n" % (n, n) for n in range(60)),
    "metiers/lourd.yml": lambda: b"x: " + b"a" * 4_000_000,
    "metiers/valeurs.yml": lambda: b"x: [" + b"a," * 100_000 + b"]",
    "metiers/inconnus.yml": lambda: b"".join(b"champ%d: a\n" % n for n in range(15_000)),
    "metiers/lignes.yml": lambda: b"\n" * 250_000,
    "actualites/liste.yml": lambda: b"documents:\n" + b"  - titre: a\n" * 8_000,
    "communes.csv": lambda: b'code;nom\n"' + b"a;" * 120_000,
    "commune/communes.csv": lambda: b"code;nom;codes_postaux;latitude;longitude;habitants;anciens_noms\n" + b"x;y\n" * 60_000,
    "a/logo.png": lambda: png(20_000),
    "b/logo.png": lambda: png(3_000),
    "c/logo.png": lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 90_000,
    "d/logo.svg": lambda: b"<svg>" + b"<g>" * 30_000,
    "e/logo.svg": lambda: b"<svg " + b"a='" * 30_000,
    "f/logo.svg": lambda: b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<!--" * 20_000 + b"</svg>",
}


@pytest.fixture(scope="module")
def issues(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """How the process of each case ended."""
    need("Linux (/proc)", Path("/proc/self/statm").is_file())
    folder = tmp_path_factory.mktemp("bornes")
    for name, made in CASES.items():
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_bytes(made())
    command = [sys.executable, str(PROJET / "tests/bornes.py"), *(str(folder / name) for name in CASES)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return dict(zip(CASES, done.stdout.split(), strict=True))


def test_no_input_costs_a_second_or_two_hundred_megabytes(issues: dict[str, str]):
    assert {name: issue for name, issue in issues.items() if issue not in "01"} == {}


def test_both_ends_are_met(issues: dict[str, str]):
    assert set(issues.values()) == {"0", "1"}
