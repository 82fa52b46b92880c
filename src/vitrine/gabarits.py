"""Annotated YAML files to fill, made from the models: `vitrine new`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from .model.common import Suivi
from .model.kinds import Genre

WIDTH = 100
NAMES = ("feminin", "masculin", "intitule", "nom", "titre")
"""Fields that take their first value from the file's name."""
HIDDEN = {"empreinte"}
LAST = tuple(Suivi.model_fields)
SIMPLE = {"statut": "brouillon"}
"""Values that make a new file valid at once; a draft is never published."""


def annotated(genre: Genre, slug: str, up: str = "../../") -> str:
    """A file of this kind: required fields with an example to replace, optional ones as comments.

    ``up`` is the way from its folder to the root, where ``schemas/`` stands.
    """
    name = slug.replace("-", " ").capitalize()
    header = [
        f"# yaml-language-server: $schema={up}schemas/{genre.dossier}.schema.json",
        f"# {genre.singulier.capitalize()}\u00a0: {slug}. Remplacez les exemples, retirez le # des champs que vous remplissez.",
        "# Mettez entre guillemets les textes qui contiennent deux-points ou dièse. Un champ inconnu reste vide.",
        "",
    ]
    return "\n".join([*header, *_fields(genre.modele, dict.fromkeys(NAMES, name), True)]) + "\n"


def _fields(model: type[BaseModel], values: dict[str, str], top: bool, everything: bool = False) -> Iterator[str]:
    """Help and value of each field; what is optional is commented out, unless ``everything`` is shown."""
    for name, info in sorted(model.model_fields.items(), key=lambda field: field[0] in LAST and top):
        if name in HIDDEN:
            continue
        yield from _help(info)
        shown = everything or info.is_required()
        for line in _value(name, info, values, everything or not shown):
            yield line if shown else f"# {line}"
        if top:
            yield ""


def _help(info: FieldInfo) -> Iterator[str]:
    required = " (obligatoire)" if info.is_required() else ""
    for line in textwrap.wrap(f"{info.title}{required}\u00a0: {info.description}", WIDTH):
        yield f"# {line}"


def _value(name: str, info: FieldInfo, values: dict[str, str], everything: bool) -> Iterator[str]:
    inner, is_list = nested(info.annotation)
    example = values.get(name) or SIMPLE.get(name) or (info.examples or ["À écrire."])[0]
    if not inner and not is_list:
        yield f"{name}: {quoted(example)}"
        return
    yield f"{name}:"
    if inner:
        yield from _block(_fields(inner, {}, False, everything), is_list)
    else:
        yield f"  - {quoted(example)}"


def _block(lines: Iterator[str], is_list: bool) -> Iterator[str]:
    """Indent the fields of a block; in a list, the dash goes before its first field."""
    margin = "    " if is_list else "  "
    dash = is_list
    for line in lines:
        if dash and not line.startswith("#"):
            yield f"  - {line}"
            dash = False
        else:
            yield margin + line


def nested(annotation: Any) -> tuple[type[BaseModel] | None, bool]:
    """The model inside an annotation, and whether it stands in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, False
    is_list = get_origin(annotation) is list
    for argument in get_args(annotation):
        inner, deeper = nested(argument)
        if inner or deeper:
            return inner, is_list or deeper
    return None, is_list


def quoted(value: Any) -> str:
    """A scalar between double quotes, safe in YAML."""
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
