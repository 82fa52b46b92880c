"""The national site holds every kind of page, in three languages, and MkDocs has nothing to say about it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import icalendar
import pytest

from built.html_pages import APART, pages_once, read
from vitrine.publication.entetes import INTEGRER

KINDS = [
    "", "metiers/", "metiers/a-z/", "metiers/sans-diplome/", "metiers/par-lieu/domicile/", "metiers/par-famille/soin/",
    "metiers/par-public/personnes-agees/", "metiers/par-niveau/4/", "metiers/par-horaire/nuit/", "metiers/aide-soignant/",
    "formations/", "formations/deas/", "formations/par-voie/apprentissage/", "temoignages/", "contacts/", "agenda/", "actualites/",
    "plateformes/", "plateformes/orne/", "dispositifs/", "dispositifs/vae/", "glossaire/", "parcours/", "ecole/", "recruter/",
    "plan-du-site/", "mentions-legales/", "donnees-personnelles/", "accessibilite/", "donnees/",
]  # fmt: skip
WANTED = [
    "aide-a-domicile", "assistant-de-vie-aux-familles", "auxiliaire-de-vie", "accompagnant-educatif-et-social",
    "technicien-intervention-sociale-et-familiale", "aide-soignant", "infirmier", "agent-de-service-hospitalier",
    "responsable-de-secteur", "educateur-specialise", "moniteur-educateur", "ergotherapeute",
]  # fmt: skip


@pytest.fixture(scope="module")
def national(sites: Path) -> Path:
    return sites / "national"


@pytest.mark.parametrize("langue", ["", "en/", "ar/"])
@pytest.mark.parametrize("adresse", KINDS)
def test_each_kind_of_page_exists_in_each_language(national: Path, langue: str, adresse: str):
    assert (national / f"{langue}{adresse}index.html").is_file()


@pytest.mark.parametrize("slug", WANTED)
def test_the_twelve_most_wanted_professions_have_a_sheet(national: Path, slug: str):
    assert (national / f"metiers/{slug}/index.html").is_file()


def test_mkdocs_builds_on_its_own_without_a_warning(projet: Path, tmp_path: Path):
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_DIR": str(tmp_path / "site")}
    environment.pop("PLATEFORME", None)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=projet, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr


@pytest.mark.rgaa("8.5", "8.6")
@pytest.mark.parametrize("langue", ["fr", "en", "ar"])
def test_titles_and_descriptions_are_unique_in_a_language(national: Path, langue: str):
    listed = [page for path, page in pages_once(national) if not path.endswith(APART) and not path.startswith(INTEGRER)]
    own = [page for page in listed if page.all("html")[0]["lang"] == langue]
    for values in ([page.title for page in own], [page.meta("description") for page in own]):
        assert [value for value, count in Counter(values).items() if count > 1] == []
        assert all(values)


@pytest.mark.rgaa("8.3", "8.4", "8.10")
def test_every_page_states_its_language_and_direction(national: Path):
    for path, page in pages_once(national):
        first = path.removeprefix(INTEGRER).split("/")[0]
        langue = first if first in ("en", "ar") else "fr"
        assert page.all("html")[0] == {"lang": langue, "dir": "rtl" if langue == "ar" else "ltr"}, path


@pytest.mark.rgaa("8.7")
def test_an_untranslated_sheet_is_shown_in_french_and_says_so_in_the_readers_language(national: Path):
    page = read(national / "ar/metiers/infirmier/index.html")
    body = next(a for a in page.all("div") if a.get("class") == "corps")
    assert (body["lang"], body["dir"]) == ("fr", "ltr")
    assert "لم تُترجم هذه الصفحة بعد" in page.text
    assert "Infirmier ou infirmière" in page.text


@pytest.mark.parametrize("slug", ["aide-a-domicile", "aide-soignant", "accompagnant-educatif-et-social"])
@pytest.mark.parametrize("langue", ["en", "ar"])
def test_three_sheets_are_wholly_translated(national: Path, slug: str, langue: str):
    page = read(national / f"{langue}/metiers/{slug}/index.html")
    assert "lang" not in next(a for a in page.all("div") if a.get("class") == "corps")


def test_the_language_switcher_stays_on_the_same_page(national: Path):
    page = read(national / "en/metiers/aide-soignant/index.html")
    links = {a["hreflang"]: a["href"] for a in page.all("a") if "hreflang" in a}
    assert links == {
        "fr": "../../../metiers/aide-soignant/",
        "en": "../../../en/metiers/aide-soignant/",
        "ar": "../../../ar/metiers/aide-soignant/",
    }


@pytest.mark.parametrize("langue", ["", "en/", "ar/"])
def test_each_language_has_its_own_page_not_found(national: Path, langue: str):
    page = read(national / f"{langue}404.html")
    assert page.all("html")[0]["lang"] == (langue.rstrip("/") or "fr")


def test_structured_data_is_json_and_names_the_occupation(national: Path):
    for path, page in pages_once(national):
        for attributes, text in page.scripts:
            if attributes.get("type") == "application/ld+json":
                assert json.loads(text)["@context"] == "https://schema.org", path
    kinds = [json.loads(text)["@type"] for _, text in read(national / "metiers/aide-soignant/index.html").scripts if text]
    assert kinds == ["BreadcrumbList", "Occupation"]


def test_open_data_files_are_strict_json_with_a_licence(national: Path):
    files = sorted((national / "donnees").glob("*.json"))
    assert {file.stem for file in files} >= {"metiers", "formations", "plateformes"}
    for file in files:
        data = json.loads(file.read_text("utf-8"), parse_constant=refuse_constant)
        assert data["licence"]["nom"] == "Licence Ouverte 2.0"


def refuse_constant(name: str) -> None:
    """NaN and Infinity are not JSON."""
    raise AssertionError(name)


def test_the_site_map_lists_only_the_languages_in_which_a_page_is_written(national: Path):
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = {loc.text for loc in ElementTree.parse(national / "sitemap.xml").iterfind(".//s:loc", space)}
    assert "https://vitrine.example/ar/metiers/aide-soignant/" in found
    assert "https://vitrine.example/ar/metiers/infirmier/" not in found


def test_calendars_can_be_read_back(sites: Path):
    files = sorted((sites / "demonstration/agenda").glob("*.ics"))
    assert len(files) > 5
    for file in files:
        events = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
        assert events and all(event.get("UID") and event.get("DTSTART") for event in events)
