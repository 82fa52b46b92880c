"""The last look at a built site: each thing that would harm is told, with the file; a sound site passes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from unit.petits_sites import ICON, small_site
from vitrine.assets import named
from vitrine.publication.liens import SiteLu
from vitrine.publication.marques import foreign_marks, marks_in
from vitrine.publication.verification import verify


@pytest.fixture
def fautes(tmp_path: Path) -> Callable[..., list[str]]:
    """What is said of the small site after ``change`` was made to its folder."""

    def told(change: Callable[[Path], object] = lambda site: None, base: str = "/", corps: str = "", marks: tuple[str, ...] = ()):
        site = tmp_path / "site"
        small_site("un", base, corps)(site)
        change(site)
        return [str(problem) for problem in verify(SiteLu(site, base), frozenset(marks))]

    return told


def link(address: str) -> str:
    return f'<a href="{address}">x</a>'


def test_a_sound_site_has_no_fault(fautes: Callable[..., list[str]]):
    assert fautes() == []


@pytest.mark.parametrize(
    "address",
    ["", "#titre", "#", "/", "/metiers/", "/metiers", "/metiers/index.html#titre", "/metiers/?tri=a#titre", "/agenda.ics",
     "https://ailleurs.fr/absent/", "//ailleurs.fr/x", "mailto:a@b.fr", "tel:+33145670000", "/%6Detiers/", "data:,x"],
)  # fmt: skip
def test_links_that_lead_somewhere(fautes: Callable[..., list[str]], address: str):
    assert fautes(corps=link(address)) == []


@pytest.mark.parametrize(
    "address", ["/absent/", "absent.html", "../..", "/assets/", "/../x", "//[", "/metiers/absent#titre", "./-/../../../x"]
)
def test_links_that_lead_nowhere(fautes: Callable[..., list[str]], address: str):
    assert {line.partition("  ")[0] for line in fautes(corps=link(address))} >= {"index.html", "404.html"}


def test_a_fragment_that_its_page_does_not_have_is_told(fautes: Callable[..., list[str]]):
    assert "index.html  le lien «\u00a0/metiers/#absent\u00a0» vise une place absente de metiers/index.html." in fautes(
        corps=link("/metiers/#absent")
    )


def test_relative_links_are_followed_from_their_own_page(fautes: Callable[..., list[str]]):
    def add(site: Path) -> None:
        page = site / "metiers/index.html"
        page.write_text(page.read_text("utf-8").replace("</body>", link("../en/") + link("../../en/") + "</body>"), "utf-8")

    assert fautes(add) == ["metiers/index.html  le lien «\u00a0../../en/\u00a0» ne mène nulle part."]


@pytest.mark.parametrize(("address", "sound"), [("/orne/metiers/", True), ("/orne/", True), ("/metiers/", False), ("/", False)])
def test_links_of_a_site_that_shares_its_host_stay_in_its_folder(fautes: Callable[..., list[str]], address: str, sound: bool):
    assert (fautes(base="/orne/", corps=link(address)) == []) is sound


@pytest.mark.parametrize("body", ['<form action="absent/"></form>', '<img src="absent.png">', '<script src="/absent.js"></script>'])
def test_forms_images_and_scripts_are_links_too(fautes: Callable[..., list[str]], body: str):
    assert "ne mène nulle part" in fautes(corps=body)[0]


def test_scripts_that_pages_load_later_must_be_there(fautes: Callable[..., list[str]]):
    body = """<p data-fichiers='{"soin": "/assets/fiches.12345678.js"}' data-index="assets/index.87654321.js"></p>"""
    told = " ".join(fautes(corps=body))
    assert "assets/fiches.12345678.js" in told and "assets/index.87654321.js" in told


@pytest.mark.parametrize(("asset", "faults"), [("assets/{}", 0), ("../assets/{}", 2), ("/assets/{}", 0), ("/assets/x{}", 5)])
def test_a_bare_asset_is_looked_for_from_the_root(fautes: Callable[..., list[str]], asset: str, faults: int):
    body = f'<p data-x="{asset.format(named("favicon", "svg", ICON).removeprefix("assets/"))}"></p>'
    assert len(fautes(corps=body)) == faults


@pytest.mark.parametrize("name", ["index.html", "404.html"])
def test_a_site_without_its_home_or_its_not_found_page_is_not_published(fautes: Callable[..., list[str]], name: str):
    assert f"{name}  cette page manque." in fautes(lambda site: (site / name).unlink())


def test_an_empty_page_is_told(fautes: Callable[..., list[str]]):
    assert "en/404.html  cette page est vide." in fautes(lambda site: (site / "en/404.html").write_text(" \n"))


@pytest.mark.parametrize("name", ["notes.env", "x.php", "metiers/.htaccess", ".git/config", "_headers", "x.html.bak", "x"])
def test_files_that_a_site_does_not_hold_are_told(fautes: Callable[..., list[str]], name: str):
    def add(site: Path) -> None:
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text("secret")

    assert [line.partition("  ")[0] for line in fautes(add)] == [name]


@pytest.mark.parametrize("name", ["lien.html", "dossier"])
def test_links_out_of_the_site_are_told_and_not_followed(fautes: Callable[..., list[str]], name: str, tmp_path: Path):
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/index.html").write_text("secret")
    target = tmp_path / "secret" / ("index.html" if name.endswith("html") else "")
    assert f"{name}  c'est un lien" in fautes(lambda site: (site / name).symlink_to(target))[0]


def test_a_page_without_the_security_policy_is_told(fautes: Callable[..., list[str]]):
    def weaken(site: Path) -> None:
        page = site / "metiers/index.html"
        page.write_text(page.read_text("utf-8").replace("script-src 'self'", "script-src *"), "utf-8")

    assert [line.partition(".")[0] for line in fautes(weaken)] == ["metiers/index"]


def test_a_name_that_lies_about_its_content_is_told(fautes: Callable[..., list[str]]):
    def change(site: Path) -> None:
        next((site / "assets").glob("*.css")).write_text("h1{}")
        (site / "assets/nu.css").write_text("h1{}")
        (site / named("juste", "css", b"h1{}")).write_bytes(b"h1{}")

    told = fautes(change)
    assert len(told) == 2 and "autre empreinte" in " ".join(told) and "assets/nu.css  le nom ne porte pas" in " ".join(told)


@pytest.mark.parametrize("base", ["/a;b/", "/{x}/", "/$uri/", "/../", "orne/", "/orne", '/"/'])
def test_an_address_that_could_command_the_server_is_refused(tmp_path: Path, base: str):
    small_site("un")(tmp_path)
    told = " ".join(str(problem) for problem in verify(SiteLu(tmp_path, base), frozenset()))
    assert "chemin inattendu" in told


def test_what_belongs_to_another_platform_is_told_in_any_file(fautes: Callable[..., list[str]]):
    def borrow(site: Path) -> None:
        (site / "donnees.csv").write_text("tel\r\n03 21 21 62 16\r\n", "utf-8")
        (site / "donnees.json").write_text('{"courriel": "eux@exemple.fr"}', "utf-8")

    told = fautes(
        borrow, corps="<p>Chez Nous&nbsp;Deux</p>", marks=("+33321216216", "eux@exemple.fr", "Nous\u00a0Deux", "absent@x.fr")
    )
    assert "donnees.csv  «\u00a0+33321216216\u00a0» appartient à une autre plateforme." in told
    assert "donnees.json  «\u00a0eux@exemple.fr\u00a0» appartient à une autre plateforme." in told
    assert "metiers/index.html  «\u00a0Nous\u00a0Deux\u00a0» appartient à une autre plateforme." in told


@pytest.fixture
def plateformes(tmp_path: Path, fichier: Callable[..., Path]) -> Path:
    """Three platforms; the second and the third know the same partner, the nation knows a number too."""
    fichier("data/programme.yml", "contact: national@exemple.fr\nnumero: 39 49\n")
    fichier("plateformes/ain/plateforme.yml", 'nom_public: "Autonomie de l’Ain"\ntelephone: "04 74 00 00 01"\n')
    fichier("plateformes/orne/plateforme.yml", "nom_public: MCE\ntelephone: +33 2 33 00 00 02\ncourriel: orne@exemple.fr\n")
    fichier("plateformes/orne/data/contacts/geiq.yml", "courriel: geiq@exemple.fr\nautre: national@exemple.fr\n")
    fichier("plateformes/var/data/contacts/geiq.yml", "courriel: geiq@exemple.fr\n")
    return tmp_path / "plateformes"


def test_marks_are_what_the_others_alone_say(plateformes: Path):
    data = [plateformes.parent / "data"]
    assert foreign_marks("ain", plateformes, data) == {"+33233000002", "orne@exemple.fr", "geiq@exemple.fr"}
    assert foreign_marks("var", plateformes, data) == {"+33474000001", "Autonomie de l’Ain", "+33233000002", "orne@exemple.fr"}
    assert foreign_marks("orne", plateformes, data) == {"+33474000001", "Autonomie de l’Ain"}
    assert len(foreign_marks(None, plateformes, data)) == 5


@pytest.mark.parametrize(
    "text", ["+33474000001", "04&nbsp;74&nbsp;00&nbsp;00&nbsp;01", "0474000001", "04.74.00.00.01", "+33 4 74 00 00 01"]
)
def test_a_number_is_known_in_every_layout(text: str):
    assert marks_in(f'<a href="x">{text}</a>', frozenset(["+33474000001"])) == ["+33474000001"]


def test_a_longer_number_is_another_number():
    assert marks_in("104740000012 04740000013", frozenset(["+33474000001"])) == []
