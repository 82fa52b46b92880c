"""Former addresses: each leads to the page of today, in a page and in the rules of servers; none hides another page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from built.html_pages import Html, read
from unit.catalogues import DEMONSTRATION, DOCS, RACINE, avec, demonstration, redire
from unit.petits_sites import PAGE, small_site
from vitrine.assembly import Site
from vitrine.assembly.files import files_for_the_web
from vitrine.assembly.values import template_values
from vitrine.catalogue import Fiche
from vitrine.exports.renvois import former_pages
from vitrine.merging import TERRITOIRE
from vitrine.pages import plan_of
from vitrine.pages.page import Page
from vitrine.publication.entetes import CSP
from vitrine.publication.hebergement import plain_only, redirects_of, server_files, site_files
from vitrine.publication.liens import SiteLu, former_addresses
from vitrine.publication.parution import publish
from vitrine.publication.versions import Versions
from vitrine.rules.coherence import former_names_are_free

THEME = Path(find_spec("material").origin).parent / "templates"
REFRESH = '</title><meta http-equiv="refresh" content="0; url={}">'


@pytest.fixture(scope="module")
def site() -> Site:
    """The demonstration platform, on a host that it shares; a profession, an event and a lesson had other names before."""
    catalogue = demonstration()
    for genre, slug, former in (
        ("metiers", "infirmier", ["infirmier-diplome", "ide"]),
        ("agenda", next(iter(catalogue.evenements)), ["ancien-forum"]),
        ("seances", next(iter(catalogue.seances)), ["ancienne-seance"]),
    ):
        catalogue = avec(catalogue, genre, redire(catalogue.of(genre)[slug], anciens_slugs=former))
    plan = plan_of(catalogue, [DOCS, RACINE.plateformes / DEMONSTRATION / "docs"])
    return Site(RACINE, DEMONSTRATION, catalogue, plan, ("fr", "ar"), "https://demo.fr/essai/", THEME)


def test_every_page_of_a_record_keeps_its_former_addresses(site: Site):
    found = {former.adresse: page.adresse for former, page in former_pages(site.plan)}
    assert found["metiers/infirmier-diplome/"] == found["metiers/ide/"] == "metiers/infirmier/"
    assert found["agenda/ancien-forum/"] == f"agenda/{next(iter(site.catalogue.evenements))}/"
    assert sum("/ancienne-seance/" in former for former in found) > 1
    assert not {former for former in found if site.plan.at(former)}


def test_the_button_that_keeps_a_record_knows_its_former_addresses(site: Site):
    for address, told in (("metiers/infirmier/", "metiers/infirmier-diplome/ metiers/ide/"), ("metiers/aide-soignant/", None)):
        page = site.plan.at(address)
        (tag,) = re.findall(r'<p class="garder"[^>]*>', whole(site, page))
        assert tag == f'<p class="garder" data-garder="{address}"' + (f' data-anciennes="{told}">' if told else ">")


def whole(site: Site, page: Page) -> str:
    """A page in French."""
    return site.environment.get_template(page.gabarit).render(template_values(site, page, "fr", "fr"))


@pytest.fixture
def ancienne(site: Site, tmp_path: Path) -> Callable[[str], Html]:
    """The page that stands at a former address."""
    files = dict(files_for_the_web(site))

    def page(address: str) -> Html:
        (tmp_path / "page.html").write_bytes(files[address])
        return read(tmp_path / "page.html")

    return page


@pytest.mark.parametrize("langue", ["", "ar/"])
def test_a_former_address_leads_to_the_page_at_once_by_a_link_and_for_search_engines(ancienne: Callable[[str], Html], langue: str):
    page = ancienne(f"{langue}metiers/ide/index.html")
    metas = {meta.get("http-equiv"): meta["content"] for meta in page.all("meta") if "content" in meta}
    assert metas["refresh"] == "0; url=../../metiers/infirmier/" and metas["Content-Security-Policy"] == CSP
    assert "../../metiers/infirmier/" in [link["href"] for link in page.all("a")]
    canonical = [link["href"] for link in page.all("link") if link.get("rel") == "canonical"]
    assert canonical in ([f"https://demo.fr/essai/{langue}metiers/infirmier/"], ["https://demo.fr/essai/metiers/infirmier/"])
    assert page.meta("robots") == "noindex"


def test_a_former_address_is_not_in_the_site_map(site: Site):
    assert b"metiers/ide" not in dict(files_for_the_web(site))["sitemap.xml"]


# -- the rules of servers


def with_former(base: str = "/") -> Callable[[Path], None]:
    """The small site, whose address /metiers/ was /emplois/ before."""

    def write(folder: Path) -> None:
        small_site("un", base)(folder)
        (folder / "emplois").mkdir()
        style = next((folder / "assets").glob("*.css")).relative_to(folder).as_posix()
        text = PAGE.format(csp=CSP, texte="x", base=base, adresse="metiers/", style=style, corps='<a href="../metiers/">x</a>')
        (folder / "emplois/index.html").write_text(text.replace("</title>", REFRESH.format("../metiers/"), 1), "utf-8")

    return write


@pytest.mark.parametrize("base", ["/", "/orne/"])
def test_a_publication_tells_former_addresses_to_every_server(tmp_path: Path, base: str):
    publish(Versions(tmp_path), with_former(base))
    old, new = f"{base}emplois/", f"{base}metiers/"
    assert redirects_of(tmp_path / "site") == {old: new}
    assert (tmp_path / "site/_redirects").read_text("utf-8") == f"{old} {new} 301\n"
    assert f'Redirect permanent "{old}" "{new}"\n' in (tmp_path / "site/.htaccess").read_text("utf-8")
    assert f"location = {old} {{\n    return 301 {new};\n}}" in (tmp_path / "nginx.conf").read_text("utf-8")


def test_a_site_that_never_moved_has_no_such_rule(tmp_path: Path):
    publish(Versions(tmp_path), small_site("un"))
    assert redirects_of(tmp_path / "site") == {} and not (tmp_path / "site/_redirects").exists()
    assert "Redirect" not in (tmp_path / "site/.htaccess").read_text("utf-8")


@pytest.mark.parametrize("hostile", ["/a b/", '/a"/', "/a\n/", "/a;/", "/a{/", "a/", "//ailleurs.fr/x"])
def test_no_address_can_break_out_of_a_server_file(hostile: str):
    assert plain_only({hostile: "/a/"}) == plain_only({"/a/": hostile}) == {}
    assert not any(hostile in text for _, text in (*site_files("/", []), *server_files("/", [])))


def test_only_the_pages_that_lead_elsewhere_are_former_addresses(tmp_path: Path):
    with_former()(tmp_path)
    assert former_addresses(SiteLu(tmp_path, "/")) == {"/emplois/": "/metiers/"}


# -- what is refused


def test_two_records_cannot_have_had_the_same_name_and_a_platform_cannot_take_one(fiche: Callable[..., Fiche]):
    one, other = (replace(fiche("metiers", slug), valeurs=fiche("metiers", slug).valeurs) for slug in ("un", "deux"))
    one, other = (redire(found, anciens_slugs=["ancien"]) for found in (one, other))
    catalogue = avec(demonstration(), "metiers", one, other)
    assert len(list(former_names_are_free(one, catalogue))) == 1
    mine = replace(fiche("metiers", "ancien"), origine=TERRITOIRE)
    (told,) = former_names_are_free(mine, avec(demonstration(), "metiers", one, mine))
    assert "«\u00a0ancien\u00a0» est l'ancienne adresse de «\u00a0un\u00a0»." in str(told)
