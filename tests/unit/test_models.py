"""What a record may say. The messages of the models' own validators are in ``cas/controle``."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from unit.minimales import DONNEES, TOUS
from vitrine.gabarits import nested
from vitrine.model.base import Modele
from vitrine.model.fields import Code
from vitrine.model.kinds import PROGRAMME
from vitrine.model.metier import Metier
from vitrine.model.temoignage import Temoignage
from vitrine.model.walk import leaves

GENRES = {**TOUS, PROGRAMME.dossier: PROGRAMME}


def below(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model and all models inside it."""
    yield model
    for info in model.model_fields.values():
        for inner in models_in(info.annotation):
            yield from below(inner)


def models_in(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for part in getattr(kind, "__args__", ()):
        yield from models_in(part)


MODELS = {model.__name__: model for genre in GENRES.values() for model in below(genre.modele)}
FIELDS = {f"{name}.{field}": info for name, model in MODELS.items() for field, info in model.model_fields.items()}
EXAMPLES = {name: info for name, info in FIELDS.items() if info.examples}


def test_the_walk_reaches_the_deepest_models():
    assert {"Metier", "Voie", "Source", "Consentement", "BandeauAide", "Masquer", "Terme", "Etape"} <= set(MODELS)


@pytest.mark.parametrize("info", FIELDS.values(), ids=FIELDS)
def test_every_field_has_a_french_title_and_help(info: FieldInfo):
    assert info.title and info.title[0].isupper()
    assert info.description and info.description.rstrip(" »")[-1] in ".…?"


def test_every_value_has_an_example():
    assert [name for name, info in FIELDS.items() if not nested(info.annotation)[0] and not info.examples] == []


@pytest.mark.parametrize("info", EXAMPLES.values(), ids=EXAMPLES)
def test_every_example_is_accepted_by_its_own_field(info: FieldInfo, national):
    kind = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    TypeAdapter(kind).validate_python(info.examples[0], context=without_slugs(national.contexte))


def without_slugs(contexte):
    return type(contexte)(contexte.codes, {}, contexte.aujourd_hui)


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_every_model_refuses_unknown_fields_and_cannot_be_changed(model):
    assert issubclass(model, Modele)
    assert (model.model_config["extra"], model.model_config["frozen"]) == ("forbid", True)


@pytest.mark.parametrize("genre", GENRES.values(), ids=GENRES)
def test_every_kind_builds_a_json_schema_with_its_titles_and_help(genre):
    schema = genre.modele.model_json_schema()
    assert list(schema["properties"]) == list(genre.modele.model_fields)
    assert all(field["description"] and ("title" in field or "$ref" in field) for field in schema["properties"].values())


@pytest.mark.parametrize("genre", TOUS.values(), ids=TOUS)
def test_the_minimal_record_of_every_kind_is_accepted(genre, minimales, national):
    genre.modele.model_validate(minimales[genre.dossier], context=without_slugs(national.contexte))


@pytest.mark.parametrize("genre", TOUS.values(), ids=TOUS)
def test_a_minimal_record_holds_all_required_fields_and_each_is_missed(genre, minimales):
    required = [name for name, info in genre.modele.model_fields.items() if info.is_required()]
    for name in required:
        poorer = {key: value for key, value in minimales[genre.dossier].items() if key != name}
        with pytest.raises(ValidationError) as caught:
            genre.modele.model_validate(poorer)
        assert [(fault["type"], fault["loc"]) for fault in caught.value.errors()] == [("missing", (name,))]


@pytest.mark.parametrize("genre", TOUS.values(), ids=TOUS)
def test_every_code_that_a_field_takes_has_its_nomenclature(genre):
    named = {mark.liste for leaf in leaves(genre.modele).values() for mark in leaf.marqueurs if isinstance(mark, Code)}
    assert {name for name in named if not (DONNEES / "nomenclatures" / f"{name}.yml").is_file()} == set()


def test_a_profession_has_one_name_when_both_genders_share_it(metier_minimal):
    assert Metier.model_validate(metier_minimal).intitule == "Aide à domicile"


@pytest.mark.parametrize(
    ("langue", "name"),
    [
        ("fr", "Aide-soignant ou aide-soignante"),
        ("en", "Aide-soignant or aide-soignante"),
        ("ar", "Aide-soignant أو aide-soignante"),
    ],
)
def test_a_profession_bears_both_names(metier_minimal, langue, name):
    record = Metier.model_validate({**metier_minimal, "feminin": "Aide-soignante", "masculin": "Aide-soignant"})
    assert record.nomme(langue) == name


def test_a_formation_is_called_by_its_sigle_when_it_has_one(minimales):
    minimal, model = minimales["formations"], GENRES["formations"].modele
    assert model.model_validate({**minimal, "sigle": "DEAES"}).nom_court == "DEAES"
    assert model.model_validate(minimal).nom_court == "Diplôme d’État d’accompagnant éducatif et social"


def test_a_platform_is_shown_under_the_name_visitors_know(minimales):
    minimal, model = minimales["plateformes"], GENRES["plateformes"].modele
    assert model.model_validate({**minimal, "nom_public": "Go Sens"}).nom_affiche == "Go Sens"
    assert model.model_validate(minimal).nom_affiche == "Plateforme des métiers de l’autonomie de l’Exemple"


def test_defaults_are_silent_and_never_guessed(metier_minimal):
    record = Metier.model_validate(metier_minimal)
    given = set(metier_minimal)
    empty = Metier.model_fields.keys() - given
    assert all(not value or value == type(value)() for name in empty if (value := getattr(record, name)) is not None)


def test_a_testimony_is_published_until_the_last_day_of_its_consent(minimales):
    record = Temoignage.model_validate(minimales["temoignages"])
    assert record.is_publishable(date(2029, 9, 1)) and not record.is_publishable(date(2029, 9, 2))


def test_a_testimony_already_public_elsewhere_does_not_expire(minimales):
    text = copy.deepcopy(minimales["temoignages"])
    del text["consentement"]
    text["publication"] = {"titre": "Article", "date": "2020"}
    assert Temoignage.model_validate(text).is_publishable(date(2099, 1, 1))


@pytest.mark.parametrize(("age", "parental"), [("17", "oui"), ("18", "non"), ("34", "non")])
def test_a_minor_speaks_with_the_agreement_of_a_parent_an_adult_alone(minimales, age, parental):
    text = copy.deepcopy(minimales["temoignages"])
    text |= {"age": age, "citation": "J’aime ce métier.", "consentement": {**text["consentement"], "parental": parental}}
    assert Temoignage.model_validate(text).age == int(age)


@pytest.mark.parametrize(
    ("field", "value"),
    [("telephone", "3949"), ("courriel", "a@exemple.fr"), ("formulaire", "https://a.fr"), ("site", "https://a.fr"),
     ("adresse", {"commune": "Alençon"})],
)  # fmt: skip
def test_one_way_to_reach_a_contact_is_enough(minimales, field, value):
    text = {key: kept for key, kept in minimales["contacts"].items() if key != "telephone"}
    assert getattr(GENRES["contacts"].modele.model_validate({**text, field: value}), field)


@pytest.mark.parametrize("where", [{"lieu": {"commune": "Alençon"}}, {"lien": "https://www.exemple.fr/"}], ids=["place", "link"])
def test_an_event_takes_place_somewhere_or_online(minimales, where):
    text = {key: kept for key, kept in minimales["agenda"].items() if key != "lieu"}
    assert GENRES["agenda"].modele.model_validate({**text, **where}).titre == "Café des métiers"
