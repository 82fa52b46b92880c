"""YAML text → Document: a tree of texts, every key and value with its line and column.

The tree is built from libyaml's event stream with an explicit stack, so that no input can exhaust Python's or C's:
depth, nodes, aliases, anchors, tags and merge keys are refused as they come by.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NoReturn

import yaml

from ..problems import Probleme, abridged, thousands
from .scalars import scalar_faults
from .syntax import TEMPLATE, translate
from .text import BYTES_AT_MOST, INVISIBLE, check_lines, decode, field_on, hidden_signs, too_heavy

DEPTH_AT_MOST = 20
NODES_AT_MOST = 20_000
CORE_TAG = "tag:yaml.org,2002:"
Chemin = tuple[str | int, ...]
Lecteur = Callable[[bytes, str], "Document"]
"""(bytes of a file, name shown to people) → Document"""
PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, order=True)
class Marque:
    """A place in a file; line and column count from 1."""

    fichier: str
    ligne: int
    colonne: int


@dataclass
class Document:
    """One file read. ``donnees`` holds dicts, lists, texts and None; ``marques`` places each path of it."""

    fichier: str
    donnees: dict[str, Any] = field(default_factory=dict)
    marques: dict[Chemin, Marque] = field(default_factory=dict)
    problemes: list[Probleme] = field(default_factory=list)

    @cached_property
    def textes(self) -> list[tuple[Chemin, Any]]:
        """Every scalar with its path, in order; to be asked once the data no longer change."""
        return list(_scalars(self.donnees))

    def marque(self, chemin: Chemin) -> Marque:
        """The place of a path, or of its nearest parent."""
        while chemin and chemin not in self.marques:
            chemin = chemin[:-1]
        return self.marques.get(chemin, Marque(self.fichier, 1, 1))


def _scalars(data: Any, path: Chemin = ()) -> Iterator[tuple[Chemin, Any]]:
    """Every scalar of a tree with its path, in order."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _scalars(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _scalars(value, (*path, number))
    else:
        yield path, data


class _Refused(Exception):
    """Stops the reading of a file at a fault that makes the rest meaningless."""

    def __init__(self, event: Any, message: str, remede: str) -> None:
        super().__init__(message)
        self.event, self.message, self.remede = event, message, remede


def read_document(file: Path, name: str, lecteur: Lecteur | None = None) -> Document:
    """Read one YAML file; problems are told in the Document, never raised. ``name`` is shown to people.

    ``lecteur`` may stand in for ``parse``: a preview has one that remembers.
    """
    try:
        size = file.stat().st_size
        if size > BYTES_AT_MOST:
            return Document(name, problemes=[too_heavy(size, name)])
        return (lecteur or parse)(file.read_bytes(), name)
    except OSError:
        return Document(name, problemes=[Probleme(name, 0, 0, "", "fichier illisible.", "Vérifiez ses droits.")])


def parse(raw: bytes, name: str) -> Document:
    """Parse the bytes of one YAML file."""
    text, problems = decode(raw, name)
    problems = problems or list(check_lines(text, name))
    document = Document(name, problemes=problems) if problems else _Builder(text, name).build()
    document.problemes = abridged(document.problemes)
    return document


