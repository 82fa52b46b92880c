"""The offline copies as files: light, always the same, every link named to its file, nothing to fetch from anywhere."""

from __future__ import annotations

import posixpath
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from lxml import etree
from pypdfium2 import PdfDocument

from project import JOUR, need, vitrine

LINKS = "//@href | //@src | //@action"
LOADED = "//@src | //link[@rel='stylesheet' or @rel='icon']/@href"
MEGABYTES_AT_MOST = 15


@pytest.fixture(params=["national", "demonstration"])
def archive(request: pytest.FixtureRequest, copies: dict[str, Path]) -> ZipFile:
    return ZipFile(copies[request.param])


def pages_of(archive: ZipFile) -> dict[str, etree._Element]:
    """Every page, parsed."""
    found = (name for name in archive.namelist() if name.endswith(".html"))
    return {name: etree.parse(StringIO(archive.read(name).decode()), etree.HTMLParser()).getroot() for name in found}


def test_every_link_leads_to_a_file_of_the_copy_or_to_the_web(archive: ZipFile):
    names, lost = set(archive.namelist()), []
    for page, tree in pages_of(archive).items():
        for link in dict.fromkeys(map(str, tree.xpath(LINKS))):
            parts = urlsplit(link)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
            if not parts.scheme and target not in names:
                lost.append((page, link))
    assert lost == []


def test_nothing_is_loaded_from_elsewhere_and_no_page_speaks_to_search_engines(archive: ZipFile):
    for page, tree in pages_of(archive).items():
        assert [link for link in tree.xpath(LOADED) if urlsplit(str(link)).scheme] == [], page
        assert tree.xpath("//link[@rel='canonical'] | //script[@type='application/ld+json']") == [], page
        assert tree.xpath("string(//meta[@name='robots']/@content)") == "noindex", page


def test_no_browser_is_asked_to_keep_a_copy(archive: ZipFile):
    assert [name for name in archive.namelist() if name.endswith(("sw.js", ".webmanifest", "hors-connexion.html"))] == []
    assert [page for page, tree in pages_of(archive).items() if tree.xpath("//@data-sw | //link[@rel='manifest']")] == []


def test_every_page_says_of_which_day_it_is(archive: ZipFile):
    told = {"fr": "Copie hors ligne du ", "ar": "نسخة بلا إنترنت بتاريخ "}
    for page, tree in pages_of(archive).items():
        assert told[tree.get("lang")] in "".join(tree.itertext()), page


def test_the_national_copy_is_light_and_has_every_sheet_in_pdf(copies: dict[str, Path]):
    need("WeasyPrint", find_spec("weasyprint") is not None)
    with ZipFile(copies["national"]) as archive:
        names = archive.namelist()
        sheets = {name.split("/")[3] for name in names if "/site/metiers/" in name and name.count("/") == 4}
        printed = {name.split("/")[3]: archive.read(name) for name in names if name.endswith("/fiche.pdf")}
        linked = {page.split("/")[3] for page, tree in pages_of(archive).items() if tree.xpath("//a[contains(@href, 'fiche.pdf')]")}
    assert len(printed) >= 75 and set(printed) == linked <= sheets
    assert {slug: pages for slug, content in printed.items() if (pages := len(PdfDocument(content))) != 1} == {}
    assert copies["national"].stat().st_size <= MEGABYTES_AT_MOST * 1_000_000


def test_two_copies_of_the_same_day_are_the_same_bytes(projet: Path, copies: dict[str, Path], tmp_path: Path):
    done = vitrine("hors-ligne", "demonstration", "--langues", "ar", "--sans-pdf", "-o", str(tmp_path), cwd=projet, **JOUR)
    again = tmp_path / copies["demonstration"].name
    assert again.read_bytes() == copies["demonstration"].read_bytes()
    size = f"{again.stat().st_size / 1_000_000:.1f}".replace(".", ",")
    assert f"{again} ({size}\u00a0Mo, " in done.stdout and "aucun PDF" in done.stdout


def test_a_language_that_the_site_does_not_speak_is_told_and_nothing_is_written(projet: Path, tmp_path: Path):
    done = vitrine("hors-ligne", "demonstration", "--langues", "fr,de", "-o", str(tmp_path / "x"), cwd=projet)
    assert done.returncode == 1 and "«\u00a0de\u00a0». Ses langues\u00a0: fr, en, ar." in done.stderr
    assert not (tmp_path / "x").exists()
