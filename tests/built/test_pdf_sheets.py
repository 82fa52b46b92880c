"""Every sheet of the project holds on one side of A4, in each language it is translated into."""

from __future__ import annotations

import re

import pytest

from crossing import COMPLET
from papier import opened, site_of
from project import vitrine
from vitrine.pdf import translated
from vitrine.pdf.fiche import DENSITES, sheet
from vitrine.pdf.papier import fitting


@pytest.mark.parametrize(
    ("slug", "langue"), [pytest.param(None, "fr", marks=COMPLET), (None, "en"), (None, "ar"), ("demonstration", "ar")]
)
def test_every_sheet_holds_whole_on_one_side(slug, langue):
    site = site_of(slug)
    found = {name: fitting(sheet(site, site.catalogue.metiers[name], langue)) for name in translated(site, langue)}
    assert found
    assert {name: len(laid.pages) for name, (_, laid) in found.items() if len(laid.pages) != 1} == {}
    assert [name for name, (place, _) in found.items() if DENSITES[place] == "court"] == []


PRINTED = {"metiers/aide-a-domicile": "fr", "ar/metiers/aide-a-domicile": "ar"}
TRADUITE = """feminin: عاملة مساعدة منزلية
masculin: عامل مساعدة منزلية
accroche: تساعدون شخصًا على البقاء في بيته.
acces: {resume: يمكن البدء دون شهادة.}
"""


def test_a_site_built_with_its_sheets_links_each_to_its_pdf_and_tells_its_weight(petit_projet, tmp_path):
    (petit_projet / "data/metiers/aide-a-domicile.ar.yml").write_text(TRADUITE, "utf-8")
    done = vitrine("build", "--pdf", "-o", str(tmp_path / "site"), cwd=petit_projet)
    assert done.returncode == 0, done.stderr
    assert {file.parent.relative_to(tmp_path / "site").as_posix() for file in tmp_path.glob("site/**/fiche.pdf")} == {*PRINTED}
    for page, language in PRINTED.items():
        pdf = (tmp_path / "site" / page / "fiche.pdf").read_bytes()
        html = (tmp_path / "site" / page / "index.html").read_text("utf-8")
        link = re.search(r'href="([^"]+fiche\.pdf)" type="application/pdf">.*?PDF\D+(\d+)', html)
        assert link
        assert (tmp_path / "site" / page / link[1]).resolve() == (tmp_path / "site" / page / "fiche.pdf").resolve()
        assert int(link[2]) == round(len(pdf) / 1000)
        assert opened(pdf).Root.Lang == language


def test_a_site_built_without_its_sheets_promises_none(sites):
    assert not list(sites.rglob("fiche.pdf"))
    assert "fiche.pdf" not in (sites / "national/metiers/aide-soignant/index.html").read_text("utf-8")
