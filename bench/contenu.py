"""Write content of any size: the national sheets several times over, each with invented text as long as its model's.

    .venv/bin/python bench/contenu.py DOSSIER [--tours 1] [--langues fr en ar] [--graine 2027]

One turn is as many professions and diplomas as the national content holds. Shapes, codes, figures, sources and links are those of
the real sheets; every text is made of their sentences, drawn by lot, so no sheet says anything true. ``DOSSIER/vitrine`` is
a complete national folder. ``DOSSIER/fiches/<langue>/`` holds the same sheets for other builders: the same bytes in French, and
in other languages whole records, where Vitrine reads translations and merges them.
"""

from __future__ import annotations

import argparse
import copy
import random
import re
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from vitrine.checking import translatable
from vitrine.model.formation import Formation
from vitrine.model.metier import OU, Metier
from vitrine.source.document import Document, read_document

PROJET = Path(__file__).resolve().parents[1]
PARTS = ("mkdocs.yml", "data", "docs", "hooks", "overrides")
GENRES = {"metiers": Metier, "formations": Formation}
DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
LINKS = ("evolutions", "proches", "formations", "metiers", "poursuites")
NAMES = ("feminin", "masculin", "intitule")
LABELS = ("libelle", "description")
SENTENCE = re.compile(r"(?<=[.!?…])\s+")
PLAIN = re.compile(r"[^\[\]*_`<>#|@()«»“”\"\\0-9]{12,}")
"""Sentences that mean the same in Markdown, in HTML and in plain text, and can be cut anywhere."""

Records = dict[str, dict[str, Document]]
Fiche = dict[str, Any]
Chemin = tuple[str | int, ...]


def files(genre: str, langue: str) -> list[Path]:
    """The national files of a kind in one language."""
    ending = [".yml"] if langue == "fr" else [f".{langue}", ".yml"]
    return [file for file in sorted((PROJET / "data" / genre).glob("*.yml")) if file.suffixes == ending]


def read_models() -> Records:
    """The French national sheets."""
    return {genre: {file.stem: read_document(file, file.name) for file in files(genre, "fr")} for genre in GENRES}


def sentences(langue: str) -> list[str]:
    """What the national sheets say in a language, sentence by sentence."""
    found = [read_document(file, file.name) for genre in GENRES for file in files(genre, langue)]
    texts = [value for document in found for _, value in document.textes if isinstance(value, str)]
    said = {part.strip() for text in texts if " " in text for part in SENTENCE.split(text)}
    return sorted(part for part in said if PLAIN.fullmatch(part))


class Auteur:
    """Writes texts of a given length in one language."""

    def __init__(self, langue: str, seed: int) -> None:
        self.langue, self.said, self.chance = langue, sentences(langue), random.Random(f"{seed} {langue}")

    def text(self, model: str) -> str:
        """As many paragraphs as the model, each nearly as long as its own."""
        return "\n\n".join(self._paragraph(len(part)) for part in re.split(r"\n\s*\n", model))

    def _paragraph(self, length: int) -> str:
        words: list[str] = []
        left = length
        while left > 0:
            for word in self.chance.choice(self.said).split(" "):
                left -= len(word) + 1
                if left < -1 and words:
                    break
                words.append(word)
        return " ".join(words)[: max(length, 1)].strip(" :;,") or words[0]


def place(data: Any, path: Chemin, value: Any) -> None:
    """Put a value in a tree, making what stands above it."""
    for step, following in pairwise(path):
        if isinstance(step, int):
            data.extend([] if isinstance(following, int) else {} for _ in range(step + 1 - len(data)))
        elif step not in data:
            data[step] = [] if isinstance(following, int) else {}
        data = data[step]
    if isinstance(path[-1], int) and path[-1] == len(data):
        data.append(value)
    else:
        data[path[-1]] = value


def named(slug: str, turn: int) -> str:
    """The slug of a model's copy; those of the first turn keep their names, to which quizzes, lessons and prose lead."""
    return f"{slug}-{turn}" if turn else slug


def relinked(data: Any, turn: int) -> Any:
    """Links lead to the sheets of the same turn."""
    if isinstance(data, list):
        return [relinked(item, turn) for item in data]
    if not isinstance(data, dict):
        return data
    return {key: [named(slug, turn) for slug in value] if key in LINKS else relinked(value, turn) for key, value in data.items()}


