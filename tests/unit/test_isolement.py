"""Many sites at once: one that fails, or is killed, harms no other, and all are told in order."""

from __future__ import annotations

import signal
import subprocess
from typing import Any

import pytest

from vitrine import isolement
from vitrine.isolement import run_each


@pytest.mark.usefixtures("projet")
def test_the_failure_of_one_is_told_and_the_others_go_on():
    arguments = {"a": ["--version"], "b": ["inconnue"], "c": ["--help"]}
    done = list(run_each(list(arguments), arguments.__getitem__))
    assert [(one.nom, one.reussie) for one in done] == [("a", True), ("b", False), ("c", True)]
    assert "vitrine" in done[0].sortie and "inconnue" in done[1].erreurs and "Traceback" not in done[1].erreurs


def test_a_site_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(isolement, "SECONDS_AT_MOST", 0)
    (done,) = run_each(["orne"], lambda name: ["--help"])
    assert not done.reussie and done.erreurs == "orne\u00a0: échec. Arrêté après 0 minutes sans finir.\n"


def test_a_site_whose_work_the_system_kills_is_told(monkeypatch: pytest.MonkeyPatch):
    def killed_at_once(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
        suicide = [command[0], "-c", f"import os; os.kill(os.getpid(), {int(signal.SIGKILL)})"]
        return real(suicide, **options)

    real = subprocess.run
    monkeypatch.setattr(subprocess, "run", killed_at_once)
    (done,) = run_each(["orne"], lambda name: ["build", name])
    assert not done.reussie and "Le système a arrêté le travail" in done.erreurs
