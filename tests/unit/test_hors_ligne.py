"""The offline copy: links that open from a disk, an archive that never varies, names that any system writes."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest
from jinja2 import Template

from unit.catalogues import DEMONSTRATION, JOUR, RACINE, demonstration, national, plan_demonstration, plan_national
from unit.petits_sites import small_site
from vitrine.assembly import Site, SiteImpossible
from vitrine.formatting import long_date
from vitrine.hors_ligne.adresses import relink
from vitrine.hors_ligne.archive import odd_names, write_archive
from vitrine.hors_ligne.copie import TropLourd, archive_copy, refuse_heavy
from vitrine.hors_ligne.demande import Demande
from vitrine.hors_ligne.papiers import README, STARTER, papers
from vitrine.publication.entetes import CSP
from vitrine.publication.liens import SiteLu
from vitrine.publication.parution import SiteRefuse

THEME = Path(find_spec("material").origin).parent / "templates"
NATIONAL = Site(RACINE, None, national(), plan_national(), ("fr",), "https://vitrine.example/", THEME, hors_ligne=True)


@pytest.fixture
def territoire() -> Site:
    """The demonstration platform, as if it were published."""
    return Site(
        RACINE, DEMONSTRATION, demonstration(), plan_demonstration(), ("fr", "ar"), "https://demo.fr/essai/", THEME, hors_ligne=True
    )


@pytest.fixture
def lien(tmp_path: Path) -> Callable[[str, str], str]:
    """Where a link of a page leads in the copy."""
    small_site("un")(tmp_path)
    site = SiteLu(tmp_path, "/")

    def told(page: str, address: str) -> str:
        written = relink(f'<a href="{address}">x</a>', page, site)
        return written.removeprefix('<a href="').removesuffix('">x</a>')

    return told


# -- links


@pytest.mark.parametrize(
    ("page", "address", "expected"),
    [
        ("index.html", "metiers/", "metiers/index.html"),
        ("index.html", "metiers", "metiers/index.html"),
        ("index.html", "./", "index.html"),
        ("index.html", "?q=a", "?q=a"),
        ("index.html", "#titre", "#titre"),
        ("index.html", "metiers/?tri=a&amp;b#titre", "metiers/index.html?tri=a&amp;b#titre"),
        ("metiers/index.html", "../", "../index.html"),
        ("metiers/index.html", "../en/", "../en/index.html"),
        ("metiers/index.html", "/metiers/", "index.html"),
        ("metiers/index.html", "/agenda.ics", "../agenda.ics"),
        ("metiers/index.html", "../agenda.ics", "../agenda.ics"),
        ("metiers/index.html", "../%6Detiers/", "index.html"),
        ("index.html", "absent/", "absent/"),
        ("index.html", "https://ailleurs.fr/metiers/", "https://ailleurs.fr/metiers/"),
        ("index.html", "//ailleurs.fr/metiers/", "//ailleurs.fr/metiers/"),
        ("index.html", "mailto:a@b.fr", "mailto:a@b.fr"),
    ],
)
def test_a_link_names_the_file_that_it_leads_to(lien: Callable[[str, str], str], page: str, address: str, expected: str):
    assert lien(page, address) == expected


def test_all_else_in_a_page_stays_byte_for_byte(tmp_path: Path):
    small_site("un")(tmp_path)
    text = (
        '<!doctype html>\n<!-- <a href="metiers/"> -->\u2028<P ID=x hidden>é &amp; &nbsp;<a  href=\'metiers/\'\n title="a &gt; b"'
        '><svg viewBox="0 0 1 1"><a href="metiers/"/></svg></a><script>"<a href=\'metiers/\'>"</script><form action="metiers/">'
    )
    expected = (
        '<!doctype html>\n<!-- <a href="metiers/"> -->\u2028<P ID=x hidden>é &amp; &nbsp;<a href="metiers/index.html" '
        'title="a &gt; b"><svg viewBox="0 0 1 1"><a href="metiers/index.html"/></svg></a><script>"<a href=\'metiers/\'>"</script>'
        '<form action="metiers/index.html">'
    )
    assert relink(text, "index.html", SiteLu(tmp_path, "/")) == expected


# -- names


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("site/aux/index.html", "Windows se réserve"),
        ("site/metiers/COM1.html", "Windows se réserve"),
        ("site/été.html", "que des ordinateurs refusent"),
        ("site/a:b.html", "que des ordinateurs refusent"),
        ("site/point./index.html", "que des ordinateurs refusent"),
        ("site/ /index.html", "que des ordinateurs refusent"),
        (f"site/{'a' * 200}/index.html", "dépasse 200 signes"),
    ],
)
def test_a_name_that_some_system_cannot_write_is_told(name: str, said: str):
    told = [str(problem) for problem in odd_names(["site/index.html", name])]
    assert len(told) == 1 and name in told[0] and said in told[0]


def test_two_names_that_differ_by_their_capitals_are_told():
    assert [problem.fichier for problem in odd_names(["a/B.html", "a/b.html", "a/c.html"])] == ["a/B.html", "a/b.html"]


@pytest.mark.parametrize(
    "name", ["Ouvrir le site.html", "LISEZ-MOI.txt", "site/assets/vitrine.1a2b3c4d.css", "site/auxiliaire/x.html"]
)
def test_the_names_of_a_copy_are_plain(name: str):
    assert list(odd_names([name])) == []


# -- the archive


def test_an_archive_does_not_depend_on_the_clock_the_order_or_the_rights_of_files(tmp_path: Path):
    made = []
    for number, mode in enumerate((0o600, 0o755)):
        folder = tmp_path / str(number)
        small_site("un")(folder)
        files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
        for file in files.values():
            file.chmod(mode)
            os.utime(file, (number, number))
        write_archive(tmp_path / f"{number}.zip", dict(sorted(files.items(), reverse=bool(number))), JOUR)
        made.append((tmp_path / f"{number}.zip").read_bytes())
    assert made[0] == made[1]
    with ZipFile(tmp_path / "0.zip") as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {(entry.date_time, entry.external_attr >> 16) for entry in entries} == {((*JOUR.timetuple()[:3], 0, 0, 0), 0o100644)}


@pytest.fixture
def archiver(tmp_path: Path) -> Callable[..., Path]:
    """Archive the small site as if it were the demonstration's."""

    def made(site: Site, corps: str = "", dossier: str = "copies", marks: frozenset[str] = frozenset()) -> Path:
        aside = tmp_path / "a part"
        small_site("un", "/essai/", corps)(aside / "site")
        for place in (site.assets.styles["vitrine"], site.assets.favicon):
            (aside / "site" / place).write_bytes(site.assets.fichiers[place])
        return archive_copy(aside, site, marks, tmp_path / dossier).fichier

    return made


