"""Nothing runs in a page but our own script; nothing comes from elsewhere; a fault never harms what is published."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from built.html_pages import Html, page_at, pages_once
from project import PROJET, vitrine

SITES = ["national", "demonstration", "pas-de-calais"]
LOADING = {"script": "src", "img": "src", "link": "href", "source": "src", "iframe": "src", "video": "src", "object": "data"}


@pytest.fixture(scope="module", params=SITES)
def pages(request: pytest.FixtureRequest, sites: Path) -> tuple[tuple[str, Html], ...]:
    """Every page of a site."""
    return pages_once(sites / request.param)


def test_no_page_holds_an_inline_script_style_or_handler(pages: tuple[tuple[str, Html], ...]):
    for path, page in pages:
        assert [a for a, _ in page.scripts if "src" not in a and a.get("type") != "application/ld+json"] == [], path
        assert page.all("style") == [], path
        faults = [key for _, attributes in page.tags for key in attributes if key == "style" or key.startswith("on")]
        assert faults == [], path


def test_no_page_loads_anything_from_another_host(pages: tuple[tuple[str, Html], ...]):
    for path, page in pages:
        loaded = [a[LOADING[tag]] for tag, a in page.tags if tag in LOADING and LOADING[tag] in a and a.get("rel") != "canonical"]
        assert [url for url in loaded if "//" in url] == [], path
        assert page.all("iframe") == [], path


def test_every_link_is_https_mail_phone_or_inside_the_site(pages: tuple[tuple[str, Html], ...]):
    for path, page in pages:
        odd = [link for link in page.links if not re.match(r"https://|mailto:|tel:|[.#]|[a-z0-9/]", link)]
        assert odd == [], path


def test_only_files_we_make_are_published(sites: Path):
    suffixes = {file.suffix for file in sites.rglob("*") if file.is_file()}
    kept = {
        ".html",
        ".css",
        ".js",
        ".svg",
        ".png",
        ".webp",
        ".ico",
        ".json",
        ".csv",
        ".ics",
        ".vcf",
        ".atom",
        ".webmanifest",
        ".xml",
        ".txt",
        ".gz",
    }
    assert suffixes <= kept


def test_a_fault_stops_the_build_and_leaves_the_published_site_whole(petit_projet: Path):
    out = petit_projet / "site"
    assert vitrine("build", "-o", str(out), cwd=petit_projet).returncode == 0
    before = {file: file.read_bytes() for file in out.rglob("*") if file.is_file()}
    sheet = petit_projet / "data/metiers/aide-a-domicile.yml"
    sheet.write_text(sheet.read_text("utf-8").replace("famille: domicile", "famille: domicil"), "utf-8")
    done = vitrine("build", "-o", str(out), cwd=petit_projet)
    assert done.returncode == 1
    assert "data/metiers/aide-a-domicile.yml" in done.stderr and "Vouliez-vous dire «\u00a0domicile\u00a0»\u202f?" in done.stderr
    assert "Traceback" not in done.stderr
    assert {file: file.read_bytes() for file in out.rglob("*") if file.is_file()} == before


def test_the_fault_of_a_platform_stops_that_platform_only(petit_projet: Path, plateforme: Callable[..., Path]):
    for number, slug in enumerate(("ain", "orne", "var")):
        file = plateforme(slug, number)
        if slug == "orne":
            file.write_text('nom: "Orne\n', "utf-8")
    done = vitrine("build", "--all", "-o", str(petit_projet / "build"), cwd=petit_projet)
    assert done.returncode == 1
    assert "plateformes/orne/plateforme.yml:1:6" in done.stderr and "Traceback" not in done.stderr
    built = {folder.name for folder in (petit_projet / "build").iterdir() if not folder.name.startswith(".")}
    assert built == {"national", "ain", "var"}


HOSTILE = "<script>window.__xss=1</script><img src=x onerror=alert(1)> {{ config }} </title> «&amp;lt;»"


def test_hostile_text_is_shown_as_text(petit_projet: Path):
    sheet = petit_projet / "data/metiers/aide-a-domicile.yml"
    text = re.sub(r"(?m)^feminin: .*$", f"feminin: '{HOSTILE}'", sheet.read_text("utf-8"))
    sheet.write_text(f"{text}notes: 'SECRET-DE-L-EQUIPE'\nsynonymes:\n  - '{HOSTILE}'\n", "utf-8")
    site = petit_projet / "site"
    done = vitrine("build", "-o", str(site), cwd=petit_projet)
    assert done.returncode == 0, done.stderr
    page = page_at(site, "metiers/aide-a-domicile")
    assert "<script>window.__xss=1</script>" in page.text
    assert all("__xss" not in body for attributes, body in page.scripts if attributes.get("type") != "application/ld+json")
    assert not [a for _, a in page.tags if "onerror" in a]
    whole = "".join(file.read_text("utf-8") for file in site.rglob("*.*") if file.suffix in {".html", ".json", ".csv"})
    assert "SECRET-DE-L-EQUIPE" not in whole


def test_links_and_stray_files_of_a_platform_folder_are_not_published(petit_projet: Path, plateforme: Callable[..., Path]):
    own, other = (plateforme(slug, number).parent / "docs" for number, slug in enumerate(("orne", "var")))
    for folder in (own, other):
        folder.mkdir()
    shutil.copy(PROJET / "plateformes/demonstration/docs/venir-nous-voir.md", other / "voisin.md")
    (own / "notes.env").write_text("MOT-DE-PASSE", "utf-8")
    (own / "voisin.md").symlink_to(other / "voisin.md")
    sites = petit_projet / "sites"
    for slug in ("orne", "var"):
        done = vitrine("build", slug, "-o", str(sites / slug), cwd=petit_projet)
        assert done.returncode == 0, done.stderr
    assert (sites / "var/voisin").is_dir() and not (sites / "orne/voisin").exists()
    assert [f for f in sites.rglob("*") if f.is_file() and b"MOT-DE-PASSE" in f.read_bytes()] == []
