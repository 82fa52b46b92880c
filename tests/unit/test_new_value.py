"""A value added to a vocabulary appears by itself in filters, comparison and quiz: no code is touched."""

from __future__ import annotations

from dataclasses import replace

import pytest

from unit.catalogues import addresses, avec, national, redire
from vitrine.catalogue import Catalogue, Fiche
from vitrine.comparaison import Comparateur
from vitrine.model.comparaison import LigneComparee
from vitrine.model.nomenclature import Nomenclature, Terme
from vitrine.pages import plan_of
from vitrine.quiz.questions import questions_of

QUIZ = "quel-metier-pour-moi"


def added(catalogue: Catalogue, nomenclature: str, code: str, label: str) -> Catalogue:
    """The catalogue with one more value in a vocabulary."""
    source: Fiche[Nomenclature] = catalogue.nomenclatures[nomenclature]
    changed = redire(source, termes={**source.fr.termes, code: Terme(libelle=label)})
    return replace(catalogue, nomenclatures={**catalogue.nomenclatures, nomenclature: changed})


@pytest.fixture
def jardin() -> Catalogue:
    """A new place and a new interest, both of one profession."""
    catalogue = added(added(national(), "lieux", "jardin", "Dans un jardin"), "interets", "jardiner", "Jardiner")
    metier = catalogue.metiers["aide-a-domicile"]
    return avec(catalogue, "metiers", redire(metier, lieux=["jardin"], interets=["jardiner"]))


def test_a_new_place_is_a_filter_and_a_page(jardin: Catalogue):
    plan = plan_of(jardin, [])
    index = plan.at("metiers/")
    assert index is not None
    boxes = [(option.filtre.nom, option.code) for options in index.donnees["groupes"].values() for option in options]
    marks = {slug: int(bits, 16) for slug, bits in index.donnees["marques"].items()}
    assert [slug for slug, bits in marks.items() if bits >> boxes.index(("lieu", "jardin")) & 1] == ["aide-a-domicile"]
    assert "metiers/par-lieu/jardin/" in addresses(plan)


def test_a_new_place_is_said_in_the_comparison(jardin: Catalogue):
    row = LigneComparee.model_validate({"titre": "Où", "champ": "lieux"})
    assert Comparateur(jardin, "fr").cell(jardin.metiers["aide-a-domicile"], row) == ["Dans un jardin"]


def test_a_new_interest_is_an_answer_of_the_quiz(jardin: Catalogue):
    before, after = (questions_of(catalogue, catalogue.quiz[QUIZ].fr, "fr")[0] for catalogue in (national(), jardin))
    new = {reponse.texte for reponse in after.reponses} - {reponse.texte for reponse in before.reponses}
    assert new == {"Jardiner"}
