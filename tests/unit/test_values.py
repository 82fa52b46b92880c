"""Typed values, read as French people write them: yes or no, numbers, levels."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from vitrine.model.values import DateSouple, Entier, Heure, Instant, Jour, Niveau, Nombre, Oui, read_number

KINDS = {
    "oui": Oui,
    "nombre": Nombre,
    "entier": Entier,
    "niveau": Niveau,
    "jour": Jour,
    "date": DateSouple,
    "instant": Instant,
    "heure": Heure,
}
LEVELS = {"CAP": 3, "bep": 3, "bac": 4, "Bac +2": 5, "bac+3": 6, "bac+4": 6, "BAC+5": 7, "bac+8": 8}


@pytest.mark.parametrize("text", ["oui", "Oui", " OUI ", "vrai", "true", "yes"])
def test_yes_is_read_in_french_and_as_yaml_rewrites_it(lecture, text):
    assert lecture(Oui, text) is True


@pytest.mark.parametrize("text", ["non", "Non", "faux", "False", "no"])
def test_no_is_read_in_french_and_as_yaml_rewrites_it(lecture, text):
    assert lecture(Oui, text) is False


@pytest.mark.parametrize("text", ["peut-être", "1", "0", "o", "on", "ouii"])
def test_any_other_word_is_neither_yes_nor_no(refus, text):
    said = f"«\u00a0oui\u00a0» ou «\u00a0non\u00a0» est attendu (lu\u00a0: «\u00a0{text}\u00a0»). Écrivez oui ou non."
    assert refus(Oui, text) == said


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1801,80", "1801.80"),
        ("1801.80", "1801.80"),
        ("1 801,80", "1801.80"),
        ("1\u202f801", "1801"),
        ("12\u00a0000\u00a0000", "12000000"),
        ("0", "0"),
        ("0012", "12"),
        ("1000000000000", "1000000000000"),
    ],
)
def test_a_number_is_read_with_a_comma_and_spaces(lecture, text, number):
    assert lecture(Nombre, text) == Decimal(number)


@pytest.mark.parametrize("text", ["12 €", "douze", "1.801,80", "0x10", "3 %", "1/2"])
def test_a_unit_or_a_word_is_not_a_number(refus, text):
    assert refus(Nombre, text) == f"nombre attendu (lu\u00a0: «\u00a0{text}\u00a0»). Chiffres seuls, sans unité."


@pytest.mark.parametrize("text", ["-3", "NaN", "sNaN", "Infinity", "-inf", ".inf", "-.INF", ".nan", "1000000000001", "1e999999999"])
def test_a_number_is_finite_positive_and_bounded(refus, text):
    assert refus(Nombre, text) == f"nombre positif attendu (lu\u00a0: «\u00a0{text}\u00a0»). Corrigez la valeur."


@given(st.integers(0, 10**12), st.sampled_from([" ", "\u00a0", "\u202f", ""]))
def test_any_whole_number_survives_its_thousands_separators(number, space):
    assert read_number(f"{number:,}".replace(",", space)) == number


@pytest.mark.parametrize(("text", "written"), [("34,5", 34.5), ("12", 12), ("12,0", 12)], ids=["decimal", "whole", "zero"])
def test_a_number_leaves_as_a_json_number(text, written):
    adapter = TypeAdapter(Nombre)
    dumped = adapter.dump_python(adapter.validate_python(text), mode="json")
    assert (dumped, type(dumped)) == (written, type(written))


@pytest.mark.parametrize(("text", "number"), [("20", 20), ("20,0", 20), ("1 540", 1540)])
def test_a_whole_number_may_be_written_with_a_zero_decimal(lecture, text, number):
    assert lecture(Entier, text) == number


def test_a_fraction_is_not_a_whole_number(refus):
    assert refus(Entier, "20,5") == "nombre entier attendu (lu\u00a0: «\u00a020,5\u00a0»). Retirez la partie décimale."


@pytest.mark.parametrize(("text", "level"), [("1", 1), ("8", 8), *LEVELS.items()])
def test_a_level_is_a_number_or_its_everyday_name(lecture, text, level):
    assert lecture(Niveau, text) == level


@pytest.mark.parametrize("text", ["0", "9", "12", "V", "licence", "-1"])
def test_a_level_goes_from_one_to_eight(refus, text):
    said = f"niveau inconnu\u00a0: «\u00a0{text}\u00a0». Niveau de 1 à 8 (3 CAP, 4 bac, 5 bac+2, 6 bac+3, 7 bac+5)."
    assert refus(Niveau, text) == said


@pytest.mark.parametrize(
    ("kind", "value"),
    [(Oui, True), (Nombre, 12), (Nombre, Decimal("12.5")), (Entier, 12), (Niveau, 3), (Jour, date(2027, 4, 3))],
    ids=["oui", "whole number", "number", "integer", "level", "day"],
)
def test_a_value_already_typed_is_read_as_itself(lecture, kind, value):
    assert lecture(kind, value) == value


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        (Oui, {"enum": ["oui", "non"]}),
        (Nombre, {"type": ["number", "string"]}),
        (Entier, {"type": ["integer", "string"]}),
        (Niveau, {"type": ["integer", "string"]}),
        (Jour, {"type": "string", "format": "date"}),
        (DateSouple, {"type": ["string", "integer"]}),
        (Instant, {"type": "string"}),
        (Heure, {"type": "string"}),
    ],
    ids=KINDS,
)
def test_an_editor_offers_what_people_write(kind, schema):
    assert TypeAdapter(kind).json_schema() == schema


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("", "texte vide. Écrivez une valeur ou supprimez la ligne."),
        (["1"], "un texte est attendu, une liste a été lue. Retirez le tiret ou les crochets."),
        ({"a": "1"}, "un texte est attendu, un bloc de champs a été lu. Mettez le texte entre guillemets."),
    ],
    ids=["nothing", "list", "block"],
)
def test_every_value_is_read_from_one_text(refus, kind, value, said):
    assert refus(kind, value) == said
