"""Icons and the picture of a shared link are made from the name, the colours and the logo."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageFont

from vitrine.marque.apparences import looks
from vitrine.marque.dessins import as_points
from vitrine.marque.icones import favicon, icons_of
from vitrine.marque.logo import drawn, painted
from vitrine.marque.partage import LINES_AT_MOST, MARGIN, TAILLE, card, set_in_lines
from vitrine.model.plateforme import Marque

COLOUR, ACCENT = "#0b5c6b", "#f4b860"
SQUARE = b'<svg viewBox="0 0 10 10"><rect width="10" height="10" fill="#ff0000"/></svg>'
WIDE = b'<svg viewBox="0 0 40 10"><rect width="40" height="10" fill="#ff0000"/></svg>'
NAMES = [
    "Go",
    "Autonomie 62",
    "Plateforme des métiers de l’autonomie de l’Île-de-la-Réunion et des Hauts-de-Quelque-Part",
    "A" * 200,
]


def picture(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def square_png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (300, 300), "#ff0000").save(out, "PNG")
    return out.getvalue()


def test_without_a_logo_the_icon_is_our_drawing_in_the_platforms_colour():
    icons = icons_of(COLOUR, None)
    assert icons.onglet == ("svg", favicon(COLOUR).encode()) and f'fill="{COLOUR}"' in favicon(COLOUR)
    assert picture(icons.telephone).getpixel((90, 150)) == (0x0B, 0x5C, 0x6B)


def test_a_square_logo_becomes_the_icon_and_a_wide_one_does_not():
    assert icons_of(COLOUR, drawn(SQUARE)).onglet[1].startswith(b"<svg") and b"#ff0000" in icons_of(COLOUR, drawn(SQUARE)).onglet[1]
    assert icons_of(COLOUR, painted(square_png())).onglet[0] == "png"
    assert icons_of(COLOUR, drawn(WIDE)).onglet == icons_of(COLOUR, None).onglet
    assert picture(icons_of(COLOUR, drawn(SQUARE)).telephone).getpixel((90, 90)) == (255, 0, 0)


def test_a_telephone_shows_the_icon_on_white_for_it_would_show_black():
    assert picture(icons_of(COLOUR, None).telephone).getpixel((2, 2)) == (255, 255, 255)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_length_holds_in_the_shared_picture(name: str):
    font, lines = set_in_lines(name, TAILLE[0] - 2 * MARGIN)
    assert 1 <= len(lines) <= LINES_AT_MOST
    assert isinstance(font, ImageFont.FreeTypeFont) and all(font.getlength(line) <= TAILLE[0] - 2 * MARGIN for line in lines)


def test_the_shared_picture_has_the_colours_the_logo_and_the_name():
    shared = picture(card("Autonomie Été", "Val-Fictif", COLOUR, ACCENT, drawn(SQUARE).grande))
    assert shared.size == (1200, 630)
    seen = {shared.getpixel((1190, 5)), shared.getpixel((600, 625)), shared.getpixel((150, 150))}
    assert seen == {(0x0B, 0x5C, 0x6B), (0xF4, 0xB8, 0x60), (255, 0, 0)}
    named, other = (picture(card(name, "", COLOUR, ACCENT, drawn(SQUARE).grande)) for name in ("Autonomie", "Solidarité"))
    assert named.tobytes() != other.tobytes()


def test_the_same_inputs_make_the_same_bytes():
    logo = as_points(favicon(COLOUR), (480, 480))
    assert card("Nom", "Lieu", COLOUR, ACCENT, logo) == card("Nom", "Lieu", COLOUR, ACCENT, logo)


@pytest.mark.parametrize("colour", ["#0f5a5c", "#000000", "#767676", "#7a1fa2", "#b00020", "#3b5500"])
@pytest.mark.parametrize("accent", [None, "#ffffff", "#000000", "#ffcc00", "#808080"])
def test_every_meeting_of_tones_that_the_page_of_the_brand_shows_is_enough(colour: str, accent: str | None):
    shown = looks(Marque(couleur=colour, accent=accent))
    assert [look.nom for look in shown] == ["clair", "sombre"]
    assert [(look.nom, c.usage, c.rapport) for look in shown for c in look.contrastes if not c.suffit] == []
