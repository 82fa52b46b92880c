"""sw.js, the worker that keeps the pages a visitor has read; or the one that takes them away from a site that keeps none any more.

Its version is the hash of all that the site holds: a site that changes, or that forgets somebody (publish --oublier), has another
worker, which drops what the one before had kept. Its name never changes, for browsers ask for it again under that name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

from .formatting import locale_of
from .publication.entetes import INTEGRER
from .texts import Interface

NAME = "sw.js"
PAGE = "hors-connexion"
"""The page that stands for those never read."""


def worker(sources: Path, fichiers: Mapping[str, str], textes: Mapping[str, Mapping[str, Any]], langues: Iterable[str]) -> bytes:
    """The worker of a site made of ``fichiers`` (path → hash); ``sources`` is the folder of our scripts."""
    settings = {
        "version": sha256(json.dumps(fichiers, sort_keys=True).encode()).hexdigest()[:12],
        "dossiers": own_places(fichiers),
        "langues": {langue: said(Interface(textes, langue), langue) for langue in langues},
    }
    return assembled(sources, "garde", settings)


def removal(sources: Path) -> bytes:
    """The worker that erases what others have kept, then goes."""
    return assembled(sources, "retrait", {})


def assembled(sources: Path, name: str, settings: Mapping[str, object]) -> bytes:
    """One file: its settings, what both workers share, and what this one does; without comments, browsers fetch it often."""
    text = "".join((sources / f"{part}.js").read_text(encoding="utf-8") for part in ("commun", name))
    bare = re.sub(r"(?m)^\s*//.*\n|^\s+| // .*$", "", text)
    return f"const SITE = {json.dumps(settings, ensure_ascii=False, separators=(',', ':'))};\n{bare}".encode()


def own_places(fichiers: Iterable[str]) -> list[str]:
    """The first word of the address of each page: in a folder of another name lives another site.

    Pieces that partners frame come from the network alone, with headers of their own, and take no room on devices.
    """
    tops = {name.partition("/")[0] for name in fichiers if name.endswith(".html")}
    return ["", *sorted(tops - {"index.html", INTEGRER.rstrip("/")})]


def said(ui: Interface, langue: str) -> dict[str, str]:
    """What a page says when it comes from the device."""
    locale = str(locale_of(langue)).replace("_", "-")
    return {"locale": locale, "titre": escape(ui.t(f"{PAGE}.copie", date="{date}")), "texte": escape(ui.t("copie.texte"))}
