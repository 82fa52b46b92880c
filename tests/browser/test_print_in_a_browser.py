"""A profession's page printed by a real Chromium: one A4 side, with the code of its address."""

from __future__ import annotations

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Page

LONGEST = ["orthophoniste", "conseiller-economie-sociale-familiale", "maitre-de-maison", "educateur-sportif-handicap"]
OTHERS = ["en/metiers/aide-soignant/", "ar/metiers/aide-a-domicile/", "ar/metiers/psychologue/"]
PAGES = [*(f"metiers/{slug}/" for slug in LONGEST), *OTHERS]


@pytest.mark.parametrize("site", ["national", "demonstration"])
def test_a_sheet_prints_on_one_side_with_the_code_of_its_address(page: Page, serveur: dict[str, str], site: str):
    for address in PAGES:
        page.goto(serveur[site] + address)
        canonical = page.locator("link[rel=canonical]").get_attribute("href")
        assert not page.locator(".code-imprime").is_visible()
        printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
        assert len(printed) == 1, address
        codes = zxingcpp.read_barcodes(printed[0].render(scale=3).to_pil())
        assert [code.text for code in codes] == [canonical], address