class _Builder:
    """Folds the event stream into a Document."""

    def __init__(self, text: str, name: str) -> None:
        self.lines = [*text.split("\n"), ""]  # libyaml may end on a line past the last
        self.text = text
        self.document = Document(name)
        self.nodes = 0
        self.last: Any = None
        self.stack: list[_Frame] = []
        self.root: Any = None

    def build(self) -> Document:
        try:
            for event in yaml.parse(self.text, Loader=PARSER):
                self._take(event)
            self._check_root()
        except yaml.MarkedYAMLError as error:
            self.document.problemes.append(translate(error, self.lines, self.document.fichier, self.last))
        except _Refused as refused:
            mark = refused.event.start_mark
            field_name = field_on(self.lines[mark.line])
            self.tell(mark.line + 1, mark.column + 1, field_name, refused.message, refused.remede)
        return self.document

    def tell(self, line: int, column: int, champ: str, message: str, remede: str, *, grave: bool = True) -> None:
        self.document.problemes.append(Probleme(self.document.fichier, line, column, champ, message, remede, grave))

    def _take(self, event: Any) -> None:
        handler = HANDLERS.get(type(event))
        if handler:
            handler(self, event)

    def scalar(self, event: Any) -> None:
        self._guard(event)
        self.last = event
        frame = self.stack[-1] if self.stack else None
        if frame and frame.awaits_key:
            frame.open_key(event, self)
            return
        self._put(self._text(event), event)

    def collection(self, event: Any) -> None:
        self._guard(event)
        if len(self.stack) >= DEPTH_AT_MOST:
            _refuse(event, f"plus de {DEPTH_AT_MOST} niveaux imbriqués.", "Simplifiez la structure.")
        if self.stack and self.stack[-1].awaits_key:
            if self.lines[event.start_mark.line].startswith("{{", event.start_mark.column - 1):
                _refuse(event, *TEMPLATE)
            _refuse(event, "une liste ou un bloc sert de nom de champ.", "Mettez la valeur entre guillemets.")
        path = self._place(event)
        self.stack.append(_Frame({} if isinstance(event, yaml.MappingStartEvent) else [], path))

    def close(self, event: Any) -> None:
        frame = self.stack.pop()
        self._attach(frame.value)

    def alias(self, event: Any) -> NoReturn:
        _refuse(event, f"alias YAML (*{event.anchor}) non admis.", "Recopiez la valeur, ou mettez le texte entre guillemets.")

    def second(self, event: Any) -> None:
        if self.root is not None:
            _refuse(event, "deuxième document dans le fichier (---).", "Un fichier, une fiche\u00a0: supprimez les tirets.")

    def _guard(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > NODES_AT_MOST:
            _refuse(event, f"plus de {thousands(NODES_AT_MOST)} valeurs dans un fichier.", "Partagez-le en plusieurs fichiers.")
        if event.tag and event.tag != "!":
            tag = str(event.tag).replace(CORE_TAG, "!!")[:60]
            _refuse(event, f"balise YAML ({tag}) non admise.", "Retirez-la, ou mettez la valeur entre guillemets.")
        if event.anchor:
            mark, said = self.mark(event), f"ancre YAML (&{event.anchor}) non admise."
            remede = "Retirez-la, ou mettez la valeur entre guillemets."
            self.tell(mark.ligne, mark.colonne, field_on(self.lines[mark.ligne - 1]), said, remede)

    def _text(self, event: Any) -> str | None:
        """The scalar as written; only an empty plain scalar and « ~ » mean nothing."""
        for fault in scalar_faults(event, self.lines):
            field_name = field_on(self.lines[fault.ligne - 1])
            self.tell(fault.ligne, fault.colonne, field_name, fault.message, fault.remede, grave=fault.grave)
        return None if not event.style and event.value in ("", "~") else str(event.value)

    def _place(self, event: Any) -> Chemin:
        path = self.stack[-1].child() if self.stack else ()
        if path not in self.document.marques:
            self.document.marques[path] = self.mark(event)
        return path

    def mark(self, event: Any) -> Marque:
        return Marque(self.document.fichier, event.start_mark.line + 1, event.start_mark.column + 1)

    def _put(self, value: Any, event: Any) -> None:
        self._place(event)
        self._attach(value)

    def _attach(self, value: Any) -> None:
        if self.stack:
            self.stack[-1].attach(value)
        else:
            self.root = value if value is not None else self.root

    def _check_root(self) -> None:
        place = self.document.marque(())
        if isinstance(self.root, dict) and self.root:
            self.document.donnees = self.root
        elif isinstance(self.root, list):
            said = ("liste lue, une fiche est attendue.", "Retirez le tiret initial.")
            self.tell(place.ligne, place.colonne, "", *said)
        elif self.root:
            self.tell(place.ligne, place.colonne, "", "texte seul, une fiche est attendue.", "Écrivez champ: valeur.")
        elif "#" in self.text:
            said = ("aucune donnée (tout est en commentaire).", "Retirez les # ou supprimez le fichier.")
            self.tell(1, 1, "", *said)
        else:
            self.tell(1, 1, "", "aucune donnée (fichier vide).", "Remplissez-le ou supprimez-le.")


class _Frame:
    """A collection being filled."""

    def __init__(self, value: dict[str, Any] | list[Any], path: Chemin) -> None:
        self.value, self.path = value, path
        self.key: str | None = None

    @property
    def awaits_key(self) -> bool:
        return isinstance(self.value, dict) and self.key is None

    def child(self) -> Chemin:
        return (*self.path, self.key if isinstance(self.value, dict) and self.key is not None else len(self.value))

    def open_key(self, event: Any, builder: _Builder) -> None:
        key = event.value if event.value.isascii() else event.value.translate(INVISIBLE)
        key = key.strip()
        for message, _, remede in hidden_signs(key):
            _refuse(event, message, remede)
        if key == "<<":
            _refuse(event, "clé de fusion << non admise.", "Recopiez les champs.")
        path = (*self.path, key)
        if isinstance(self.value, dict) and key in self.value:
            here, first = builder.mark(event), builder.document.marques[path].ligne
            builder.tell(here.ligne, here.colonne, key, f"champ déjà défini ligne {first}.", f"Gardez une seule ligne {key}.")
        else:
            builder.document.marques[path] = builder.mark(event)
        self.key = key

    def attach(self, value: Any) -> None:
        if isinstance(self.value, list):
            self.value.append(value)
        elif self.key is not None:
            self.value.setdefault(self.key, value)
            self.key = None


def _refuse(event: Any, message: str, remede: str) -> NoReturn:
    raise _Refused(event, message, remede)


HANDLERS: dict[type, Callable[[_Builder, Any], None]] = {
    yaml.ScalarEvent: _Builder.scalar,
    yaml.MappingStartEvent: _Builder.collection,
    yaml.SequenceStartEvent: _Builder.collection,
    yaml.MappingEndEvent: _Builder.close,
    yaml.SequenceEndEvent: _Builder.close,
    yaml.AliasEvent: _Builder.alias,
    yaml.DocumentStartEvent: _Builder.second,
}


def yaml_files(folder: Path) -> Iterator[Path]:
    """The YAML files of a folder, sorted; links, hidden and other files are passed over."""
    if not folder.is_dir() or folder.is_symlink():
        return
    for file in sorted(folder.iterdir()):
        if file.suffix in (".yml", ".yaml") and not file.name.startswith(".") and file.is_file() and not file.is_symlink():
            yield file
