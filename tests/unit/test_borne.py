"""The kiosk: its delay has bounds, its words follow the language, its page leads only where there is something."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from unit.catalogues import demonstration, demonstration_entiere, masking, national, plan_demonstration, plan_national
from unit.minimales import minimal
from vitrine.assets import Actifs
from vitrine.borne import AVERTISSEMENT, borne_file, delay_of, files
from vitrine.loading import load_national
from vitrine.loading_platform import load_platform
from vitrine.model.plateforme import Borne
from vitrine.pages import plan_of

STYLES = {"borne": "assets/borne.0a1b2c3d.css"}
SCRIPTS = {name: f"assets/{name}.js" for name in ("oublier", "qr", "borne")}
ACTIFS = Actifs({}, STYLES, {}, SCRIPTS, {}, "icone.svg", "icone.png", "partage.png")


def settings(catalogue, langue="fr"):
    address, content = borne_file(catalogue, ACTIFS, langue)
    assert address.startswith(f"assets/borne-{langue}.")
    return json.loads(content.decode().removeprefix("vitrineBorne(").removesuffix(");\n"))


def with_delay(seconds):
    whole = demonstration_entiere()
    record = whole.plateforme.fr.model_copy(update={"borne": Borne(delai_secondes=seconds)})
    return replace(whole, plateforme=replace(whole.plateforme, valeurs={"fr": record}))


def test_a_minute_of_rest_is_the_rule_and_a_platform_changes_it():
    assert delay_of(national()) == delay_of(demonstration()) == 60
    assert settings(with_delay(120))["delai"] == 120
    assert settings(with_delay(0))["delai"] == 0


def test_the_warning_leaves_the_twenty_seconds_that_the_rule_of_accessibility_asks():
    assert settings(national())["avertissement"] == AVERTISSEMENT >= 20


@pytest.mark.parametrize(("written", "kept"), [("30", True), ("900", True), ("0", True), ("29", False), ("901", False)])
def test_a_delay_out_of_bounds_is_told_with_its_way_out(written, kept, dossier, fichier):
    fichier("plateformes/ain/plateforme.yml", {**minimal("plateformes").donnees, "borne": {"delai_secondes": written}})
    told = [str(one) for one in load_platform(load_national(dossier), dossier, "ain").problemes if one.grave]
    assert (told == []) is kept
    assert all("plateforme.yml" in one and "delai_secondes" in one for one in told)
    assert kept or "0 pour ne jamais revenir au début" in told[0]


@pytest.mark.parametrize("langue", ["fr", "en", "ar"])
def test_what_the_mode_says_is_said_in_the_language_of_the_page(langue):
    texts = settings(demonstration(), langue)["textes"]
    assert all(texts.values()) and "{n}" in texts["recommence"] and "{adresse}" in texts["qr"]
    assert (texts == settings(demonstration(), "fr")["textes"]) is (langue == "fr")


def test_the_scripts_come_in_the_order_in_which_they_need_each_other():
    assert files("textes.js", ACTIFS) == ("assets/oublier.js", "assets/qr.js", "assets/borne.js", "textes.js")


def test_every_site_has_its_kiosk_and_only_platforms_their_leaflet():
    assert plan_national().at("borne/") and plan_demonstration().at("borne/")
    assert plan_national().at("depliant/") is None
    assert plan_demonstration().at("depliant/").langues == {"fr", "en", "ar"}


def test_the_entries_of_the_kiosk_are_pages_of_the_site():
    entries = {address for _, address, _ in plan_national().at("borne/").donnees["entrees"]}
    assert entries <= {page.adresse for page in plan_national().pages}
    assert "agenda/" not in {page.adresse for page in plan_of(masking(rubriques=["agenda"]), []).pages}


def test_the_leaflet_names_few_events_none_of_them_cancelled_or_past():
    page = plan_demonstration().at("depliant/")
    events = page.donnees["rendez_vous"]
    assert 1 <= len(events) <= 3 and len(page.donnees["lieux"]) <= 3
    assert not [fiche for fiche in events if fiche.fr.annule or fiche.fr.debut.date() < demonstration().aujourd_hui]
    assert page.donnees["lieux"][0].fr.type == "plateforme"
