"""Servers' files and the security policy: one definition, sound syntax, nothing taken from a hostile place."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path

import pytest

from unit.petits_sites import small_site
from vitrine.publication import echange
from vitrine.publication.entetes import ASK_AGAIN, CSP, FOREVER, HEADERS, TYPES, hash_in
from vitrine.publication.hebergement import languages_of, public_path, server_files, site_files
from vitrine.publication.liens import read_page


def test_the_policy_lets_nothing_in_but_what_the_site_serves():
    rules = dict(rule.split(" ", 1) for rule in HEADERS["Content-Security-Policy"].split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["frame-ancestors"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == rules["worker-src"] == "'self'"
    assert not re.search(r"unsafe|\*|https?:", HEADERS["Content-Security-Policy"])
    assert HEADERS["Content-Security-Policy"].startswith(CSP)


def test_the_templates_write_no_policy_of_their_own(projet: Path):
    overrides = projet / "overrides"
    for template in {*overrides.rglob("*.html")} - {*(overrides / "pdf").rglob("*.html")}:  # paper goes through no server
        text = template.read_text("utf-8")
        assert "default-src" not in text
        is_page = "<head>" in text and template.parent.name != "pdf"  # WeasyPrint prints those, no browser reads them
        assert not is_page or '<meta http-equiv="Content-Security-Policy" content="{{ csp }}">' in text, template


def test_no_value_can_break_out_of_a_server_file():
    for value in [*HEADERS.values(), *TYPES.values()]:
        assert not re.search(r'["\\\n$]', value)


def test_each_language_has_its_page_not_found(tmp_path: Path):
    small_site("un")(tmp_path)
    files = dict(site_files(public_path(tmp_path), languages_of(tmp_path)))
    assert files["en/.htaccess"] == "ErrorDocument 404 /en/404.html\n"
    assert "ErrorDocument 404 /404.html\n" in files[".htaccess"]
    assert files.keys() == {".htaccess", "en/.htaccess", "_headers", ".nojekyll"}


def test_the_path_of_a_site_that_shares_its_host_is_in_every_server_file(tmp_path: Path):
    small_site("un", base="/orne/")(tmp_path)
    base = public_path(tmp_path)
    assert base == "/orne/"
    assert "ErrorDocument 404 /orne/404.html" in dict(site_files(base, ["en"]))[".htaccess"]
    nginx = dict(server_files(base, ["en"]))["nginx.conf"]
    assert "location /orne/en/ {" in nginx and nginx.count("{") == nginx.count("}")


def test_htaccess_holds_only_what_a_limited_server_allows():
    """Directives of the class FileInfo, or of none: the others would make the whole site fail where they are not allowed."""
    allowed = {"ErrorDocument", "FileETag", "AddType", "AddEncoding", "RemoveLanguage", "ForceType", "Header"}
    allowed |= {"RewriteEngine", "RewriteCond", "RewriteRule", "Redirect"}
    lines = dict(site_files("/", ["en"], {"/a/": "/b/"}))[".htaccess"].splitlines()
    used = {line.split()[0] for line in lines if line and not line.startswith(("#", "<"))}
    assert used <= allowed
    assert {line.split()[0] for line in lines if line.startswith("<") and not line.startswith("</")} == {"<IfModule", "<FilesMatch"}


def test_headers_of_pages_hosts_never_contradict_themselves():
    """These hosts join the values of all the rules that match: Cache-Control stands in rules that match no file in common."""
    text = dict(site_files("/", []))["_headers"]
    assert text.count("Cache-Control") == 2
    assert f"/assets/*\n  Cache-Control: {FOREVER}\n/sw.js\n  Cache-Control: {ASK_AGAIN}\n" in text
    assert all(line.startswith(("#", "/", "  ")) for line in text.splitlines())


@pytest.mark.parametrize(
    ("name", "found"), [("vitrine.1a2b3c4d.css", "1a2b3c4d"), ("vitrine.css", None), ("a.1a2b3c4d5.css", None)]
)
def test_the_hash_that_a_name_announces(name: str, found: str | None):
    assert hash_in(name) == found


def test_assets_that_scripts_load_later_are_read_from_data_attributes():
    page = read_page(b'<p data-racine="../" data-x="../assets/index-fr.0a1b2c3d.js assets/a.00000000.js">')
    assert page.actifs == ("../assets/index-fr.0a1b2c3d.js", "assets/a.00000000.js")


@pytest.fixture
def dossiers(tmp_path: Path) -> tuple[Path, Path]:
    """A folder in place, and a new one."""
    for name in ("site", "nouveau"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page").write_text(name)
    return tmp_path / "nouveau", tmp_path / "site"


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_folder_takes_the_place_of_another(dossiers: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, can_exchange: bool):
    if not can_exchange:
        monkeypatch.setattr(echange, "exchange", lambda one, other: False)
    echange.put_folder(*dossiers)
    assert (dossiers[1] / "page").read_text() == "nouveau"
    assert [path.name for path in dossiers[1].parent.iterdir()] == ["site"]


@pytest.mark.skipif(sys.platform != "linux", reason="renameat2 : Linux seulement, ce test n'a PAS été fait")
def test_linux_exchanges_two_folders_in_one_move(dossiers: tuple[Path, Path]):
    assert echange.exchange(*dossiers)
    assert [(folder / "page").read_text() for folder in dossiers] == ["site", "nouveau"]


def test_what_cannot_be_exchanged_is_said_and_left_as_it_was(dossiers: tuple[Path, Path]):
    assert not echange.exchange(dossiers[0], dossiers[0].with_name("absent"))
    assert (dossiers[0] / "page").read_text() == "nouveau"


def test_a_folder_taken_away_by_a_killed_build_is_put_back(dossiers: tuple[Path, Path]):
    place = dossiers[1]
    place.rename(echange.old_of(place))
    echange.recover(place)
    echange.recover(place)
    assert (place / "page").read_text() == "site"


def test_what_a_killed_build_left_beside_the_site_days_ago_is_removed(tmp_path):
    place, now = tmp_path / "si[te]", time.time()
    left = [echange.aside_for(place) for _ in range(2)]
    (left[0] / "index.html").write_text("à moitié", "utf-8")
    os.utime(left[0], (now - 200_000, now - 200_000))
    fresh = echange.aside_for(place)
    assert sorted(tmp_path.iterdir()) == sorted([left[1], fresh])
