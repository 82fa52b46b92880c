"""Files that pages load: stylesheet, script, logo, favicon. Each bears a hash of its content, so that it may be cached for ever."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import nh3
from PIL import Image

from .catalogue import Catalogue
from .stylesheets import NATIONAL, minify, stylesheet

SVG_TAGS = set(
    [
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "title",
        "desc",
        "defs",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
        "text",
        "tspan",
    ]
)
SVG_ATTRIBUTES = set(
    [
        "viewBox",
        "width",
        "height",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "d",
        "points",
        "fill",
        "fill-rule",
        "fill-opacity",
        "clip-rule",
        "clip-path",
        "stroke",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-opacity",
        "stroke-dasharray",
        "opacity",
        "transform",
        "offset",
        "stop-color",
        "stop-opacity",
        "gradientUnits",
        "gradientTransform",
        "id",
        "xmlns",
        "preserveAspectRatio",
        "text-anchor",
        "font-size",
        "font-family",
        "font-weight",
        "role",
        "aria-label",
    ]
)
LOGO_HEIGHT = 160
Image.MAX_IMAGE_PIXELS = 20_000_000


@dataclass(frozen=True)
class Actifs:
    """Addresses of the assets of one site, relative to its root, with the bytes to write there."""

    fichiers: dict[str, bytes]
    styles: Mapping[str, str]
    """Address by name: ``vitrine`` on every page, others on the pages that need them."""
    scripts: Mapping[str, str]
    """Address by name: ``vitrine`` on every page, others loaded on demand."""
    favicon: str
    logo: str | None = None


def assets_of(catalogue: Catalogue, theme: Path, own: Path, platform_folder: Path | None) -> Actifs:
    """Make every asset of a site."""
    brand = catalogue.plateforme.fr.marque if catalogue.plateforme else None
    sheets = {"vitrine": stylesheet(theme, own / "css", brand).encode()}
    for file in sorted((own / "css" / "pages").glob("*.css")):
        sheets[file.stem] = minify(file.read_text(encoding="utf-8")).encode()
    scripts = {file.stem: file.read_bytes() for file in sorted((own / "js").glob("*.js"))}
    files: dict[str, bytes] = {}
    styles = {name: _add(files, name, "css", content) for name, content in sheets.items()}
    addresses = {name: _add(files, name, "js", content) for name, content in scripts.items()}
    icon = _add(files, "favicon", "svg", favicon((brand or NATIONAL).couleur).encode())
    logo = None
    if brand and brand.logo and platform_folder:
        content, suffix = read_logo(platform_folder / "marque" / brand.logo)
        logo = _add(files, "logo", suffix, content)
    return Actifs(files, styles, addresses, icon, logo)


def _add(files: dict[str, bytes], stem: str, suffix: str, content: bytes) -> str:
    address = named(stem, suffix, content)
    files[address] = content
    return address


def named(stem: str, suffix: str, content: bytes) -> str:
    """assets/vitrine.1a2b3c4d.css"""
    return f"assets/{stem}.{hashlib.sha256(content).hexdigest()[:8]}.{suffix}"


def favicon(colour: str) -> str:
    """Our own drawing: an arched shop window in the colour of the platform."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<path fill="{colour}" d="M3 32V14a13 13 0 0 1 26 0v18z"/>'
        '<path fill="#fff" d="M16 25.5c-5-3.4-7.5-6-7.5-9.2a3.9 3.9 0 0 1 7.5-1.6 3.9 3.9 0 0 1 7.5 1.6c0 3.2-2.5 5.8-7.5 9.2z"/>'
        "</svg>"
    )


def read_logo(file: Path) -> tuple[bytes, str]:
    """A platform's logo made safe: SVG through an allow-list, PNG redrawn without metadata."""
    if file.suffix.lower() == ".svg":
        return safe_svg(file.read_text(encoding="utf-8")).encode(), "svg"
    with Image.open(file, formats=("PNG",)) as image:
        image.thumbnail((LOGO_HEIGHT * 6, LOGO_HEIGHT))
        out = io.BytesIO()
        image.convert("RGBA").save(out, "PNG", optimize=True)
    return out.getvalue(), "png"


def safe_svg(text: str) -> str:
    """Keep the drawing, drop scripts, styles, handlers, links and foreign content."""
    clean = nh3.clean(text, tags=SVG_TAGS, attributes={"*": SVG_ATTRIBUTES}, clean_content_tags={"script", "style"}, link_rel=None)
    clean = clean[clean.find("<svg") : clean.rfind("</svg>") + 6]
    if 'xmlns="' not in clean:
        clean = clean.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return clean.replace("&nbsp;", "&#160;")
