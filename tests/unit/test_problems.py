"""The report: every problem by file and line, then one line that counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitrine.problems import DataFault, Probleme, abridged, is_blocking, plural, report, summary

SOUDEUR = Probleme(
    "data/metiers/soudeur.yml", 12, 5, "formations[1]", "«\u00a0cap-soudage\u00a0» n'existe pas.",
    "Vouliez-vous dire «\u00a0cap-soudeur\u00a0»\u202f?",
)  # fmt: skip
SOUDEUR_10 = Probleme("data/metiers/soudeur.yml", 2, 1, "", "ligne mal alignée.")
AIN = Probleme("plateformes/ain/plateforme.yml", 0, 0, "", "fichier absent.", "Il décrit la plateforme\u00a0: créez-le.")
DOUTE = Probleme("data/metiers/soudeur.yml", 3, 1, "titre", "tout en majuscules.", "Écrivez «\u00a0Soudeur\u00a0».", grave=False)


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (
            SOUDEUR,
            "data/metiers/soudeur.yml:12:5  formations[1]\u00a0: «\u00a0cap-soudage\u00a0» n'existe pas.\n"
            "    Vouliez-vous dire «\u00a0cap-soudeur\u00a0»\u202f?",
        ),
        (SOUDEUR_10, "data/metiers/soudeur.yml:2:1  ligne mal alignée."),
        (AIN, "plateformes/ain/plateforme.yml  fichier absent.\n    Il décrit la plateforme\u00a0: créez-le."),
        (
            DOUTE,
            "data/metiers/soudeur.yml:3:1  (avertissement) titre\u00a0: tout en majuscules.\n    Écrivez «\u00a0Soudeur\u00a0».",
        ),
    ],
    ids=["field and way out", "no field, no way out", "whole file", "warning"],
)
def test_a_problem_is_a_clickable_place_then_the_fact_then_the_way_out(problem, said):
    assert str(problem) == said


def test_the_report_lists_every_problem_by_file_and_line_then_counts_them():
    expected = [str(problem) for problem in (SOUDEUR_10, DOUTE, SOUDEUR, AIN)]
    count = "3 erreurs dans 2 fichiers (412 fichiers lus). 1 avertissement. Rien n'a été construit."
    assert report([AIN, SOUDEUR, DOUTE, SOUDEUR_10], 412, "Rien n'a été construit.") == "\n".join([*expected, count])


def test_lines_are_sorted_as_numbers():
    lines = [Probleme("a.yml", number, 1, "", "x.") for number in (10, 9, 100)]
    assert [line.split(":")[1] for line in report(lines, 1).split("\n")[:-1]] == ["9", "10", "100"]


def test_a_problem_told_twice_is_shown_and_counted_once():
    assert report([SOUDEUR_10, SOUDEUR_10], 1) == f"{SOUDEUR_10}\n1 erreur dans 1 fichier (1 fichier lu)."


@pytest.mark.parametrize(
    ("problems", "read", "said"),
    [
        ([], 0, "Aucune erreur (0 fichier lu)."),
        ([], 1, "Aucune erreur (1 fichier lu)."),
        ([], 412, "Aucune erreur (412 fichiers lus)."),
        ([DOUTE], 2, "Aucune erreur (2 fichiers lus). 1 avertissement."),
        ([SOUDEUR], 2, "1 erreur dans 1 fichier (2 fichiers lus)."),
        ([SOUDEUR, SOUDEUR_10, DOUTE, DOUTE], 2, "2 erreurs dans 1 fichier (2 fichiers lus). 2 avertissements."),
        ([SOUDEUR, AIN], 12_345, "2 erreurs dans 2 fichiers (12\u202f345 fichiers lus)."),
    ],
    ids=["nothing read", "one file", "many files", "a warning", "one error", "a file with both", "thousands"],
)
def test_the_summary_agrees_in_number(problems, read, said):
    assert summary(problems, read) == said


def test_files_that_only_warn_are_not_counted_as_faulty():
    other = Probleme("b.yml", 1, 1, "", "x.", grave=False)
    assert summary([SOUDEUR, other], 2).startswith("1 erreur dans 1 fichier ")


@pytest.mark.parametrize(
    ("problems", "blocking"), [([], False), ([DOUTE], False), ([DOUTE, AIN], True)], ids=["none", "a warning", "an error"]
)
def test_only_an_error_forbids_publication(problems, blocking):
    assert is_blocking(problems) is blocking


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 erreur"), (1, "1 erreur"), (2, "2 erreurs"), (1_000, "1 000 erreurs"), (1_234_567, "1 234 567 erreurs")],
)
def test_zero_and_one_are_singular_and_thousands_are_set_apart(count, said):
    number, _, noun = said.rpartition(" ")
    assert plural(count, "erreur") == number.replace(" ", "\u202f") + " " + noun


def test_a_fault_of_data_carries_all_its_problems():
    fault = DataFault((SOUDEUR, AIN))
    assert (fault.problems, str(fault)) == ([SOUDEUR, AIN], "2 problèmes")


PROBLEMS = st.builds(Probleme, st.sampled_from("ab"), st.integers(0, 3), st.integers(0, 2), st.just("x"), st.sampled_from("mn"))


@given(st.lists(PROBLEMS, max_size=8))
def test_the_report_does_not_depend_on_the_order_of_discovery(problems):
    assert report(problems, 3) == report(reversed(problems), 3)


@pytest.mark.parametrize(
    ("sign", "shown"),
    [("\x1b[31m", "<U+001B>[31m"), ("\u202e", "<U+202E>"), ("\ud800", "<U+D800>"), ("\n", "<U+000A>"), ("é\u202f", "é\u202f")],
    ids=["command", "reversed text", "half a sign", "new line", "French"],
)
def test_a_message_never_commands_the_terminal(sign, shown):
    said = str(Probleme("a.yml", 1, 1, "x", f"«{sign}» refusé.", f"Retirez {sign}."))
    assert said == f"a.yml:1:1  x\u00a0: «{shown}» refusé.\n    Retirez {shown}."


def test_a_wreck_of_a_file_does_not_hide_the_others():
    wreck = [Probleme("a.yml", line, 1, "", "x.") for line in range(1_051, 0, -1)]
    *kept, last = abridged(wreck)
    assert [problem.ligne for problem in kept] == list(range(1, 50))
    assert str(last) == "a.yml:50:1  et 1\u202f002 autres fautes dans ce fichier.\n    Corrigez d'abord celles qui précèdent."


def test_fifty_faults_are_all_told():
    faults = [Probleme("a.yml", line, 1, "", "x.") for line in range(50)]
    assert abridged(faults) == faults