def told(model: Document, genre: str, author: Auteur, turn: int) -> dict[str, Any]:
    """The texts of one sheet in one language; its names carry the turn, for no two sheets bear the same."""
    texts: dict[str, Any] = {}
    for path, value in translatable(model, GENRES[genre]):
        if path[0] in NAMES:
            said = value if author.langue == "fr" else f"{author.text(value[:60])} {Path(model.fichier).stem}"
            place(texts, path, f"{said[:110]} {turn}" if turn else said[:120])
        else:
            place(texts, path, author.text(value))
    return texts


def laid(base: Any, over: Any) -> Any:
    """A record with its texts in another language."""
    if isinstance(base, dict) and isinstance(over, dict):
        return {key: laid(value, over[key]) if key in over else value for key, value in base.items()}
    if isinstance(base, list) and isinstance(over, list):
        return [laid(value, over[rank]) if rank < len(over) else value for rank, value in enumerate(base)]
    return over


def write(file: Path, data: Any) -> None:
    """One YAML file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.dump(data, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")


def records(models: Records, authors: list[Auteur], turns: int) -> Iterator[tuple[str, str, Fiche, dict[str, Fiche]]]:
    """(kind, slug, French record, translations) of every sheet."""
    for turn in range(turns):
        for genre, found in models.items():
            for slug, model in found.items():
                french, *others = authors
                record = laid(relinked(copy.deepcopy(model.donnees), turn), told(model, genre, french, turn))
                yield genre, named(slug, turn), record, {one.langue: told(model, genre, one, turn) for one in others}


def write_national(folder: Path, langues: list[str]) -> None:
    """A national folder without its sheets, nor the languages that are not asked for."""
    for part in PARTS:
        copy_part = shutil.copytree if (PROJET / part).is_dir() else shutil.copy
        folder.mkdir(parents=True, exist_ok=True)
        copy_part(PROJET / part, folder / part)
    for genre in GENRES:
        shutil.rmtree(folder / "data" / genre)
    for langue in {"en", "ar"} - set(langues):
        for file in [*folder.rglob(f"*.{langue}.yml"), *folder.rglob(f"*.{langue}.md")]:
            file.unlink()


def write_words(folder: Path, langue: str) -> None:
    """The labels of codes and the strings of the interface, one file each."""
    labels: dict[str, Any] = {}
    for file in sorted((PROJET / "data/nomenclatures").glob("*.yml")):
        if "." not in file.stem:
            over = file.with_name(f"{file.stem}.{langue}.yml")
            base = yaml.load(file.read_text(encoding="utf-8"), LOADER)["termes"]
            more = yaml.load(over.read_text(encoding="utf-8"), LOADER).get("termes", {}) if over.is_file() else {}
            known = {code: {key: str(term[key]) for key in LABELS if key in term} for code, term in laid(base, more).items()}
            labels[file.stem.replace("-", "_")] = known
    write(folder / "listes.yml", labels)
    name = "interface.yml" if langue == "fr" else f"interface.{langue}.yml"
    strings = yaml.load((PROJET / "data/textes" / name).read_text(encoding="utf-8"), LOADER)
    named_for_all = {key.replace(".", "_").replace("-", "_"): text for key, text in strings.items()}
    write(folder / "textes.yml", {"ou": OU[langue]} | named_for_all)


def write_content(folder: Path, turns: int, langues: list[str], seed: int) -> int:
    """Both folders; the number of sheets."""
    authors, count = [Auteur(langue, seed) for langue in langues], 0
    write_national(folder / "vitrine", langues)
    for langue in langues:
        write_words(folder / "fiches" / langue, langue)
    for genre, slug, record, translations in records(read_models(), authors, turns):
        count += 1
        write(folder / "vitrine/data" / genre / f"{slug}.yml", record)
        write(folder / "fiches/fr" / genre / f"{slug}.yml", record)
        for langue, texts in translations.items():
            write(folder / "vitrine/data" / genre / f"{slug}.{langue}.yml", texts)
            write(folder / "fiches" / langue / genre / f"{slug}.yml", laid(record, texts))
    return count


def main() -> None:
    """Read the command line, write the content."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--tours", type=int, default=1)
    parser.add_argument("--langues", nargs="+", default=["fr"], choices=["fr", "en", "ar"])
    parser.add_argument("--graine", type=int, default=2027)
    given = parser.parse_args()
    print(write_content(given.dossier, given.tours, given.langues, given.graine))


if __name__ == "__main__":
    main()
