"""Every sheet of the project holds on one side of A4, in each language it is translated into."""

from __future__ import annotations

import pytest

from papier import site_of
from vitrine.pdf import translated
from vitrine.pdf.fiche import DENSITES, sheet
from vitrine.pdf.papier import fitting


@pytest.mark.parametrize(("slug", "langue"), [(None, "fr"), (None, "en"), (None, "ar"), ("demonstration", "ar")])
def test_every_sheet_holds_whole_on_one_side(slug, langue):
    site = site_of(slug)
    found = {name: fitting(sheet(site, site.catalogue.metiers[name], langue)) for name in translated(site, langue)}
    assert found
    assert {name: len(laid.pages) for name, (_, laid) in found.items() if len(laid.pages) != 1} == {}
    assert [name for name, (place, _) in found.items() if DENSITES[place] == "court"] == []
