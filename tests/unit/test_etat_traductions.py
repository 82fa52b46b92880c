"""Languages: whole, incomplete, stale, absent."""

from __future__ import annotations

from dataclasses import replace

from unit.etats import dits
from unit.minimales import document
from vitrine.etat.traductions import EtatLangue, language_state, translation_faults, translations
from vitrine.reading import Lot


def lot(**versions):
    return Lot("data", {"metiers": {slug: {"fr": document("a: b\n"), "en": text} for slug, text in versions.items()}})


def test_each_sheet_is_in_one_state_and_may_be_stale(fiche):
    text = document("empreinte: 0\n")
    whole = replace(fiche("metiers", "whole"), perimees=frozenset({"en"}))
    whole.valeurs["en"] = whole.fr
    sheets = [whole, fiche("metiers", "part"), fiche("metiers", "none")]
    found = language_state("en", sheets, translations([lot(whole=text, part=text), None]))
    assert found == EtatLangue("en", ("metiers/whole",), ("metiers/part",), ("metiers/whole",), ("metiers/none",))


def test_a_whole_translation_of_today_is_not_told(fiche):
    one = fiche("metiers", "x")
    one.valeurs["en"] = one.fr
    assert dits(translation_faults(one, translations([lot(x=document("empreinte: 3f9a1c2b\n"))]))) == []


def test_a_stale_or_incomplete_translation_is_only_told_at_its_file(fiche):
    one = replace(fiche("metiers", "x"), perimees=frozenset({"en"}))
    found = list(translation_faults(one, translations([lot(x=document("empreinte: 0\n", "metiers/x.en.yml"))])))
    assert dits(found) == [
        ("traduction-incomplete", "empreinte", "à améliorer"),
        ("traduction-perimee", "empreinte", "à améliorer"),
    ]
    assert {constat.probleme.fichier for constat in found} == {"metiers/x.en.yml"}


def test_a_translation_without_a_fingerprint_cannot_be_trusted(fiche):
    one = fiche("metiers", "x")
    one.valeurs["en"] = one.fr
    found = dits(translation_faults(one, translations([lot(x=document("feminin: Aide\n"))])))
    assert found == [("traduction-sans-empreinte", "", "à améliorer")]
