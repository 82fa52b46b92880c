"""Colour arithmetic: WCAG 2.1 contrast, and the nearest shade that reads well."""

from __future__ import annotations

import colorsys

TEXT_RATIO = 4.5
NATIONALE = "#0f5a5c"
"""The colour of the national site, and of who has not chosen one."""
Rgb = tuple[float, float, float]


def parse(colour: str) -> Rgb:
    """#rrggbb → three numbers from 0 to 1."""
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def to_hex(rgb: Rgb) -> str:
    """Three numbers from 0 to 1 → #rrggbb."""
    return "#" + "".join(f"{round(max(0.0, min(1.0, channel)) * 255):02x}" for channel in rgb)


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.1), 0 to 1."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parse(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """Contrast ratio, 1 to 21."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, background: str, ratio: float = TEXT_RATIO) -> str:
    """The shade of ``colour``, same hue, nearest to it, whose contrast with ``background`` reaches ``ratio``."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*parse(colour))
    darken = luminance(background) > 0.18
    for step in range(101):
        shift = step / 100
        moved = lightness * (1 - shift) if darken else lightness + (1 - lightness) * shift
        shade = to_hex(colorsys.hls_to_rgb(hue, moved, saturation))
        if contrast(shade, background) >= ratio:
            return shade
    return "#000000" if darken else "#ffffff"


def mix(first: str, second: str, share: float) -> str:
    """``share`` (0 to 1) of the first colour, the rest of the second."""
    a, b = parse(first), parse(second)
    return to_hex((a[0] * share + b[0] * (1 - share), a[1] * share + b[1] * (1 - share), a[2] * share + b[2] * (1 - share)))
