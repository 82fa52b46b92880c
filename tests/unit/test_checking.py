"""Faults are told in French at the line to mend; a translation is complete or the French is shown.

Each file of ``cas/controle`` and ``cas/traduction`` holds a model, a document (and its translation), and all that is said of it.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from unit.minimales import document
from vitrine.checking import check, check_translation, fingerprint, translatable, without_none, written
from vitrine.model.context import Contexte
from vitrine.model.formation import Duree
from vitrine.model.metier import Acces, Competences, Gestes, Metier
from vitrine.source.document import Document

SEPARATOR = "----\n"


def model_of(name: str):
    module, _, model = name.strip().rpartition(".")
    return getattr(import_module(f"vitrine.model.{module}"), model)


def sections(case: Path) -> list[str]:
    return case.read_text(encoding="utf-8").split(SEPARATOR)


def test_a_document_is_told_all_its_faults_at_their_lines(cas_de_controle, national):
    model, text, expected = sections(cas_de_controle)
    record, problems = check(document(text), model_of(model), national.contexte)
    assert "".join(f"{problem}\n" for problem in problems) == expected
    assert (record is None) == bool(problems)


def test_a_translation_is_shown_when_it_is_complete_and_right(cas_de_traduction, national):
    model, french, text, expected = sections(cas_de_traduction)
    record, problems = check_translation(document(french), document(text, "fiche.en.yml"), model_of(model), national.contexte)
    shown = "traduction" if record else "français"
    assert "".join([*(f"{problem}\n" for problem in problems), f"affiché\u00a0: {shown}\n"]) == expected


def test_a_list_of_more_than_two_hundred_items_is_told(national):
    text = "autorises:\n" + "  - Aider.\n" * 201
    _, problems = check(document(text), Gestes, national.contexte)
    assert [str(problem) for problem in problems] == [
        "fiche.yml:1:1  autorises\u00a0: trop d'éléments.\n    Gardez les plus importants."
    ]


def test_empty_fields_and_items_count_as_absent_at_any_depth():
    data = {"a": None, "b": [None, {"c": None, "d": "1"}], "e": {"f": [None]}}
    assert without_none(data) == {"b": [{"d": "1"}], "e": {"f": []}}


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ((), ""),
        (("acces",), "acces"),
        (("acces", "voies", 1, "formations", 0), "acces.voies[2].formations[1]"),
        (("termes", "2A", "libelle"), "termes.2A.libelle"),
    ],
    ids=["root", "field", "items count from one", "free key"],
)
def test_a_path_is_written_as_people_write_it(path, said):
    assert written(path) == said


def test_the_texts_of_a_tree_come_in_order_with_their_paths():
    tree = {"a": "1", "b": [{"c": None}, "2"], "d": {}}
    assert Document("x.yml", tree).textes == [(("a",), "1"), (("b", 0, "c"), None), (("b", 1), "2")]


def test_only_texts_that_visitors_read_are_translatable():
    french = document("sans_diplome: oui\nresume: En bref.\nvoies:\n  - voie: vae\n    texte: En un an.\n")
    assert list(translatable(french, Acces)) == [(("resume",), "En bref."), (("voies", 0, "texte"), "En un an.")]


def test_a_single_text_given_for_a_list_is_translatable():
    assert list(translatable(document("autorises: Aider.\n"), Gestes)) == [(("autorises",), "Aider.")]


@pytest.mark.parametrize(
    ("change", "same"),
    [
        (("567", "600"), True),
        (("Un an.", "Deux ans."), False),
        (("Un an.", "un an."), False),
    ],
    ids=["a number", "a text", "one letter"],
)
def test_the_fingerprint_follows_the_french_text_and_nothing_else(change, same):
    french = "heures: 567\ntexte: Un an.\n"
    before, after = (fingerprint(document(text), Duree) for text in (french, french.replace(*change)))
    assert len(before) == 8 and int(before, 16) >= 0
    assert (before == after) is same


def test_the_fingerprint_does_not_depend_on_layout_or_comments():
    plain, commented = document("texte: Un an.\n"), document('# durée\ntexte:   "Un an."\n')
    assert fingerprint(plain, Duree) == fingerprint(commented, Duree)


def test_a_translation_of_an_empty_record_is_complete():
    record, problems = check_translation(document("savoirs: []\n"), document("savoirs: []\n"), Competences, Contexte())
    assert record == Competences() and not problems


def test_a_wreck_of_a_file_is_told_in_fifty_lines_from_the_top(national):
    text = "non_autorises:\n" + "  - - Soigner.\n" * 30 + "autorises:\n" + "  - - Aider.\n" * 30
    _, problems = check(document(text), Gestes, national.contexte)
    assert [problem.ligne for problem in problems] == [*range(2, 32), *range(33, 53)]
    assert problems[-1].message == "et 11 autres fautes dans ce fichier."


def test_every_field_is_listed_when_none_looks_like_the_unknown_one(metier_minimal):
    _, (problem,) = check(Document("fiche.yml", {**metier_minimal, "zzz": "1"}), Metier, Contexte())
    listed = problem.remede.removeprefix("Champs attendus\u00a0: ").removesuffix(". Sinon, retirez-le.")
    assert listed.split(", ") == sorted(Metier.model_fields)


def test_unknown_and_empty_fields_are_not_translatable():
    assert list(translatable(document("inconnu: a\ntexte:\n"), Duree)) == []
