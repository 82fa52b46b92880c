"""What a visitor may keep: every sheet, training, contact and event; never what the site does not show."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from unit.catalogues import DOCS, avec, demonstration, national, plan_demonstration, plan_national, redire
from vitrine.carnet import carnet_file, keepable
from vitrine.catalogue import Fiche
from vitrine.comparaison import Comparateur
from vitrine.model.comparaison import LigneComparee
from vitrine.model.francais import keep_french
from vitrine.pages import plan_of
from vitrine.qr import VERSION, blocks, example, frame


def carnet(catalogue, plan, langue):
    address, content = carnet_file(catalogue, plan, langue)
    assert address.startswith(f"assets/carnet-{langue}.")
    return json.loads(content.decode().removeprefix("vitrineCarnet(").removesuffix(");\n"))


def entries(catalogue, plan, langue):
    return carnet(catalogue, plan, langue)["fiches"]


def test_everything_that_is_shown_can_be_kept():
    catalogue, plan = demonstration(), plan_demonstration()
    kept = [address for address, _ in keepable(catalogue, plan)]
    expected = [f"{kind}/{slug}/" for kind in ("metiers", "formations", "agenda") for slug in catalogue.of(kind)]
    assert sorted(kept) == sorted([*expected, *(f"contacts/#contact-{slug}" for slug in catalogue.contacts)])


@pytest.mark.parametrize("langue", ["fr", "en", "ar"])
def test_each_entry_has_its_kind_title_language_and_details(langue: str):
    for address, (kind, title, spoken, details) in entries(demonstration(), plan_demonstration(), langue).items():
        assert address.startswith(kind)
        assert title
        assert spoken in ("fr", langue)
        assert all(details)


def test_what_was_kept_under_a_former_name_is_found_under_that_of_today():
    event = next(iter(demonstration().evenements))
    renamed = avec(demonstration(), "agenda", redire(demonstration().evenements[event], anciens_slugs=["ancien", "forum"]))
    told = carnet(renamed, plan_of(renamed, [DOCS]), "ar")["anciennes"]
    assert told == {"agenda/ancien/": f"agenda/{event}/", "agenda/forum/": f"agenda/{event}/"}
    assert "anciennes" not in carnet(national(), plan_national(), "fr")


def test_a_contact_can_be_called_from_what_is_kept():
    catalogue = demonstration()
    found = entries(catalogue, plan_demonstration(), "fr")
    for slug, fiche in catalogue.contacts.items():
        links = [said[1] for said in found[f"contacts/#contact-{slug}"][3] if isinstance(said, list)]
        assert any(link.startswith("tel:") for link in links) == bool(fiche.fr.telephone)
        assert any(link.startswith("mailto:") for link in links) == bool(fiche.fr.courriel)


def test_the_national_site_keeps_professions_in_the_language_they_are_told():
    found = entries(national(), plan_national(), "ar")
    for slug, fiche in national().metiers.items():
        assert found[f"metiers/{slug}/"][2] == ("ar" if "ar" in fiche.valeurs else "fr")


def test_the_frame_has_a_place_for_every_bit_of_the_text():
    drawn = frame()
    bits = 8 * sum(data + correction for data, correction in blocks())
    remainder = 3  # ISO/IEC 18004, table 1, versions 14 to 20
    assert drawn["cadre"].count(".") == bits + remainder
    assert drawn["cote"] == 17 + 4 * VERSION
    assert len(drawn["cadre"]) == drawn["cote"] ** 2


def test_what_the_frame_settles_is_what_segno_draws():
    settled = list(frame()["cadre"])
    drawn = [str(module) for row in example().matrix for module in row]
    assert [sign for sign in settled if sign != "."] == [sign for sign, own in zip(drawn, settled, strict=True) if own != "."]


def completed(fiche: Fiche) -> Fiche:
    """The same sheet, whose catchphrase a platform has written in French only."""
    return replace(fiche, valeurs={**fiche.valeurs, "en": keep_french(fiche.valeurs["en"], ["accroche"])})


def test_a_text_that_stays_french_says_so_in_what_is_kept_and_compared():
    fiche = completed(national().metiers["aide-soignant"])
    catalogue = replace(national(), fiches={**national().fiches, "metiers": {fiche.slug: fiche}})
    french = [fiche.dans("en").accroche, "", "fr"]
    assert french in entries(catalogue, plan_of(catalogue, []), "en")["metiers/aide-soignant/"][3]
    row = LigneComparee.model_validate({"titre": "Titre", "champ": "accroche"})
    assert Comparateur(catalogue, "en").cell(fiche, row) == [tuple(french)]
