"""A comparison says each field in the visitor's words, from the data alone."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from unit.catalogues import chargement_national, demonstration, national
from vitrine.catalogue import Fiche
from vitrine.comparaison import Comparateur, values_at
from vitrine.model.comparaison import Comparaison, LigneComparee, fields_of_metier
from vitrine.model.metier import Competence, Metier, Salaire


def ligne(champ: str) -> LigneComparee:
    return LigneComparee.model_validate({"titre": "Titre", "champ": champ})


@pytest.fixture
def aide_soignant() -> Fiche[Metier]:
    return national().metiers["aide-soignant"]


@pytest.mark.parametrize(
    ("champ", "langue", "said"),
    [
        ("acces.sans_diplome", "fr", ["Non"]),
        ("acces.sans_diplome", "en", ["No"]),
        ("acces.niveau", "fr", ["Niveau 4 (bac)"]),
        ("conditions.permis", "fr", ["Utile"]),
        ("evolutions", "fr", [("Infirmier ou infirmière", "metiers/infirmier/")]),
    ],
)
def test_a_field_is_said_in_words(aide_soignant: Fiche[Metier], champ: str, langue: str, said: list[object]):
    assert Comparateur(national(), langue).cell(aide_soignant, ligne(champ)) == said


def test_lists_of_blocks_are_opened(aide_soignant: Fiche[Metier]):
    found = Comparateur(national(), "fr").cell(aide_soignant, ligne("acces.voies.formations"))
    assert ("Diplôme d’État d’aide-soignant", "formations/deas/") in found


def test_only_skills_at_the_heart_are_compared(aide_soignant: Fiche[Metier]):
    found = Comparateur(national(), "fr").cell(aide_soignant, ligne("competences.savoir_faire"))
    skills = aide_soignant.fr.competences.savoir_faire
    assert found == [skill.libelle for skill in skills if skill.coeur]
    assert len(found) < len(skills)
    assert all(isinstance(skill, Competence) for skill in skills)


def test_a_pay_without_amount_says_nothing(aide_soignant: Fiche[Metier]):
    comparateur = Comparateur(national(), "fr")
    pay = next(s for fiche in national().metiers.values() for s in fiche.fr.salaires if s.debutant and s.experimente)
    alone = pay.model_copy(update={"experimente": None})
    none = pay.model_copy(update={"debutant": None, "experimente": None})
    shown = [comparateur._say_plain(value, "fr") for value in (pay, alone, none)]
    assert shown[0] and shown[0].startswith("De ")
    assert shown[1] and not shown[1].startswith("De ")
    assert shown[2] is None
    assert isinstance(pay, Salaire)


def test_a_sheet_that_is_not_translated_speaks_french_in_every_cell():
    fiche = next(fiche for fiche in national().metiers.values() if set(fiche.valeurs) == {"fr"})
    arabic, french = (Comparateur(national(), langue) for langue in ("ar", "fr"))
    for champ in ("acces.sans_diplome", "acces.resume", "conditions.permis"):
        assert arabic.cell(fiche, ligne(champ)) == french.cell(fiche, ligne(champ))


def test_a_link_says_its_language_when_it_is_not_that_of_the_cell(aide_soignant: Fiche[Metier]):
    found = Comparateur(national(), "ar").cell(aide_soignant, ligne("acces.voies.formations"))
    untranslated = [said for said in found if set(national().formations[said[1].split("/")[1]].valeurs) == {"fr"}]
    assert untranslated and all(said[2] == "fr" for said in untranslated)


def test_a_masked_record_is_not_named():
    catalogue = demonstration()
    for fiche in catalogue.metiers.values():
        for said in Comparateur(catalogue, "fr").cell(fiche, ligne("proches")):
            assert said[1].split("/")[1] in catalogue.metiers


def test_every_file_holds_each_profession_of_its_family_once():
    catalogue = national()
    groups = [groupe.lignes for groupe in catalogue.comparaison.fr.groupes]
    found = []
    for famille, (address, content) in Comparateur(catalogue, "fr").fichiers.items():
        assert address.startswith(f"assets/comparer-{famille}-fr.")
        data = json.loads(content.decode().removeprefix("vitrineComparaison(").removesuffix(");\n"))
        for slug, (langue, cells) in data["metiers"].items():
            assert catalogue.metiers[slug].fr.famille == famille
            assert langue == "fr"
            assert len(cells) == sum(len(lignes) for lignes in groups)
            found.append(slug)
    assert sorted(found) == sorted(catalogue.metiers)


def test_every_row_of_the_data_says_something_of_some_profession():
    comparateur = Comparateur(national(), "fr")
    for groupe in national().comparaison.fr.groupes:
        for row in groupe.lignes:
            assert any(comparateur.cell(fiche, row) for fiche in national().metiers.values()), row.champ


def test_rows_are_translated_with_the_same_fields():
    fiche = chargement_national().catalogue.comparaison
    french = [row.champ for groupe in fiche.fr.groupes for row in groupe.lignes]
    assert set(fiche.valeurs) == {"fr", "en", "ar"}
    for langue in ("en", "ar"):
        assert [row.champ for groupe in fiche.dans(langue).groupes for row in groupe.lignes] == french


def test_an_unknown_field_is_refused_with_its_neighbour():
    with pytest.raises(ValidationError, match="n'est pas un champ de la fiche métier") as caught:
        Comparaison.model_validate({"groupes": [{"titre": "T", "lignes": [{"titre": "T", "champ": "condition.permis"}]}]})
    assert "conditions.permis" in caught.value.errors()[0]["ctx"]["remede"]


@pytest.mark.parametrize("champ", ["notes", "statut", "empreinte"])
def test_what_is_not_for_the_public_cannot_be_compared(champ: str):
    assert champ not in fields_of_metier()


@pytest.mark.parametrize(
    ("value", "path", "found"), [([1, None, 2], (), [1, 2]), (None, ("x",), []), (False, (), [False]), ([[]], ("x",), [])]
)
def test_values_are_found_through_lists_and_gaps(value: object, path: tuple[str, ...], found: list[object]):
    assert list(values_at(value, path)) == found
