"""The page « Près de chez vous »: what it lists, and where each thing is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from unit.catalogues import avec, demonstration, evenement, fiche, masking, national
from vitrine.catalogue import Catalogue
from vitrine.pages.proximite import Lieu, pages, places

SOURCE = {"titre": "Page", "date": "2026"}


def contact(slug: str, **champs: Any) -> Any:
    """An invented service."""
    base = {"nom": slug, "type": "autre", "canal": "public", "telephone": "3949", "verifie_le": "2026-11-22", "source": SOURCE}
    return fiche("contacts", slug, **base | champs)


def lieux(catalogue: Catalogue, genre: str) -> dict[str, Lieu]:
    """Places of a kind by slug."""
    return {lieu.fiche.slug: lieu for lieu in dict(places(catalogue))[genre]}


def test_only_services_for_the_public_are_listed():
    assert "accueil-de-la-plateforme" in lieux(demonstration(), "contacts")
    assert "service-de-presse-exemple" not in lieux(demonstration(), "contacts")


def test_only_what_is_to_come_is_listed():
    found = lieux(demonstration(), "agenda")
    assert "forum-de-l-aide-exempleville-2027-05" in found
    assert "cafe-des-metiers-bourg-fictif-2026-09" not in found


def test_an_event_without_a_place_is_online():
    found = lieux(demonstration(), "agenda")
    assert found["reunion-en-ligne-vae-2027-02"].en_ligne
    assert not found["forum-de-l-aide-exempleville-2027-05"].en_ligne


@pytest.mark.parametrize(
    ("champs", "partout"),
    [
        ({"adresse": {"commune": "Exempleville", "code_postal": "00000"}}, False),
        ({"adresse": {"commune": "Exempleville"}, "departements": ["61"]}, True),
        ({"adresse": {"commune": "Exempleville"}, "type": "plateforme"}, True),
        ({}, True),
    ],
)
def test_a_service_serves_its_town_unless_it_says_more(champs, partout):
    one = contact("un-service", **champs)
    assert lieux(avec(demonstration(), "contacts", one), "contacts")["un-service"].partout is partout


def test_a_place_that_is_not_in_the_table_is_kept_under_the_name_it_gives():
    lost = evenement("perdu", lieu={"commune": "Nulle-Part", "code_postal": "00000"})
    lieu = lieux(avec(demonstration(), "agenda", lost), "agenda")["perdu"]
    assert (lieu.commune, lieu.groupe) == (None, ("", "Nulle-Part"))


def test_places_are_grouped_by_commune_and_what_has_none_comes_first():
    (page,) = pages(demonstration())
    groups = [name for _, name, _ in page.donnees["listes"]["agenda"]]
    assert groups == ["", "Exempleville", "Fictif-sur-Exemple", "Mont-Fictif", "Saint-Exemple"]
    assert not page.donnees["plusieurs"]


def test_places_of_several_departements_are_grouped_by_departement_first():
    towns = [("Lyon", "69003"), ("Nulle-Part", "69000"), ("Alençon", "61000"), ("Argentan", "61200")]
    events = [evenement(f"e{code}", titre=name, lieu={"commune": name, "code_postal": code}) for name, code in towns]
    (page,) = pages(avec(national(), "agenda", *events))
    groups = [(departement, name) for departement, name, _ in page.donnees["listes"]["agenda"]]
    assert groups == [("61", "Alençon"), ("61", "Argentan"), ("69", "Lyon 3e Arrondissement"), ("", "Nulle-Part")]
    assert page.donnees["plusieurs"]


def test_the_national_page_names_every_platform_of_each_departement():
    (page,) = pages(national())
    directory = {code: [f.slug for f in found] for code, found in page.donnees["annuaire"]}
    assert directory["61"] == ["orne"]
    assert directory["2A"] == directory["2B"] == ["corse"]
    assert not page.vide


def test_two_platforms_of_one_departement_are_both_named():
    directory = national().annuaire
    (page,) = pages(replace(national(), annuaire={**directory, "perche": directory["orne"]}))
    assert len(dict(page.donnees["annuaire"])["61"]) == 2


def test_a_platform_with_nothing_to_show_has_an_empty_page():
    (page,) = pages(masking(rubriques=["contacts", "agenda"], formations=list(demonstration().formations)))
    assert page.vide
