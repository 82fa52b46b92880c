"""sw.js and the manifest: their bytes depend on the site alone, and a platform may do without the worker."""

from __future__ import annotations

import gzip
import json
import re

import pytest

from unit.catalogues import RACINE, demonstration, demonstration_entiere, national
from unit.minimales import minimal
from vitrine.assembly import keeps_pages
from vitrine.assets import Actifs
from vitrine.exports.installation import web_manifest
from vitrine.hors_connexion import own_places, removal, worker
from vitrine.loading import load_national
from vitrine.loading_platform import load_platform

SOURCES = RACINE.dossier / "overrides/assets/sw"
FICHIERS = {"index.html": "aa", "metiers/index.html": "bb", "404.html": "cc", "ar/index.html": "dd", "assets/a.00000000.js": "ee"}
ACTIFS = Actifs({}, {}, {}, {}, {}, "assets/favicon.0a1b2c3d.svg", "assets/telephone.0a1b2c3d.png", "assets/partage.png")
KILOBYTE = 1024


def settings(content: bytes):
    return json.loads(content.decode().removeprefix("const SITE = ").partition(";\n")[0])


def made(fichiers=FICHIERS, langues=("fr", "ar")):
    return worker(SOURCES, fichiers, national().textes, langues)


def test_the_same_site_has_the_same_worker_and_another_site_another():
    assert made() == made(dict(reversed(FICHIERS.items())))
    changed = {**FICHIERS, "metiers/index.html": "ff"}
    assert settings(made(changed))["version"] != settings(made())["version"]
    less = {name: found for name, found in FICHIERS.items() if name != "ar/index.html"}
    assert settings(made(less))["version"] != settings(made())["version"]


def test_the_worker_knows_the_places_of_its_own_site_only():
    assert own_places(FICHIERS) == ["", "404.html", "ar", "metiers"]


def test_the_worker_leaves_the_pieces_of_partners_alone():
    pieces = {"integrer/index.html": "ff", "integrer/ar/agenda/index.html": "gg"}
    assert own_places({**FICHIERS, **pieces}) == own_places(FICHIERS)
    assert settings(made({**FICHIERS, **pieces}))["version"] != settings(made())["version"]


def test_what_the_worker_says_is_said_in_each_language_with_a_place_for_the_day():
    said = settings(made(langues=("fr", "en", "ar")))["langues"]
    assert [said[langue]["locale"] for langue in ("fr", "en", "ar")] == ["fr", "en-GB", "ar"]
    assert all("{date}" in one["titre"] and one["texte"] for one in said.values())
    assert said["fr"]["titre"] == "Page gardée sur cet appareil le {date}."


def test_the_worker_weighs_little_and_its_source_is_published_without_comments():
    code = made().partition(b";\n")[2]
    assert len(gzip.compress(code, 9)) <= 2.5 * KILOBYTE
    assert not re.search(rb"(?m)^\s*//|^\s|//\s", code)


def test_the_worker_that_goes_erases_and_answers_nothing():
    code = removal(SOURCES).decode()
    assert "unregister()" in code and "caches.delete" in code
    assert 'addEventListener("fetch"' not in code


@pytest.mark.parametrize("written", [None, "oui", "non"])
def test_a_platform_may_do_without_the_worker(written, dossier, fichier):
    wanted = {"hors_connexion": written} if written else {}
    fichier("plateformes/ain/plateforme.yml", {**minimal("plateformes").donnees, **wanted})
    loaded = load_platform(load_national(dossier), dossier, "ain")
    assert keeps_pages(loaded.catalogue, "https://vitrine.example/") is (written != "non")


def test_nothing_is_kept_while_someone_writes():
    assert keeps_pages(national(), "https://vitrine.example/") and keeps_pages(national(), None)
    assert not keeps_pages(national(), "http://127.0.0.1:8000/")


@pytest.mark.parametrize("langue", ["fr", "ar"])
def test_the_manifest_opens_the_home_page_of_its_language_in_the_platforms_colours(langue):
    told = json.loads(web_manifest(demonstration_entiere(), ACTIFS, langue))
    root = "" if langue == "fr" else "../"
    assert (told["lang"], told["dir"]) == (("fr", "ltr") if langue == "fr" else ("ar", "rtl"))
    assert told["start_url"] == "./" and told["scope"] == (root or "./")
    assert told["theme_color"] == demonstration().plateforme.fr.marque.couleur
    assert [(icon["sizes"], icon["type"]) for icon in told["icons"]] == [("any", "image/svg+xml"), ("180x180", "image/png")]
    assert all(icon["src"].removeprefix(root).removeprefix("./").startswith("assets/") for icon in told["icons"])


def test_the_national_manifest_has_a_name_and_says_what_the_site_is():
    told = json.loads(web_manifest(national(), ACTIFS, "fr"))
    assert told["name"] == told["short_name"] == "Les métiers de l’autonomie"
    assert "{" not in told["description"]
