"""The table of communes: what it holds, what it refuses, how an address is found in it, how it is cut for browsers."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unit.catalogues import RACINE, demonstration, national
from vitrine.communes.adresses import commune_of
from vitrine.communes.fichiers import Fichiers, commune_files, cut
from vitrine.communes.noms import key
from vitrine.communes.table import COLUMNS, PLAIN_ROWS, Commune, Table, _row_faults, read_communes
from vitrine.loading import load_platform
from vitrine.model.common import Adresse
from vitrine.problems import DataFault
from vitrine.racine import Racine
from vitrine.source.text import mojibake

HEADER = ";".join(COLUMNS) + "\n"
ALENCON = "61001;Alençon;61000;48.430;0.083;25490;\n"
TABLE = Table(RACINE.data / "communes")
HEAVIEST = 40_000


@pytest.fixture(scope="module")
def communes() -> list[Commune]:
    """All the communes of the table."""
    return [commune for departement in TABLE.departements for commune in TABLE.of(departement)]


@pytest.fixture(scope="module")
def fichiers() -> Fichiers:
    """What the national site gives to browsers."""
    return commune_files(national())


@pytest.fixture
def lue(tmp_path: Path) -> Callable[[str | bytes], tuple[tuple[Commune, ...], list[str]]]:
    """A table read from a text: the communes and what is said of it."""

    def read(content: str | bytes) -> tuple[tuple[Commune, ...], list[str]]:
        file = tmp_path / "communes.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        found, problems = read_communes(file, "communes.csv")
        return found, [str(problem).partition("\n")[0] for problem in problems]

    return read


def calls(content: bytes) -> Any:
    """What a script hands over."""
    found = re.fullmatch(r"vitrineCommunes\((.*)\);\n", content.decode(), re.S)
    assert found
    return json.loads(found[1])


# -- names


@pytest.mark.parametrize(
    ("typed", "official"),
    [
        ("st etienne", "Saint-Étienne"), ("STE-ADRESSE", "Sainte-Adresse"), ("aigle", "L’Aigle"), ("L'Aigle", "L’Aigle"),
        ("l aigle", "L’Aigle"), ("la rochelle", "La Rochelle"), ("Villers s/ Mer", "Villers-sur-Mer"), ("oeuilly", "Œuilly"),
        ("Alençon CEDEX 9", "Alençon"), ("paris 15", "Paris 15e"), ("Lyon 3ème", "Lyon 3e"), ("Marseille 1er", "Marseille 1"),
        ("hay les roses", "L’Haÿ-les-Roses"),
    ],
)  # fmt: skip
def test_a_name_is_known_however_it_is_typed(typed, official):
    assert key(typed) == key(official)


def test_an_article_alone_is_still_a_name():
    assert (key("Les"), key("La")) == ("les", "la")


# -- the table itself


def test_the_table_holds_every_departement_and_nothing_else(communes):
    assert set(TABLE.departements) == set(national().termes("departements"))
    assert [c for code in TABLE.departements for c in TABLE.of(code) if c.departement != code] == []
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


def test_the_sources_of_the_table_are_told():
    said = (TABLE.dossier / "sources.yml").read_text("utf-8")  # type: ignore[operator]
    assert all(word in said for word in ("Licence Ouverte", "Insee", "IGN", "date:", "outils/communes.py"))


# -- reading


def test_a_row_becomes_a_commune(lue):
    found, said = lue(HEADER + "61486;Tinchebray-Bocage;61800;48,76;-0.73;4900;Tinchebray|Frênes\n")
    assert said == []
    assert found == (Commune("61486", "Tinchebray-Bocage", ("61800",), (48.76, -0.73), 4900, ("Tinchebray", "Frênes")),)


def test_a_spreadsheets_file_is_read(lue):
    found, said = lue(("\ufeff" + HEADER + ALENCON).replace("\n", "\r\n"))
    assert (len(found), said) == (1, [])


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("6100;Alençon;61000;48.4;0.1;;", "2:1  code : code Insee invalide : « 6100 »."),
        ("61001;<b>Alençon;61000;48.4;0.1;;", "2:1  nom : nom invalide : « <b>Alençon »."),
        ("61001;=1+1;61000;48.4;0.1;;", "2:1  nom : nom invalide : « =1+1 »."),
        ("61001;AlenÃ§on;61000;48.4;0.1;;", "2:1  nom : nom invalide : « AlenÃ§on »."),
        ("61001;Alençon;6100;48.4;0.1;;", "2:1  codes_postaux : code postal invalide : « 6100 »."),
        ("61001;Alençon;61000;;0.1;;", "2:1  latitude : degrés invalides : «  »."),
        ("61001;Alençon;61000;91;0.1;;", "2:1  latitude : degrés invalides : « 91 »."),
        ("61001;Alençon;61000;48.4;1e3;;", "2:1  longitude : degrés invalides : « 1e3 »."),
        ("61001;Alençon;61000;48.4;0.1;25 490;", "2:1  habitants : nombre invalide : « 25 490 »."),
        ("61001;Alençon;61000;48.4;0.1;;Old|<i>", "2:1  anciens_noms : nom invalide : « <i> »."),
        ("61001;Alençon;61000", "2:1  3 colonnes au lieu de 7."),
        ("61001,Alençon,61000,48.4,0.1,,", "2:1  1 colonnes au lieu de 7."),
        (ALENCON + ALENCON, "3:1  code : même code qu'à la ligne 2."),
    ],
)
def test_a_row_at_fault_is_told_with_its_line_and_column(lue, row, expected):
    found, said = lue(HEADER + row)
    assert found == ()
    assert [line.replace("\u00a0", " ") for line in said] == [f"communes.csv:{expected}"]


NAMES = st.sampled_from(
    ["Alençon", "L’Aigle", "St-Denis (61)", "=1", "<b>", "Ã©", "Âge", "-", "Œuf", "Ж", "Y", "", "A" * 80, "A" * 81]
)
CELLS = (
    st.sampled_from(["61001", "2A004", "6100", "2C004", "61001 "]), NAMES,
    st.sampled_from(["61000", "61000 61100", "6100", "", " "]),
    *[st.sampled_from(["48.4", "48,4", "-0.083", "90", "91", "89.9", "179.9", "180.1", "181", "1e3", "", "48."])] * 2,
    st.sampled_from(["25490", "", "25 490", "-1", "123456789"]), st.lists(NAMES, max_size=3).map("|".join),
)  # fmt: skip


@given(st.tuples(*CELLS))
@settings(max_examples=3000)
def test_a_row_passed_over_has_no_fault(cells):
    text = ";".join(cells) + "\n"
    if PLAIN_ROWS.fullmatch(text) and not mojibake(text):
        assert list(_row_faults(list(cells))) == []


def test_rows_of_the_national_table_are_plain():
    text = (TABLE.dossier / "61.csv").read_text("utf-8")  # type: ignore[operator]
    assert PLAIN_ROWS.fullmatch(text.partition("\n")[2])


def test_every_fault_of_a_file_is_told_at_once(lue):
    _, said = lue(HEADER + "1;;x;a;b;c;\n" + ALENCON + "2;;;;;;\n")
    assert len(said) == 8


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "fichier vide."),
        ("nom;code\n", "première ligne inattendue."),
        (HEADER.encode() + "61001;Alençon;61000;1;1;;".encode("cp1252"), "octet 0xE7, le fichier n'est pas en UTF-8."),
        (HEADER + "61001;Alen\u202eçon;61000;1;1;;", "caractère bidirectionnel U+202E."),
        (HEADER + "<<<<<<< HEAD\n", "conflit de fusion non résolu."),
        (HEADER + ALENCON * 2001, "plus de 2000 lignes."),
        (b"x" * 300_000, "300"),
        (HEADER + '"' + "x" * 140_000, "guillemet ouvert jamais fermé."),
    ],
)
def test_a_file_that_is_no_table_says_why(lue, content, expected):
    found, said = lue(content)
    assert found == ()
    assert expected in said[0]


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "communes.csv").symlink_to("/etc/hostname")
    assert "lien symbolique" in str(read_communes(tmp_path / "communes.csv", "communes.csv")[1][0])


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


# -- addresses


@pytest.mark.parametrize(
    ("post", "name", "code"),
    [
        ("61000", "Alençon", "61001"), ("61000", "ALENCON", "61001"), ("61013", "Alençon CEDEX", "61001"),
        (None, "Alençon", "61001"),
        ("61800", "Tinchebray", "61486"), ("75012", "Paris", "75112"), ("75775", "Paris CEDEX 16", "75056"),
        ("69003", "Lyon", "69383"), ("20090", "Ajaccio", "2A004"), ("20200", "Bastia", "2B033"), ("97400", "Saint-Denis", "97411"),
        ("01200", "Éloise", None), ("61000", "Marseille", None), (None, "Marseille", None), ("99999", "Alençon", None),
    ],
)  # fmt: skip
def test_an_address_leads_to_its_commune_or_to_none(post, name, code):
    found = commune_of(Adresse(commune=name, code_postal=post), TABLE, ["61"])
    assert (found.code if found else None) == code


def test_a_commune_served_from_the_next_departement_is_found_by_its_own_platform():
    found = commune_of(Adresse(commune="Éloise", code_postal="01200"), TABLE, ["74"])
    assert found and found.code == "74109"


def test_a_platforms_own_table_stands_in_for_the_national_one():
    own = demonstration().communes
    found = commune_of(Adresse(commune="St Exemple", code_postal="00000"), own)
    assert found and found.nom == "Saint-Exemple"
    assert commune_of(Adresse(commune="Alençon", code_postal="61000"), own) is None


# -- files for browsers


def test_every_file_is_light_enough_for_a_phone(fichiers):
    assert max(len(gzip.compress(content)) for content in fichiers.contenus.values()) < HEAVIEST


def test_no_commune_is_lost_between_the_table_and_the_files(fichiers, communes):
    index = calls(fichiers.contenus[fichiers.index])
    rows = [row for _, address in index["departements"].values() for row in calls(fichiers.contenus[address]).split("\n")]
    names = [row for _, address in index["noms"] for row in calls(fichiers.contenus[address]).split("\n")]
    assert Counter(row.split(";")[0] for row in rows) == Counter(commune.code for commune in communes)
    assert len(names) == len(communes) + sum(len(commune.anciens_noms) for commune in communes)
    told = [address for _, address in (*index["departements"].values(), *index["noms"])]
    assert sorted([*told, fichiers.index]) == sorted(fichiers.contenus)


def test_files_of_names_follow_each_other_and_never_share_a_key(fichiers):
    index = calls(fichiers.contenus[fichiers.index])
    before = ""
    for start, address in index["noms"]:
        keys = [key(row.split(";")[1]) for row in calls(fichiers.contenus[address]).split("\n")]
        assert keys == sorted(keys) and keys[0] == start and keys[0] > before
        before = keys[-1]


def test_names_alike_stay_in_one_file():
    names = [("a", str(number)) for number in range(1_000)] + [("b", "x")]
    assert [len(found) for found in cut(names)] == [1_000, 1]


def test_post_codes_that_cross_a_border_name_both_sides(fichiers):
    codes = calls(fichiers.contenus[fichiers.index])["codes"]
    assert codes["01200"] == ["01", "74"]
    assert "61000" not in codes and "20000" not in codes
    assert codes["97150"] == []


def test_the_largest_commune_comes_first(fichiers):
    _, address = calls(fichiers.contenus[fichiers.index])["departements"]["61"]
    assert calls(fichiers.contenus[address]).startswith("61001;Alençon;61000;48.43;0.083;")


def test_a_platform_has_one_file_and_the_files_are_the_same_at_each_build():
    once, again = commune_files(demonstration()), commune_files(demonstration())
    assert once == again
    assert len(once.contenus) == 2
    assert calls(once.contenus[once.index])["departements"].keys() == {"00"}
