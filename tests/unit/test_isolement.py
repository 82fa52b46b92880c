"""Many sites at once: one that fails, dies, hangs or eats the memory harms no other."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable

import pytest

from vitrine import isolement
from vitrine.isolement import Etat, Issue, processors, run_each

NAMES = [f"site-{number}" for number in range(5)]


def good(name: str) -> Issue:
    return Issue(name, Etat.CONSTRUIT, "3 pages", 3)


def die(name: str) -> Issue:
    os.kill(os.getpid(), signal.SIGKILL)
    return good(name)


def leave(name: str) -> Issue:
    os._exit(0)


def stumble(name: str) -> Issue:
    print("on construisait")
    return good(str({}[name]))


def devour(name: str) -> Issue:
    return good(str(len(bytearray(isolement.BYTES_AT_MOST * 2))))


def exceptionally(fault: Callable[[str], Issue]) -> Callable[[str], Issue]:
    """Well done for every site but the third."""
    return lambda name: fault(name) if name == NAMES[2] else good(name)


@pytest.mark.parametrize("jobs", [1, 2, 9])
def test_every_site_is_told_once(jobs: int):
    done = list(run_each(NAMES, good, jobs))
    assert sorted(issue.nom for issue in done) == NAMES
    assert all((issue.etat, issue.message, issue.pages) == (Etat.CONSTRUIT, "3 pages", 3) for issue in done)


def test_no_site_no_work():
    assert list(run_each([], good, 2)) == []


@pytest.mark.skipif(sys.platform != "linux", reason="ces travaux sont donnés à une copie du processus")
@pytest.mark.parametrize("jobs", [1, 3])
@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (die, "Le système a arrêté le travail."),
        (leave, "Le système a arrêté le travail."),
        (stumble, "Faute du programme, à signaler à l'équipe nationale.\n"),
        (devour, "Arrêté\u00a0: plus de 2 Go de mémoire."),
    ],
)
def test_the_fault_of_one_is_told_and_the_others_go_on(fault: Callable[[str], Issue], told: str, jobs: int):
    done = {issue.nom: issue for issue in run_each(NAMES, exceptionally(fault), jobs)}
    assert done[NAMES[2]].etat is Etat.ECHEC and done[NAMES[2]].message.startswith(told)
    assert {name for name, issue in done.items() if issue.etat is Etat.CONSTRUIT} == {*NAMES} - {NAMES[2]}


@pytest.mark.skipif(sys.platform != "linux", reason="ces travaux sont donnés à une copie du processus")
def test_a_fault_of_the_program_says_what_it_printed_and_where_it_stopped():
    (done,) = run_each(["orne"], stumble, 1)
    assert "KeyError: 'orne'" in done.message and "stumble" in done.message


@pytest.mark.skipif(sys.platform != "linux", reason="ces travaux sont donnés à une copie du processus")
def test_a_site_that_never_ends_is_stopped_and_the_next_ones_have_their_turn(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(isolement, "SECONDS_AT_MOST", 1)
    done = list(run_each(["orne", "ain"], lambda name: good(name) if name == "ain" else time.sleep(60), 1))
    assert [(issue.nom, issue.etat) for issue in done] == [("orne", Etat.ECHEC), ("ain", Etat.CONSTRUIT)]
    assert done[0].message == "Arrêté après 0 minutes sans finir."


@pytest.mark.skipif(sys.platform != "linux", reason="ces travaux sont donnés à une copie du processus")
def test_the_work_on_a_site_leaves_nothing_in_the_memory_of_the_next():
    seen: list[str] = []

    def marks(name: str) -> Issue:
        seen.append(name)
        return Issue(name, Etat.CONSTRUIT, ",".join(seen))

    assert [issue.message for issue in run_each(NAMES, marks, 1)] == NAMES
    assert seen == []


def test_there_is_at_least_one_processor():
    assert processors() >= 1
