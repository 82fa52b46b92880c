"""A file of communes, read: each row becomes a commune, each fault is told with its line and column."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unit.communes import ALENCON, HEADER
from unit.fuzz import examples
from vitrine.communes.table import PLAIN_ROWS, Commune, _row_faults, read_communes
from vitrine.source.text import mojibake


@pytest.fixture
def lue(tmp_path: Path) -> Callable[[str | bytes], tuple[tuple[Commune, ...], list[str]]]:
    """A table read from a text: the communes and what is said of it."""

    def read(content: str | bytes) -> tuple[tuple[Commune, ...], list[str]]:
        file = tmp_path / "communes.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        found, problems = read_communes(file, "communes.csv")
        return found, [str(problem).partition("\n")[0] for problem in problems]

    return read


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
@examples(3000)
def test_a_row_passed_over_has_no_fault(cells):
    text = ";".join(cells) + "\n"
    if PLAIN_ROWS.fullmatch(text) and not mojibake(text):
        assert list(_row_faults(list(cells))) == []


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
