"""Bytes become a tree of texts with their places; whatever the bytes, nothing is raised and every fault is told in French.

Each file of ``cas/source`` holds a YAML text, all that is said of it, and the tree read from it.
"""

from __future__ import annotations

import json
import re

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from vitrine.source.document import Document, parse, read_document

SEPARATOR = "----\n"
BROKEN = st.text("ab:- \n[]{}\"'#&*!<>|.,%@?~=\\x07\r\té😀Ã©\u2028\x85\x00\x07\u200b\u202e\ufeff\ufffe", max_size=40)
TEXTS = st.text("aé'\"#:-{}[]>|&*!%@,? \n", min_size=1, max_size=30)
TREES = st.dictionaries(
    st.text("abc", min_size=1, max_size=5),
    st.recursive(
        TEXTS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("de", min_size=1, max_size=3), inner),
        max_leaves=6,
    ),
    min_size=1,
    max_size=4,
)
SIGN_OF_A_TERMINAL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


def places(document: Document, *paths):
    return [(mark.ligne, mark.colonne) for mark in map(document.marque, paths)]


def paths_of(tree, path=()):
    """The path of every text of a tree."""
    if isinstance(tree, str):
        yield path
        return
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        yield from paths_of(value, (*path, key))


def test_a_text_is_read_or_its_faults_are_told_where_they_stand(cas_de_source):
    text, said, tree = cas_de_source.read_text(encoding="utf-8").split(SEPARATOR)
    document = parse(text.encode(), "fiche.yml")
    assert "".join(f"{problem}\n" for problem in sorted(set(document.problemes))) == said
    assert document.donnees == json.loads(tree)


def check_told(document: Document, lines: int):
    """A document says something or holds something, and what it says can be shown."""
    assert isinstance(document, Document)
    assert document.donnees or document.problemes
    for problem in document.problemes:
        assert problem.message.endswith(".")
        assert problem.remede
        assert 0 <= problem.ligne <= lines + 1
        assert not SIGN_OF_A_TERMINAL.search(str(problem))
        assert str(problem).encode()


@given(st.binary(max_size=80))
def test_any_bytes_give_a_document(raw):
    check_told(parse(raw, "x.yml"), raw.count(b"\n") + raw.count(b"\r") + 1)


