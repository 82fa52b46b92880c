"""What no site may show: drafts, what a platform masks, the other platforms, a testimony without consent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from unit.catalogues import (
    DOCS,
    addresses,
    avec,
    chargement_national,
    demonstration,
    demonstration_entiere,
    masking,
    national,
    plan_demonstration,
    plan_national,
    redire,
    under,
)
from vitrine.model.plateforme import Masquer
from vitrine.pages import plan_of
from vitrine.selection import languages, visible

SECTIONS = ("temoignages", "agenda", "actualites", "formations", "contacts")
PROSE = ("glossaire", "dispositifs", "ecole")


def with_status(statut):
    """The national catalogue, in which nursing aides have another status."""
    entier = chargement_national().catalogue
    return visible(avec(entier, "metiers", redire(entier.metiers["aide-soignant"], statut=statut)))


def test_a_platform_never_speaks_of_the_others():
    assert under(plan_demonstration(), "plateformes/") == set()
    assert "plateforme/" in addresses(plan_demonstration())
    assert demonstration().annuaire == {}


def test_the_national_site_has_a_page_for_each_platform():
    expected = {f"plateformes/{slug}/" for slug in national().annuaire} | {"plateformes/"}
    assert under(plan_national(), "plateformes/") == expected
    assert "plateforme/" not in addresses(plan_national())


@pytest.mark.parametrize(("genre", "slug"), [("metiers", "ergotherapeute"), ("formations", "de-ergotherapeute")])
def test_what_a_platform_masks_has_no_page(genre, slug):
    assert slug in demonstration_entiere().of(genre)
    assert f"{genre}/{slug}/" not in addresses(plan_demonstration())
    assert f"{genre}/{slug}/" in addresses(plan_national())


@pytest.mark.parametrize("section", SECTIONS)
def test_a_masked_section_vanishes_whole(section):
    plan = plan_of(masking(rubriques=[section]), [])
    assert under(plan, f"{section}/") == set()
    assert [page.adresse for page in plan.pages if page.section == section] == []
    assert {f"{other}/" for other in SECTIONS if other != section} <= addresses(plan)


@pytest.mark.parametrize("section", PROSE)
def test_a_masked_prose_section_vanishes_whole(section):
    assert under(plan_demonstration(), f"{section}/")
    assert under(plan_of(masking(rubriques=[section]), [DOCS]), f"{section}/") == set()


def test_a_draft_never_appears():
    assert "metiers/aide-soignant/" in addresses(plan_of(with_status("relu"), []))
    plan = plan_of(with_status("brouillon"), [])
    assert "metiers/aide-soignant/" not in addresses(plan)
    assert [p.adresse for p in plan.pages for f in p.donnees.get("fiches", ()) if f.slug == "aide-soignant"] == []


def test_a_testimony_leaves_with_its_consent():
    slug, fiche = next((s, f) for s, f in demonstration_entiere().temoignages.items() if f.fr.consentement)
    late = visible(replace(demonstration_entiere(), aujourd_hui=fiche.fr.consentement.echeance.replace(year=2099)))
    assert f"temoignages/{slug}/" in addresses(plan_demonstration())
    assert f"temoignages/{slug}/" not in addresses(plan_of(late, []))


@pytest.mark.parametrize("chosen", [["fr", "en", "ar"], []], ids=["langues choisies", "aucun choix"])
def test_a_masked_language_is_not_spoken(chosen):
    entier = demonstration_entiere()
    plateforme = redire(entier.plateforme, langues=chosen, masquer=Masquer(langues=["en", "fr"]))
    catalogue = replace(entier, plateforme=plateforme, textes={"fr": {}, "en": {}, "ar": {}})
    assert languages(catalogue) == ("fr", "ar")
