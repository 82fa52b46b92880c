"""All sites in one command: the same bytes however they are built, nothing built twice, a report of what failed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from project import vitrine
from vitrine.entrees import RESERVE
from vitrine.publication.entetes import TEXTS
from vitrine.publication.manifeste import hash_files
from vitrine.publication.marques import foreign_marks, marks_in

SLUGS = ("ain", "orne", "var")


@pytest.fixture
def flotte(petit_projet: Path, plateforme: Callable[..., Path]) -> Path:
    """A small project with three platforms."""
    for number, slug in enumerate(SLUGS):
        plateforme(slug, number)
    return petit_projet


def build(flotte: Path, out: Path, *options: str) -> dict[str, str]:
    """Build all; the state of each site, by the report."""
    report = out.with_suffix(".json")
    done = vitrine("build", "--all", "-o", str(out), "--rapport", str(report), *options, cwd=flotte)
    told = json.loads(report.read_text("utf-8"))
    assert "Traceback" not in done.stderr and done.returncode == (1 if told["echecs"] else 0), done.stderr
    return {one["site"]: one["etat"] for one in told["sites"]}


def published(out: Path) -> dict[str, str]:
    """Every built file by its hash, the traces left out."""
    return {name: told for name, told in hash_files(out).items() if not name.startswith(RESERVE)}


def test_sites_are_the_same_bytes_one_by_one_all_at_once_or_in_shares(flotte: Path, tmp_path: Path):
    one, many, shares = tmp_path / "un", tmp_path / "tous", tmp_path / "parts"
    build(flotte, one, "--jobs", "1")
    build(flotte, many, "--jobs", "4")
    states = [build(flotte, shares, "--shard", f"{rank}/2") for rank in (2, 1)]
    assert sorted([*states[0], *states[1]]) == sorted(["national", *SLUGS])
    assert published(one) == published(many) == published(shares)
    assert {name.partition("/")[0] for name in published(one)} == {"national", *SLUGS}
    assert vitrine("build", "ain", "-o", str(tmp_path / "seul"), cwd=flotte).returncode == 0
    assert hash_files(tmp_path / "seul") == hash_files(one / "ain")


def test_no_mark_of_a_platform_is_in_any_file_of_another(flotte: Path, tmp_path: Path):
    build(flotte, tmp_path / "build")
    common, plateformes = [flotte / "data", flotte / "docs"], flotte / "plateformes"
    for slug in SLUGS:
        texts = [read(file) for file in (tmp_path / "build" / slug).rglob("*") if file.suffix.removeprefix(".") in TEXTS]
        own = foreign_marks(None, plateformes, common) - foreign_marks(slug, plateformes, common)
        assert own and all(any(marks_in(text, frozenset([mark])) for text in texts) for mark in own), slug
        assert [mark for text in texts for mark in marks_in(text, foreign_marks(slug, plateformes, common))] == [], slug


def read(file: Path) -> str:
    """A text file of a site."""
    return file.read_text(encoding="utf-8")


def test_what_would_not_change_is_not_built_again(flotte: Path, tmp_path: Path):
    out = tmp_path / "build"
    assert set(build(flotte, out).values()) == {"construit"}
    before = (published(out), (out / "ain").stat().st_ino)
    assert set(build(flotte, out).values()) == {"inchangé"}
    assert (published(out), (out / "ain").stat().st_ino) == before

    file = flotte / "plateformes/orne/plateforme.yml"
    whole = file.read_text("utf-8")
    file.write_text(whole.replace("Appelez-nous", "Écrivez-nous"), "utf-8")
    (out / "ain/index.html").write_text("abîmé", "utf-8")
    shutil.rmtree(out / "var")
    states = {"national": "inchangé", "ain": "construit", "orne": "construit", "var": "construit"}
    assert build(flotte, out) == states
    assert published(out) != before[0]

    file.write_text(whole, "utf-8")
    assert build(flotte, out) == {**dict.fromkeys(states, "inchangé"), "orne": "construit"}
    assert published(out) == before[0]
    assert set(build(flotte, out, "--force").values()) == {"construit"}
    assert published(out) == before[0]


def test_a_site_that_fails_is_reported_and_tried_again_while_the_others_stand(flotte: Path, tmp_path: Path):
    out = tmp_path / "build"
    build(flotte, out)
    before = published(out)
    file = flotte / "plateformes/orne/plateforme.yml"
    whole = file.read_text("utf-8")
    file.write_text(whole.replace("territoire:", "teritoire:"), "utf-8")
    for _ in range(2):
        assert build(flotte, out) == {"national": "inchangé", "ain": "inchangé", "orne": "échec", "var": "inchangé"}
    (told,) = [one for one in json.loads((tmp_path / "build.json").read_text("utf-8"))["sites"] if one["etat"] == "échec"]
    assert "plateformes/orne/plateforme.yml" in told["message"] and "territoire" in told["message"]
    assert published(out) == before
    file.write_text(whole, "utf-8")
    assert build(flotte, out)["orne"] == "inchangé"
