"""YAML sheets → Markdown in docs/, before each build."""

from __future__ import annotations

from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader

HERE = Path(__file__).parent


def read(file):
    """One YAML file, as anybody would read it."""
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def title(fiche, ou):
    """What a sheet is called."""
    if "intitule" in fiche:
        return fiche["intitule"]
    names = (fiche["masculin"], fiche["feminin"])
    return names[0] if names[0] == names[1] else f"{names[0]} {ou} {names[1]}"


def language(folder):
    """All that one language says."""
    told = {"t": read(folder / "textes.yml"), "l": read(folder / "listes.yml")}
    for genre in ("metiers", "formations"):
        told[genre] = {file.stem: read(file) for file in sorted((folder / genre).glob("*.yml"))}
        for fiche in told[genre].values():
            fiche["titre"] = title(fiche, told["t"]["ou"])
    return told


def on_pre_build(config):
    """Write every page, whether it changed or not."""
    environment = Environment(loader=FileSystemLoader(HERE / "gabarits"), trim_blocks=True, lstrip_blocks=True)
    environment.globals["labels"] = lambda codes, terms: ", ".join(terms[code]["libelle"] for code in codes or ())
    docs = Path(config["docs_dir"])
    for folder in sorted((HERE / "fiches").iterdir()):
        told, ending = language(folder), ".md" if folder.name == "fr" else f".{folder.name}.md"
        docs.mkdir(exist_ok=True)
        (docs / f"index{ending}").write_text(f"# {told['t']['site_nom']}\n", encoding="utf-8")
        for genre in ("metiers", "formations"):
            (docs / genre).mkdir(exist_ok=True)
            template = environment.get_template(f"{genre}.md")
            index = environment.get_template("index.md").render(genre=genre, **told)
            (docs / genre / f"index{ending}").write_text(index, encoding="utf-8")
            for slug, fiche in told[genre].items():
                text = template.render(slug=slug, f=fiche, **told)
                (docs / genre / f"{slug}{ending}").write_text(text, encoding="utf-8")
