"""Ways to reach someone: what is read, what is shown, what is refused."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from vitrine.model.coordinates import CodePostal, Courriel, Siret, Telephone, Url, displayed, international, read_phone

NUMBERS = st.from_regex(r"0[1-9][0-9]{8}", fullmatch=True)
DECEIVING = "Vérifiez l'adresse\u00a0: elle imite peut-être un autre site."


@pytest.mark.parametrize(
    "text",
    ["0145670000", "01 45 67 00 00", "01.45.67.00.00", "01-45-67-00-00", "01/45/67/00/00", "01\u00a045\u202f67 00 00",
     "+33 1 45 67 00 00", "+33 (0)1 45 67 00 00", "0033145670000"],
)  # fmt: skip
def test_a_phone_number_keeps_its_leading_zero(lecture, text):
    assert lecture(Telephone, text) == "0145670000"


@pytest.mark.parametrize("text", ["15", "115", "119", "3949", "39 49", "118 000", "36 46"])
def test_a_short_number_is_a_number(lecture, text):
    assert lecture(Telephone, text) == text.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "01 45 67 00",
        "01 45 67 00 00 0",
        "1 45 67 00 00",
        "+49 30 1234567",
        "4949",
        "01 45 67 00 0O",
        "0١٤٥٦٧٠٠٠٠",
        "tel:0145670000",
        "0",
    ],
)
def test_what_no_french_telephone_dials_is_refused(refus, text):
    said = f"«\u00a0{text}\u00a0» n'est pas un numéro français. Dix chiffres (01 45 67 00 00) ou un numéro court (3949)."
    assert refus(Telephone, text) == said


@pytest.mark.parametrize(
    ("prefix", "country"),
    [("01", "33"), ("06", "33"), ("09", "33"), ("0262", "262"), ("0263", "262"), ("0692", "262"), ("0693", "262"),
     ("0269", "262"), ("0639", "262"), ("0590", "590"), ("0690", "590"), ("0691", "590"), ("0594", "594"), ("0694", "594"),
     ("0596", "596"), ("0696", "596"), ("0697", "596")],
)  # fmt: skip
def test_a_number_is_dialled_with_the_code_of_its_territory(prefix, country):
    digits = f"{prefix:1<10}"
    assert international(digits) == f"+{country}{digits[1:]}"


@pytest.mark.parametrize("digits", ["15", "3949", "118000"])
def test_a_short_number_is_dialled_as_it_is(digits):
    assert international(digits) == digits


@pytest.mark.parametrize(
    ("digits", "shown"),
    [
        ("0145670000", "01 45 67 00 00"),
        ("0800123456", "0 800 123 456"),
        ("3949", "39 49"),
        ("118000", "11 80 00"),
        ("115", "115"),
    ],
)
def test_a_number_is_shown_in_groups_that_no_line_break_parts(digits, shown):
    assert displayed(digits) == shown.replace(" ", "\u00a0")


@given(NUMBERS)
def test_a_number_shown_or_dialled_is_read_back_as_itself(digits):
    assert read_phone(displayed(digits)) == read_phone(international(digits)) == digits


@given(st.text(alphabet="0123456789+() .-x\u00a0", min_size=1, max_size=16))
def test_a_number_read_is_made_of_ascii_digits_only(text):
    try:
        digits = read_phone(text)
    except ValueError:
        return
    assert digits.isascii() and digits.isdecimal() and 2 <= len(digits) <= 10


@pytest.mark.parametrize("text", ["contact@exemple.fr", "a.b+c_d-e@mail.sous-domaine.exemple.fr", "Accueil.DRH@exemple.fr"])
def test_a_bare_address_is_kept(lecture, text):
    assert lecture(Courriel, text) == text


@pytest.mark.parametrize(
    "text",
    ["contact", "a@b", "Accueil <a@exemple.fr>", "a@exemple.fr, b@exemple.fr", "a@exemple.fr\nBcc: b@exemple.fr",
     "é@exemple.fr", "a@exémple.fr", "a b@exemple.fr", "mailto:a@exemple.fr", "a@-.f", '"a"@exemple.fr',
     "a@exemple.fr?subject=x", "a%0a@exemple.fr"],
)  # fmt: skip
def test_anything_but_one_bare_address_is_refused(refus, text):
    shown = text.replace("\n", " ")
    assert (
        refus(Courriel, text)
        == f"adresse électronique invalide\u00a0: «\u00a0{shown}\u00a0». Une seule adresse\u00a0: nom@domaine.fr."
    )


def test_an_address_holds_254_signs_and_says_its_length_beyond(lecture, refus):
    longest = f"{'a' * 64}@{'b' * 63}.{'c' * 63}.{'d' * 58}.fr"
    assert len(lecture(Courriel, longest)) == 254
    assert "» (255 caractères). Une seule adresse" in refus(Courriel, longest.replace(".fr", ".com"))


@pytest.mark.parametrize(
    "text",
    [
        "https://www.exemple.fr/",
        "http://exemple.fr",
        "https://exemple.fr/page?a=1&b=2#c",
        "https://exemple.fr:8443/é",
        "https://пример.рф/",
    ],
)
def test_a_web_address_is_kept_as_it_is(lecture, text):
    assert lecture(Url, text) == text


@pytest.mark.parametrize(
    "text",
    ["https://exemple.fr/a b", "https://exemple.fr\\@mal.fr", "https://exemple.fr/<script>", 'https://exemple.fr/"x',
     "https://exemple.fr/'x", "https://exemple.fr/&#106;", "https://exemple.fr/`x`"],
)  # fmt: skip
def test_a_web_address_holds_no_space_bracket_or_quote(refus, text):
    said = f"adresse invalide\u00a0: «\u00a0{text}\u00a0». Copiez l'adresse depuis votre navigateur (https://…)."
    assert refus(Url, text) == said


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "data:text/html,x", "ftp://exemple.fr", "//exemple.fr", "www.exemple.fr", "/page", "https:///x"],
)
def test_a_web_address_is_absolute_and_of_the_web(refus, text):
    assert refus(Url, text) == f"adresse non admise\u00a0: «\u00a0{text}\u00a0». Une adresse complète\u00a0: https://…"


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://cnsa.fr@mal.example/", "mal.example"),
        ("https://moi:secret@exemple.fr/", "exemple.fr"),
        ("https://сnsa.fr/", "сnsa.fr"),
        ("https://localhost/", "localhost"),
        ("https://exemple..fr/", "exemple..fr"),
        ("https://xn--80ak6aa92e.com/", "xn--80ak6aa92e.com"),
        ("https://xn--/", "xn--"),
        ("https://xn--cns-8cd.fr/", "xn--cns-8cd.fr"),
    ],
    ids=[
        "login that looks like a site",
        "password",
        "Cyrillic c",
        "no domain",
        "empty label",
        "apple in Cyrillic",
        "coded nothing",
        "coded mixture",
    ],
)
def test_a_deceiving_host_is_refused(refus, text, host):
    assert refus(Url, text) == f"nom de site trompeur\u00a0: «\u00a0{host}\u00a0». {DECEIVING}"


def test_a_broken_host_is_a_refusal_and_not_a_crash(refus):
    assert refus(Url, "https://[::1/") == "adresse invalide\u00a0: «\u00a0https://[::1/\u00a0». Écrivez https://…"


def test_a_web_address_holds_five_hundred_signs(lecture, refus):
    longest = "https://exemple.fr/".ljust(500, "a")
    assert lecture(Url, longest) == longest
    assert refus(Url, longest + "a") == "501 caractères (500 au plus). Raccourcissez."


@given(st.text(alphabet="aſа.-_/@:?#[]%\\<>\"'`& \n\t\u200b\u3002１", max_size=24).map("https://a.fr".__add__))
def test_a_web_address_that_passes_is_harmless(text):
    try:
        url = TypeAdapter(Url).validate_python(text)
    except ValidationError:
        return
    assert url.startswith("https://") and not set(url) & set("<>\"'`\\ \n\t")
    assert "@" not in re.split("[/?#]", url)[2]


@pytest.mark.parametrize("text", ["01000", "97100", "20000"])
def test_a_post_code_keeps_its_leading_zero(lecture, text):
    assert lecture(CodePostal, text) == text


@pytest.mark.parametrize("text", ["1000", "010000", "2A000", "01 000", "٠١٠٠٠"])
def test_a_post_code_has_five_digits(refus, text):
    assert refus(CodePostal, text) == f"code postal invalide\u00a0: «\u00a0{text}\u00a0». Cinq chiffres, par exemple 01000."


@pytest.mark.parametrize("text", ["12002701600563", "120 027 016 00563"])
def test_a_siret_is_read_with_or_without_spaces(lecture, text):
    assert lecture(Siret, text) == "12002701600563"


@pytest.mark.parametrize("text", ["12002701600564", "1200270160056", "120027016005630", "1200270160056X", "٠" * 14])
def test_a_siret_has_fourteen_digits_and_its_key(refus, text):
    said = f"SIRET invalide\u00a0: «\u00a0{text}\u00a0». Quatorze chiffres, clé comprise\u00a0: recopiez-le de l'avis INSEE."
    assert refus(Siret, text) == said
