"""The worker behind nginx, which sends Brotli and our headers; and pieces of the site framed by others, which it leaves alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response

from attaque import Attaque
from browser.hote import KEPT, addresses, arrive, read
from loopback import served
from serveurs import Serveur, nginx
from vitrine.publication.entetes import HEADERS, HEADERS_INTEGRER, POLITIQUE

SHEET, OTHER, PIECE = "metiers/aide-a-domicile/", "metiers/infirmier/", "integrer/metiers/infirmier/"
BAR = ".copie"
TOLD = "async (url) => { const kept = await caches.match(url); return [[...kept.headers.keys()], await kept.text()]; }"
STYLED = "getComputedStyle(document.querySelector('.enseigne')).display !== 'inline'"
REFUSED = "chrome-error:"


class Coupable:
    """The published site behind nginx, until it is cut."""

    def __init__(self, server: AbstractContextManager[Serveur]) -> None:
        self.pile = ExitStack()
        self.adresse = f"http://127.0.0.1:{self.pile.enter_context(server).port}/"

    def stop(self) -> None:
        """Cut the network."""
        self.pile.close()


@pytest.fixture
def site(attaque: Attaque) -> Iterator[Coupable]:
    """A published site, shown by nginx in its Brotli form."""
    found = Coupable(nginx(attaque.site, attaque.www))
    yield found
    found.stop()


def header(answer: Response | None, name: str) -> str | None:
    """A header of what came."""
    assert answer
    return answer.all_headers().get(name.lower())


def test_pages_that_came_in_brotli_are_kept_plain_and_read_without_a_network(site: Coupable, page: Page, attaque: Attaque):
    assert header(page.goto(site.adresse + SHEET), "Content-Encoding") == "br"
    arrive(page, site.adresse + SHEET)
    assert page.evaluate("async () => (await fetch('/sw.js')).headers.get('Content-Encoding')") == "br"
    read(page, site.adresse + OTHER)
    answer = page.goto(site.adresse + OTHER)
    assert answer and answer.from_service_worker and header(answer, POLITIQUE) == HEADERS[POLITIQUE]
    assert page.locator(BAR).count() == 0 and page.evaluate(STYLED)
    names, text = page.evaluate(TOLD, site.adresse + OTHER)
    assert text == (attaque.site / OTHER / "index.html").read_text("utf-8")
    assert POLITIQUE.lower() in names and {"content-encoding", "content-length", "vary"}.isdisjoint(names)
    site.stop()
    for place in (SHEET, OTHER):
        answer = page.goto(site.adresse + place)
        assert page.locator(BAR).count() == 1 and page.evaluate(STYLED)
        assert header(answer, POLITIQUE) == HEADERS[POLITIQUE]


def test_a_search_whose_files_came_in_brotli_is_made_again_without_a_network(site: Coupable, page: Page):
    arrive(page, site.adresse + SHEET)
    page.fill("#q", "infirmier")
    page.wait_for_selector(".resultats:not([hidden]) a")
    for script in page.locator("head script[src*=texte-], head script[src*=index-]").evaluate_all("all => all.map(one => one.src)"):
        page.evaluate(KEPT, script)
    site.stop()
    page.goto(site.adresse + SHEET)
    page.fill("#q", "aide soignant")
    page.wait_for_selector(".resultats:not([hidden]) a[href*='aide-soignant']")


@pytest.fixture(params=["127.0.0.1", "localhost"], ids=["du-meme-domaine", "d-ailleurs"])
def cadre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """The page of a partner that frames an address: on the same domain, where the worker is at work, or on another."""
    with served(tmp_path) as address:

        def framing(framed: str) -> str:
            page = tmp_path / f"{len(list(tmp_path.iterdir()))}.html"
            frame = f'<iframe src="{framed}" title="Essai"></iframe>'
            page.write_text(f'<!doctype html><html lang="fr"><title>Mairie</title>{frame}', "utf-8")
            return address.replace("127.0.0.1", request.param) + page.name

        yield framing


def framed(page: Page, partner: str, address: str) -> Response:
    """What comes in the frame of a partner's page."""
    with page.expect_response(address) as coming:
        page.goto(partner)
    return coming.value


def test_a_piece_comes_from_the_network_with_its_own_headers_even_where_the_worker_is_at_work(
    site: Coupable, page: Page, cadre: Callable[[str], str]
):
    arrive(page, site.adresse + SHEET)
    answer = framed(page, cadre(site.adresse + PIECE), site.adresse + PIECE)
    assert page.frame_locator("iframe").locator("h1").inner_text()
    assert not answer.from_service_worker and header(answer, POLITIQUE) == HEADERS_INTEGRER[POLITIQUE]
    page.goto(site.adresse + PIECE)
    read(page, site.adresse + OTHER)
    assert [url for url in addresses(page) if "/integrer/" in url] == []


def test_a_page_that_the_worker_gives_cannot_be_framed_either(site: Coupable, page: Page, cadre: Callable[[str], str]):
    arrive(page, site.adresse + SHEET)
    for cut in (False, True):
        if cut:
            site.stop()
        page.goto(cadre(site.adresse + SHEET))
        page.frames[1].wait_for_url(lambda url: url.startswith(REFUSED), wait_until="commit")
