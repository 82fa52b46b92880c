"""Cards to project: clues that do not say the answer, decks drawn from every family, pages that a platform may mask."""

from __future__ import annotations

import pytest

from unit.catalogues import DOCS, masking, national, plan_national, under
from vitrine.pages import plan_of
from vitrine.pages.filters import sorting_key
from vitrine.pages.projection import DOSSIER, Carte, clues, dealt, guesses, ideas, packs

METIERS = sorted(national().metiers.items())


@pytest.fixture(params=["metiers", "idees"])
def paquets(request):
    return list(packs(national(), request.param, {"metiers": guesses, "idees": ideas}[request.param]))


@pytest.mark.parametrize("metier", [fiche.fr for _, fiche in METIERS], ids=[slug for slug, _ in METIERS])
def test_the_clues_do_not_say_the_name(metier):
    told = sorting_key(" ".join(clues(metier)))
    assert clues(metier)
    for word in sorting_key(f"{metier.feminin} {metier.masculin}").replace("-", " ").split():
        assert len(word) < 5 or f" {word}" not in told, word


def test_a_mission_that_says_the_name_is_passed_over():
    cuisinier = national().metiers["cuisinier-de-collectivite"].fr
    named = cuisinier.model_copy(update={"missions": ["Cuisiner pour cent personnes.", "Laver les légumes."]})
    assert clues(named) == ("Laver les légumes.",)
    assert guesses([national().metiers["infirmier"]])


def test_a_profession_that_only_names_itself_is_no_card(fiche_muette):
    assert guesses([fiche_muette]) == []


@pytest.fixture
def fiche_muette():
    fiche = national().metiers["linger"]
    record = fiche.fr.model_copy(update={"missions": [f"Être {fiche.fr.masculin.lower()} toute la journée."]})
    return type(fiche)(fiche.genre, fiche.slug, {"fr": record}, fiche.document)


def test_a_deck_of_some_cards_draws_from_every_family_and_names_no_profession_twice(paquets):
    ten = next(deck.cartes for deck in paquets if deck.adresse.endswith("/10-cartes/"))
    assert len(ten) == len({card.fiche.slug for card in ten}) == 10
    assert {card.fiche.fr.famille for card in ten} == set(national().termes("familles"))


def test_a_deck_of_a_family_holds_that_family_only(paquets):
    for deck in paquets:
        if not deck.adresse.endswith("-cartes/"):
            code = deck.adresse.rstrip("/").rpartition("/")[2]
            assert {card.fiche.fr.famille for card in deck.cartes} == {code}


def test_ten_ideas_are_not_all_false():
    ten = next(d.cartes for d in packs(national(), "idees", ideas) if d.adresse.endswith("/10-cartes/"))
    assert {bool(card.idee.vrai) for card in ten} == {True, False}


def test_cards_are_dealt_in_turn():
    a, b, c = (Carte(national().metiers[slug]) for slug in ("infirmier", "linger", "ambulancier"))
    assert dealt([[a, b], [c, a]]) == [a, c, b]


def test_an_idea_is_shown_without_the_marks_its_sheet_may_put():
    told = [card.dit for card in ideas([fiche for _, fiche in METIERS])]
    assert told and not [text for text in told if set("«»") & {text[0], text[-1]}]


def test_every_deck_and_every_quiz_of_scenes_has_its_page():
    expected = {deck.adresse for make in ((guesses, "metiers"), (ideas, "idees")) for deck in packs(national(), make[1], make[0])}
    expected |= {f"{DOSSIER}scenes/{slug}/" for slug, fiche in national().quiz.items() if fiche.fr.scenes}
    assert under(plan_national(), DOSSIER) - {DOSSIER} == expected
    assert len(expected) == 2 * (3 + 7) + 1


def test_scenes_are_projected_in_the_languages_of_the_quiz():
    assert plan_national().at(f"{DOSSIER}scenes/que-feriez-vous/").langues == {"fr", "en", "ar"}


def test_a_platform_that_masks_the_school_or_the_quizzes_projects_nothing_of_them():
    assert under(plan_of(masking(rubriques=["ecole"]), [DOCS]), DOSSIER) == set()
    assert under(plan_of(masking(rubriques=["quiz"]), [DOCS]), f"{DOSSIER}scenes/") == set()


def test_a_masked_profession_is_on_no_card():
    hidden = plan_of(masking(metiers=["linger"]), [DOCS])
    cards = [card for page in hidden.pages for card in page.donnees.get("cartes", ())]
    assert cards and "linger" not in {card.fiche.slug for card in cards}
