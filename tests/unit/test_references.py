"""Codes of public registers."""

from __future__ import annotations

import pytest

from vitrine.model.context import Contexte
from vitrine.model.references import CodeCertification, CodeEsco, CodeFormacode, CodeIsco, CodeOnisep, CodeRome, Couleur, Riasec

ESCO = "http://data.europa.eu/esco/occupation/2e1d9a3c-7c0f-4f3f-9a0c-0c6f5e8a7b11"
ROME = Contexte(codes={"rome": ["J1501", "K1302"]})
KEPT = [
    (CodeCertification, "RNCP40692", "RNCP40692"),
    (CodeCertification, "RNCP 40692", "RNCP40692"),
    (CodeCertification, "RS5715", "RS5715"),
    (CodeIsco, "5321", "5321"),
    (CodeIsco, "0110", "0110"),
    (CodeEsco, ESCO, ESCO),
    (CodeFormacode, "43436", "43436"),
    (CodeOnisep, "MET.561", "MET.561"),
    (Couleur, "#1d6f5A", "#1d6f5A"),
]
REFUSED = [
    (CodeCertification, "40692", "RNCP ou RS", "RNCP40692"),
    (CodeCertification, "RNCP12", "RNCP ou RS", "RNCP40692"),
    (CodeCertification, "rncp40692", "RNCP ou RS", "RNCP40692"),
    (CodeIsco, "532", "ISCO-08", "5321"),
    (CodeIsco, "٥٣٢١", "ISCO-08", "5321"),
    (CodeEsco, ESCO.replace("http:", "https:"), "ESCO", "http://data.europa.eu/esco/occupation/…"),
    (CodeFormacode, "4343", "Formacode", "43436"),
    (CodeOnisep, "MET561", "ONISEP", "MET.561"),
    (Couleur, "vert", "de couleur", "#1d6f5a"),
    (Couleur, "#fff", "de couleur", "#1d6f5a"),
    (Couleur, "#1d6f5a;}body{", "de couleur", "#1d6f5a"),
]


@pytest.mark.parametrize(("kind", "text", "kept"), KEPT, ids=[text for _, text, _ in KEPT])
def test_a_code_of_the_right_shape_is_kept(lecture, kind, text, kept):
    assert lecture(kind, text) == kept


@pytest.mark.parametrize(("kind", "text", "name", "example"), REFUSED, ids=[text for _, text, *_ in REFUSED])
def test_a_code_of_another_shape_is_refused_with_an_example(refus, kind, text, name, example):
    shown = text if len(text) <= 60 else text[:59] + "…"
    assert refus(kind, text) == f"«\u00a0{shown}\u00a0» n'est pas un code {name}. Par exemple {example}."


@pytest.mark.parametrize("text", ["J1501", "j1501", " J1501 "])
def test_a_rome_code_is_one_letter_and_four_digits(lecture, text):
    assert lecture(CodeRome, text, ROME) == "J1501"


@pytest.mark.parametrize(("text", "meant"), [("M18O5", "M1805"), ("K13OI", "K1301"), ("jl5ol", "J1501"), ("KB3S2", "K8352")])
def test_letters_that_look_like_digits_are_mended_in_the_message(refus, text, meant):
    said = f"«\u00a0{text}\u00a0» n'est pas un code ROME. Vouliez-vous {meant}\u202f? (une lettre, quatre chiffres)"
    assert refus(CodeRome, text) == said


@pytest.mark.parametrize("text", ["1501", "Z1501", "J150", "J15011", "J١٥٠١"])
def test_what_cannot_be_mended_is_only_explained(refus, text):
    assert refus(CodeRome, text) == f"«\u00a0{text}\u00a0» n'est pas un code ROME. (une lettre, quatre chiffres)"


def test_a_rome_code_that_france_travail_does_not_know_is_refused(refus):
    said = "le code ROME «\u00a0J1502\u00a0» est inconnu. Vouliez-vous dire «\u00a0J1501\u00a0»\u202f?"
    assert refus(CodeRome, "J1502", ROME) == said


def test_a_rome_code_is_only_checked_for_shape_where_the_list_is_unknown(lecture):
    assert lecture(CodeRome, "A9999") == "A9999"


@pytest.mark.parametrize("text", ["S", "SR", "SRC"])
def test_a_riasec_profile_has_one_to_three_letters(lecture, text):
    assert lecture(Riasec, text) == text


@pytest.mark.parametrize("text", ["SRCA", "SS", "src", "X", "S R"])
def test_a_riasec_profile_repeats_no_letter_and_invents_none(refus, text):
    said = f"«\u00a0{text}\u00a0» n'est pas un profil RIASEC. Une à trois lettres différentes parmi R, I, A, S, E, C."
    assert refus(Riasec, text) == said
