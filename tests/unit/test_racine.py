"""A platform has two homes: a folder of the national repository, or a repository of its own. Its data do not change."""

from __future__ import annotations

import shutil

import pytest

from unit.minimales import minimal, said
from vitrine.loading_platform import load_platform
from vitrine.racine import Racine, find_root, national_folder

PLATEFORME = minimal("plateformes").donnees


@pytest.fixture
def chez_soi(racine, fichier, tmp_path):
    """A platform in a repository of its own, upon the national folder of the tests."""
    fichier("site-ain/plateforme.yml", {"identifiant": "ain", **PLATEFORME})
    fichier("site-ain/data/metiers/aide-a-domicile.yml", {"complete": "national", "accroche": "Dans l’Ain."})
    return Racine(racine.dossier, tmp_path / "site-ain")


def test_a_repository_of_its_own_holds_one_platform_named_by_its_file(chez_soi):
    assert (chez_soi.slugs(), chez_soi.maison("ain"), chez_soi.lieu) == (["ain"], chez_soi.depot, chez_soi.depot)


def test_the_two_homes_give_the_same_catalogue(national, chez_soi, tmp_path):
    shutil.copytree(chez_soi.depot, tmp_path / "plateformes/ain")
    here, there = (load_platform(national, home, "ain") for home in (Racine(tmp_path), chez_soi))
    assert {slug: fiche.valeurs for slug, fiche in here.catalogue.metiers.items()} == {
        slug: fiche.valeurs for slug, fiche in there.catalogue.metiers.items()
    }
    assert here.catalogue.plateforme.valeurs == there.catalogue.plateforme.valeurs


def test_files_of_a_repository_of_its_own_are_named_from_its_root(national, chez_soi, fichier):
    fichier("site-ain/data/contacts/accueil.yml", "nom: Accueil\n")
    files = {line.partition(":")[0] for line in said(load_platform(national, chez_soi, "ain"))}
    assert files == {"data/contacts/accueil.yml", "data/metiers/aide-a-domicile.yml", "plateforme.yml"}


def test_a_repository_of_its_own_says_which_platform_it_holds(national, chez_soi, fichier):
    fichier("site-ain/plateforme.yml", PLATEFORME)
    assert chez_soi.slugs() == ["site-ain"]
    assert "plateforme.yml:1:1  identifiant\u00a0: champ obligatoire absent." in said(load_platform(national, chez_soi, "site-ain"))


@pytest.mark.parametrize("said_name", ["../ain", "404", "Ain"])
def test_an_identifier_that_cannot_be_an_address_is_refused(national, chez_soi, fichier, said_name):
    fichier("site-ain/plateforme.yml", {**PLATEFORME, "identifiant": said_name})
    (slug,) = chez_soi.slugs()
    assert slug == "site-ain"
    assert any("identifiant\u00a0: identifiant non admis." in line for line in said(load_platform(national, chez_soi, slug)))


def test_another_platform_is_not_found_in_a_repository_of_its_own(national, chez_soi):
    assert said(load_platform(national, chez_soi, "orne")) == [
        "plateforme.yml  identifiant\u00a0: ce dépôt n'est pas celui de «\u00a0orne\u00a0»."
    ]


def test_in_the_national_repository_the_identifier_is_the_name_of_the_folder(national, dossier, fichier):
    fichier("plateformes/ain/plateforme.yml", {"identifiant": "aisne", **PLATEFORME})
    assert "plateformes/ain/plateforme.yml:1:1  identifiant\u00a0: «\u00a0aisne\u00a0» n'est pas le nom du dossier." in said(
        load_platform(national, dossier, "ain")
    )


def test_the_root_is_looked_for_upwards(tmp_path, fichier):
    fichier("mkdocs.yml", "site_name: x\n")
    fichier("data/metiers/x.yml", "a: b\n")
    fichier("plateformes/ain/plateforme.yml", PLATEFORME)
    fichier("ailleurs/plateformes/lot/plateforme.yml", PLATEFORME)
    assert find_root(tmp_path / "plateformes/ain") == Racine(tmp_path)
    lot = tmp_path / "ailleurs/plateformes/lot"
    assert find_root(lot / "data") == Racine(national_folder(), lot)
    assert find_root(tmp_path.parent) is None
