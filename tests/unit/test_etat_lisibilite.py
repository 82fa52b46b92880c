"""Sentences, their length, long words and the passive voice."""

from __future__ import annotations

import pytest

from unit.etats import dits, reglages
from vitrine.etat.lisibilite import Mesure, hard_to_read, is_passive, measure
from vitrine.etat.phrases import prose_of, sentences, word_count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vous aidez. Vous écoutez !", ["Vous aidez.", "Vous écoutez !"]),
        ("Mme D. Martin se lève. Puis elle mange.", ["Mme D. Martin se lève.", "Puis elle mange."]),
        ("Selon l’article L. 313-26, vous aidez.", ["Selon l’article L. 313-26, vous aidez."]),
        ("Vous demandez : « Ça va ? » Elle répond.", ["Vous demandez : « Ça va ?", "Elle répond."]),
        ("- Vous aidez.\n- Vous écoutez.", ["Vous aidez.", "Vous écoutez."]),
        ("Un [lien](https://exemple.fr/a.b) **utile**.", ["Un lien utile."]),
        ("Gestes qui protègent", []),
        ("Être calme devant chaque imprévu", ["Être calme devant chaque imprévu"]),
        ("…", []),
    ],
)
def test_a_field_is_cut_into_sentences_and_a_label_is_none(text, found):
    assert sentences(text, 4) == found


@pytest.mark.parametrize(("sentence", "count"), [("L’aide-soignant vous aide !", 3), ("1 407 heures de stage : oui", 5)])
def test_words_are_counted_as_a_word_processor_does(sentence, count):
    assert word_count(sentence) == count


def test_prose_leaves_out_titles_codes_sources_and_notes(fiche):
    text = (
        "synonymes: Aide\nmissions: [Aider.]\nnature: [{titre: Chez soi, texte: Vous entrez.}]\nnotes: À revoir.\nplus: Un seul.\n"
    )
    found = {".".join(str(part) for part in path) for path, _ in prose_of(fiche("metiers", "x", text))}
    assert found == {"accroche", "acces.resume", "missions.0", "nature.0.texte", "plus"}


@pytest.mark.parametrize(
    ("sentence", "passive"),
    [
        ("La personne est aidée par un voisin.", True),
        ("Le repas a été préparé hier.", True),
        ("Ils sont souvent lus par l’équipe.", False),
        ("Ils sont régulièrement lus par l’équipe.", True),
        ("Vous êtes payée par jour.", False),
        ("La personne est âgée.", False),
        ("Vous aidez la personne.", False),
    ],
)
def test_the_passive_is_known_by_its_agent_or_by_having_been(sentence, passive):
    assert is_passive(sentence, reglages()) is passive


def test_a_sheet_is_measured(fiche):
    text = "accroche: Vous aidez.\nevolution: La personne est aidée par un professionnel anticonstitutionnellement. Oui.\n"
    found = measure(fiche("metiers", "x", text), reglages())
    assert found == Mesure("metiers/x", 4, 3.5, 4.0, 12.5, 25.0)


def test_a_sheet_that_says_too_little_is_not_measured(fiche):
    assert measure(fiche("metiers", "x"), reglages(seuils={**reglages().seuils.model_dump(), "phrases_min": 3})) is None


def test_only_what_is_above_a_threshold_is_told(fiche):
    one = fiche("metiers", "x")
    assert dits(hard_to_read(one, Mesure("metiers/x", 9, 6.0, 8.0, 10.0, 20.0), reglages())) == []
    hard = list(hard_to_read(one, Mesure("metiers/x", 9, 6.5, 8.0, 10.1, 20.1), reglages()))
    assert dits(hard) == [(regle, "", "à améliorer") for regle in ("phrases-longues", "mots-longs", "passif")]
    assert hard[0].probleme.message == "phrases longues\u00a0: 6,5 mots au milieu, 8 en moyenne."
    assert dits(hard_to_read(one, Mesure("metiers/x", 9, 6.0, 8.1, 0.0, 0.0), reglages()))[0][0] == "phrases-longues"
