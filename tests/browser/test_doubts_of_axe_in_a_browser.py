"""What axe cannot judge alone: a measure settles it, or the test that asked fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from browser.axe import FILE, REGARD, program

Opened = Callable[..., Page]
STRADDLING = """<style>body {{ margin: 0 }} main {{ background: #fff }} h1 {{ height: 60px; margin: 0 }}
p {{ position: relative; margin: -1.5em 0 0; width: 3em; background: {ground}; color: #000; font: 20px/1.5 sans-serif }}</style>
<main><h1>Un titre</h1><div><p>Un, deux et trois</p></div></main>"""


@pytest.fixture
def ouvrir(navigateur: Browser) -> Iterator[Opened]:
    """A page that holds what one gives it, with axe beside."""
    program()
    contexts = []

    def opened(body: str, **options: str) -> Page:
        context = navigateur.new_context(viewport={"width": 360, "height": 300}, **options)
        contexts.append(context)
        context.add_init_script(path=str(FILE))
        page = context.new_page()
        page.goto("about:blank")
        page.set_content(f'<!doctype html><html lang="fr"><title>Essai</title>{body}')
        return page

    yield opened
    for context in contexts:
        context.close()


def test_text_over_a_shaded_ground_stays_in_doubt(ouvrir: Opened):
    page = ouvrir("<main><h1>Titre</h1><p style='background: linear-gradient(#fff, #000)'>Un texte</p></main>")
    told = page.evaluate(REGARD)
    assert [line.split()[:2] for line in told["doubts"]] == [["color-contrast", "bgGradient"]]
    assert told["violations"] == told["known"] == []


def test_text_over_a_picture_stays_in_doubt(ouvrir: Opened):
    picture = '<svg aria-hidden="true" width="200" height="60" style="position: absolute"><rect width="200" height="60"/></svg>'
    told = ouvrir(f"<main><h1>Titre</h1>{picture}<p style='position: relative'>Un texte</p></main>").evaluate(REGARD)
    assert [line.split()[:2] for line in told["doubts"]] == [["color-contrast", "imgNode"]]


def test_lines_that_straddle_blocks_are_measured_on_the_opaque_ground_they_have(ouvrir: Opened):
    told = ouvrir(STRADDLING.format(ground="#fff")).evaluate(REGARD)
    assert (told["violations"], told["doubts"]) == ([], [])
    assert [line.split()[:2] for line in told["known"]] == [["color-contrast", "elmPartiallyObscuring"]]


def test_straddling_lines_that_cannot_be_read_stay_in_doubt(ouvrir: Opened):
    told = ouvrir(STRADDLING.format(ground="#333")).evaluate(REGARD)
    assert [line.split()[:2] for line in told["doubts"]] == [["color-contrast", "elmPartiallyObscuring"]]


@pytest.mark.parametrize(("field", "kind"), [("choix", "known"), ("autre", "doubts")])
def test_a_list_that_scrolls_is_settled_when_the_arrows_of_a_field_go_through_it(ouvrir: Opened, field: str, kind: str):
    options = "".join(f'<a role="option" tabindex="-1" href="#o{rank}" id="o{rank}">Choix {rank}</a><br>' for rank in range(9))
    told = ouvrir(
        f"""<h1>Titre</h1><p id="autre">Texte</p>
        <input role="combobox" aria-label="Champ" aria-expanded="true" aria-autocomplete="list" aria-controls="{field}">
        <div style="height: 60px; overflow: auto"><div role="listbox" id="choix" aria-label="Choix">{options}</div></div>"""
    ).evaluate(REGARD)
    assert [line.split()[0] for line in told[kind] if "scrollable" in line] == ["scrollable-region-focusable"]


def test_forced_colours_paint_text_as_it_is_told_and_axe_is_told_so(ouvrir: Opened):
    page = ouvrir("<main><h1 style='color: #fff; background: #fff'>Titre</h1></main>", forced_colors="active")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    colours = Image.open(BytesIO(page.locator("h1").screenshot())).convert("L").getextrema()
    assert colours == (0, 255)
    assert page.evaluate(REGARD) == {"violations": [], "doubts": [], "known": []}
