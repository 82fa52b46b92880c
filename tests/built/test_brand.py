"""A brand given as two colours and a picture: what the site shows of it, and the page where its owner looks at it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from built.html_pages import APART, pages_of, read
from project import vitrine
from vitrine.publication.entetes import INTEGRER

BRAND = 'marque: {couleur: "#7a1fa2", accent: "#ffcc00", logo: logo.jpg, logo_alt: Logo d’essai}\n'
MAKE = 0x010F


@pytest.fixture(scope="module")
def photo() -> bytes:
    """A large photograph that names its camera."""
    exif, out = Image.Exif(), io.BytesIO()
    exif[MAKE] = "Appareil Exemple"
    Image.new("RGB", (1600, 800), "#7a1fa2").save(out, "JPEG", exif=exif)
    return out.getvalue()


@pytest.fixture
def site(petit_projet: Path, plateforme: Callable[..., Path], photo: bytes) -> Path:
    """A small site with this brand."""
    file = plateforme("orne")
    file.write_text(file.read_text("utf-8") + BRAND, "utf-8")
    (file.parent / "marque").mkdir()
    (file.parent / "marque/logo.jpg").write_bytes(photo)
    done = vitrine("build", "orne", "-o", "site", cwd=petit_projet)
    assert done.returncode == 0, done.stderr
    assert "Votre logo et vos couleurs se regardent dans site/marque/index.html" in done.stdout
    return petit_projet / "site"


def test_a_photograph_becomes_a_light_logo_icons_and_a_shared_picture(site: Path):
    (name,) = (file.name for file in (site / "assets").glob("logo.*"))
    logo = Image.open(site / "assets" / name)
    assert (logo.format, logo.size, bool(logo.getexif())) == ("WEBP", (192, 96), False)
    assert not [f for f in site.rglob("*") if f.is_file() and b"Appareil Exemple" in f.read_bytes()]
    home = read(site / "index.html")
    (shown,) = [image for image in home.all("img") if image.get("alt") == "Logo d’essai"]
    assert (shown["width"], shown["height"]) == ("96", "48") and shown["src"].endswith(name)
    assert (site / "favicon.ico").is_file()


def test_every_page_has_its_icons_and_its_shared_picture_at_a_whole_address(site: Path):
    for path, page in pages_of(site):
        if path.endswith(APART) or path.startswith(INTEGRER):
            continue
        metas = {meta.get("property"): meta["content"] for meta in page.all("meta") if "property" in meta}
        address = metas["og:image"].partition("/assets/")
        assert address[0].startswith("https://") and (site / "assets" / address[2]).is_file(), path
        assert metas["og:url"].startswith(address[0]) and metas["og:title"], path
        assert {"icon", "apple-touch-icon"} <= {link.get("rel") for link in page.all("link")}, path


def test_the_page_of_the_brand_is_for_its_owner_alone(site: Path):
    page = read(site / "marque/index.html")
    assert "noindex" in page.meta("robots")
    assert all(
        word in page.text for word in ("Le logo", "Sur fond sombre", "Les tons et leurs contrastes", "Si quelque chose ne va pas")
    )
    assert "insuffisant" not in page.text
    assert "marque/" not in (site / "sitemap.xml").read_text("utf-8")
    assert [path for path, other in pages_of(site) if any("marque/" in link for link in other.links)] == []


def test_a_site_with_such_a_brand_passes_the_last_look(site: Path):
    done = vitrine("publish", "orne", "--simple", "--vers", "publie", cwd=site.parent)
    assert done.returncode == 0, done.stderr


def test_a_logo_that_would_fill_the_memory_stops_the_platform_with_plain_words(site: Path):
    before = (site / "index.html").read_bytes()
    logo = site.parent / "plateformes/orne/marque/logo.jpg"
    huge = b"RIFF\x16\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0" + (16_382).to_bytes(3, "little") * 2
    logo.write_bytes(huge)
    done = vitrine("build", "orne", "-o", "site", cwd=site.parent)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "plateformes/orne/plateforme.yml" in done.stderr and "points (24 millions au plus)." in done.stderr
    assert (site / "index.html").read_bytes() == before
