"""What is told of many sites: their shares, the report for people, the report for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from vitrine.cli import main
from vitrine.commandes.tous import follow, read_share
from vitrine.flotte import Part
from vitrine.isolement import Etat, Issue

SLUGS = [f"territoire-{number}" for number in range(101)]
ISSUES = [
    Issue("national", Etat.CONSTRUIT, "900 pages dans build/national", 900, 7.5),
    Issue("ain", Etat.INCHANGE, "inchangé, 400 pages dans build/ain", 400, 0.1),
    Issue("orne", Etat.ECHEC, "plateformes/orne/plateforme.yml:3:6  nom\u00a0: absent.", 0, 1.0),
]


def test_each_site_is_in_one_share_and_one_only():
    shares = [[slug for slug in SLUGS if Part(rank, 10).holds(slug)] for rank in range(1, 11)]
    assert sorted(slug for share in shares for slug in share) == sorted(SLUGS)
    assert all(shares)


def test_a_site_stays_in_its_share_when_others_come():
    before = [slug for slug in SLUGS[:50] if Part(3, 7).holds(slug)]
    assert [slug for slug in SLUGS if Part(3, 7).holds(slug)][: len(before)] == before


def test_one_share_of_one_holds_everything():
    assert all(Part().holds(slug) for slug in SLUGS)


@pytest.mark.parametrize("value", ["3", "0/3", "4/3", "a/b", "-1/3", "1/3/4", "", "1.5/3"])
def test_a_share_that_is_none_is_refused_with_the_way_to_write_it(value: str):
    with pytest.raises(click.BadParameter, match=r"Écrivez 3/10 pour la troisième de dix\."):
        read_share(click.Context(main), click.Option(["--shard"]), value)


def test_a_share_is_read():
    assert read_share(click.Context(main), click.Option(["--shard"]), "3/10") == (3, 10)


def ends(jobs: int) -> Iterator[Issue]:
    """Three sites that end in another order than theirs."""
    return reversed(ISSUES)


def test_the_report_counts_and_says_why(capsys: pytest.CaptureFixture[str]):
    assert follow([issue.nom for issue in ISSUES], ends, 2, None) == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[-1] == "3 sites\u00a0: 1 construit, 1 inchangé, 1 en échec."
    assert "ain\u00a0: inchangé, 400 pages dans build/ain" in out.splitlines()
    assert "orne\u00a0: échec. plateformes/orne/plateforme.yml:3:6" in err
    assert err.endswith("Échec\u00a0: orne. 2 sites sur 3 sans faute.\n")


def test_without_failure_all_is_well(capsys: pytest.CaptureFixture[str]):
    assert follow(["national", "ain"], lambda jobs: ISSUES[:2], None, None) == 0
    assert capsys.readouterr().err == ""


def test_the_report_for_programs_is_in_the_order_of_the_sites(tmp_path: Path):
    file = tmp_path / "rapports/1.json"
    follow([issue.nom for issue in ISSUES], ends, 2, file)
    told = json.loads(file.read_text("utf-8"))
    assert [(one["site"], one["etat"], one["pages"]) for one in told["sites"]] == [
        ("national", "construit", 900),
        ("ain", "inchangé", 400),
        ("orne", "échec", 0),
    ]
    assert told["echecs"] == 1 and "plateforme.yml:3:6" in told["sites"][2]["message"]


@pytest.mark.parametrize("option", [["--jobs", "2"], ["--shard", "1/2"], ["--rapport", "r.json"], ["--force"]])
def test_what_concerns_all_sites_is_refused_for_one(option: list[str]):
    done = CliRunner().invoke(main, ["build", *option])
    assert done.exit_code == 2 and f"{option[0]} ne va qu'avec --all." in done.output
