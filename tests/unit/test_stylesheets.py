"""The stylesheet holds what pages use, no more, and its tones read well whatever the platform's colours."""

from __future__ import annotations

import random
import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from unit.catalogues import RACINE
from vitrine.colour import TEXT_RATIO, contrast
from vitrine.model.plateforme import Marque
from vitrine.stylesheets import brand_variables, minify, page_stylesheet, stylesheet

OVERRIDES = RACINE.dossier / "overrides"
CSS = OVERRIDES / "assets" / "css"
ICONS = Path(find_spec("material").origin).parent / "templates" / ".icons"
SELECTORS = re.compile(r"/\*.*?\*/|\{[^{}]*\}", re.S)
ROOT_BLOCK = re.compile(r":root\s*\{([^}]*)\}")
EXTREMES = ["#000000", "#767676", "#0000ff", "#00008b", "#c00000", "#0b5c6b", "#0f5a5c"]
PAIRS = [
    ("marque-texte", "teinte"),
    ("marque-texte", "fond"),
    ("marque-texte", "papier"),
    ("sur-marque", "marque"),
    ("sur-marque", "marque-fonce"),
    ("sur-accent", "accent"),
    ("encre", "teinte"),
    ("encre", "accent-doux"),
    ("encre-douce", "fond"),
    ("encre-douce", "papier"),
    ("bien", "bien-fond"),
    ("attention", "attention-fond"),
]


def test_what_a_stylesheet_imports_stands_in_it_once():
    sheet = page_stylesheet(CSS / "pages" / "enquete.css", ICONS)
    assert "@import" not in sheet
    assert [sheet.count(rule) for rule in ("caption{", ".md-typeset hr{", ".planche{list-style", ".activites{padding")] == [
        1,
        1,
        1,
        1,
    ]


def test_an_icon_that_a_stylesheet_names_is_drawn_in_it():
    sheet = page_stylesheet(CSS / "pages" / "contacts.css", ICONS)
    assert "icone(" not in sheet
    assert '[href^="tel:"]{--dessin:url("data:image/svg+xml,%3Csvg xmlns=' in sheet


def test_every_stylesheet_of_a_kind_of_page_is_loaded_or_imported():
    markup = "".join(file.read_text("utf-8") for file in OVERRIDES.rglob("*.html"))
    blocks = " ".join(re.findall(r"{% block style %}(.*?){% endblock %}", markup))
    sheets = [*(CSS / "pages").glob("*.css"), *(CSS / "morceaux").glob("*.css")]
    imported = {name.rpartition("/")[2] for file in sheets for name in re.findall(r'@import "([^"]+)"', file.read_text("utf-8"))}
    assert {file.stem for file in sheets} <= imported | set(re.findall(r"[\w-]+", blocks))


def test_every_tone_that_the_stylesheet_uses_is_declared():
    sheet = stylesheet(CSS, None) + "".join(page_stylesheet(file, ICONS) for file in (CSS / "pages").glob("*.css"))
    declared = set(re.findall(r"(--[\w-]+)\s*:", sheet))
    used = set(re.findall(r"var\((--[\w-]+)\)", sheet))
    assert sorted(used - declared) == []


@pytest.mark.parametrize(
    ("css", "small"),
    [
        ("/* a */ p {\n  color : red ;\n}", "p{color :red}"),
        ("a > b , c { margin: 0 1px }", "a>b,c{margin:0 1px}"),
        ("a { width: calc(1rem + 2vw) }", "a{width:calc(1rem + 2vw)}"),
        ("/* a\n{ */x{}/* b */y{}", "x{}y{}"),
    ],
)
def test_needless_signs_go_and_needed_spaces_stay(css, small):
    assert minify(css) == small


