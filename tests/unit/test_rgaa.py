"""The accessibility grid never says more than the tests prove."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from project import PROJET, vitrine
from vitrine.rgaa import ETATS, criteria

TESTS = Path(__file__).resolve().parents[1]
NUMBERS = {1: 9, 2: 2, 3: 3, 4: 13, 5: 8, 6: 2, 7: 5, 8: 10, 9: 4, 10: 14, 11: 13, 12: 11, 13: 12}


def marked() -> Iterator[tuple[str, str]]:
    """(criterion, test) of every mark that stands in the tests."""
    for file in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield from ((numero, f"{file.relative_to(TESTS)}::{node.name}") for numero in marks_of(node))


def marks_of(test: ast.FunctionDef) -> Iterator[str]:
    """The criteria that a test says it proves."""
    for decorator in test.decorator_list:
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "pytest.mark.rgaa":
            yield from (ast.literal_eval(argument) for argument in decorator.args)


def test_the_grid_names_the_106_criteria_once_in_order():
    wanted = [f"{theme}.{rank}" for theme, count in NUMBERS.items() for rank in range(1, count + 1)]
    assert [critere.numero for critere in criteria()] == wanted
    assert len(wanted) == 106


def test_each_proof_of_the_grid_is_a_mark_of_the_tests_and_the_reverse():
    proofs = defaultdict(list)
    for numero, test in marked():
        proofs[numero].append(test)
    assert {critere.numero: critere.preuves for critere in criteria() if critere.preuves} == dict(proofs)


def test_what_is_said_proved_has_a_test_and_what_is_left_to_people_says_what_to_look_at():
    for critere in criteria():
        assert critere.etat in ETATS
        assert bool(critere.preuves) == (critere.etat != "a-juger"), critere.numero
        assert critere.regard or critere.etat != "a-juger", critere.numero


def test_the_command_prints_the_grid_of_a_platform_and_the_pages_to_look_at():
    done = vitrine("rgaa", "demonstration", cwd=PROJET)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].startswith("Grille RGAA 4.1.2 – demonstration – ")
    count = Counter(critere.etat for critere in criteria())
    assert f"106 critères\u00a0: {count['prouve']} prouvé" in lines[1]
    assert {"  /", "  /accessibilite/", "  /contacts/", "  /quiz/quel-metier-pour-moi/"} <= set(lines)
    assert any(line.startswith("  10.7  ") for line in lines)


def test_an_unknown_platform_is_told_in_plain_words():
    done = vitrine("rgaa", "nulle-part", cwd=PROJET)
    assert done.returncode != 0 and "Traceback" not in done.stderr and "nulle-part" in done.stderr
