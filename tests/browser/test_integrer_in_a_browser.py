"""A partner's page on another host frames a piece: shown. It frames the home page: refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

import hotes
from browser.visite import visit
from loopback import Quiet, served
from vitrine.publication.entetes import POLITIQUE
from vitrine.publication.hebergement import site_files


class Hote(Quiet):
    """A server that obeys the file _headers of a site, as Cloudflare Pages does."""

    regles: hotes.Regles

    def end_headers(self) -> None:
        """Send the policies too."""
        self.send_header(POLITIQUE, ", ".join(hotes.values(self.regles, urlsplit(self.path).path, POLITIQUE, joined=True)))
        super().end_headers()


@pytest.fixture(scope="module")
def publie(sites: Path) -> Iterator[str]:
    """The demonstration site, with the headers that we write for it."""
    site = sites / "demonstration"
    pages = [file.relative_to(site).as_posix() for file in site.rglob("*.html")]
    regles = hotes.read_rules(dict(site_files("/", ["ar", "en"], pages=pages))["_headers"])
    with served(site, type("HoteDeDemonstration", (Hote,), {"regles": regles})) as address:
        yield address


@pytest.fixture
def partenaire(tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """The page of a partner, on a host of its own, that frames an address; each its own page, that no cache mixes up."""
    with served(tmp_path) as address:

        def framing(framed: str) -> str:
            frame = f'<iframe src="{framed}" title="Essai" width="245" height="700"></iframe>'
            page = tmp_path / f"{len(list(tmp_path.iterdir()))}.html"
            page.write_text(f'<!doctype html><html lang="fr"><title>Mairie</title>{frame}', "utf-8")
            return address.replace("127.0.0.1", "localhost") + page.name

        yield framing


def test_a_partner_shows_a_sheet_and_the_agenda_and_a_click_opens_the_site(
    navigateur: Browser, publie: str, partenaire: Callable[[str], str]
):
    page = navigateur.new_page()
    for piece, title in (("metiers/infirmier/", "Infirmier ou infirmière"), ("agenda/", "Agenda")):
        page.goto(partenaire(f"{publie}integrer/{piece}"))
        assert page.frame_locator("iframe").locator("h1").inner_text() == title
        page.frame_locator("iframe").locator(".sur a").click()
        page.wait_for_url(publie + piece)
    assert page.context.cookies() == []
    page.close()


def test_a_search_begun_at_a_partner_s_goes_on_on_the_site(navigateur: Browser, publie: str, partenaire: Callable[[str], str]):
    page = navigateur.new_page()
    page.goto(partenaire(f"{publie}integrer/recherche/"))
    page.frame_locator("iframe").locator("input").fill("bébé")
    page.frame_locator("iframe").locator("button").click()
    page.wait_for_url(f"{publie}recherche/?q=b%C3%A9b%C3%A9")
    page.close()


@pytest.mark.parametrize("closed", ["", "metiers/infirmier/", "recherche/", "en/"])
def test_a_partner_cannot_frame_any_other_page(navigateur: Browser, publie: str, partenaire: Callable[[str], str], closed: str):
    page = navigateur.new_page()
    with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
        page.goto(partenaire(publie + closed))
    page.frames[1].wait_for_url(lambda url: url.startswith("chrome-error:"), wait_until="commit")
    assert page.frames[1].url.startswith("chrome-error:")
    page.close()


@pytest.mark.parametrize(
    ("piece", "options"),
    [
        ("", {}),
        ("agenda/", {"color_scheme": "dark"}),
        ("ar/metiers/infirmier/", {}),
        ("en/recherche/", {"forced_colors": "active"}),
    ],
)
def test_a_piece_is_accessible_and_holds_in_a_narrow_column(
    navigateur: Browser, serveur: dict[str, str], piece: str, options: dict[str, Any]
):
    with visit(
        navigateur, f"{serveur['demonstration']}integrer/{piece}", viewport={"width": 245, "height": 600}, **options
    ) as seen:
        assert seen.axe() == []
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= 245
