"""Kinds of text: what is cleaned, bounded, refused, and what is suggested instead."""

from __future__ import annotations

import unicodedata
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from vitrine.model.context import Contexte, suggestion
from vitrine.model.faults import quoted
from vitrine.model.fields import Accroche, Code, Ligne, Liste, Note, Phrase, Renvoi, Slug, Texte, Titre, clean
from vitrine.problems import thousands

MONTHS = ["janvier", "fevrier", "mars"]
MOIS = Annotated[str, Code("mois")]
METIER = Annotated[str, Renvoi("metiers")]
MARKDOWN = {"accroche": Accroche, "phrase": Phrase, "texte": Texte}
BOUNDS = {
    "titre": (Titre, 120),
    "ligne": (Ligne, 160),
    "accroche": (Accroche, 160),
    "phrase": (Phrase, 500),
    "texte": (Texte, 6000),
    "note": (Note, 2000),
}


@pytest.mark.parametrize(
    ("read", "kept"),
    [
        ("  Aide-soignant \n", "Aide-soignant"),
        ("e\u0301cole", "école"),
        ("aide\u200b-soi\u00adgnant\ufeff", "aide-soignant"),
        ("14\u00a0h\u202f30", "14\u00a0h\u202f30"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Aide\u2028soignant", "Aide soignant"),
    ],
    ids=[
        "spaces at the ends",
        "accent in two signs",
        "invisible joiners",
        "no-break spaces stay",
        "Persian joiner stays",
        "odd break",
    ],
)
def test_a_text_is_normalised_without_losing_a_visible_sign(lecture, read, kept):
    assert lecture(Ligne, read) == kept


@given(st.text(alphabet="aé\u0301\u0327 \n\t\u00a0\u200b\u200d\u00adشﬁA.-", max_size=60))
def test_cleaning_a_clean_text_changes_nothing(text):
    once = clean(text)
    assert clean(once) == once == unicodedata.normalize("NFC", once)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "texte vide. Écrivez une valeur ou supprimez la ligne."),
        (" \u200b ", "texte vide. Écrivez une valeur ou supprimez la ligne."),
        (["a"], "un texte est attendu, une liste a été lue. Retirez le tiret ou les crochets."),
        ({"a": "b"}, "un texte est attendu, un bloc de champs a été lu. Mettez le texte entre guillemets."),
    ],
    ids=["nothing", "only invisible signs", "a list", "a block"],
)
def test_a_text_is_expected(refus, value, said):
    assert refus(Texte, value) == said


@pytest.mark.parametrize("kind", [Titre, Ligne, Accroche], ids=["titre", "ligne", "accroche"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_a_title_fits_on_one_line(refus, kind, end):
    assert refus(kind, f"Une ligne{end}une autre") == "une seule ligne est attendue. Écrivez tout sur la même ligne."


@pytest.mark.parametrize("kind", [Phrase, Texte, Note], ids=["phrase", "texte", "note"])
def test_prose_may_run_over_several_lines(lecture, kind):
    assert lecture(kind, "Une ligne\nune autre") == "Une ligne\nune autre"


@pytest.mark.parametrize(("kind", "bound"), BOUNDS.values(), ids=BOUNDS)
def test_a_text_is_accepted_up_to_its_bound_and_not_beyond(lecture, refus, kind, bound):
    assert lecture(kind, "é" * bound) == "é" * bound
    assert refus(kind, "é" * (bound + 1)) == f"{thousands(bound + 1)} caractères ({thousands(bound)} au plus). Raccourcissez."


@pytest.mark.parametrize("target", ["https://www.exemple.fr/a", "mailto:contact@exemple.fr", "tel:+33145670000"])
@pytest.mark.parametrize("layout", ["[lien]({})", "[lien]( <{}> )", "[lien][1]\n\n[1]: {}", "<{}>"])
def test_prose_may_link_to_the_web_an_address_or_a_number(lecture, layout, target):
    assert lecture(Texte, layout.format(target)) == layout.format(target)


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "JaVaScRiPt:alert", "data:text/html,x", "vbscript:x", "http://exemple.fr", "//exemple.fr"]
)
@pytest.mark.parametrize("layout", ["[lien]({})", "![image]({})", "[lien]( <{}>)", "[1]: {}", "texte\n[1]: <{}"])
def test_prose_links_to_nothing_else(refus, layout, target):
    assert refus(Texte, layout.format(target)).startswith("adresse de lien non admise\u00a0: «\u00a0")


@pytest.mark.parametrize("target", ["https://impots.gouv.fr@mal.example/", "https://сnsa.fr/", "https://xn--80ak6aa92e.com"])
@pytest.mark.parametrize("layout", ["[lien]({})", "[lien][1]\n\n[1]: {}", "<{}>"])
def test_prose_links_to_no_deceiving_host(refus, layout, target):
    assert refus(Texte, layout.format(target)).startswith("nom de site trompeur\u00a0: «\u00a0")


def test_a_refused_link_is_quoted_with_the_schemes_that_are_admitted(refus):
    assert refus(Phrase, "Voir [ici](javascript:alert).") == (
        "adresse de lien non admise\u00a0: «\u00a0javascript:alert\u00a0». "
        "Seuls les liens https:, mailto: et tel: sont admis dans un champ."
    )


