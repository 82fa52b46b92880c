"""Assets bear a hash of their content; a logo keeps its drawing and nothing else."""

from __future__ import annotations

import hashlib
import io
import re
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree as xml

import pytest
from PIL import Image, PngImagePlugin

from unit.catalogues import DEMONSTRATION, RACINE, demonstration, national
from vitrine.assets import LOGO_HEIGHT, assets_of, favicon, named, read_logo, safe_svg

SVG = "{http://www.w3.org/2000/svg}"
OWN = RACINE.dossier / "overrides" / "assets"
THEME = Path(find_spec("material").origin).parent / "templates"
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
    content, suffix = read_logo(LOGO)
    assert suffix == "svg"
    assert xml.canonicalize(content.decode()) == xml.canonicalize(LOGO.read_text("utf-8"))


def test_a_no_break_space_leaves_the_drawing_readable():
    svg = safe_svg(drawing("<title>Qui\u00a0?</title><path/>"))
    assert xml.fromstring(svg).findtext(f"{SVG}title") == "Qui\u00a0?"


def test_prolog_and_doctype_are_dropped():
    prolog = '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "y">]><!-- <svg -->'
    assert safe_svg(prolog + drawing("<path></path>")) == drawing("<path></path>")


@pytest.fixture
def photo(tmp_path):
    """A large PNG that says who drew it."""
    secret = PngImagePlugin.PngInfo()
    secret.add_text("Author", "Camille Exemple")
    file = tmp_path / "logo.png"
    Image.new("RGB", (1200, 800), "#0b5c6b").save(file, pnginfo=secret)
    return file


def test_a_png_logo_is_redrawn_without_its_metadata(photo):
    content, suffix = read_logo(photo)
    image = Image.open(io.BytesIO(content))
    assert (suffix, image.format, image.size) == ("png", "PNG", (240, LOGO_HEIGHT))
    assert image.convert("RGB").getpixel((9, 9)) == (0x0B, 0x5C, 0x6B)
    assert b"Camille" in photo.read_bytes()
    assert b"Camille" not in content
    assert image.info == {}


def test_a_small_png_is_not_enlarged(tmp_path):
    Image.new("RGBA", (30, 20)).save(tmp_path / "logo.PNG")
    content, _ = read_logo(tmp_path / "logo.PNG")
    assert Image.open(io.BytesIO(content)).size == (30, 20)


def test_a_name_bears_the_hash_of_its_content():
    digest = hashlib.sha256(b"abc").hexdigest()[:8]
    assert named("vitrine", "css", b"abc") == f"assets/vitrine.{digest}.css"
    assert named("vitrine", "css", b"abd") != named("vitrine", "css", b"abc")


def test_a_favicon_is_a_drawing_in_the_colour_of_the_platform():
    assert shapes(favicon("#0b5c6b")) == ["path", "path"]
    assert 'fill="#0b5c6b"' in favicon("#0b5c6b")


@pytest.fixture(scope="module")
def actifs():
    """The assets of the demonstration platform."""
    return assets_of(demonstration(), THEME, OWN, RACINE.plateformes / DEMONSTRATION)


def test_every_asset_is_written_under_the_name_that_pages_load(actifs):
    assert set(actifs.fichiers) == {*actifs.styles.values(), *actifs.scripts.values(), actifs.favicon, actifs.logo}
    for name, content in actifs.fichiers.items():
        assert re.fullmatch(r"assets/[a-z-]+\.[0-9a-f]{8}\.(css|js|svg)", name)
        assert name.split(".")[1] == hashlib.sha256(content).hexdigest()[:8]


def test_the_stylesheet_and_the_favicon_are_in_the_platforms_colours(actifs):
    assert b"--marque:#0b5c6b;" in actifs.fichiers[actifs.styles["vitrine"]]
    assert b"#0b5c6b" in actifs.fichiers[actifs.favicon]


def test_the_national_site_has_no_logo_and_its_own_colours():
    actifs = assets_of(national(), THEME, OWN, None)
    assert actifs.logo is None
    assert sorted(actifs.scripts) == sorted(file.stem for file in (OWN / "js").glob("*.js"))
    assert b"--marque:#0f5a5c;" in actifs.fichiers[actifs.styles["vitrine"]]
