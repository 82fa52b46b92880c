"""Words to avoid, sigles and jargon that the glossary should explain."""

from __future__ import annotations

import pytest

from unit.etats import dits, reglages
from vitrine.etat import mots
from vitrine.etat.motifs import found_in, names_one_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Afin d’aider", []),
        ("AFIN\u00a0DE marcher, effectuez", ["afin de", "effectu*"]),
        ("Une fin de vie", []),
        ("Afin de, afin de", ["afin de"]),
    ],
)
def test_expressions_are_whole_words_whatever_their_capitals_and_spaces(text, found):
    assert found_in(text, ["effectu*", "afin de"]) == found


def test_accents_and_apostrophes_do_not_hide_a_word():
    assert names_one_of("Arrête du 3 mai", ["arrêté*"])
    assert found_in("à l’issue de", ["à l'issue de"]) == ["à l'issue de"]


def test_an_empty_list_finds_nothing():
    assert not names_one_of("tout", [])


def test_the_longest_expression_wins():
    assert found_in("prise en charge", ["prise", "prise en charge"]) == ["prise en charge"]


def test_a_word_to_avoid_is_told_with_a_better_one(fiche):
    (found,) = mots.words_to_avoid(fiche("metiers", "x", "missions: [Effectuer le ménage.]\n"), reglages())
    assert (found.regle, found.probleme.champ, found.probleme.grave) == ("mot-a-eviter", "missions[1]", False)
    assert found.probleme.remede == "Écrivez plutôt\u00a0: faire."
    assert list(mots.words_to_avoid(fiche("metiers", "x", "missions: [Faire le ménage.]\n"), reglages())) == []


def test_the_entries_of_the_glossary_are_its_third_headings(tmp_path):
    file = tmp_path / "glossaire.md"
    assert mots.read_glossary(file) == frozenset()
    file.write_text("# Glossaire\n## A\n\n### Astreinte\n\nTexte.\n\n### EHPAD\n", encoding="utf-8")
    assert mots.read_glossary(file) == {"astreinte", "ehpad"}


def test_what_no_entry_explains_is_told_once_a_sheet(fiche, catalogue):
    text = "missions: [En ESAT., En ESAT ou en EHPAD., Envoyer un SMS., Une astreinte.]\n"
    one = fiche("metiers", "x", text)
    known = mots.known_words({"ehpad"}, catalogue(one), reglages())
    assert dits(mots.unexplained_words(one, known, reglages())) == [
        ("mot-hors-glossaire", "missions[1]", "à améliorer"),
        ("mot-hors-glossaire", "missions[4]", "à améliorer"),
    ]
    known = mots.known_words({"ehpad", "esat", "astreinte"}, catalogue(one), reglages())
    assert list(mots.unexplained_words(one, known, reglages())) == []


def test_the_sigle_of_a_sheet_is_explained_by_it(fiche, catalogue):
    one = fiche("metiers", "x", "missions: [Préparer le DEAS.]\n")
    known = mots.known_words((), catalogue(one, fiche("formations", "deas", "sigle: DEAS\n")), reglages())
    assert list(mots.unexplained_words(one, known, reglages())) == []


def test_a_code_or_an_article_is_no_sigle():
    assert mots.SIGLE.findall("RNCP36004, article L.313, J1501, un CDI, www.CAF") == ["CDI"]
