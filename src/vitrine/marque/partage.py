"""The picture that goes with a link shared on a social network or in a message: the name of the site on its colour."""

from __future__ import annotations

from collections.abc import Iterator

from font_manrope import ManropeBold, ManropeMedium
from PIL import Image, ImageDraw, ImageFont

from .images import Size, as_png

TAILLE: Size = (1200, 630)
MARGIN, PANEL, STRIP = 72, 40, 18
NAME_SIZES = range(84, 35, -4)
LINES_AT_MOST = 3
WHITE = "#ffffff"
Font = ImageFont.FreeTypeFont


def card(name: str, territory: str, colour: str, accent: str, logo: Image.Image) -> bytes:
    """A PNG of 1200 × 630 points."""
    image = Image.new("RGBA", TAILLE, colour)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, TAILLE[1] - STRIP, TAILLE[0], TAILLE[1]), fill=accent)
    put_logo(image, pen, logo)
    font, lines = set_in_lines(name, TAILLE[0] - 2 * MARGIN)
    below = ImageFont.truetype(ManropeMedium, 38)
    step = round(font.size * 1.15)
    top = TAILLE[1] - STRIP - MARGIN - (60 if territory else 0) - step * len(lines)
    for place, line in enumerate(lines):
        pen.text((MARGIN, top + place * step), line, WHITE, font)
    if territory:
        pen.text((MARGIN, TAILLE[1] - STRIP - MARGIN - 40), shortened(territory, below, TAILLE[0] - 2 * MARGIN), WHITE, below)
    return as_png(image.convert("RGB").quantize(256, dither=Image.Dither.NONE))


def put_logo(image: Image.Image, pen: ImageDraw.ImageDraw, logo: Image.Image) -> None:
    """The logo on a white panel, for it was drawn for paper."""
    small = logo.copy()
    small.thumbnail((560, 170), Image.Resampling.LANCZOS)
    right, bottom = MARGIN + small.width + PANEL, MARGIN + small.height + PANEL
    pen.rounded_rectangle((MARGIN, MARGIN, right, bottom), 28, WHITE)
    image.alpha_composite(small, (MARGIN + PANEL // 2, MARGIN + PANEL // 2))


def set_in_lines(text: str, width: int) -> tuple[Font, list[str]]:
    """The greatest size at which a name holds in three lines."""
    for size in NAME_SIZES:
        font = ImageFont.truetype(ManropeBold, size)
        lines = list(broken(text, font, width))
        if len(lines) <= LINES_AT_MOST and all(font.getlength(line) <= width for line in lines):
            return font, lines
    return font, [shortened(line, font, width) for line in lines[:LINES_AT_MOST]]


def broken(text: str, font: Font, width: int) -> Iterator[str]:
    """Lines, broken at plain spaces only: what a no-break space holds together stays together."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > width:
            yield line
            longer = word
        line = longer
    yield line


def shortened(text: str, font: Font, width: int) -> str:
    """The beginning of a text that is too long."""
    kept = len(text)
    while font.getlength(text[:kept] + "…") > width and kept:
        kept -= 1
    return text if font.getlength(text) <= width else text[:kept].rstrip() + "…"
