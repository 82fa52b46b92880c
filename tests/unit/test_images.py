"""A picture is decoded within limits and drawn again: of the file that somebody gave, only what is seen is published."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageFile, PngImagePlugin

from unit.catalogues import RACINE
from vitrine.marque.images import ImageRefusee, as_webp, read_picture
from vitrine.marque.logo import Logo, read_logo

COLOUR = (0x0B, 0x5C, 0x6B, 255)
BOX = (960, 480)
WITH_A_PLACE = RACINE.dossier / "tests/unit/cas/images/g11_photo_gps.jpg"
ORIENTATION = 0x0112


def written(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def png_header(wide: int, high: int) -> bytes:
    """The beginning of a PNG that claims a size, and a few bytes of points."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    frame = chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + frame + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def webp_header(wide: int, high: int) -> bytes:
    """A WebP that claims a size."""
    canvas = b"VP8X" + struct.pack("<I", 10) + b"\0" * 4 + (wide - 1).to_bytes(3, "little") + (high - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", len(canvas) + 4) + b"WEBP" + canvas


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_is_reduced_into_its_box_and_keeps_its_colour(kind: str):
    image = read_picture(written(Image.new("RGB", (1200, 800), COLOUR[:3]), kind), BOX)
    assert (image.mode, image.size) == ("RGBA", (720, 480))
    assert all(abs(seen - true) < 5 for seen, true in zip(image.getpixel((300, 200)), COLOUR, strict=True))


@pytest.mark.parametrize("kind", ["1", "L", "LA", "P", "RGBA", "CMYK"])
def test_every_way_to_write_colours_is_read(kind: str):
    image = Image.new("RGBA", (40, 20), COLOUR).convert(kind)
    assert read_picture(written(image, "JPEG" if kind == "CMYK" else "PNG"), BOX).size == (40, 20)


def test_transparency_is_kept():
    assert read_picture(written(Image.new("RGBA", (40, 20), (1, 2, 3, 0)), "PNG"), BOX).getpixel((5, 5))[3] == 0


def test_where_a_photograph_was_taken_is_not_published():
    original = WITH_A_PLACE.read_bytes()
    assert Image.open(io.BytesIO(original)).getexif()
    image = read_picture(original, BOX)
    again = Image.open(io.BytesIO(as_webp(image)))
    assert image.info == {} and not again.getexif() and not {"exif", "xmp", "icc_profile"} & again.info.keys()


def test_who_made_a_picture_is_not_published():
    secret = PngImagePlugin.PngInfo()
    secret.add_text("Author", "Camille Exemple")
    content = written(Image.new("RGB", (300, 200)), "PNG", pnginfo=secret, icc_profile=b"Camille")
    assert content.count(b"Camille") == 1
    published = as_webp(read_picture(content, BOX))
    assert b"Camille" not in published and not {"Author", "icc_profile"} & Image.open(io.BytesIO(published)).info.keys()


def test_a_photograph_taken_sideways_stands_upright():
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    assert read_picture(written(Image.new("RGB", (40, 20)), "JPEG", exif=exif), BOX).size == (20, 40)


def noise() -> Image.Image:
    """A picture that no compression makes small."""
    return Image.effect_noise((2000, 1500), 100)


def test_a_picture_cut_short_is_refused_where_a_library_has_told_to_make_do_with_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(ImageRefusee, match="abîmée"):
        read_picture(png_header(300, 300), (100, 100))
    assert ImageFile.LOAD_TRUNCATED_IMAGES


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (png_header(40_000, 40_000), "40\u202f000\u00a0×\u00a040\u202f000 points (24 millions au plus)."),
        (webp_header(16_383, 16_383), "16\u202f383\u00a0×\u00a016\u202f383 points (24 millions au plus)."),
        (webp_header(10, 10), "image illisible ou abîmée."),
        (png_header(300, 300), "image illisible ou abîmée."),
        (b"", "image illisible ou abîmée."),
        (b"GIF89a", "image illisible ou abîmée."),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "image illisible ou abîmée."),
        (WITH_A_PLACE.read_bytes()[:300], "image illisible ou abîmée."),
        (written(noise(), "PNG"), "(2\u202f000 Ko au plus)."),
        (WITH_A_PLACE.read_bytes() + b"\xff\xda" * 100, "image JPEG en trop de passes."),
    ],
)
def test_a_file_that_would_harm_or_is_no_picture_is_refused_in_plain_words(content: bytes, told: str):
    with pytest.raises(ImageRefusee) as refused:
        read_picture(content, BOX)
    assert refused.value.message.endswith(told) and refused.value.remede


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "ICO"])
def test_other_kinds_are_not_even_opened(kind: str):
    with pytest.raises(ImageRefusee):
        read_picture(written(Image.new("RGB", (20, 20)), kind), BOX)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A large picture in a file."""
    file = tmp_path / "logo.png"
    Image.new("RGB", (1200, 800), COLOUR[:3]).save(file)
    return file


def published(logo: Logo) -> Image.Image:
    return Image.open(io.BytesIO(logo.contenu))


def test_a_logo_has_twice_the_points_that_it_is_shown_with(photo: Path):
    logo = read_logo(photo)
    assert (logo.suffixe, published(logo).format, published(logo).size, logo.taille) == ("webp", "WEBP", (144, 96), (72, 48))


def test_a_wide_logo_fits_in_the_header(tmp_path: Path):
    Image.new("RGB", (2000, 200)).save(tmp_path / "logo.webp")
    assert read_logo(tmp_path / "logo.webp").taille == (168, 17)


def test_a_small_logo_is_not_blown_up(tmp_path: Path):
    Image.new("RGBA", (30, 20)).save(tmp_path / "logo.PNG")
    logo = read_logo(tmp_path / "logo.PNG")
    assert published(logo).size == (30, 20) and logo.taille == (15, 10)


@pytest.mark.parametrize(("size", "square"), [((100, 100), True), ((109, 100), True), ((100, 120), False)])
def test_only_a_square_logo_makes_an_icon(tmp_path: Path, size: tuple[int, int], square: bool):
    Image.new("RGB", size).save(tmp_path / "logo.png")
    assert read_logo(tmp_path / "logo.png").is_square is square


def test_a_heavy_file_is_not_read_to_its_end(tmp_path: Path):
    file = tmp_path / "logo.svg"
    file.write_bytes(b"x" * 120_000)
    with pytest.raises(ImageRefusee, match=r"120 Ko \(100 Ko au plus\)"):
        read_logo(file)
