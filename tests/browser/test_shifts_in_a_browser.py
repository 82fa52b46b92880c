"""Nothing moves under the reader's finger while scripts complete a page."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Browser, Route

from browser.visite import visit

OBSERVED = """window.decalages = []; new PerformanceObserver((list) => decalages.push(...list.getEntries().map((one) => one.value)))
    .observe({ type: "layout-shift", buffered: true })"""
COMPLETED = {
    "metiers/aide-a-domicile/": ".garder button",
    "ar/metiers/aide-a-domicile/": ".garder button",
    "formations/deaes/": ".garder button",
    "comparer/": ".comparateur select",
    "pres-de-chez-vous/": "form.attendu input",
}
"""What a script adds to a page, that people can then see."""


def come_late(route: Route) -> None:
    """Scripts reach a phone after the page has been drawn."""
    time.sleep(0.3)
    route.continue_()


@pytest.mark.parametrize("address", COMPLETED)
@pytest.mark.parametrize("width", [360, 1280])
def test_what_a_script_adds_finds_its_place_kept(navigateur: Browser, serveur: dict[str, str], address: str, width: int):
    options = {"viewport": {"width": width, "height": 800}, "is_mobile": width < 400, "has_touch": True}
    with visit(navigateur, serveur["demonstration"], **options) as visite:
        visite.page.add_init_script(OBSERVED)
        visite.page.route("**/*.js", come_late)
        visite.page.goto(serveur["demonstration"] + address)
        visite.page.wait_for_selector(COMPLETED[address])
        visite.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert sum(visite.page.evaluate("decalages")) < 0.02
