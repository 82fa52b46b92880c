"""A site small enough to be published in a few milliseconds, and a look at what a reader of a published folder sees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from vitrine.assets import named
from vitrine.publication.entetes import CSP
from vitrine.publication.manifeste import hash_files
from vitrine.publication.versions import Versions

PAGE = """<!doctype html><html lang="fr"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{csp}"><title>{texte}</title>
<link rel="canonical" href="https://essai.example{base}{adresse}">
<link rel="stylesheet" href="{base}{style}"></head>
<body><h1 id="titre">{texte}</h1><p>{texte} {texte} {texte} {texte} {texte}</p>{corps}</body></html>
"""
ICON = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
Ecrire = Callable[[Path], None]


def small_site(texte: str, base: str = "/", corps: str = '<a href="#titre">Haut</a>') -> Ecrire:
    """What writes a site of three pages, two not-found pages, a stylesheet and a calendar, all of which say ``texte``."""
    style = f"h1::after{{content:'{texte}'}}\n".encode() * 5
    address, icon = named("vitrine", "css", style), named("favicon", "svg", ICON)

    def write(folder: Path) -> None:
        for name in ("index.html", "metiers/index.html", "en/index.html", "404.html", "en/404.html"):
            page = folder / name
            page.parent.mkdir(parents=True, exist_ok=True)
            adresse = name.removesuffix("index.html")
            page.write_text(PAGE.format(csp=CSP, texte=texte, base=base, adresse=adresse, style=address, corps=corps), "utf-8")
        (folder / "assets").mkdir()
        (folder / address).write_bytes(style)
        (folder / icon).write_bytes(ICON)
        (folder / "sw.js").write_text(f"const SITE = '{texte}';\n" * 9, "utf-8")
        (folder / "agenda.ics").write_text(f"BEGIN:VCALENDAR\r\nX-WR-CALNAME:{texte}\r\nEND:VCALENDAR\r\n" * 3, "utf-8")

    return write


def shown(dossier: Path) -> str:
    """What the home page of a published folder says."""
    text = (dossier / "site/index.html").read_text("utf-8")
    return text.partition("<title>")[2].partition("</title>")[0]


def names_of_releases(dossier: Path) -> list[str]:
    return [version.nom for version in Versions(dossier).toutes()]


def is_whole(dossier: Path, simple: bool = False) -> bool:
    """Whether what a visitor sees is, file for file, one release of the folder."""
    current = Versions(dossier, simple).courante()
    return current is not None and hash_files((dossier / "site").resolve()) == {
        **current.manifeste.reprises,
        **current.manifeste.fichiers,
    }
