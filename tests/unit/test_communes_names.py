"""A commune by the name that people type, and by an address."""

from __future__ import annotations

import pytest

from unit.catalogues import demonstration
from vitrine.communes.adresses import commune_of
from vitrine.communes.noms import key
from vitrine.model.common import Adresse


@pytest.mark.parametrize(
    ("typed", "official"),
    [
        ("st etienne", "Saint-Étienne"), ("STE-ADRESSE", "Sainte-Adresse"), ("aigle", "L’Aigle"), ("L'Aigle", "L’Aigle"),
        ("l aigle", "L’Aigle"), ("la rochelle", "La Rochelle"), ("Villers s/ Mer", "Villers-sur-Mer"), ("oeuilly", "Œuilly"),
        ("Alençon CEDEX 9", "Alençon"), ("paris 15", "Paris 15e"), ("Lyon 3ème", "Lyon 3e"), ("Marseille 1er", "Marseille 1"),
        ("hay les roses", "L’Haÿ-les-Roses"),
    ],
)  # fmt: skip
def test_a_name_is_known_however_it_is_typed(typed, official):
    assert key(typed) == key(official)


def test_an_article_alone_is_still_a_name():
    assert (key("Les"), key("La")) == ("les", "la")


@pytest.mark.parametrize(
    ("post", "name", "code"),
    [
        ("61000", "Alençon", "61001"), ("61000", "ALENCON", "61001"), ("61013", "Alençon CEDEX", "61001"),
        (None, "Alençon", "61001"),
        ("61800", "Tinchebray", "61486"), ("75012", "Paris", "75112"), ("75775", "Paris CEDEX 16", "75056"),
        ("69003", "Lyon", "69383"), ("20090", "Ajaccio", "2A004"), ("20200", "Bastia", "2B033"), ("97400", "Saint-Denis", "97411"),
        ("01200", "Éloise", None), ("61000", "Marseille", None), (None, "Marseille", None), ("99999", "Alençon", None),
    ],
)  # fmt: skip
def test_an_address_leads_to_its_commune_or_to_none(table, post, name, code):
    found = commune_of(Adresse(commune=name, code_postal=post), table, ["61"])
    assert (found.code if found else None) == code


def test_a_commune_served_from_the_next_departement_is_found_by_its_own_platform(table):
    found = commune_of(Adresse(commune="Éloise", code_postal="01200"), table, ["74"])
    assert found and found.code == "74109"


def test_a_platforms_own_table_stands_in_for_the_national_one():
    own = demonstration().communes
    found = commune_of(Adresse(commune="St Exemple", code_postal="00000"), own)
    assert found and found.nom == "Saint-Exemple"
    assert commune_of(Adresse(commune="Alençon", code_postal="61000"), own) is None