@example('"\\ud83d', "utf-8")
@example("<<: {a: b}\n--- !!str &x *y", "utf-16")
@example("? ", "utf-8")
@given(BROKEN, st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_any_text_that_looks_like_yaml_gives_a_document(text, encoding):
    raw = text.encode(encoding, "ignore")
    check_told(parse(raw, "x.yml"), text.count("\n") + text.count("\r") + 1)


@given(TREES)
def test_a_tree_that_yaml_writes_is_read_back_with_each_text_where_a_person_finds_it(tree):
    text = yaml.safe_dump(tree, default_style='"', allow_unicode=True, width=1_000)
    document, lines = parse(text.encode(), "x.yml"), text.split("\n")
    assert (document.donnees, document.problemes) == (tree, [])
    for path in paths_of(tree):
        mark = document.marque(path)
        expected = f'"{path[-1]}"' if isinstance(path[-1], str) else '"'
        assert lines[mark.ligne - 1][mark.colonne - 1 :].startswith(expected)


PLACED = "titre: A\nlieu:\n  voie: b\nmissions:\n  - Pétrir\n  - geste: Cuire\nplus: [a, é, 😀, d]\n"
PATHS = [(), ("titre",), ("lieu", "voie"), ("missions", 0), ("missions", 1), ("missions", 1, "geste"), ("plus", 3)]
PLACES = [(1, 1), (1, 1), (3, 3), (5, 5), (6, 5), (6, 5), (7, 17)]


@pytest.mark.parametrize(
    "written",
    [
        PLACED.encode(),
        PLACED.encode("utf-8-sig"),
        PLACED.encode("utf-16"),
        PLACED.replace("\n", "\r\n").encode(),
        PLACED.replace("\n", "\r").encode(),
        PLACED.rstrip().encode(),
    ],
    ids=["plain", "BOM", "UTF-16", "CRLF", "CR", "no last line end"],
)
def test_marks_are_those_of_an_editor_whatever_the_encoding_and_line_ends(written):
    document = parse(written, "x.yml")
    assert document.donnees == parse(PLACED.encode(), "x.yml").donnees
    assert places(document, *PATHS) == PLACES
    assert document.problemes == []


def test_a_path_without_a_mark_stands_at_its_nearest_parent():
    document = parse(PLACED.encode(), "x.yml")
    assert places(document, ("lieu", "commune"), ("missions", 7, "geste"), ("absent",)) == [(2, 1), (4, 1), (1, 1)]
    assert places(parse(b"", "x.yml"), ("titre",)) == [(1, 1)]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"a: b\r\ntitre: M\xe9tier\r\n", "x.yml:2:9  titre : octet 0xE9, le fichier n'est pas en UTF-8."),
        (b"a: b\rtitre: M\xe9tier\r", "x.yml:2:9  titre : octet 0xE9, le fichier n'est pas en UTF-8."),
        ("a: b\nc: d\n".encode("utf-16-le"), "x.yml:1:1  ce fichier n'est pas du texte (U+0000)."),
        (b"\x89PNG\r\n\x1a\n", "x.yml:1:1  octet 0x89, le fichier n'est pas en UTF-8."),
    ],
    ids=["CRLF", "CR", "UTF-16 without BOM", "image"],
)
def test_bytes_that_are_not_utf8_are_told_at_their_place(raw, said):
    [problem] = parse(raw, "x.yml").problemes
    assert str(problem).split("\n")[0].replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    "opening",
    ["[" * 50_000, "a: " + "[" * 50_000, "- " * 50_000, "{a: " * 50_000, "[a, " * 50_000],
    ids=["brackets", "under a field", "dashes", "braces", "items"],
)
def test_fifty_thousand_levels_are_refused_at_the_twenty_first(opening):
    [problem] = parse(opening.encode(), "x.yml").problemes
    assert problem.message == "plus de 20 niveaux imbriqués."
    assert problem.ligne == 1


def test_twenty_levels_are_read():
    assert parse(("a: " + "[" * 19 + "]" * 19).encode(), "x.yml").problemes == []


def test_an_alias_bomb_is_never_unfolded():
    lines = ["a0: &a0 [lol]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    document = parse("\n".join(lines).encode(), "x.yml")
    assert [problem.message for problem in document.problemes] == [
        "ancre YAML (&a0) non admise.",
        "ancre YAML (&a1) non admise.",
        "alias YAML (*a0) non admis.",
    ]
    assert document.donnees == {}


def test_a_file_of_too_many_values_is_refused():
    [problem] = parse(("a:\n" + "- b\n" * 20_000).encode(), "x.yml").problemes
    assert str(problem) == "x.yml:19999:3  plus de 20\u202f000 valeurs dans un fichier.\n    Partagez-le en plusieurs fichiers."


def test_a_wreck_of_a_file_is_told_in_fifty_lines():
    problems = parse(b"\ta: b\n" * 2_000, "x.yml").problemes
    assert len(problems) == 50
    assert str(problems[-1]).startswith("x.yml:50:1  et 1\u202f951 autres fautes dans ce fichier.")


def test_a_heavy_file_is_refused_without_being_read(tmp_path):
    file = tmp_path / "x.yml"
    with file.open("wb") as opened:
        opened.truncate(10**13)
    [problem] = read_document(file, "x.yml").problemes
    assert str(problem) == "x.yml  10000000,0\u00a0Mo (256\u00a0Ko au plus par fichier).\n    Déplacez le texte."


def test_a_file_that_cannot_be_read_is_told_in_french(tmp_path):
    [problem] = read_document(tmp_path / "absent.yml", "absent.yml").problemes
    assert str(problem) == "absent.yml  fichier illisible.\n    Vérifiez ses droits."
