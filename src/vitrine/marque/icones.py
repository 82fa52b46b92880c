"""The icons of a site: the small drawing of a tab, the square of a telephone's home screen, the old favicon.ico."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from .dessins import as_points
from .images import as_ico, as_png
from .logo import Logo

TAB, PHONE, INSIDE = 256, 180, 148


@dataclass(frozen=True)
class Icones:
    """What is published: (extension, bytes) of the one for tabs, and the two others."""

    onglet: tuple[str, bytes]
    telephone: bytes
    ico: bytes


def icons_of(colour: str, logo: Logo | None) -> Icones:
    """Made of the logo when it is square, else our own drawing in the platform's colour."""
    if logo and logo.is_square:
        square = in_a_square(logo.grande, TAB, TAB)
        tab = ("svg", logo.contenu) if logo.suffixe == "svg" else ("png", as_png(square))
    else:
        svg = favicon(colour)
        square, tab = as_points(svg, (TAB, TAB)), ("svg", svg.encode())
    phone = in_a_square(square, PHONE, INSIDE, "#ffffff").convert("RGB")
    return Icones(tab, as_png(phone.quantize(128)), as_ico(square))


def in_a_square(image: Image.Image, side: int, inside: int, ground: str = "#ffffff00") -> Image.Image:
    """A picture in the middle of a square."""
    small = image.copy()
    small.thumbnail((inside, inside), Image.Resampling.LANCZOS)
    square = Image.new("RGBA", (side, side), ground)
    square.alpha_composite(small, ((side - small.width) // 2, (side - small.height) // 2))
    return square


def favicon(colour: str) -> str:
    """Our own drawing: an arched shop window in the colour of the platform."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<path fill="{colour}" d="M3 32V14a13 13 0 0 1 26 0v18z"/>'
        '<path fill="#fff" d="M16 25.5c-5-3.4-7.5-6-7.5-9.2a3.9 3.9 0 0 1 7.5-1.6 3.9 3.9 0 0 1 7.5 1.6c0 3.2-2.5 5.8-7.5 9.2z"/>'
        "</svg>"
    )
