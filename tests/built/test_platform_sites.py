"""Each platform has its own name, colours, phone and contacts, and nothing of another's."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from built.html_pages import APART, pages_once, read

REAL = ["orne", "pas-de-calais", "seine-et-marne-essonne"]
ALL = [*REAL, "demonstration"]
MARKERS = {
    "orne": ["MCE-M3S", "plateforme des métiers de l’autonomie de l’Orne"],
    "pas-de-calais": ["Professions Autonomie 62", "03&nbsp;21&nbsp;21&nbsp;62&nbsp;16", "+33321216216", "Gérald"],
    "seine-et-marne-essonne": ["pdma77-91@mdef-grandparissud.fr", "+33182333320", "Seine-et-Marne"],
    "demonstration": ["Val-Fictif", "exemple.fr", "+33199001234"],
}


def record(projet: Path, slug: str) -> dict[str, object]:
    found: dict[str, object] = yaml.load((projet / "plateformes" / slug / "plateforme.yml").read_text("utf-8"), yaml.BaseLoader)
    return found


@lru_cache(maxsize=1)
def texts_of(site: Path) -> dict[str, str]:
    """Every text file of a site: pages, data, calendars, site map, styles."""
    kinds = {".html", ".js", ".json", ".csv", ".ics", ".vcf", ".atom", ".xml", ".txt", ".css", ".svg"}
    return {str(f.relative_to(site)): f.read_text("utf-8") for f in site.rglob("*") if f.suffix in kinds}


@pytest.mark.parametrize("slug", ALL, scope="module")
def test_a_platform_shows_its_own_name_in_the_header_of_every_page(sites: Path, projet: Path, slug: str):
    data = record(projet, slug)
    for path, page in pages_once(sites / slug):
        if not path.endswith(APART):
            assert str(data.get("nom_public") or data.get("nom") or "Orne") in page.text or "Orne" in page.text, path


@pytest.mark.parametrize("slug", ALL)
def test_a_platform_has_its_own_colour(sites: Path, projet: Path, slug: str):
    brand = record(projet, slug)["marque"]
    assert isinstance(brand, dict)
    style = next((sites / slug / "assets").glob("vitrine.*.css")).read_text()
    assert f"--marque:{brand['couleur']};" in style


@pytest.mark.parametrize("slug", ALL, scope="module")
def test_a_platform_says_not_one_word_of_another(sites: Path, slug: str):
    foreign = [marker for other, markers in MARKERS.items() if other != slug for marker in markers]
    for path, text in texts_of(sites / slug).items():
        assert [marker for marker in foreign if marker in text] == [], path


@pytest.mark.parametrize("slug", ALL, scope="module")
def test_the_markers_of_a_platform_are_really_on_its_own_site(sites: Path, slug: str):
    whole = "\n".join(texts_of(sites / slug).values())
    assert any(marker in whole for marker in MARKERS[slug])


@pytest.mark.parametrize("slug", ["pas-de-calais", "seine-et-marne-essonne", "demonstration"], scope="module")
def test_the_help_number_stands_on_every_page_and_reads_left_to_right(sites: Path, slug: str):
    for path, page in pages_once(sites / slug):
        assert any(link.startswith("tel:") for link in page.links), path
        assert {"dir": "ltr"} in page.all("bdi"), path


def test_the_demonstration_says_that_it_is_fictional_on_every_page(sites: Path):
    said = {"fr": "Territoire imaginaire", "en": "maginary", "ar": "خيالي"}
    for path, page in pages_once(sites / "demonstration"):
        assert said[page.all("html")[0]["lang"]] in page.text, path
        assert "noindex" in page.meta("robots"), path


def test_a_platform_site_has_no_directory_of_the_others(sites: Path):
    assert [slug for slug in ALL if (sites / slug / "plateformes").exists()] == []


def test_what_a_platform_masks_is_nowhere_on_its_site(sites: Path):
    assert not (sites / "demonstration/metiers/ergotherapeute").exists()
    whole = texts_of(sites / "demonstration")
    assert [path for path, text in whole.items() if re.search(r"metiers/ergotherapeute\b", text)] == []
    assert (sites / "orne/metiers/ergotherapeute/index.html").is_file()


def test_a_completed_sheet_keeps_the_national_fields_it_does_not_replace(sites: Path):
    own, national = (read(sites / name / "metiers/aide-a-domicile/index.html").text for name in ("demonstration", "national"))
    assert "complétée par la plateforme" in own
    assert "complétée par la plateforme" not in national
    assert "Ce que vous faites" in own


def test_a_survey_is_drawn_as_bars_with_their_figures_as_text(sites: Path):
    page = read(sites / "orne/plateforme/index.html")
    widths = [float(a["width"]) for a in page.all("rect") if a.get("class") == "plein"]
    assert {85.0, 74.0, 50.0} <= set(widths)
    assert "34" in page.text and "105" in page.text


@pytest.mark.parametrize("langue", ["en", "ar"])
def test_what_a_platform_completes_in_french_says_so_in_a_translated_page(sites: Path, langue: str):
    page = (sites / f"demonstration/{langue}/metiers/aide-a-domicile/index.html").read_text("utf-8")
    own = "Dans le Val-Fictif (exemple), une équipe de cinq collègues se réunit chaque semaine pour s’entraider."
    assert f'<li><span lang="fr" dir="ltr">{own}</span></li>' in page
    assert '<div class="corps">' in page, "the rest of the page stays in its language"
    national = (sites / f"national/{langue}/metiers/aide-a-domicile/index.html").read_text("utf-8")
    assert '<span lang="fr" dir="ltr">' not in national


def test_no_attribute_holds_the_mark_of_french(sites: Path):
    for path, text in texts_of(sites / "demonstration").items():
        assert re.search(r'="[^"<>]*<(?:span|div) lang=', text) is None, path


@pytest.mark.parametrize("slug", [*ALL, "national"])
@pytest.mark.parametrize("langue", ["", "en/", "ar/"])
def test_every_site_has_its_legal_pages(sites: Path, slug: str, langue: str):
    for name in ("accessibilite", "mentions-legales", "donnees-personnelles", "contacts"):
        assert (sites / slug / langue / name / "index.html").is_file(), name
    statement = read(sites / slug / f"{langue}accessibilite/index.html")
    assert "RGAA" in statement.text
    assert {"https://formulaire.defenseurdesdroits.fr/", "https://www.defenseurdesdroits.fr/"} <= set(statement.links)


@pytest.mark.parametrize("slug", ALL)
def test_a_site_without_an_audit_says_that_it_does_not_comply(sites: Path, slug: str):
    text = read(sites / slug / "accessibilite/index.html").text
    assert "non conforme" in text and "Aucun audit n’a encore été fait." in text
    assert all(title in text for title in ("État de conformité", "Résultats des tests", "Contenus non accessibles"))
