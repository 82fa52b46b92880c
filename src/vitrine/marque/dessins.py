"""SVG drawings that come from people: kept if an allow-list knows it, measured, turned into points where points are wanted."""

from __future__ import annotations

import io
import math
import re
from xml.etree import ElementTree as xml

import nh3
import resvg_py
from font_manrope import ManropeBold
from PIL import Image

from .images import ImageRefusee, Size

BYTES_AT_MOST = 100_000
SVG_TAGS = frozenset(
    """
    svg g path rect circle ellipse line polyline polygon title desc defs linearGradient radialGradient stop clipPath mask
    text tspan
    """.split()  # noqa: SIM905
)
SVG_ATTRIBUTES = frozenset(
    """
    viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points fill fill-rule fill-opacity clip-rule clip-path stroke
    stroke-width stroke-linecap stroke-linejoin stroke-opacity stroke-dasharray opacity transform offset stop-color
    stop-opacity gradientUnits gradientTransform id xmlns preserveAspectRatio text-anchor font-size font-family font-weight
    role aria-label
    """.split()  # noqa: SIM905
)
LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")
FLATTEST = 20
"""The greatest ratio between two sides."""
DEEPEST = 100
"""How many groups may stand one inside the other."""


def read_drawing(content: bytes) -> str:
    """The safe drawing of a file; refused when it is heavy, unreadable, or does not say its size."""
    if len(content) > BYTES_AT_MOST:
        raise ImageRefusee(f"{len(content) // 1000} Ko (100 Ko au plus).", "Simplifiez le dessin, ou exportez-le en PNG.")
    try:
        svg = safe_svg(content.decode("utf-8-sig").replace("\r\n", "\n"))
        deep = depth(svg)
    except (UnicodeDecodeError, xml.ParseError):
        raise ImageRefusee("dessin SVG illisible.", "Exportez-le de nouveau en «\u00a0SVG simple\u00a0», ou en PNG.") from None
    if deep > DEEPEST:
        raise ImageRefusee("dessin SVG trop compliqué.", "Dégroupez ses éléments, ou exportez-le en PNG.")
    size_of(svg)
    return svg


def depth(svg: str) -> int:
    """How many elements stand one inside the other, at most."""
    now = most = 0
    for event, element in xml.iterparse(io.BytesIO(svg.encode()), ("start", "end")):
        now += 1 if event == "start" else -1
        most = max(most, now)
        if event == "end":
            element.clear()
    return most


def safe_svg(text: str) -> str:
    """Keep the drawing, drop scripts, styles, handlers, links and foreign content."""
    clean = nh3.clean(
        text, tags={*SVG_TAGS}, attributes={"*": {*SVG_ATTRIBUTES}}, clean_content_tags={"script", "style"}, link_rel=None
    )
    clean = clean[clean.find("<svg") : clean.rfind("</svg>") + 6]
    if 'xmlns="' not in clean:
        clean = clean.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return clean.replace("&nbsp;", "&#160;")


def size_of(svg: str) -> tuple[float, float]:
    """Width and height of a drawing, in its own units."""
    root = xml.fromstring(svg)
    said = root.get("viewBox", "").replace(",", " ").split()[2:] or [root.get("width", ""), root.get("height", "")]
    sides = [float(found[1]) for side in said if (found := LENGTH.fullmatch(side))]
    if len(sides) != 2 or not all(0 < side < math.inf for side in sides) or max(sides) > FLATTEST * min(sides):
        raise ImageRefusee(
            "le dessin SVG ne dit pas sa taille, ou elle est étrange.",
            "Exportez-le de nouveau avec «\u00a0viewBox\u00a0», ou en PNG.",
        )
    return sides[0], sides[1]


def as_points(svg: str, box: Size) -> Image.Image:
    """A safe drawing as a picture that fits in a box. Nothing is loaded: neither a file, nor a font of this machine."""
    wide, high = fitted(size_of(svg), box)
    try:
        png = resvg_py.svg_to_bytes(
            svg_string=sized(svg, wide, high), skip_system_fonts=True, font_files=[ManropeBold],
            font_family="Manrope", sans_serif_family="Manrope", serif_family="Manrope", width=wide, height=high,
        )  # fmt: skip
    except ValueError:
        raise ImageRefusee("dessin SVG impossible à dessiner.", "Exportez-le de nouveau, ou en PNG.") from None
    return Image.open(io.BytesIO(png)).convert("RGBA")


def fitted(size: tuple[float, float], box: Size) -> Size:
    """The greatest size of the same shape that fits in a box."""
    scale = min(box[0] / size[0], box[1] / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def sized(svg: str, wide: int, high: int) -> str:
    """The same drawing, whose frame says this size rather than one of its own that could be huge."""
    root = xml.fromstring(svg)
    if not root.get("viewBox"):
        root.set("viewBox", "0 0 " + " ".join(f"{side:g}" for side in size_of(svg)))
    root.set("width", str(wide))
    root.set("height", str(high))
    return xml.tostring(root, encoding="unicode")
