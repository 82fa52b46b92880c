"""Pictures that come from people: decoded within limits and drawn again, so that nothing else of the file is published."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageFile, ImageOps

FORMATS = ("PNG", "JPEG", "WEBP")
SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")
BYTES_AT_MOST = 2_000_000
POINTS_AT_MOST = 24_000_000
PASSES_AT_MOST = 64
"""A progressive JPEG of a few bytes a pass can ask for hours of work; cameras and drawing programs write about ten."""
JPEG_PASS = b"\xff\xda"
SMALLER = "Réduisez-la à 2\u202f000 points de côté au plus."
Image.MAX_IMAGE_PIXELS = None  # our own limit comes first, and says what it found
Size = tuple[int, int]


class ImageRefusee(Exception):
    """A picture that cannot be published; the message is for people, and the way out."""

    def __init__(self, message: str, remede: str) -> None:
        super().__init__(message)
        self.message, self.remede = message, remede


def read_picture(content: bytes, box: Size) -> Image.Image:
    """The picture of a PNG, JPEG or WebP file, reduced to fit in a box; upright, with transparency, without anything else."""
    if len(content) > BYTES_AT_MOST:
        raise ImageRefusee(f"{len(content) // 1000} Ko (2\u202f000 Ko au plus).", SMALLER)
    refuse_size(webp_size(content))
    image = opened(content)
    refuse_size(image.size)
    if content.count(JPEG_PASS) > PASSES_AT_MOST and image.format == "JPEG":
        raise ImageRefusee("image JPEG en trop de passes.", "Enregistrez-la de nouveau, sans «\u00a0progressif\u00a0».")
    try:
        with whole_files_only():
            image.draft("RGB", box)
            upright = ImageOps.exif_transpose(image).convert("RGBA")
        upright.thumbnail(box, Image.Resampling.LANCZOS)
    except Exception:  # decoders meet hostile files with any error at all
        raise unreadable() from None
    upright.info = {}
    return upright


@contextmanager
def whole_files_only() -> Iterator[None]:
    """Refuse a file that is cut short, even where WeasyPrint, once loaded, has told Pillow to make do with it."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def opened(content: bytes) -> Image.Image:
    """The picture, of which only the header has been read."""
    try:
        return Image.open(io.BytesIO(content), formats=FORMATS)
    except Exception:  # the same
        raise unreadable() from None


def unreadable() -> ImageRefusee:
    """What is said of a file that is not the picture it claims to be."""
    return ImageRefusee("image illisible ou abîmée.", "Enregistrez-la de nouveau en PNG, en JPEG ou en WebP.")


def refuse_size(size: Size) -> None:
    """Stop before decoding a picture that would fill the memory."""
    if size[0] * size[1] > POINTS_AT_MOST:
        wide, high = (f"{side:,}".replace(",", "\u202f") for side in size)
        raise ImageRefusee(f"{wide}\u00a0×\u00a0{high} points (24 millions au plus).", SMALLER)


def webp_size(content: bytes) -> Size:
    """What the header of a WebP says, read here because opening one already takes the memory of its canvas."""
    if content[:4] != b"RIFF" or content[8:16] != b"WEBPVP8X" or len(content) < 30:
        return 0, 0
    return int.from_bytes(content[24:27], "little") + 1, int.from_bytes(content[27:30], "little") + 1


def as_webp(image: Image.Image) -> bytes:
    """The lighter of two ways to write it: exact for drawings, approached for photographs."""
    return min((_written(image, "WEBP", lossless=exact, quality=88, method=6, exact=exact) for exact in (True, False)), key=len)


def as_png(image: Image.Image) -> bytes:
    """For those who do not read WebP."""
    return _written(image, "PNG", optimize=True)


def as_ico(image: Image.Image) -> bytes:
    """The old icon, in the three sizes that browsers and systems ask for."""
    return _written(image, "ICO", sizes=[(side, side) for side in (16, 32, 48)])


def _written(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()
