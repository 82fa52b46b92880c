"""The fleet of the measures: 101 real départements, everything else invented, the same at each writing."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from unit.catalogues import RACINE, chargement_national
from vitrine.loading_platform import load_platform
from vitrine.problems import is_blocking
from vitrine.publication.manifeste import hash_files
from vitrine.publication.marques import reach_in
from vitrine.racine import Racine

GENERATOR = RACINE.dossier / "bench/flotte.py"


def written(folder: Path, *options: str) -> Racine:
    subprocess.run([sys.executable, str(GENERATOR), str(folder), *options], check=True)
    return Racine(folder)


@pytest.fixture(scope="module")
def flotte(tmp_path_factory: pytest.TempPathFactory) -> Racine:
    """The whole fleet."""
    return written(tmp_path_factory.mktemp("flotte") / "tout")


def test_the_fleet_has_a_platform_for_each_departement(flotte: Racine):
    codes = {text.partition("departements:\n- ")[2].partition("\n")[0].strip("'") for text in texts(flotte).values()}
    assert len(flotte.slugs()) == 101 and len(codes) == 101
    assert codes == {*chargement_national().catalogue.nomenclatures["departements"].fr.termes}


def texts(flotte: Racine) -> dict[str, str]:
    """The plateforme.yml of each platform."""
    return {slug: (flotte.maison(slug) / "plateforme.yml").read_text("utf-8") for slug in flotte.slugs()}


def test_every_platform_says_that_it_is_fictional(flotte: Racine):
    assert [slug for slug, text in texts(flotte).items() if "\nfictif: oui\n" not in text] == []


def test_every_number_is_kept_for_fiction_and_no_two_platforms_share_one(flotte: Racine):
    owners: dict[str, str] = {}
    for slug in flotte.slugs():
        for file in flotte.maison(slug).rglob("*.yml"):
            for mark in reach_in(file.read_text("utf-8")):
                assert re.fullmatch(r"\+331990[0-9]{5}|bonjour@[a-z-]+\.exemple\.fr", mark), mark
                assert owners.setdefault(mark, slug) == slug
    assert len(owners) > 101 * 5


@pytest.mark.parametrize("slug", ["fictif-ain", "fictif-corse-du-sud", "fictif-la-reunion", "fictif-val-d-oise"])
def test_a_platform_of_the_fleet_has_no_fault_and_fifteen_records(flotte: Racine, slug: str):
    loaded = load_platform(chargement_national(), flotte, slug)
    assert [str(problem) for problem in loaded.problemes if problem.grave] == [] and not is_blocking(loaded.problemes)
    assert len(list((flotte.maison(slug) / "data").rglob("*.yml"))) == 15


def test_the_same_seed_writes_the_same_fleet_and_another_seed_another(flotte: Racine, tmp_path: Path):
    again, other = written(tmp_path / "a", "--nombre", "2"), written(tmp_path / "b", "--nombre", "2", "--graine", "1")
    few = again.slugs()
    told = [{slug: hash_files(one.maison(slug)) for slug in few} for one in (flotte, again, other)]
    assert told[0] == told[1] != told[2]
