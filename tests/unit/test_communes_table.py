"""The table of communes: what it holds, what is said when it is at fault."""

from __future__ import annotations

from collections import Counter

import pytest

from unit.catalogues import national as whole
from unit.communes import ALENCON, HEADER
from vitrine.communes.table import PLAIN_ROWS, Table
from vitrine.loading_platform import load_platform
from vitrine.problems import DataFault
from vitrine.racine import Racine


def test_the_table_holds_every_departement_and_nothing_else(table, communes):
    assert set(table.departements) == set(whole().termes("departements"))
    assert [c for code in table.departements for c in table.of(code) if c.departement != code] == []
    assert 34_500 < len(communes) < 35_500


def test_communes_stand_within_france_and_have_post_codes(communes):
    without = [commune.nom for commune in communes if not commune.codes_postaux]
    assert sorted(without) == ["Lyon", "Marseille", "Paris"]
    for commune in communes:
        if commune.lieu and not commune.code.startswith("97"):
            assert 41 < commune.lieu[0] < 51.2 and -5.3 < commune.lieu[1] < 9.7, commune
    assert len([commune for commune in communes if commune.lieu is None]) < 10


def test_a_key_tells_one_commune_of_a_departement_nearly_always(communes):
    same = Counter((commune.departement, commune.cle) for commune in communes)
    assert sum(1 for count in same.values() if count > 1) < 5


def test_the_sources_of_the_table_are_told(table):
    said = (table.dossier / "sources.yml").read_text("utf-8")  # type: ignore[operator]
    assert all(word in said for word in ("Licence Ouverte", "Insee", "IGN", "date:", "outils/communes.py"))


def test_rows_of_the_national_table_are_plain(table):
    text = (table.dossier / "61.csv").read_text("utf-8")  # type: ignore[operator]
    assert PLAIN_ROWS.fullmatch(text.partition("\n")[2])


def test_a_national_file_at_fault_stops_the_reading(tmp_path):
    (tmp_path / "61.csv").write_text(HEADER + "x\n", encoding="utf-8")
    with pytest.raises(DataFault) as caught:
        Table(tmp_path).of("61")
    assert caught.value.problems[0].fichier == "data/communes/61.csv"


def test_a_file_written_again_is_read_again(tmp_path):
    file = tmp_path / "61.csv"
    file.write_text(HEADER + ALENCON, encoding="utf-8")
    assert len(Table(tmp_path).of("61")) == 1
    file.write_text(HEADER, encoding="utf-8")
    assert Table(tmp_path).of("61") == ()


def test_the_faults_of_a_platforms_own_table_are_told_and_nothing_else_is_guessed(national, racine, tmp_path):
    folder = tmp_path / "plateformes" / "lieu"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "communes.csv").write_text(HEADER + "x\n", encoding="utf-8")
    (folder / "plateforme.yml").write_text("nom: Lieu\n", encoding="utf-8")
    loaded = load_platform(national, Racine(tmp_path), "lieu")
    assert "plateformes/lieu/data/communes.csv" in {problem.fichier for problem in loaded.problemes if problem.grave}
    assert not loaded.catalogue.communes.existe
