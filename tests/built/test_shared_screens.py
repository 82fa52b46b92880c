"""The built pages of the wall, the kiosk, the leaflet and the counsellors: from the data, whole without a script."""

from __future__ import annotations

from pathlib import Path

import pytest

from built.html_pages import page_at


@pytest.mark.parametrize("site", ["national", "demonstration"])
def test_a_deck_is_whole_without_a_script(sites: Path, site: str):
    deck = page_at(sites, f"{site}/ecole/projeter/metiers/10-cartes")
    assert len([node for node in deck.all("section") if node.get("class") == "diapo"]) == 12
    targets = {node.get("href", "") for node in deck.all("a") if node.get("href", "").startswith("#carte-")}
    assert targets == {f"#carte-{rank}" for rank in range(1, 11)}
    assert "La réponse" in deck.text and "Carte 10 sur 10" in deck.text


def test_every_page_knows_where_the_kiosk_mode_is(sites: Path):
    for address in ("", "metiers/aide-soignant", "en", "ar/borne"):
        body = page_at(sites, f"demonstration/{address}").all("body")[0]
        folder = sites / "demonstration" / address
        scripts = body["data-borne"].split()
        assert len(scripts) == 4 and all((folder / script).is_file() for script in scripts)


def test_the_kiosk_shows_the_code_of_a_site_only_when_its_address_is_known(sites: Path):
    assert "Avec votre téléphone" in page_at(sites, "demonstration/borne").text
    assert "Avec votre téléphone" not in page_at(sites, "orne/borne").text


def test_a_leaflet_says_what_the_platform_has_given(sites: Path):
    leaflet = page_at(sites, "demonstration/depliant").text
    for text in ("Autonomie Val-Fictif", "01 99 00 12 34", "Trouver une immersion", "Territoire imaginaire."):
        assert text in leaflet.replace("\u00a0", " ").replace("\u202f", " "), text
    assert not (sites / "national/depliant").exists()
    assert (sites / "orne/depliant/index.html").is_file()


def test_counsellors_read_what_their_platform_offers(sites: Path):
    kit = page_at(sites, "demonstration/professionnels-orientation").text
    for text in (
        "La malle des métiers",
        "Faire le point sur votre projet",
        "Guider vers les métiers de l’autonomie",
        "Qui signe quoi",
    ):
        assert text in kit, text
    assert "Trouver la plateforme d’un département" in page_at(sites, "national/professionnels-orientation").text


def test_what_is_for_adults_is_not_called_a_class(sites: Path):
    home = "national/ecole/seances/guider-vers-les-metiers-de-l-autonomie"
    for sheet in ("", "/eleve", "/dossier"):
        main = page_at(sites, home + sheet).text
        assert "Formation de professionnels" in main and "Fiche élève" not in main