def test_our_strings_survive():
    ours = "".join(
        SELECTORS.sub(lambda found: "" if found[0].startswith("/*") else found[0], f.read_text()) for f in CSS.rglob("*.css")
    )
    assert sorted(re.findall(r'"[^"]*"', ours)) == sorted(re.findall(r'"[^"]*"', minify(ours)))


# -- classes


def used_classes():
    """Every class that a template, the view or the script gives."""
    markup = [file.read_text("utf-8") for file in [*OVERRIDES.rglob("*.html"), RACINE.dossier / "src/vitrine/rendering/vue.py"]]
    script = "".join(file.read_text("utf-8") for file in (OVERRIDES / "assets" / "js").glob("*.js"))
    bare = [re.sub(r"{[{%].*?[%}]}", " ", text) for text in markup]
    given = {name for text in bare for found in re.findall(r'class="([^"]*)"', text) for name in found.split()}
    named = re.findall(r'(?:classList\.\w+\(|class: |className: |"class", )"([\w -]+)"', script)
    return given | {name for found in named for name in found.split()}


def styled_classes():
    """Every class that our CSS speaks of."""
    files = [*CSS.rglob("*.css"), *(OVERRIDES / "apercu").glob("*.css")]
    return {name for file in files for name in re.findall(r"\.([a-z][\w-]*)", SELECTORS.sub(" ", file.read_text("utf-8")))}


def test_every_class_of_a_template_has_its_style():
    assert sorted(used_classes() - styled_classes()) == []


def test_every_class_of_the_css_is_used():
    assert sorted(styled_classes() - used_classes()) == []


# -- tones


@pytest.fixture(scope="module")
def marques():
    """A thousand brands whose colour the rule accepts, with any accent, and the extreme ones."""
    dice = random.Random(2026)
    drawn = (f"#{dice.randrange(1 << 24):06x}" for _ in iter(int, 1))
    accepted = [next(c for c in drawn if contrast(c, "#ffffff") >= TEXT_RATIO) for _ in range(1000)]
    return [Marque(couleur=colour, accent=next(drawn)) for colour in accepted] + [Marque(couleur=c) for c in EXTREMES]


def tones(block):
    """The custom properties of a block."""
    found = re.findall(r"--([\w-]+)\s*:\s*(#[0-9a-f]{3,6})\b", block)
    return {name: value if len(value) == 7 else "#" + "".join(2 * sign for sign in value[1:]) for name, value in found}


@pytest.fixture(scope="module")
def fonds():
    """The tones of our own CSS, light then dark."""
    return [tones(block) for block in ROOT_BLOCK.findall((CSS / "1-base.css").read_text("utf-8"))]


@pytest.fixture(scope="module")
def palettes(marques, fonds):
    """All the tones of each brand, light then dark."""
    blocks = {marque: ROOT_BLOCK.findall(brand_variables(marque)) for marque in marques}
    return [[(marque, fonds[mode] | tones(found[mode])) for marque, found in blocks.items()] for mode in (0, 1)]


@pytest.mark.rgaa("3.2")
@pytest.mark.parametrize("mode", [0, 1], ids=["clair", "sombre"])
@pytest.mark.parametrize(("text", "ground"), PAIRS, ids=[f"{text} sur {ground}" for text, ground in PAIRS])
def test_a_text_reads_well_on_its_background_whatever_the_brand(text, ground, mode, palettes):
    found = ((marque, tone[text], tone[ground]) for marque, tone in palettes[mode])
    poor = [(marque.couleur, marque.accent, *pair) for marque, *pair in found if contrast(*pair) < TEXT_RATIO]
    assert poor == []


def test_a_site_without_a_brand_has_the_national_tones():
    assert brand_variables(None) == brand_variables(Marque(couleur="#0f5a5c", accent="#f2b05e"))
    assert "--marque:#0f5a5c;" in brand_variables(None)


def test_a_brand_without_an_accent_borrows_the_national_one():
    assert "--accent:#f2b05e;" in brand_variables(Marque(couleur="#0b5c6b"))