@pytest.mark.parametrize("kind", MARKDOWN.values(), ids=MARKDOWN)
@pytest.mark.parametrize(
    "text",
    ["[" * 121, "*" * 30, "a" + "`" * 30, ">" * 30, "1. " * 10 + "a", "- > * 1. - > * 1. + - a"],
    ids=["brackets", "stars", "backquotes", "quotes", "lists in lists", "any block in any other"],
)
def test_runs_of_signs_that_take_minutes_to_parse_are_refused(refus, kind, text):
    assert refus(kind, text) == "trop de signes répétés pour un texte. Écrivez un texte simple."


@pytest.mark.parametrize("kind", [Phrase, Texte], ids=["phrase", "texte"])
@pytest.mark.parametrize("text", ["1.\n" * 20, "=\n" * 101], ids=["lists in lists once on one line", "no empty line"])
def test_runs_of_lines_that_take_minutes_to_parse_are_refused(refus, kind, text):
    assert refus(kind, text) == "trop de signes répétés pour un texte. Écrivez un texte simple."


def test_a_hundred_lines_then_an_empty_one_are_accepted(lecture):
    text = "\n\n".join("\n".join(f"- {n}" for n in range(100)) for _ in range(3))
    assert lecture(Texte, text) == text


def test_a_text_of_many_links_or_a_long_dash_line_is_accepted(lecture):
    text = "-" * 29 + "\n" + "[a](https://a.fr) " * 120
    assert lecture(Texte, text) == text.strip()


def test_a_title_is_plain_text_so_brackets_mean_nothing_there(lecture):
    assert lecture(Titre, "Fiche [a](javascript:b)") == "Fiche [a](javascript:b)"


@pytest.mark.parametrize(
    ("value", "read"),
    [("domicile", ["domicile"]), (["a", "b"], ["a", "b"]), ([], []), (None, [])],
    ids=["one", "two", "empty", "none"],
)
def test_a_single_value_is_a_list_of_one_and_not_its_letters(lecture, value, read):
    assert lecture(Liste[Ligne], value) == read


def test_a_list_holds_two_hundred_values_at_most(lecture):
    assert len(lecture(Liste[Ligne], ["a"] * 200)) == 200
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Liste[Ligne]).validate_python(["a"] * 201)
    assert [fault["type"] for fault in caught.value.errors()] == ["too_long"]


@pytest.mark.parametrize("text", ["aide-soignant", "deas", "bac-pro-2", "404-bis"])
def test_a_slug_is_kebab_case(lecture, text):
    assert lecture(Slug, text) == text


@pytest.mark.parametrize("text", ["Aide", "aide soignant", "aidé", "-a", "a-", "a--b", "a_b", "../a", "a/b", "a.yml", "٣"])
def test_a_slug_cannot_be_anything_else(refus, text):
    said = f"«\u00a0{text}\u00a0» n'est pas un identifiant. Minuscules sans accent, chiffres et tirets seulement."
    assert refus(Slug, text) == said


def test_a_code_that_its_nomenclature_holds_is_kept(lecture):
    assert lecture(MOIS, " mars ", Contexte(codes={"mois": MONTHS})) == "mars"


def test_an_unknown_code_is_refused_with_the_nearest_one(refus):
    said = "«\u00a0Fevrié\u00a0» n'est pas un code connu (mois). Vouliez-vous dire «\u00a0fevrier\u00a0»\u202f?"
    assert refus(MOIS, "Fevrié", Contexte(codes={"mois": MONTHS})) == said


def test_a_slug_that_exists_is_kept(lecture):
    assert lecture(METIER, "mars", Contexte(slugs={"metiers": MONTHS})) == "mars"


def test_a_slug_that_no_file_bears_is_refused_with_the_nearest_one(refus):
    said = "«\u00a0cap-soudage\u00a0» n'existe pas dans formations. Vouliez-vous dire «\u00a0cap-soudeur\u00a0»\u202f?"
    assert (
        refus(Annotated[str, Renvoi("formations")], "cap-soudage", Contexte(slugs={"formations": ["deas", "cap-soudeur"]})) == said
    )


def test_a_slug_of_an_empty_kind_is_refused_without_suggestion(refus):
    assert refus(METIER, "x", Contexte(slugs={"metiers": []})) == "«\u00a0x\u00a0» n'existe pas dans metiers. "


def test_codes_and_slugs_are_accepted_where_nothing_is_known_of_them(lecture):
    assert (lecture(MOIS, "x"), lecture(METIER, "x")) == ("x", "x")


@pytest.mark.parametrize(
    ("value", "known", "said"),
    [
        ("aide-soignante", ["deas", "aide-soignant"], "Vouliez-vous dire «\u00a0aide-soignant\u00a0»\u202f?"),
        ("1", ["01", "10", "91"], "Vouliez-vous dire «\u00a001\u00a0»\u202f?"),
        ("2a", ["01", "2A", "2B"], "Vouliez-vous dire «\u00a02A\u00a0»\u202f?"),
        ("zzz", MONTHS, "Valeurs admises\u00a0: janvier, fevrier, mars."),
        ("zzz", [f"code-{n}" for n in range(31)], ""),
        ("zzz", [], ""),
    ],
    ids=["near", "department without its zero", "small letter", "short list", "long list", "nothing known"],
)
def test_a_suggestion_is_the_nearest_word_else_a_short_list(value, known, said):
    assert suggestion(value, known) == said


def test_a_quotation_is_short_and_on_one_line():
    assert quoted("a\nb") == "«\u00a0a b\u00a0»"
    assert quoted("é" * 60) == f"«\u00a0{'é' * 60}\u00a0»"
    assert quoted("é" * 61) == f"«\u00a0{'é' * 59}…\u00a0»"
