"""A drawing keeps its shapes and nothing else; it says its size; it becomes points without loading anything."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as xml

import pytest

from unit.catalogues import DEMONSTRATION, RACINE
from vitrine.marque.dessins import as_points, read_drawing, safe_svg, size_of
from vitrine.marque.images import ImageRefusee

SVG = "{http://www.w3.org/2000/svg}"
LOGO = RACINE.plateformes / DEMONSTRATION / "marque" / "logo.svg"


def drawing(content):
    """An SVG with some content in it."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{content}</svg>'


def shapes(svg):
    """The elements of an SVG, in order, read as a browser reads an image: strictly."""
    return [element.tag.removeprefix(SVG) for element in xml.fromstring(svg).iter()][1:]


@pytest.mark.parametrize(
    "content",
    [
        "<script>alert(1)</script>",
        "<style>*{background:url(https://x.fr)}</style>",
        "<foreignObject><iframe src='https://x.fr'></iframe></foreignObject>",
        "<use href='https://x.fr/a.svg#b'/>",
        "<image href='https://x.fr/a.png'/>",
        "<animate attributeName='href' to='javascript:alert(1)'/>",
        "<a href='javascript:alert(1)'></a>",
        "<!-- commentaire -->",
        "<iframe srcdoc='x'></iframe>",
        "</svg><script>alert(1)</script><svg>",
    ],
)
def test_a_logo_loses_what_is_not_a_drawing(content):
    svg = safe_svg(drawing(f'{content}<path d="M0 0h1"/>'))
    assert "path" in svg
    assert not re.search(r"script|style|foreign|href|x\.fr|<!--|iframe|animate|image", svg)


@pytest.mark.parametrize(
    "attribute", ['onload="x()"', 'onclick="x()"', 'style="background:url(https://x.fr)"', 'href="https://x.fr"', 'class="a"']
)
def test_a_shape_loses_its_handlers_links_and_styles(attribute):
    assert safe_svg(drawing(f'<path d="M0 0h1" {attribute}/>')) == drawing('<path d="M0 0h1"></path>')


def test_the_frame_loses_its_handler():
    assert (
        safe_svg('<svg onload="x()" viewBox="0 0 1 1"></svg>') == '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>'
    )


def test_a_logo_keeps_its_shapes_gradients_and_text():
    content = (
        '<title>A &amp; B</title><defs><linearGradient id="g" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fff"/>'
        '</linearGradient><clipPath id="c"><rect width="1" height="1"/></clipPath></defs>'
        '<g fill="url(#g)" clip-path="url(#c)"><circle r="1"/><path d="M0"/></g><text x="1">T<tspan>u</tspan></text>'
    )
    assert xml.canonicalize(safe_svg(drawing(content))) == xml.canonicalize(drawing(content))


def test_the_demonstration_logo_is_unchanged():
    content = read_drawing(LOGO.read_bytes())
    assert xml.canonicalize(content) == xml.canonicalize(LOGO.read_text("utf-8"))


def test_a_no_break_space_leaves_the_drawing_readable():
    svg = safe_svg(drawing("<title>Qui\u00a0?</title><path/>"))
    assert xml.fromstring(svg).findtext(f"{SVG}title") == "Qui\u00a0?"


def test_prolog_and_doctype_are_dropped():
    prolog = '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "y">]><!-- <svg -->'
    assert safe_svg(prolog + drawing("<path></path>")) == drawing("<path></path>")


HOSTILE = RACINE.dossier / "tests/unit/cas/images"


@pytest.mark.parametrize("file", sorted(HOSTILE.glob("*.svg")), ids=lambda file: file.stem)
def test_a_hostile_drawing_is_published_without_its_weapon(file: Path):
    svg = read_drawing(file.read_bytes())
    assert not re.search(r"script|onload|javascript|href|url\(http|@import|foreignObject|<image|<use", svg, re.I)
    assert as_points(svg, (64, 64)).size == (64, 64)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"<svg viewBox='0 0 1 1'>" + b"<path/>" * 20_000, "140 Ko (100 Ko au plus)."),
        (b"", "dessin SVG illisible."),
        (b"\xff\xfe<\x00s\x00", "dessin SVG illisible."),
        (b"\x1f\x8b\x08\x00", "dessin SVG illisible."),
        (b"<html><body>x</body></html>", "dessin SVG illisible."),
        (b"<svg></svg>", "le dessin SVG ne dit pas sa taille, ou elle est étrange."),
        (b"<svg viewBox='0 0 0 10'><path/></svg>", "le dessin SVG ne dit pas sa taille, ou elle est étrange."),
        (b"<svg viewBox='0 0 -5 10'><path/></svg>", "le dessin SVG ne dit pas sa taille, ou elle est étrange."),
        (b"<svg viewBox='0 0 nan inf'><path/></svg>", "le dessin SVG ne dit pas sa taille, ou elle est étrange."),
        (b"<svg width='100%' height='100%'><path/></svg>", "le dessin SVG ne dit pas sa taille, ou elle est étrange."),
        (b"<svg viewBox='0 0 1 1000'><path/></svg>", "le dessin SVG ne dit pas sa taille, ou elle est étrange."),
    ],
)
def test_a_file_that_is_no_drawing_is_refused_in_plain_words(content: bytes, told: str | bytes):
    with pytest.raises(ImageRefusee) as refused:
        read_drawing(content)
    assert refused.value.message == told and refused.value.remede


FRAMES = ['viewBox="0 0 30 10"', 'viewBox="0,0,30,10"', 'width="30" height="10"', 'width="30px" height="10.0px"']


@pytest.mark.parametrize("frame", FRAMES)
def test_a_drawing_says_its_size_in_its_own_units(frame: str):
    svg = safe_svg(f"<svg {frame}><rect width='30' height='10' fill='#f00'/></svg>")
    assert size_of(svg) == (30, 10)
    points = as_points(svg, (90, 90))
    assert points.size == (90, 30) and points.getpixel((80, 25)) == (255, 0, 0, 255)


def test_a_frame_that_claims_to_be_huge_costs_nothing():
    svg = safe_svg('<svg viewBox="0 0 2 1" width="9000000" height="9000000"><rect width="2" height="1" fill="#00f"/></svg>')
    assert as_points(svg, (40, 40)).size == (40, 20)


def test_elements_nested_without_end_stop_nothing():
    def nested(depth: int) -> bytes:
        return b"<svg viewBox='0 0 1 1'>" + b"<g>" * depth + b"<path d='M0 0h1v1z'/>" + b"</g>" * depth + b"</svg>"

    assert as_points(read_drawing(nested(98)), (10, 10)).getbbox()
    with pytest.raises(ImageRefusee, match="trop compliqué"):
        read_drawing(nested(12_000))


def test_the_text_of_a_drawing_is_drawn_with_our_font():
    svg = safe_svg('<svg viewBox="0 0 40 10"><text x="1" y="8" font-size="8" font-family="Police absente">Été</text></svg>')
    assert as_points(svg, (400, 100)).getbbox()
