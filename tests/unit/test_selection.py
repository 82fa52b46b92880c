"""What may be seen: no draft, no testimony without a living consent, nothing that the platform masks."""

from __future__ import annotations

import pytest

from vitrine.selection import is_visible, languages, masked_sections, visible

TEXTES = {"ar": {}, "fr": {}, "en": {}}
CONSENT = "consentement:\n  date: 2026-01-01\n  forme: ecrit\n  echeance: {}\n"


@pytest.fixture
def site(fiche):
    """A platform that masks what a piece of YAML says."""
    return lambda text="": fiche("plateformes", "ain", text)


def test_a_draft_is_never_visible(fiche, catalogue):
    draft, reviewed = fiche("metiers", "a", "statut: brouillon\n"), fiche("metiers", "b")
    assert list(visible(catalogue(draft, reviewed)).metiers) == ["b"]


@pytest.mark.parametrize(("echeance", "shown"), [("2026-11-21", False), ("2026-11-22", True)], ids=["yesterday", "today"])
def test_a_testimony_is_visible_until_its_consent_ends(fiche, catalogue, echeance, shown):
    lou = fiche("temoignages", "lou", CONSENT.format(echeance))
    assert is_visible(lou, catalogue(lou)) is shown


def test_a_testimony_published_elsewhere_is_visible(fiche, catalogue):
    minimal = fiche("temoignages", "lou", "publication:\n  titre: Article\n  date: 2020\n")
    assert is_visible(minimal, catalogue(minimal))


def test_records_without_a_status_are_visible(fiche, catalogue):
    records = [fiche(genre, "x") for genre in ("sessions", "contacts", "agenda", "actualites")]
    assert [list(kind) for kind in visible(catalogue(*records)).fiches.values()] == [["x"]] * 4


def test_a_masked_slug_disappears_from_its_kind_only(fiche, catalogue, site):
    records = [fiche(genre, "deas") for genre in ("metiers", "formations", "sessions")]
    seen = visible(catalogue(*records, plateforme=site("masquer:\n  formations: deas\n")))
    assert {genre: list(kind) for genre, kind in seen.fiches.items()} == {
        "metiers": ["deas"],
        "formations": [],
        "sessions": ["deas"],
    }


def test_a_masked_section_disappears_whole(fiche, catalogue, site):
    records = [fiche("actualites", "a"), fiche("contacts", "b")]
    masking = catalogue(*records, plateforme=site("masquer:\n  rubriques: [actualites, ecole]\n"))
    assert list(visible(masking).fiches) == ["contacts"]
    assert masked_sections(masking) == {"actualites", "ecole"}


def test_the_national_site_masks_nothing(fiche, catalogue):
    whole = catalogue(fiche("actualites", "a"), fiche("metiers", "b"))
    assert (visible(whole), masked_sections(whole)) == (whole, frozenset())


def test_seeing_leaves_the_catalogue_as_it_was(fiche, catalogue, site):
    whole = catalogue(fiche("metiers", "a", "statut: brouillon\n"), plateforme=site("masquer:\n  metiers: a\n"))
    visible(whole)
    assert list(whole.metiers) == ["a"]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("", ("fr", "en", "ar")),
        ("langues: [en, es]\n", ("fr", "en")),
        ("langues: [ar, en]\n", ("fr", "en", "ar")),
        ("langues: [fr, en, ar]\nmasquer:\n  langues: ar\n", ("fr", "en")),
        ("masquer:\n  langues: ar\n", ("fr", "en")),
        ("masquer:\n  langues: [fr, en, ar]\n", ("fr",)),
    ],
    ids=[
        "all by default",
        "chosen, when the interface speaks it",
        "order of the site",
        "chosen then masked",
        "masked",
        "never French",
    ],
)
def test_a_site_speaks_french_and_the_languages_of_its_choice(catalogue, site, text, spoken):
    assert languages(catalogue(plateforme=site(text), textes=TEXTES)) == spoken


@pytest.mark.parametrize(("textes", "spoken"), [(TEXTES, ("fr", "en", "ar")), ({"fr": {}, "en": {}}, ("fr", "en")), ({}, ())])
def test_the_national_site_speaks_every_language_of_the_interface(catalogue, textes, spoken):
    assert languages(catalogue(textes=textes)) == spoken
