"""Facts without a source mislead; facts and sources that have aged are told."""

from __future__ import annotations

from datetime import date

import pytest

from unit.etats import dits, reglages
from vitrine.etat import sources

JOUR = date(2026, 11, 22)
SALAIRE = """
salaires:
  - cadre: smic
    statut: prive-lucratif
    debutant: 1823
    date: 2026-01
    source: {titre: Une page, date: 2026-01-27%s}
"""
CHIFFRE = "chiffres:\n  - {libelle: Agents, valeur: 12, date: 2023, source: {titre: Une page, date: 2023%s}}\n"
ACCES = "acces:\n  sans_diplome: oui\n  reglemente: %s\n  resume: On peut débuter.\n%s"
DROIT = "sources:\n  - {titre: Décret n° 2007-1188, date: 2007-08-03}\n"


@pytest.mark.parametrize(("genre", "text"), [("metiers", SALAIRE), ("metiers", CHIFFRE), ("plateformes", CHIFFRE)])
def test_a_figure_whose_source_nobody_can_find_misleads(fiche, genre, text):
    one = fiche(genre, "x", text % "")
    assert dits(sources.unfindable_sources(one)) == [("fait-sans-source", f"{text.strip().partition(':')[0]}[1]", "trompeur")]
    assert dits(sources.unfindable_sources(fiche(genre, "x", text % ", editeur: CNSA"))) == []
    assert dits(sources.unfindable_sources(fiche(genre, "x", text % ', url: "https://exemple.fr/"'))) == []


def test_the_figures_of_a_survey_are_judged_too(fiche):
    diagnostic = "diagnostic:\n  - titre: Besoins\n    " + (CHIFFRE % "").replace("\n", "\n    ")
    found = sources.unfindable_sources(fiche("plateformes", "x", diagnostic))
    assert dits(found) == [("fait-sans-source", "diagnostic[1].chiffres[1]", "trompeur")]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (ACCES % ("oui", ""), "acces.reglemente"),
        (ACCES % ("non", "  niveau: 3\n"), "acces.niveau"),
        (ACCES % ("non", "  conditions_legales: Un casier vierge.\n"), "acces.conditions_legales"),
        ("gestes: {autorises: Aider à la toilette.}\n", "gestes"),
    ],
)
def test_what_the_law_says_is_read_in_the_law(fiche, text, field):
    found = dits(sources.legal_facts_without_text(fiche("metiers", "x", text), reglages()))
    assert found == [("droit-sans-texte", field, "trompeur")]
    assert dits(sources.legal_facts_without_text(fiche("metiers", "x", text + DROIT), reglages())) == []


def test_a_sheet_that_says_nothing_of_the_law_needs_no_text(fiche):
    assert dits(sources.legal_facts_without_text(fiche("metiers", "x"), reglages())) == []


def test_the_level_of_a_formation_is_read_in_a_register(fiche):
    register = "sources: [{titre: Fiche RNCP36004, editeur: France compétences, date: 2026}]\n"
    assert dits(sources.legal_facts_without_text(fiche("formations", "x", "niveau: 3\n"), reglages())) == [
        ("droit-sans-texte", "niveau", "trompeur")
    ]
    assert dits(sources.legal_facts_without_text(fiche("formations", "x", "niveau: 3\n" + register), reglages())) == []


def test_a_certification_number_is_that_of_a_source(fiche):
    text = "certification: {numero: RNCP36004, releve_le: 2026-11-01}\nsources: [{titre: Fiche RNCP%s, date: 2026}]\n"
    assert dits(sources.unsourced_certification(fiche("formations", "x", text % "41365"))) == [
        ("certification-sans-source", "certification.numero", "trompeur")
    ]
    assert dits(sources.unsourced_certification(fiche("formations", "x", text % "36004"))) == []


@pytest.mark.parametrize(("end", "told"), [("2026-11-21", ["certification-echue"]), ("2026-11-22", [])])
def test_a_registration_that_has_ended_is_told(fiche, end, told):
    text = f"certification: {{numero: RNCP36004, releve_le: 2026-11-01, echeance: {end}}}\n"
    assert [regle for regle, _, _ in dits(sources.ended_certification(fiche("formations", "x", text), JOUR))] == told


@pytest.mark.parametrize(
    ("text", "fresh", "old", "field"),
    [
        (SALAIRE.replace("2026-01\n", "%s\n").replace("27%s", "27"), "2024-11", "2024-10", "salaires[1].date"),
        (CHIFFRE.replace("date: 2023,", "date: %s,").replace("2023%s", "2023"), "2021-11", "2021-10", "chiffres[1].date"),
        ("sources: [{titre: Une page, date: %s}]\n", "2023-11-01", "2023-10-31", "sources[1].date"),
        ("sources: [{titre: Décret, date: %s}]\n", "2016-11", "2016-10", "sources[1].date"),
        ("gestes: {source: {titre: Une page, date: %s}}\n", "2024", "2022", "gestes.source.date"),
    ],
)
def test_each_kind_of_fact_has_its_shelf_life(fiche, text, fresh, old, field):
    assert dits(sources.aged_facts(fiche("metiers", "x", text % fresh), JOUR, reglages())) == []
    assert dits(sources.aged_facts(fiche("metiers", "x", text % old), JOUR, reglages())) == [
        ("source-perimee", field, "à améliorer")
    ]


def test_a_number_and_a_check_age_too(fiche):
    text = "certification: {numero: RNCP36004, releve_le: 2025-04-30}\n"
    assert dits(sources.aged_facts(fiche("formations", "x", text), JOUR, reglages())) == [
        ("source-perimee", "certification.releve_le", "à améliorer")
    ]
    found = dits(sources.aged_facts(fiche("plateformes", "x", "verifie_le: 2025-10-31\n"), JOUR, reglages()))
    assert found == [("source-perimee", "verifie_le", "à améliorer")]


@pytest.mark.parametrize(("read", "told"), [("2026-11-01", 0), ("2016-10-31", 1)])
def test_an_old_text_that_was_read_again_lately_is_fresh(fiche, read, told):
    text = f"sources: [{{titre: Décret, date: 2009-07-21, consulte_le: {read}}}]\n"
    assert len(list(sources.aged_facts(fiche("metiers", "x", text), JOUR, reglages()))) == told


def test_a_source_read_again_does_not_freshen_the_amount_it_gives(fiche):
    text = SALAIRE.replace("date: 2026-01\n", "date: 2023-01\n") % ", consulte_le: 2026-11-01"
    assert dits(sources.aged_facts(fiche("metiers", "x", text), JOUR, reglages())) == [
        ("source-perimee", "salaires[1].date", "à améliorer")
    ]


def test_a_source_given_twice_is_told_once(fiche):
    source = "{titre: Décret, date: 2009-07-21}"
    text = f"gestes: {{source: {source}}}\nsources: [{source}]\n"
    assert len(list(sources.aged_facts(fiche("metiers", "x", text), JOUR, reglages()))) == 1


@pytest.mark.parametrize(
    ("written", "months"), [("2026-11-22", 0), ("2026-10", 1), ("2025", 11), ("31/12/2025", 11), ("2027-01", -2)]
)
def test_a_date_ages_by_the_month(written, months):
    assert sources.age_in_months(written, JOUR) == months
