"""Games: cards of every profession, objects that the sheets confirm, puzzles with one answer, a code that the data make."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter

import pytest

from unit.catalogues import (
    DOCS,
    addresses,
    avec,
    chargement_national,
    demonstration,
    masking,
    national,
    plan_demonstration,
    plan_national,
    redire,
    under,
)
from unit.minimales import minimal
from vitrine.jeux.enquete import answer, code, inquiry, total
from vitrine.jeux.hasard import disorder, shuffled
from vitrine.jeux.journees import days
from vitrine.jeux.planches import claims, planches
from vitrine.loading import load_national
from vitrine.loading_platform import load_platform
from vitrine.model.jeu import Objet, Station
from vitrine.model.kinds import GENRES
from vitrine.pages import plan_of
from vitrine.pages.prose import is_taken
from vitrine.rules.coherence import riddles_have_answers
from vitrine.search.entries import entries
from vitrine.selection import visible

SLUGS = ("cartes", "objets", "vrai-ou-faux", "une-journee", "enquete-au-forum")
ENQUETE = "ecole/jeux/enquete-au-forum/"


@pytest.fixture(params=SLUGS)
def jeu(request):
    return national().jeux[request.param].fr


@pytest.fixture
def stations():
    return national().jeux["enquete-au-forum"].fr.stations


def deck(plan, adresse):
    return [card for planche in plan.at(adresse).donnees["planches"] for card in planche]


def test_there_is_a_game_of_each_kind():
    assert [fiche.slug for fiche in plan_national().at("ecole/jeux/").donnees["fiches"]] == list(SLUGS)
    assert {fiche.fr.genre for fiche in national().jeux.values()} == set(national().termes("genres-jeu"))


def test_a_game_says_what_it_is_for_how_it_is_prepared_and_how_it_is_played(jeu):
    for part in ("niveaux", "duree_minutes", "participants", "objectifs", "materiel", "preparation", "regles", "apres"):
        assert getattr(jeu, part), part
    assert {"segpa", "ulis", "upe2a"} <= {variante.public for variante in jeu.variantes}


def test_every_profession_has_one_card_which_bears_one_number():
    everything = deck(plan_national(), "ecole/jeux/cartes/toutes/")
    assert len(everything) == len(national().metiers) == 75
    by_family = [card for code in national().termes("familles") for card in deck(plan_national(), f"ecole/jeux/cartes/{code}/")]
    assert sorted((number, fiche.slug) for number, fiche in by_family) == [(number, fiche.slug) for number, fiche in everything]
    assert [number for number, _ in everything] == list(range(1, 76))


def test_cards_stand_eight_a_sheet_and_the_page_tells_how_many_sides_it_takes():
    assert [len(sheet) for sheet in planches(range(75), 8)] == [8] * 9 + [3]
    sizes = {sheet.nom: sheet.pages for sheet in plan_national().at("ecole/jeux/cartes/").donnees["feuilles"]}
    assert sizes["toutes"] == 20 and sizes["encadrement"] == 2


def test_there_are_thirty_six_objects_in_four_sheets_that_never_offer_a_profession_twice():
    sheets = plan_national().at("ecole/jeux/objets/eleve/").donnees["planches"]
    assert [len(sheet) for sheet in sheets] == [9, 9, 9, 9]
    for sheet in sheets:
        assert max(Counter(slugs[0] for *_, slugs in sheet).values()) == 1


def test_the_word_of_an_object_stands_in_the_sheet_of_each_of_its_professions():
    for objet in national().jeux["objets"].fr.objets:
        assert objet.mot and objet.metiers
        for slug in objet.metiers:
            assert objet.mot.lower() in national().metiers[slug].fr.model_dump_json().lower(), (objet.nom, slug)


def test_an_object_never_says_the_name_of_its_profession():
    for objet in national().jeux["objets"].fr.objets:
        for slug in objet.metiers:
            record = national().metiers[slug].fr
            assert record.masculin.lower() not in f"{objet.nom} {objet.usage}".lower(), objet.nom


def test_as_many_claims_are_true_as_false_and_each_is_of_another_profession():
    drawn = claims("vrai-ou-faux", national().metiers.values(), 40)
    assert Counter(claim.vraie for claim in drawn) == {True: 20, False: 20}
    assert len({claim.fiche.slug for claim in drawn}) == 40
    assert all(claim.idee(claim.fiche.fr).vrai is claim.vraie for claim in drawn)
    assert [len(claims("x", national().metiers.values(), most)) for most in (0, 1, 2, 7)] == [0, 0, 2, 6]


def test_the_answer_of_a_puzzle_is_the_true_day():
    puzzles = days("une-journee", national().metiers.values())
    assert len(puzzles) == sum(len(fiche.fr.journee) >= 5 for fiche in national().metiers.values())
    for puzzle in puzzles:
        told = dict(puzzle.lettres)
        answered = [(heure, puzzle.fiche.fr.journee[told[lettre]].geste) for heure, lettre in puzzle.solution]
        assert answered == [(moment.heure, moment.geste) for moment in puzzle.fiche.fr.journee]
        assert list(puzzle.ordre) != sorted(puzzle.ordre)


def test_each_puzzle_stands_on_the_page_of_its_family_and_in_the_answers():
    answers = plan_national().at("ecole/jeux/une-journee/corrige/").donnees["groupes"]
    for famille, puzzles in answers:
        shown = plan_national().at(f"ecole/jeux/une-journee/{famille}/").donnees["journees"]
        assert shown == puzzles and {one.fiche.fr.famille for one in shown} == {famille}


def test_the_shuffle_is_the_same_for_ever():
    assert disorder("une-journee/aide-soignant", 9) == [8, 0, 1, 7, 5, 3, 6, 4, 2]
    assert all(sorted(disorder("x", count)) == list(range(count)) for count in range(12))
    assert all(disorder(str(seed), 2) == [1, 0] for seed in range(20))
    order = shuffled("x", ["b", "a", "d", "c"])
    assert [name for name in shuffled("x", ["a", "b", "c", "d", "e"]) if name != "e"] == order


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_shuffle_does_not_depend_on_the_run(seed):
    asked = "from vitrine.jeux.hasard import disorder, shuffled; print(disorder('x', 9), shuffled('x', {'a', 'b', 'c', 'd'}))"
    done = subprocess.run(
        [sys.executable, "-c", asked], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == f"{disorder('x', 9)} {shuffled('x', 'abcd')}"


def test_the_code_is_what_a_person_reads_on_the_sheets(stations):
    metiers = {slug: fiche.fr for slug, fiche in national().metiers.items()}
    read = [
        int(metiers["aide-soignant"].journee[0].heure.split(":")[0]),
        ["inutile", "utile", "souvent-demande", "obligatoire"].index(metiers["aide-a-domicile"].conditions.permis) + 1,
        metiers["ergotherapeute"].acces.niveau,
        len(metiers["interprete-lsf"].journee),
        1 if metiers["surveillant-de-nuit"].acces.sans_diplome else 2,
        len(metiers["cuisinier-de-collectivite"].missions),
    ]
    assert [station.metier for station in stations] == [
        "aide-soignant", "aide-a-domicile", "ergotherapeute", "interprete-lsf", "surveillant-de-nuit", "cuisinier-de-collectivite",
    ]  # fmt: skip
    page = plan_national().at(f"{ENQUETE}organisation/").donnees
    assert page["code"] == "".join(str(number % 10) for number in read)
    assert page["total"] == sum(number % 10 for number in read)


def test_the_code_follows_the_sheets(stations):
    jeu = national().jeux["enquete-au-forum"].fr
    aide = national().metiers["aide-soignant"]
    later = [aide.fr.journee[0].model_copy(update={"heure": "13:45"}), *aide.fr.journee[1:]]
    before = inquiry(national(), jeu)
    after = inquiry(avec(national(), "metiers", redire(aide, journee=later)), jeu)
    assert after[0].reponse == 13 and code(after) == f"3{code(before)[1:]}"
    assert total(after) == total(before) - before[0].chiffre + 3


def test_no_riddle_tells_its_answer(stations):
    for station in stations:
        reply = answer(national(), station)
        assert str(reply) not in station.enigme


def test_a_station_whose_sheet_is_hidden_leaves_the_game_which_closes_when_too_few_are_left():
    whole = [arret.fiche.slug for arret in plan_national().at(f"{ENQUETE}eleve/").donnees["arrets"]]
    fewer = plan_of(masking(metiers=whole[:2]), []).at(f"{ENQUETE}eleve/").donnees
    assert [arret.fiche.slug for arret in fewer["arrets"]] == whole[2:]
    assert [arret.lettre for arret in fewer["arrets"]] == ["A", "B", "C", "D"] and len(fewer["code"]) == 4
    assert under(plan_of(masking(metiers=whole[:4]), []), ENQUETE) == set()


def test_a_hidden_profession_has_no_card_no_puzzle_and_is_no_answer():
    assert "ergotherapeute" not in demonstration().metiers
    for adresse in ("cartes/toutes/", "objets/corrige/"):
        donnees = plan_demonstration().at(f"ecole/jeux/{adresse}").donnees["planches"]
        assert "ergotherapeute" not in str([[card[-1] if adresse[0] == "o" else card[1].slug for card in one] for one in donnees])
    names = [nom for sheet in plan_demonstration().at("ecole/jeux/objets/eleve/").donnees["planches"] for _, nom, *_ in sheet]
    assert "Couverts adaptés" not in names and "Barre d’appui" in names


def test_a_platform_masks_a_game_the_games_or_the_whole_school_section():
    one = plan_of(masking(jeux=["objets"]), [])
    assert under(one, "ecole/jeux/objets/") == set()
    assert under(one, "ecole/jeux/cartes/")
    assert under(plan_of(masking(rubriques=["jeux"]), []), "ecole/jeux/") == set()
    assert under(plan_of(masking(rubriques=["jeux"]), []), "ecole/seances/")
    assert under(plan_of(masking(rubriques=["ecole"]), [DOCS]), "ecole/") == set()


def test_a_platform_adds_a_game_and_completes_another(dossier, fichier):
    relu = {"statut": "relu", "sources": [{"titre": "X", "date": "2026"}]}
    fichier("data/jeux/cartes.yml", {**minimal("jeux").donnees, **relu})
    fichier("plateformes/ain/plateforme.yml", minimal("plateformes").donnees)
    fichier("plateformes/ain/data/jeux/cartes.yml", {"complete": "national", "apres": "Venez nous voir."})
    fichier("plateformes/ain/data/jeux/forum.yml", {**minimal("jeux").donnees, "titre": "Les cartes du forum"})
    jeux = load_platform(load_national(dossier), dossier, "ain").catalogue.jeux
    assert {slug: fiche.origine for slug, fiche in jeux.items()} == {"cartes": "completee", "forum": "territoire"}
    assert jeux["cartes"].fr.apres == "Venez nous voir." and jeux["cartes"].fr.genre == "cartes"


def test_a_deck_of_a_few_professions_holds_only_these():
    few = redire(national().jeux["cartes"], metiers=["linger", "aide-soignant"])
    plan = plan_of(avec(national(), "jeux", few), [])
    assert [fiche.slug for _, fiche in deck(plan, "ecole/jeux/cartes/toutes/")] == ["aide-soignant", "linger"]


STATION = {"titre": "T", "metier": "aide-soignant", "enigme": "Combien ?", "a_demander": "Pourquoi ?"}


@pytest.mark.parametrize(
    ("champs", "said"),
    [
        ({"calcul": "debut", "champ": "missions"}, "ce calcul ne lit aucun champ. Retirez champ."),
        ({"calcul": "choix", "champ": "conditions.permi"}, "« conditions.permi » ne convient pas à ce calcul. Vouliez-vous dire"),
        ({"calcul": "compte", "champ": "conditions.permis"}, "« conditions.permis » ne convient pas à ce calcul."),
        ({"calcul": "choix", "champ": "lieux"}, "« lieux » ne convient pas à ce calcul."),
        ({"calcul": "choix", "champ": "salaires.cadre"}, "« salaires.cadre » ne convient pas à ce calcul."),
        ({"calcul": "compte"}, "il manque le champ à lire. Champs admis : "),
    ],
)
def test_a_station_that_reads_the_wrong_field_is_told_so(refus, champs, said):
    assert refus(Station, {**STATION, **champs}).replace("\u00a0", " ").startswith(said)


@pytest.mark.parametrize(
    ("champs", "said"),
    [
        ({"genre": "objets"}, "un jeu « objets » a besoin de objets. Ajoutez objets, ou changez de genre."),
        ({"genre": "enquete"}, "un jeu « enquete » a besoin de stations. Ajoutez stations, ou changez de genre."),
        (
            {"genre": "cartes", "stations": [{**STATION, "calcul": "debut"}]},
            "stations ne sert qu'au genre « enquete ». Retirez stations, ou changez de genre.",
        ),
        ({"genre": "enquete", "stations": [{**STATION, "calcul": "debut"}] * 10}, "plus de 9 stations. Retirez-en"),
    ],
)
def test_a_game_without_what_it_prints_is_told_so(refus, champs, said):
    told = refus(GENRES["jeux"].modele, {**minimal("jeux").donnees, **champs})
    assert told.replace("\u00a0", " ").startswith(said)


def test_an_object_without_a_profession_is_told_so(refus):
    told = refus(Objet, {"nom": "Gants", "usage": "Ils protègent.", "metiers": []})
    assert told.startswith("aucun métier. Donnez au moins un métier")


def test_a_riddle_that_the_sheet_does_not_answer_is_told_at_its_line():
    game = national().jeux["enquete-au-forum"]
    assert list(riddles_have_answers(game, national())) == []
    silent = avec(national(), "metiers", redire(national().metiers["aide-soignant"], journee=[]))
    (told,) = riddles_have_answers(game, silent)
    assert told.fichier.endswith("enquete-au-forum.yml") and told.ligne > 1 and told.champ == "stations[1]"
    assert "aide-soignant" in told.message and "journee" in told.message


def test_the_search_finds_a_game_once():
    found = [one.adresse for one in entries(national(), plan_national(), "fr") if one.genre == "jeux"]
    assert sorted(found) == sorted(f"ecole/jeux/{slug}/" for slug in SLUGS)


def test_prose_never_takes_the_address_of_games():
    assert is_taken("ecole/jeux") and is_taken("ecole/jeux/cartes") and not is_taken("ecole/jeux-b")


def test_a_draft_game_is_not_published():
    draft = redire(national().jeux["cartes"], statut="brouillon")
    assert "ecole/jeux/cartes/" not in addresses(plan_of(visible(avec(chargement_national().catalogue, "jeux", draft)), []))
