"""The worker of a built site, its page without a network and its manifest; a platform may say no, and what is erased changes it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from built.html_pages import APART, pages_of, pages_once, read
from project import vitrine
from vitrine.publication.entetes import INTEGRER
from vitrine.publication.manifeste import hash_files


def settings(site: Path) -> dict[str, object]:
    """What the worker of a site knows."""
    text = (site / "sw.js").read_text("utf-8")
    found: dict[str, object] = json.loads(text.removeprefix("const SITE = ").partition(";\n")[0])
    return found


@pytest.mark.parametrize("name", ["national", "demonstration"], scope="module")
def test_every_page_knows_the_worker_and_the_manifest(sites: Path, name: str):
    site = (sites / name).resolve()
    for path, page in pages_once(site):
        if path.endswith(APART) or path.startswith(INTEGRER) or page.meta("refresh") or not page.all("main"):
            continue  # what partners show loads no script
        folder = (site / path).parent
        assert (folder / page.all("body")[0]["data-sw"]).resolve() == site / "sw.js", path
        (manifest,) = [link["href"] for link in page.all("link") if link.get("rel") == "manifest"]
        langue = path.partition("/")[0] if path.startswith(("en/", "ar/")) else ""
        assert (folder / manifest).resolve() == site / langue / "manifest.webmanifest", path


@pytest.mark.parametrize("langue", ["", "en/", "ar/"])
def test_what_the_manifest_names_is_there(sites: Path, langue: str):
    folder = sites / "demonstration" / langue
    told = json.loads((folder / "manifest.webmanifest").read_text("utf-8"))
    assert (folder / told["start_url"] / "index.html").is_file()
    assert (folder / told["scope"] / "sw.js").is_file()
    assert all((folder / icon["src"]).is_file() for icon in told["icons"])


@pytest.mark.parametrize("name", ["national", "demonstration", "orne"])
def test_the_worker_knows_every_page_of_its_site(sites: Path, name: str):
    places = settings(sites / name)["dossiers"]
    assert isinstance(places, list)
    pages = (file.relative_to(sites / name).parts[0] for file in (sites / name).rglob("*.html"))
    assert {*pages} - {"index.html", "integrer"} == {*places} - {""}  # pieces for partners come from the network alone


def test_the_page_without_a_network_needs_no_script(sites: Path):
    for langue in ("", "en/", "ar/"):
        page = read(sites / "demonstration" / f"{langue}hors-connexion.html")
        assert page.scripts == [] and page.all("button") == []
        assert any(link["href"].startswith("tel:") for link in page.all("a"))


def test_a_platform_that_says_no_publishes_a_worker_that_goes(petit_projet: Path, plateforme: Callable[..., Path], tmp_path: Path):
    file = plateforme("orne")
    file.write_text(file.read_text("utf-8") + "\nhors_connexion: non\n", "utf-8")
    done = vitrine("build", "orne", "-o", str(tmp_path / "site"), cwd=petit_projet)
    assert done.returncode == 0, done.stderr
    worker = (tmp_path / "site/sw.js").read_text("utf-8")
    assert worker.startswith("const SITE = {};\n") and '"fetch"' not in worker
    assert not (tmp_path / "site/hors-connexion.html").exists()
    for path, page in pages_of(tmp_path / "site"):
        assert [tag for tag, attributes in page.tags if "data-sw" in attributes] == [], path
    privacy = read(tmp_path / "site/donnees-personnelles/index.html")
    assert "Les pages gardées sur votre appareil" not in privacy.text


def test_what_is_erased_from_a_site_gives_it_another_worker(petit_projet: Path, plateforme: Callable[..., Path], tmp_path: Path):
    file, www = plateforme("orne"), tmp_path / "www"
    versions = []
    for text in ("Appelez-nous", "Appelez-nous", "Écrivez-nous"):
        file.write_text(file.read_text("utf-8").replace("Appelez-nous", text), "utf-8")
        done = vitrine("publish", "orne", "--oublier", "--simple", "--vers", str(www), cwd=petit_projet)
        assert done.returncode == 0, done.stderr
        versions.append(settings(www / "site")["version"])
    assert versions[0] == versions[1] != versions[2]
    assert "sw.js" in hash_files(www / "site")
