"""The stylesheets of a site: one for every page, with the platform's colours; one besides for each kind of page that needs it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import tinycss2
from tinycss2 import ast

from .colour import NATIONALE, contrast, luminance, mix, readable
from .model.plateforme import Marque
from .prose import TAGS

PROSE_CLASSES = frozenset({"md-typeset"})
PROSE_TAGS = frozenset(TAGS)
PROSE_ATTRIBUTES = frozenset({"dir", "href", "id", "scope"})
DEFAULT_ACCENT = "#f2b05e"
NATIONAL = Marque(couleur=NATIONALE, accent=DEFAULT_ACCENT)
INK, PAPER, NIGHT, DUSK, CLEAR = "#16282c", "#ffffff", "#10191c", "#18262a", "#eaf1f1"
"""Tones of 1-base.css: text and paper by day, ground, paper and text by night."""
IMPORT = re.compile(r'@import "([^"]+)";')
MATERIAL = "material"
"""What a stylesheet imports to have Material's rules for prose."""
ROOT = re.compile(r":root \{(.*?)\}", re.S)
Tons = dict[str, str]


@cache
def material_prose(theme: Path) -> str:
    """Material's rules for prose (class md-typeset), and no other: 137 KB come down to a few."""
    sheet = next((theme / "assets" / "stylesheets").glob("main.*.css"))
    return "".join(used_rules(sheet.read_text(encoding="utf-8"), PROSE_CLASSES, PROSE_TAGS))


def used_rules(css: str, classes: frozenset[str], tags: frozenset[str]) -> Iterator[str]:
    """The rules that can match a page which has only these classes and tags."""
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if isinstance(rule, ast.QualifiedRule):
            kept = [text for text in _selectors(rule.prelude) if _can_match(text, classes, tags)]
            if kept:
                yield ",".join(kept) + "{" + tinycss2.serialize(rule.content).strip() + "}"
        elif isinstance(rule, ast.AtRule) and rule.lower_at_keyword == "media" and rule.content is not None:
            inner = "".join(used_rules(tinycss2.serialize(rule.content), classes, tags))
            if inner:
                yield f"@media{tinycss2.serialize(rule.prelude)}{{{inner}}}"


def _selectors(prelude: Iterable[ast.Node]) -> Iterator[str]:
    """The comma-separated selectors of a rule, commas inside brackets left alone."""
    current: list[ast.Node] = []
    for token in prelude:
        if isinstance(token, ast.LiteralToken) and token.value == ",":
            yield tinycss2.serialize(current).strip()
            current = []
        else:
            current.append(token)
    yield tinycss2.serialize(current).strip()


def _can_match(selector: str, classes: frozenset[str], tags: frozenset[str]) -> bool:
    named = set(re.findall(r"\.([\w-]+)", selector))
    if not named or not named <= classes or "#" in selector or ":is(" in selector:
        return False
    if not set(re.findall(r"\[([\w-]+)", re.sub(r":not\([^)]*\)", "", selector))) <= PROSE_ATTRIBUTES:
        return False
    bare = re.sub(r"::?[\w-]+(?:\([^)]*\))?|\[[^\]]*\]|\.[\w-]+", " ", selector)
    return set(re.findall(r"[a-z][a-z0-9]*", bare)) <= tags


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
    return re.sub(r"\s*([{};,>])\s*", r"\1", css).replace(";}", "}").strip()


def stylesheet(own: Path, brand: Marque | None) -> str:
    """What every page of a site loads."""
    ours = "".join(file.read_text(encoding="utf-8") for file in sorted(own.glob("*.css")))
    return minify(brand_variables(brand) + ours)


def page_stylesheet(theme: Path, file: Path) -> str:
    """What a kind of page loads besides: what the file imports stands in its place, once, for one request."""
    return minify("".join(_with_imports(theme, file, set())))


def _with_imports(theme: Path, file: Path, seen: set[Path]) -> Iterator[str]:
    text = file.read_text(encoding="utf-8")
    for name in IMPORT.findall(text):
        imported = (file.parent / f"{name}.css").resolve()
        if imported not in seen:
            seen.add(imported)
            yield from [material_prose(theme)] if imported.stem == MATERIAL else _with_imports(theme, imported, seen)
    yield IMPORT.sub("", text)


def _on(ground: str) -> str:
    """Ink, else black or white: one of them always reads on any colour."""
    return next(tone for tone in (INK, "#000000", "#ffffff") if contrast(tone, ground) >= 4.5)