def test_a_copy_is_one_folder_that_says_what_it_is(territoire: Site, archiver: Callable[..., Path], tmp_path: Path):
    with ZipFile(archiver(replace(territoire, langues=("fr", "en")))) as archive:
        names = {name.partition("/")[2] for name in archive.namelist()}
        top = {name.partition("/")[0] for name in archive.namelist()}
    assert top == {f"metiers-autonomie-demonstration-{JOUR.isoformat()}"}
    assert {"LISEZ-MOI.txt", "Ouvrir le site.html", "site/index.html", "site/metiers/index.html", "site/ouvrir.js"} <= names
    assert not {name for name in names if name.endswith(("404.html", "robots.txt", "sitemap.xml", ".br", ".gz", ".htaccess"))}
    assert [file.name for file in (tmp_path / "copies").iterdir()] == [f"metiers-autonomie-demonstration-{JOUR.isoformat()}.zip"]


@pytest.mark.parametrize("fault", ['<a href="/essai/absent/">x</a>', "contact@ailleurs.fr"])
def test_what_would_stop_a_publication_stops_a_copy(territoire: Site, archiver: Callable[..., Path], tmp_path: Path, fault: str):
    with pytest.raises(SiteRefuse):
        archiver(replace(territoire, langues=("fr", "en")), fault, marks=frozenset(["contact@ailleurs.fr"]))
    assert not (tmp_path / "copies").exists()


def test_a_copy_too_heavy_is_refused_with_the_way_out():
    refuse_heavy(100_000_000)
    with pytest.raises(TropLourd, match=r"101\u00a0Mo.*--langues.*--sans-pdf"):
        refuse_heavy(101_000_000)


# -- what explains it


def readme(site: Site, pdfs: int = 0) -> str:
    content = dict(papers(site, 12, pdfs))[README]
    assert content.startswith(b"\xef\xbb\xbf") and b"\r\n" in content and b"\n" not in content.replace(b"\r\n", b"")
    return content.decode("utf-8-sig").replace("\u00a0", " ").replace("\u202f", " ")


def test_the_readme_says_the_day_the_languages_and_whom_to_ask(territoire: Site):
    told = readme(territoire, pdfs=75)
    assert f"Copie hors ligne du {long_date(JOUR, 'fr')}" in told
    assert "Langues : Français, العربية." in told and "75 fichiers" in told
    assert "https://demo.fr/essai/" in told
    bandeau = territoire.catalogue.plateforme.fr.bandeau
    assert f"Téléphone : {' '.join(bandeau.telephone[i : i + 2] for i in range(0, 10, 2))}" in told
    assert "imaginaire" in told and "Licence Ouverte 2.0" in told
    assert all(len(line) <= 120 for line in told.splitlines())


def test_the_readme_of_a_site_without_an_address_names_none():
    told = readme(NATIONAL)
    assert "http" not in told and "n’a pas les fiches en PDF" in told and "imaginaire" not in told


def test_the_starter_escapes_the_name_of_the_site(territoire: Site):
    plateforme = territoire.catalogue.plateforme
    named = replace(plateforme, valeurs={"fr": plateforme.fr.model_copy(update={"nom": "<b>&", "nom_public": "<b>&"})})
    page = dict(papers(replace(territoire, catalogue=replace(territoire.catalogue, plateforme=named)), 12, 0))[STARTER].decode()
    assert "<b>" not in page and "&lt;b&gt;&amp;" in page
    assert Template("{{ x|e }}").render(x=CSP) in page


def test_a_copy_has_the_languages_wanted_and_always_french():
    def languages(*wanted: str) -> tuple[str, ...]:
        return Demande(wanted, pdf=False).arrange(replace(NATIONAL, langues=("fr", "en", "ar"))).langues

    assert languages("ar") == ("fr", "ar")
    assert languages("fr") == ("fr",)
    assert languages("toutes") == ("fr", "en", "ar")
    with pytest.raises(SiteImpossible, match=r"«\u00a0de, it\u00a0». Ses langues\u00a0: fr, en, ar"):
        languages("fr", "de", "it")


def test_an_archive_of_another_day_bears_its_day(territoire: Site, archiver: Callable[..., Path]):
    later = replace(territoire, langues=("fr", "en"), catalogue=replace(territoire.catalogue, aujourd_hui=date(2027, 1, 2)))
    assert archiver(later).name == "metiers-autonomie-demonstration-2027-01-02.zip"
