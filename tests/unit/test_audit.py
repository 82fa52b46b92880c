"""The audit's own rules: a part is done once, what was not looked at is told, a doubt is a fault."""

from __future__ import annotations

import re
from datetime import date
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from project import PROJET

SORTES = [("demonstration", ""), ("demonstration", "metiers/")]
CLEAN = {"page": "demonstration/", "etat": "", "violations": [], "doubts": [], "known": []}
FAST = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
SPEED = {"page": "national/", "violations": [], "scores": FAST, "lowest": 98, "lcp": 1200, "cls": 0}


@pytest.fixture
def outil(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The modules of the audit."""
    monkeypatch.syspath_prepend(PROJET / "audit")
    return SimpleNamespace(**{name: import_module(name) for name in ("journal", "parties", "rapport")})


def whole(outil: SimpleNamespace, folder: Path, odd: dict[str, Any] | None = None) -> Any:
    """A journal in which every part is done; one view of the first may be odd."""
    journal = outil.journal.Journal(folder, "sites")
    for rank, part in enumerate(outil.parties.every_part()):
        view = {**(SPEED if part.genre == "lighthouse" else CLEAN), **(odd or {} if rank == 0 else {})}
        journal.keep(part, lambda _, view=view: [view])
    return journal


def test_a_part_is_done_once_while_the_sites_stay_the_same(outil: SimpleNamespace, tmp_path: Path):
    part, asked = outil.parties.every_part()[0], []
    for word in ("sites", "sites", "autres sites"):
        outil.journal.Journal(tmp_path, word).keep(part, lambda _: asked.append(1) or [CLEAN])
    assert len(asked) == 2


def test_a_whole_audit_without_fault_is_told_so(outil: SimpleNamespace, tmp_path: Path):
    report = tmp_path / "rapport.md"
    assert outil.rapport.write_report(report, date(2026, 11, 22), whole(outil, tmp_path), SORTES) == 0
    assert "ont été faites en entier" in report.read_text("utf-8")


def test_a_part_that_was_not_done_is_named_and_fails(outil: SimpleNamespace, tmp_path: Path):
    journal, report = whole(outil, tmp_path), tmp_path / "rapport.md"
    journal.file(outil.parties.every_part()[0]).unlink()
    assert outil.rapport.write_report(report, date(2026, 11, 22), journal, SORTES) == 1
    assert "**Audit incomplet.** 1 partie" in report.read_text("utf-8") and "(sauf fr clair 320)" in report.read_text("utf-8")


@pytest.mark.parametrize(
    "odd", [{"violations": ["label <input>"]}, {"doubts": ["color-contrast bgImage <p>"]}], ids=["fault", "doubt"]
)
def test_a_fault_or_a_doubt_that_nothing_settles_is_written_and_fails(outil: SimpleNamespace, tmp_path: Path, odd: Any):
    report = tmp_path / "rapport.md"
    assert outil.rapport.write_report(report, date(2026, 11, 22), whole(outil, tmp_path, odd), SORTES) == 1
    assert next(iter(odd.values()))[0] in report.read_text("utf-8")


def test_each_doubt_that_a_measure_settles_has_its_words(outil: SimpleNamespace):
    looked = (PROJET / "tests/regard.js").read_text("utf-8")
    measured = {name for line in re.findall(r"const (?:MEASURED|DRAWN) = .*", looked) for name in re.findall(r'"(\w+)"', line)}
    assert {f"color-contrast {name}" for name in measured} | {"scrollable-region-focusable"} == set(outil.rapport.RAISONS)
