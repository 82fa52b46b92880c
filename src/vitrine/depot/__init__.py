"""The folder of a new platform: in the national repository, or seven entries that make a repository of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import metadata
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

from .. import __version__
from ..gabarits import annotated
from ..marque.icones import favicon
from ..model.kinds import GENRES, PLATEFORMES

EXAMPLES = (
    ("contacts", "accueil", {"nom": "Accueil de la plateforme"}),
    ("agenda", "premiere-rencontre", {"titre": "Première rencontre"}),
)
"""Records to replace: kind, slug, values."""
OWN_FILES = {
    "README.md": "README.md",
    "requirements.txt": "requirements.txt",
    ".gitlab-ci.yml": "gitlab-ci.yml",
    ".github/workflows/site.yml": "github.yml",
}
"""What a repository of its own holds beside the platform: file there, and its model here."""


@dataclass(frozen=True)
class Nouvelle:
    """What is known of a platform on its first day."""

    slug: str
    nom: str
    territoire: str
    departements: tuple[str, ...]
    couleur: str
    jour: date
    url: str | None = None
    listee: bool = False
    """Whether the national directory already describes it."""
    logo: Path | None = None


def platform_files(new: Nouvelle, up: str | None) -> Iterator[tuple[str, bytes]]:
    """(path, content) of what a platform is made of, in either home."""
    yield "plateforme.yml", annotated(PLATEFORMES, new.slug, new.jour, values(new), up=up, completes=new.listee).encode()
    for genre, slug, known in EXAMPLES:
        deeper = f"{up}../../" if up is not None else None
        yield f"data/{genre}/{slug}.yml", annotated(GENRES[genre], slug, new.jour, known, up=deeper).encode()
    yield f"marque/{logo_name(new)}", new.logo.read_bytes() if new.logo else favicon(new.couleur).encode()


def own_files(new: Nouvelle, paquet: str | None) -> Iterator[tuple[str, bytes]]:
    """(path, content) of what a repository of its own adds: how to install, check, build and publish."""
    known = {"nom": new.nom, "slug": new.slug, "version": __version__, "paquet": requirement(paquet or installed_from())}
    for name, model in OWN_FILES.items():
        text = (files(__package__) / "modeles" / model).read_text(encoding="utf-8")
        yield name, (Template(text).substitute(known) if "$" in text and name[0] != "." else text).encode()


def values(new: Nouvelle) -> dict[str, Any]:
    """The first values of ``plateforme.yml``; what the national directory says is not said again."""
    brand = {"couleur": new.couleur, "logo": logo_name(new), "logo_alt": f"Logo de {new.nom}"}
    own = {
        "identifiant": new.slug, "en_preparation": "oui", "marque": brand, "verifie_le": new.jour.isoformat(),
        "accessibilite": {"etat": "non-conforme"}, **({"url": new.url} if new.url else {}),
    }  # fmt: skip
    return own if new.listee else {**own, "nom": new.nom, "territoire": new.territoire, "departements": list(new.departements)}


def logo_name(new: Nouvelle) -> str:
    """The file of the folder marque/."""
    return f"logo{new.logo.suffix.lower()}" if new.logo else "logo.svg"


def requirement(origin: str | None) -> str:
    """The line that installs this program; without a known address, a comment that says whom to ask."""
    if origin:
        return f"vitrine @ {origin}"
    return (
        "# Demandez à l’équipe nationale l’adresse du paquet, écrivez-la à la place des points et retirez le dièse.\n"
        f"# vitrine @ https://…/vitrine-{__version__}-py3-none-any.whl"
    )


def installed_from() -> str | None:
    """The public address that this program was installed from, with its hash, if pip wrote it down."""
    try:
        text = metadata.distribution("vitrine").read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        return None
    said = json.loads(text or "{}")
    url = str(said.get("url", ""))
    if not url.startswith("https://"):
        return None
    if "vcs_info" in said:
        return f"{said['vcs_info']['vcs']}+{url}@{said['vcs_info']['commit_id']}"
    digest = said.get("archive_info", {}).get("hashes", {}).get("sha256")
    return url + (f"#sha256={digest}" if digest else "")


def write(folder: Path, contents: Iterator[tuple[str, bytes]]) -> None:
    """Write the files of a platform; the folder must be new or empty."""
    for name, content in contents:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
