"""The logo of a platform: what is published of its file, and the size at which pages show it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from . import dessins, images
from .dessins import as_points, fitted, read_drawing, size_of
from .images import ImageRefusee, Size, as_webp, read_picture

__all__ = ["SUFFIXES", "ImageRefusee", "Logo", "read_logo"]
SUFFIXES = (".svg", *images.SUFFIXES)
SHOWN: Size = (168, 48)
"""The box in which a header shows a logo, in points of a page; screens of today put two of theirs in each."""
TWICE: Size = (SHOWN[0] * 2, SHOWN[1] * 2)
LARGE: Size = (960, 480)
SQUARE = 1.1
"""How far from a square a logo may be and still make an icon."""


@dataclass(frozen=True)
class Logo:
    """A logo made safe. ``grande`` is what other pictures are made of."""

    contenu: bytes
    suffixe: str
    taille: Size
    grande: Image.Image

    @property
    def is_square(self) -> bool:
        """Whether it can stand in the small square of a tab."""
        wide, high = self.grande.size
        return max(wide, high) <= SQUARE * min(wide, high)


def read_logo(file: Path) -> Logo:
    """A logo through the allow-list or the decoder of its kind; ImageRefusee says why it cannot be published."""
    most = dessins.BYTES_AT_MOST if file.suffix.lower() == ".svg" else images.BYTES_AT_MOST
    with file.open("rb") as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise ImageRefusee(f"{file.stat().st_size // 1000} Ko ({most // 1000} Ko au plus).", "Simplifiez ou réduisez le dessin.")
    return drawn(content) if file.suffix.lower() == ".svg" else painted(content)


def drawn(content: bytes) -> Logo:
    """An SVG: small at any size."""
    svg = read_drawing(content)
    return Logo(svg.encode(), "svg", fitted(size_of(svg), SHOWN), as_points(svg, LARGE))


def painted(content: bytes) -> Logo:
    """A picture: reduced to twice the size at which it is shown. A small one is shown smaller, never blown up."""
    large = read_picture(content, LARGE)
    small = large.copy()
    small.thumbnail(TWICE, Image.Resampling.LANCZOS)
    shown = (max(1, small.width // 2), max(1, small.height // 2))
    return Logo(as_webp(small), "webp", shown, large)
