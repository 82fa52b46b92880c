"""How the tests are shared out: what is costly is made once, two cases of a crossing are everyday."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from crossing import crossed
from once import make_once


def write(folder: Path, journal: Path) -> None:
    """Fill a folder, and note that it was done."""
    (folder / "page.html").write_text("ici", "utf-8")
    with journal.open("a") as notes:
        notes.write("fait\n")


def ask(run: Path) -> str:
    """What one process finds in the folder."""
    return (make_once(run, "site", partial(write, journal=run / "journal")) / "page.html").read_text("utf-8")


def test_processes_that_ask_for_the_same_folder_make_it_once(tmp_path: Path):
    with ProcessPoolExecutor(4) as processes:
        assert [*processes.map(ask, [tmp_path] * 8)] == ["ici"] * 8
    assert (tmp_path / "journal").read_text() == "fait\n"


def test_a_folder_whose_making_failed_is_begun_again(tmp_path: Path):
    def fail(folder: Path) -> None:
        (folder / "reste").touch()
        raise ValueError("arrêté")

    with pytest.raises(ValueError, match="arrêté"):
        make_once(tmp_path, "site", fail)
    assert ask(tmp_path) == "ici"
    assert [file.name for file in (tmp_path / "site").iterdir()] == ["page.html"]


def test_a_crossing_keeps_its_two_ends_for_every_day():
    cases = crossed(["fr", "ar"], ["clair", "sombre"], [360, 1280])
    assert len(cases) == 8
    everyday = [case.values for case in cases if not case.marks]
    assert everyday == [("fr", "clair", 360), ("ar", "sombre", 1280)]
