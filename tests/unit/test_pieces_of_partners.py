"""Pieces of a site for partners' pages: what they hold, the code to copy, and who may frame which page."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import html

import hotes
from unit.catalogues import DEMONSTRATION, DOCS, RACINE, demonstration
from vitrine.assembly import Site
from vitrine.assembly.integrer import EVENEMENTS, code_of, files, pieces
from vitrine.pages import plan_of
from vitrine.pages.page import Plan
from vitrine.publication.entetes import CSP, POLITIQUE
from vitrine.publication.hebergement import RULES, server_files, site_files

THEME = Path(find_spec("material").origin).parent / "templates"
SHEET = "integrer/metiers/infirmier/index.html"
PAGES = [
    "index.html", "404.html", "metiers/index.html", "en/index.html", "en/404.html", "integrer/index.html",
    "integrer/agenda/index.html", "integrer/en/agenda/index.html",
]  # fmt: skip


@pytest.fixture(scope="module")
def site() -> Site:
    """The demonstration platform, on a host that it shares."""
    catalogue = demonstration()
    plan = plan_of(catalogue, [DOCS, RACINE.plateformes / DEMONSTRATION / "docs"])
    return Site(RACINE, DEMONSTRATION, catalogue, plan, ("fr", "ar"), "https://demo.fr/essai/", THEME)


@pytest.fixture(scope="module")
def morceaux(site: Site) -> dict[str, html.HtmlElement]:
    """Every piece, by its file."""
    return {name: html.document_fromstring(content.decode()) for name, content in files(site)}


def test_there_is_a_piece_for_each_sheet_the_agenda_and_the_search_in_each_language(site: Site, morceaux: dict[str, object]):
    assert {SHEET, SHEET.replace("/metiers", "/ar/metiers"), "integrer/agenda/index.html", "integrer/ar/recherche/index.html"} <= {
        *morceaux
    }
    assert len(morceaux) == 2 * len(pieces(site)) + 1
    assert all(name.startswith("integrer/") for name in morceaux)


def test_every_piece_leads_to_pages_of_its_language_in_the_whole_window(site: Site, morceaux: dict[str, html.HtmlElement]):
    for name, page in morceaux.items():
        links = page.xpath("//a[@href and not(starts-with(@href, 'tel:'))]|//form")
        assert links and {link.get("target") for link in links} == {"_top"}, name
        for address in page.xpath("//a[@target]/@href|//form/@action"):
            root, way = "../" * name.count("/"), str(address)
            assert way.startswith(root), name
            langue, _, rest = way.removeprefix(root).partition("/")
            found = rest if langue == "ar" else way.removeprefix(root)
            assert site.plan.at(found) and ("/ar/" in name) is (langue == "ar"), (name, way)


def test_a_piece_loads_one_stylesheet_holds_no_script_and_is_not_kept_by_search_engines(morceaux: dict[str, html.HtmlElement]):
    for name, page in morceaux.items():
        assert [link.get("rel") for link in page.xpath("//link")] == ["stylesheet"], name
        assert page.xpath("//@src|//script|//iframe|//style|//@style|//input[not(@type='search')]") == [], name
        assert page.xpath("//meta[@http-equiv]/@content") == [CSP] and page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_the_search_box_is_a_plain_question_to_the_search_page(morceaux: dict[str, html.HtmlElement]):
    (form,) = morceaux["integrer/ar/recherche/index.html"].xpath("//form")
    assert (form.get("action"), form.get("method"), form.xpath(".//@name")) == ("../../../ar/recherche/", None, ["q"])


def test_the_agenda_shows_the_next_events_and_no_more(site: Site, morceaux: dict[str, html.HtmlElement]):
    coming = site.plan.at("agenda/").donnees["a_venir"]
    assert len(coming) > EVENEMENTS
    told = morceaux["integrer/agenda/index.html"].xpath("//li/a/text()")
    assert told == [fiche.fr.titre for fiche in coming[:EVENEMENTS]]


def test_what_a_platform_masks_has_no_piece(site: Site):
    kept = [page for page in site.plan.pages if page.section != "agenda" and page.adresse != "metiers/infirmier/"]
    names = {name for name, _ in files(replace(site, plan=Plan(kept)))}
    assert SHEET not in names and not [name for name in names if "agenda" in name]
    assert "integrer/metiers/aide-soignant/index.html" in names


def test_the_code_to_copy_frames_the_piece_whatever_its_name(site: Site):
    page = site.plan.at("metiers/infirmier/")
    hostile = replace(page, titre={"fr": "\"><script>x</script>'&amp;"})
    (frame,) = html.fragments_fromstring(code_of(site, hostile))
    assert (frame.tag, frame.get("src")) == ("iframe", "https://demo.fr/essai/integrer/metiers/infirmier/")
    assert str(frame.get("title")).startswith("\"><script>x</script>'&amp; – ")
    assert frame.get("loading") == "lazy" and int(frame.get("width")) >= 245 and int(frame.get("height")) > 200


def test_the_page_for_partners_gives_the_code_of_every_piece(site: Site, morceaux: dict[str, html.HtmlElement]):
    told = morceaux["integrer/index.html"].xpath("//pre/code/text()")
    assert sorted(told) == sorted(code_of(site, page) for page in pieces(site))


# -- who may frame what


@pytest.mark.parametrize("joined", [True, False])
def test_pages_hosts_let_pieces_be_framed_and_nothing_else(joined: bool):
    rules = hotes.read_rules(dict(site_files("/", ["en"], pages=PAGES))["_headers"])
    for name in PAGES:
        for path in hotes.paths_to(name):
            policies = hotes.values(rules, path, POLITIQUE, joined)
            assert hotes.is_closed(policies) is not name.startswith("integrer/"), path
            assert all(policy.startswith(CSP) for policy in policies) and policies


@pytest.mark.parametrize("pages", [PAGES[:5], [*PAGES, *(f"page-{n}/index.html" for n in range(100))], [*PAGES, "é è/index.html"]])
def test_where_not_every_page_can_be_closed_by_name_all_are_closed(pages: list[str]):
    text = dict(site_files("/", ["en"], pages=pages))["_headers"]
    rules = hotes.read_rules(text)
    assert len(rules) <= RULES
    assert all(hotes.is_closed(hotes.values(rules, path, POLITIQUE, True)) for name in pages for path in hotes.paths_to(name))


def test_apache_and_nginx_open_that_folder_only_where_it_stands():
    files_of = dict(site_files("/", [], pages=PAGES))
    assert "frame-ancestors" not in files_of["integrer/.htaccess"] and CSP in files_of["integrer/.htaccess"]
    assert files_of[".htaccess"].count("frame-ancestors 'none'") == 1
    assert "integrer/.htaccess" not in dict(site_files("/", [], pages=["index.html"]))
    assert 'if ($uri ~ "^/v1\\.2/integrer/")' in dict(server_files("/v1.2/", []))["nginx.conf"]
