"""Lessons: minutes that add up, answers that the sheets confirm, pages in school order, and what a platform does with them."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from unit.catalogues import DOCS, addresses, demonstration, masking, national, plan_national, under
from unit.minimales import minimal
from vitrine.loading import load_national
from vitrine.loading_platform import load_platform
from vitrine.pages import plan_of
from vitrine.pages.prose import is_taken
from vitrine.problems import DataFault
from vitrine.search.entries import entries

TOUTES = sorted(national().seances.items())
SEANCES = [(slug, fiche) for slug, fiche in TOUTES if not fiche.fr.pour_adultes]
"""Lessons for classes; the others are given among adults."""
CLASSES = {"5e", "4e", "3e", "2de", "1re", "terminale", "bac-pro-assp", "bac-pro-sapat"}
FEUILLES = ("", "eleve/", "corrige/", "dossier/")
OF_A_PLATFORM = ("plateforme/",)
"""Pages that the national site has not; a lesson then leaves them out."""


@pytest.fixture(params=[fiche for _, fiche in TOUTES], ids=[slug for slug, _ in TOUTES])
def seance(request):
    return request.param.fr


@pytest.fixture(params=[fiche for _, fiche in SEANCES], ids=[slug for slug, _ in SEANCES])
def de_classe(request):
    return request.param.fr


@pytest.fixture
def pour_adultes():
    return national().seances["guider-vers-les-metiers-de-l-autonomie"].fr


def plain_number(text: str) -> str:
    """A number without its thin spaces."""
    return re.sub(r"[\s\u00a0\u202f]", "", text)


def numbers(text: str) -> set[str]:
    """Numbers of at least two digits."""
    found = re.findall(r"\d+(?:[ \u00a0\u202f]\d{3})*(?:,\d+)?", text)
    return {plain_number(one) for one in found if len(plain_number(one)) > 1}


def answers(slug: str) -> list[str]:
    return [activite.corrige for activite in national().seances[slug].fr.fiche_eleve]


def test_there_are_lessons_for_every_class_and_for_pupils_with_special_needs():
    assert len(SEANCES) >= 8
    assert {code for _, fiche in SEANCES for code in fiche.fr.niveaux} == CLASSES
    for public in ("segpa", "ulis", "upe2a"):
        assert sum(public in {v.public for v in fiche.fr.variantes} for _, fiche in SEANCES) >= 8


def test_a_lesson_is_complete(seance):
    for part in ("objectifs", "materiel", "preparation", "evaluation", "egalite", "apres"):
        assert getattr(seance, part), part
    assert {temps.modalite for temps in seance.deroule} & {"paires", "groupes"}


def test_a_lesson_for_a_class_lasts_an_hour_of_school(de_classe):
    assert de_classe.duree_minutes == sum(temps.duree for temps in de_classe.deroule) == 55
    for part in ("avenir", "competences", "variantes"):
        assert getattr(de_classe, part), part


def test_the_training_of_advisers_is_given_in_three_hours_or_in_two_halves(pour_adultes):
    bounds = [(start, temps.titre) for start, _, temps in pour_adultes.minutage]
    assert pour_adultes.duree_minutes == 180
    assert [start for start, title in bounds if title.startswith(("Première partie", "Deuxième partie"))] == [0, 90]


def test_which_of_the_four_professions_begin_without_a_diploma_is_what_their_sheets_say(pour_adultes):
    told = [line for line in pour_adultes.fiche_eleve[1].corrige.splitlines() if line.startswith("- ")]
    for line, slug in zip(told, pour_adultes.fiche_eleve[1].metiers, strict=True):
        free = national().metiers[slug].fr.acces.sans_diplome
        assert line.partition("\u00a0: ")[2].startswith("oui" if free else "non"), slug


def test_what_a_profession_may_do_in_the_answers_for_advisers_is_what_its_sheet_says(pour_adultes):
    allowed = {slug: " ".join(national().metiers[slug].fr.gestes.autorises) for slug in pour_adultes.metiers}
    refused = {slug: " ".join(national().metiers[slug].fr.gestes.non_autorises) for slug in pour_adultes.metiers}
    assert [slug for slug, text in allowed.items() if "tension" in text] == ["aide-soignant"]
    assert [slug for slug, text in allowed.items() if "ésinfecter" in text] == ["agent-de-service-hospitalier"]
    assert all(re.search("injection|piqûre", text) for text in refused.values())
    assert any(
        "La toilette d’une personne malade revient aux soignants, comme l’aide-soignant" in one.reponse
        for one in national().metiers["agent-de-service-hospitalier"].fr.idees_recues
    )


def test_what_is_for_adults_stands_apart_from_the_classes():
    page = plan_national().at("ecole/seances/")
    assert [fiche.slug for fiche in page.donnees["adultes"]] == ["guider-vers-les-metiers-de-l-autonomie"]
    assert not any(fiche.fr.pour_adultes for fiche in page.donnees["fiches"])
    assert {option.code for option in page.donnees["groupes"]["niveau"]} == CLASSES
    sheet = plan_national().at("ecole/seances/guider-vers-les-metiers-de-l-autonomie/eleve/")
    assert sheet.titre["fr"].startswith("Feuille de travail") and "élève" not in sheet.description["fr"]


def test_the_parts_of_a_lesson_follow_each_other_from_the_first_minute_to_the_last(seance):
    bounds = [(start, end) for start, end, _ in seance.minutage]
    assert bounds[0][0] == 0 and bounds[-1][1] == seance.duree_minutes
    assert all(before[1] == after[0] for before, after in pairwise(bounds))


def test_a_pupil_can_answer_every_question_on_the_sheet(seance):
    mute = [one.consigne for one in seance.fiche_eleve if not (one.lignes or one.choix or one.colonnes)]
    assert mute == []


def test_the_sheets_that_a_question_asks_to_read_are_those_that_the_teacher_prints(seance):
    asked = {slug for activite in seance.fiche_eleve for slug in activite.metiers}
    assert asked <= set(seance.metiers) <= set(national().metiers)


def test_the_pages_that_a_lesson_names_exist(seance):
    known = addresses(plan_national())
    assert [page for page in seance.pages if page not in known and page not in OF_A_PLATFORM] == []


def test_the_gestures_to_guess_are_in_the_days_of_the_four_professions():
    question = national().seances["devinez-le-metier"].fr.fiche_eleve[1]
    letters = re.findall(r"\b([ABCD])\b", question.corrige.partition("\n")[0])
    for gesture, letter in zip(question.rangees, letters, strict=True):
        sheet = national().metiers[question.metiers["ABCD".index(letter)]].fr
        key = max(re.findall(r"\w{5,}", gesture), key=len)
        assert any(key in moment.geste for moment in sheet.journee), (gesture, letter)


def test_the_hours_of_the_answers_are_those_of_the_sheets():
    told = re.findall(r"(\d+)\u00a0h\u00a0(\d\d)", " ".join([*answers("devinez-le-metier"), answers("un-metier-a-la-loupe")[0]]))
    slugs = ["cuisinier-de-collectivite", "accompagnant-eleves-handicap", "aide-a-domicile", "ergotherapeute", "aide-soignant"]
    days = [national().metiers[slug].fr.journee for slug in slugs]
    expected = [*[day[0].heure for day in days], days[-1][-1].heure]
    assert [f"{int(hour):02}:{minute}" for hour, minute in told] == expected


@pytest.mark.parametrize("slug", ["les-chiffres-du-territoire", "filles-et-garcons"])
def test_the_figures_of_the_answers_stand_on_the_page_of_figures(slug):
    page = numbers((DOCS / "chiffres-du-secteur.md").read_text("utf-8"))
    worked_out = {"0,68", "68", "30", "100"}
    answer = " ".join(answers(slug))
    assert numbers(answer) - worked_out - {"10"} <= page
    if slug == "les-chiffres-du-territoire":
        assert 207_200 + 98_200 == 305_400 and round(207_200 / 305_400, 2) == 0.68 and round(80 - 50.1) == 30
        assert {"207200", "98200", "305400"} <= numbers(answer)


def test_true_or_false_is_what_the_sheets_say():
    question = national().seances["filles-et-garcons"].fr.fiche_eleve[1]
    words = ("Les hommes n’ont pas leur place", "Il suffit d’être fort", "C’est un métier de femmes", "Il faut être très fort")
    for slug, idea in zip(question.metiers, words, strict=True):
        told = [one.vrai for one in national().metiers[slug].fr.idees_recues if idea in one.idee]
        assert told == [False], (slug, idea)


def test_which_professions_begin_without_a_diploma_is_what_the_sheets_say():
    question = national().seances["quel-chemin-apres-la-troisieme"].fr.fiche_eleve[2]
    for slug, name in zip(question.metiers, question.choix, strict=True):
        free = national().metiers[slug].fr.acces.sans_diplome
        assert (name.lower() in question.corrige.partition(".")[0].lower()) == free, slug


def test_the_lengths_of_training_in_the_answers_are_those_of_the_sheets():
    told = numbers(answers("qui-a-le-droit-de-faire-quoi")[3])
    deaes, deas = (numbers(national().formations[slug].fr.duree.texte) for slug in ("deaes", "deas"))
    assert {"567", "840"} <= told & deaes and {"44", "22"} <= told & deas
    assert numbers(answers("quel-chemin-apres-la-troisieme")[1]) == {"22", "44", "17"}


def test_nobody_may_inject_but_the_nurse_in_the_answers_and_in_the_sheets():
    refused = {
        slug: " ".join(national().metiers[slug].fr.gestes.non_autorises)
        for slug in ("aide-soignant", "accompagnant-educatif-et-social")
    }
    assert all("injection" in text and "prise de sang" in text for text in refused.values())
    told = re.search(r"Faire une injection\u00a0: (.*)", answers("qui-a-le-droit-de-faire-quoi")[0])
    assert told and re.match("non; non[^;]*; oui, si elle est prescrite", told[1].replace("\u202f", ""))


def test_a_lesson_has_a_page_for_the_teacher_one_for_pupils_the_answers_and_all_three():
    expected = {f"ecole/seances/{slug}/{feuille}" for slug, _ in TOUTES for feuille in FEUILLES}
    assert expected <= under(plan_national(), "ecole/seances/")


def test_lessons_stand_in_school_order_the_placement_before_its_return():
    slugs = [fiche.slug for fiche in plan_national().at("ecole/seances/").donnees["fiches"]]
    assert slugs[0] == "devinez-le-metier" and slugs[-1] == "qui-a-le-droit-de-faire-quoi"
    assert slugs.index("avant-le-stage-de-troisieme") < slugs.index("apres-le-stage-de-troisieme")


def test_each_class_has_a_plain_page_of_its_lessons():
    pages = [plan_national().at(f"ecole/seances/par-niveau/{code}/") for code in CLASSES]
    assert all(page.section == "ecole" and page.parent == "ecole/seances/" for page in pages)
    assert all(page.donnees["choix"].code in fiche.fr.niveaux for page in pages for fiche in page.donnees["fiches"])


def test_the_search_finds_a_lesson_once():
    found = [one.adresse for one in entries(national(), plan_national(), "fr") if one.genre == "seances"]
    assert sorted(found) == [f"ecole/seances/{slug}/" for slug, _ in TOUTES]


def test_a_platform_masks_a_lesson_the_lessons_or_the_whole_school_section():
    one = plan_of(masking(seances=["filles-et-garcons"]), [])
    assert under(one, "ecole/seances/filles-et-garcons/") == set()
    assert under(one, "ecole/seances/devinez-le-metier/")
    assert under(plan_of(masking(rubriques=["seances"]), []), "ecole/seances/") == set()
    assert under(plan_of(masking(rubriques=["ecole"]), [DOCS]), "ecole/") == set()
    assert demonstration().seances


def test_a_platform_adds_a_lesson_and_completes_another(dossier, fichier):
    fichier("data/seances/lire.yml", {**minimal("seances").donnees, "statut": "relu", "sources": [{"titre": "X", "date": "2026"}]})
    fichier("plateformes/ain/plateforme.yml", minimal("plateformes").donnees)
    fichier("plateformes/ain/data/seances/lire.yml", {"complete": "national", "apres": "Venez nous voir."})
    fichier("plateformes/ain/data/seances/visite.yml", {**minimal("seances").donnees, "titre": "Visite"})
    seances = load_platform(load_national(dossier), dossier, "ain").catalogue.seances
    assert {slug: fiche.origine for slug, fiche in seances.items()} == {"lire": "completee", "visite": "territoire"}
    assert seances["lire"].fr.apres == "Venez nous voir."


@pytest.mark.parametrize(
    ("name", "taken"), [("ecole/seances", True), ("ecole/seances/a", True), ("ecole/seances-b", False), ("ecole", False)]
)
def test_prose_never_takes_the_address_of_lessons(name, taken, tmp_path):
    assert is_taken(name) is taken
    file = tmp_path / f"{name}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("---\ntitle: T\ndescription: D\n---\nBonjour.\n", "utf-8")
    if taken:
        with pytest.raises(DataFault) as caught:
            plan_of(national(), [tmp_path])
        assert [one.message for one in caught.value.problems] == ["cette adresse est déjà prise par le site."]
    else:
        assert plan_of(national(), [tmp_path]).at(f"{name}/")
