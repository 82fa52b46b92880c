"""« Près de chez vous »: what a fault of the table of communes does, and what the page of each site leads to."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from built.conftest import MINIMAL
from built.html_pages import Attributes, page_at, read
from project import PROJET, vitrine

PAGE = "pres-de-chez-vous/index.html"


def panels(site: Path) -> list[Attributes]:
    """The panel where one says where one lives."""
    return [attributes for _, attributes in read(site / PAGE).tags if "data-communes" in attributes]


def test_a_fault_of_the_national_table_stops_the_build_and_says_where(copie: Path):
    file = copie / "data/communes/61.csv"
    file.write_text(file.read_text("utf-8").replace(";48.430;", ";quarante-huit;"), "utf-8")
    done = vitrine("build", "-o", str(copie / "site"), cwd=copie)
    assert done.returncode == 1
    assert "data/communes/61.csv:2:1  latitude\u00a0: degrés invalides\u00a0: «\u00a0quarante-huit\u00a0»." in done.stderr
    assert "Traceback" not in done.stderr and not (copie / "site").exists()


def test_the_check_reads_a_platforms_own_table(copie: Path):
    file = copie / "plateformes/demonstration/data/communes.csv"
    file.write_text(file.read_text("utf-8") + "00007;<script>;00000;46;-9;;\n", "utf-8")
    done = vitrine("check", "demonstration", cwd=copie)
    assert done.returncode == 1
    assert "plateformes/demonstration/data/communes.csv:8:1  nom\u00a0: nom invalide" in done.stdout + done.stderr


def test_an_address_that_cannot_be_placed_is_a_warning_not_an_error(copie: Path):
    file = copie / "plateformes/demonstration/data/contacts/geiq-exemple.yml"
    file.write_text(file.read_text("utf-8").replace('commune: "Mont-Fictif"', 'commune: "Mont-Inconnu"'), "utf-8")
    done = vitrine("check", "demonstration", cwd=copie)
    assert done.returncode == 0
    assert "(avertissement) adresse.commune\u00a0: commune inconnue\u00a0: 00000, Mont-Inconnu." in done.stdout + done.stderr


@pytest.fixture
def voisinage(petit_projet: Path) -> Path:
    """The small project with the real communes and the real directory of platforms."""
    for name in ("communes", "plateformes"):
        shutil.copytree(PROJET / "data" / name, petit_projet / "data" / name)
    return petit_projet


def test_the_national_page_gives_the_phone_and_the_site_of_each_platform(voisinage: Path):
    file = voisinage / "data/plateformes/orne.yml"
    told = """site: "https://www.exemple.fr/orne"
bandeau:
  texte: "Une question ?"
  telephone: "01 99 00 00 61"
  verifie_le: 2026-11-22
  source: {titre: "Page", date: 2026}
"""
    file.write_text(file.read_text("utf-8") + "\n" + told, "utf-8")
    done = vitrine("build", "-o", str(voisinage / "site"), cwd=voisinage)
    assert done.returncode == 0, done.stderr
    links = set(read(voisinage / "site" / PAGE).links)
    assert {"tel:+33199000061", "https://www.exemple.fr/orne", "../plateformes/orne/"} <= links


def test_a_platforms_page_leads_to_the_national_one_when_its_address_is_known(voisinage: Path, plateforme: Callable[..., Path]):
    file = plateforme("val-exemple")
    file.write_text(file.read_text("utf-8").replace("[en, ar]", "[en]"), "utf-8")
    (file.parent / "data/contacts").mkdir(parents=True)
    shutil.copy(MINIMAL / "contacts.yml", file.parent / "data/contacts/accueil.yml")
    known = {"SITE_URL": "https://www.exemple.fr/metiers"}
    done = vitrine("build", "val-exemple", "-o", str(voisinage / "site"), cwd=voisinage, **known)
    assert done.returncode == 0, done.stderr
    (panel,) = panels(voisinage / "site" / "ar")
    assert panel["data-ailleurs"] == "https://www.exemple.fr/metiers/ar/pres-de-chez-vous/"


def test_a_platforms_page_leads_nowhere_when_the_national_address_is_not_known(sites: Path):
    (panel,) = panels(sites / "demonstration")
    assert "data-ailleurs" not in panel


def test_a_platform_with_nothing_near_says_so_and_loads_nothing(sites: Path):
    assert "n’est publié pour l’instant" in read(sites / "orne" / PAGE).text
    assert not list((sites / "orne/assets").glob("communes*"))
    assert panels(sites / "orne") == []


def test_contacts_and_the_agenda_lead_there(sites: Path):
    for name in ("contacts", "agenda"):
        assert "../pres-de-chez-vous/" in page_at(sites / "demonstration", name).links
