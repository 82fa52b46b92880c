"""The stylesheets of a site: one for every page, with the platform's colours; one besides for each kind of page that needs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from .colour import NATIONALE, contrast, luminance, mix, readable
from .model.plateforme import Marque

DEFAULT_ACCENT = "#f2b05e"
NATIONAL = Marque(couleur=NATIONALE, accent=DEFAULT_ACCENT)
INK, PAPER, NIGHT, DUSK, CLEAR = "#16282c", "#ffffff", "#10191c", "#18262a", "#eaf1f1"
"""Tones of 1-base.css: text and paper by day, ground, paper and text by night."""
IMPORT = re.compile(r'@import "([^"]+)";')
ICON = re.compile(r'icone\("([a-z0-9/-]+)"\)')
"""An icon of Material's sets, as our stylesheets name it."""
ROOT = re.compile(r":root \{(.*?)\}", re.S)
Tons = dict[str, str]


def tones(brand: Marque | None) -> tuple[Tons, Tons]:
    """The tones of a platform, light and dark; each passes its contrast by construction."""
    chosen = brand or NATIONAL
    accent = chosen.accent or DEFAULT_ACCENT
    return _light_tones(chosen.couleur, accent), _dark_tones(chosen.couleur, accent)


def brand_variables(brand: Marque | None) -> str:
    """These tones as custom properties."""
    return f"{paper_variables(brand)}@media(prefers-color-scheme:dark){{:root{{{_declare(tones(brand)[1])}}}}}"


def paper_variables(brand: Marque | None) -> str:
    """The light tones alone, for what is printed."""
    return f":root{{{_declare(tones(brand)[0])}}}"


def both_schemes(own: Path, brand: Marque | None) -> str:
    """The same, and the common tones, each under an attribute: the page of the brand shows light and dark side by side."""
    commons = ROOT.findall((own / "1-base.css").read_text(encoding="utf-8"))[:2]
    names = ("clair", "light"), ("sombre", "dark")
    return "".join(
        f"[data-apparence={name}]{{{minify(common)};{_declare(tons)}color-scheme:{scheme}}}"
        for (name, scheme), common, tons in zip(names, commons, tones(brand), strict=True)
    )


def _light_tones(colour: str, accent: str) -> Tons:
    tint, soft = mix(colour, PAPER, 0.07), mix(accent, PAPER, 0.22)
    return {
        "marque": colour, "sur-marque": "#ffffff", "marque-texte": readable(colour, tint), "teinte": tint,
        "marque-fonce": mix(colour, "#000000", 0.82),
        "accent": accent, "accent-doux": soft, "sur-accent": _on(accent),
    }  # fmt: skip


def _dark_tones(colour: str, accent: str) -> Tons:
    tint = mix(colour, NIGHT, 0.26)
    return {
        "marque": readable(mix(colour, NIGHT, 0.75), "#ffffff"), "sur-marque": "#ffffff",
        "marque-texte": readable(colour, max(tint, DUSK, key=luminance), 5),
        "teinte": tint, "marque-fonce": mix(colour, NIGHT, 0.4), "accent": accent, "accent-doux": mix(accent, NIGHT, 0.2),
        "sur-accent": _on(accent),
    }  # fmt: skip


def _declare(tons: Tons) -> str:
    return "".join(f"--{name}:{value};" for name, value in tons.items())


def minify(css: str) -> str:
    """Drop comments and needless white space; strings are left alone because ours hold none."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    css = re.sub(r"\s+", " ", css)
    return re.sub(r"\s*([{};,>])\s*|(:) ", r"\1\2", css).replace(";}", "}").strip()


def stylesheet(own: Path, brand: Marque | None) -> str:
    """What every page of a site loads."""
    ours = "".join(file.read_text(encoding="utf-8") for file in sorted(own.glob("*.css")))
    return minify(brand_variables(brand) + ours)


def page_stylesheet(file: Path, icons: Path) -> str:
    """What a kind of page loads besides: what the file imports stands in its place, once, for one request."""
    return ICON.sub(lambda found: _drawn(icons / f"{found[1]}.svg"), minify("".join(_with_imports(file, set()))))


def _drawn(icon: Path) -> str:
    """An icon in the stylesheet itself: a page that shows it fifty times has it once, and no element for it."""
    drawing = icon.read_text(encoding="utf-8").strip().replace('"', "'").replace("<", "%3C").replace(">", "%3E")
    return f'url("data:image/svg+xml,{drawing}")'


def _with_imports(file: Path, seen: set[Path]) -> Iterator[str]:
    text = file.read_text(encoding="utf-8")
    for name in IMPORT.findall(text):
        imported = (file.parent / f"{name}.css").resolve()
        if imported not in seen:
            seen.add(imported)
            yield from _with_imports(imported, seen)
    yield IMPORT.sub("", text)


def _on(ground: str) -> str:
    """Ink, else black or white: one of them always reads on any colour."""
    return next(tone for tone in (INK, "#000000", "#ffffff") if contrast(tone, ground) >= 4.5)
