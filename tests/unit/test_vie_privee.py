"""Numbers that are somebody's own are found however they are written, in every file that is published."""

from __future__ import annotations

import pytest

from unit.minimales import minimal, said
from vitrine.loading_platform import load_platform
from vitrine.rules.privacy import identity_number, no_contact_in_prose


@pytest.mark.parametrize(
    "text", ["1 85 07 61 001 123 45", "185076100112345", "1.85.07.61.001.123.45", "2-85-07-2A-001-123-45", "1 85 07 61 001 123 45"]
)
def test_a_social_security_number_is_known_in_any_layout(text):
    assert identity_number(f"Mon numéro : {text}.") == "numéro de sécurité sociale."


@pytest.mark.parametrize(
    "text", ["FR76 3000 6000 0112 3456 7890 189", "FR7630006000011234567890189", "FR76-3000-6000-0112-3456-7890-189",
             "DE89 3704 0044 0532 0130 00", "BE68 5390 0754 7034", "MC58 1122 2000 0101 2345 6789 030"],
)  # fmt: skip
def test_a_bank_account_is_known_in_any_layout_and_of_any_country(text):
    assert identity_number(text) == "numéro de compte bancaire (IBAN)."


@pytest.mark.parametrize(
    "text", ["SIRET 120 027 016 00563", "1 85 13 61 001 123 45", "RNCP 40692", "DE89 3704 0044 0532 0130 01", "BE68 5390", "AB12"]
)
def test_another_code_is_no_secret(text):
    assert identity_number(text) == ""


@pytest.mark.parametrize(
    "text",
    ["06 39 98 12 34", "06-39-98-12-34", "06.39.98.12.34", "0639981234", "+33 6 39 98 12 34", "0033639981234",
     "+33 (0)6 39 98 12 34", "contact@exemple.fr", "Voir https://exemple.fr/ ou 06 39 98 12 34"],
)  # fmt: skip
def test_a_telephone_or_an_address_in_prose_is_told_in_any_layout(fiche, catalogue, text):
    one = fiche("actualites", "ligne", f"texte: '{text}'\n")
    assert [problem.message for problem in no_contact_in_prose(one, catalogue(one))] == ["coordonnées dans un texte libre."]


@pytest.mark.parametrize("text", ["https://exemple.fr/0639981234", "Le 12 05 2026 à 14 h", "120 027 016 00563", "1 800 000 000"])
def test_an_address_a_date_or_a_count_is_no_telephone(fiche, catalogue, text):
    one = fiche("actualites", "ligne", f"texte: '{text}'\n")
    assert list(no_contact_in_prose(one, catalogue(one))) == []


def test_a_number_in_a_translation_stops_the_platform_as_it_does_in_french(national, dossier, fichier):
    fichier("plateformes/ain/plateforme.yml", minimal("plateformes").donnees)
    fichier("plateformes/ain/data/actualites/ligne.yml", minimal("actualites").donnees)
    fichier(
        "plateformes/ain/data/actualites/ligne.en.yml",
        "titre: A line\naccroche: My number is 1 85 07 61 001 123 45.\ntexte: Hello\n",
    )
    loaded = load_platform(national, dossier, "ain")
    assert not loaded.publiable
    assert "plateformes/ain/data/actualites/ligne.en.yml:2:1  accroche\u00a0: numéro de sécurité sociale." in said(loaded)
