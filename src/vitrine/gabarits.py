"""Annotated YAML files to fill, made from the models: `vitrine new`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from .merging import COMPLETE, NATIONAL
from .model.common import EXEMPLE, Suivi
from .model.kinds import Genre

WIDTH = 100
NAMES = ("feminin", "masculin", "intitule", "titre", "nom")
"""Fields that take their first value from the file's name."""
HIDDEN = {"empreinte"}
LAST = tuple(Suivi.model_fields)
SIMPLE = {"statut": "brouillon"}
"""Values that make a new file valid at once; a draft is never published."""
Valeurs = Mapping[str, Any]
"""First values of some fields: a text, a list of texts, or the values of a block."""


def annotated(
    genre: Genre, slug: str, jour: date, valeurs: Valeurs | None = None, *, up: str | None = None, completes: bool = False
) -> str:
    """A file of this kind: required fields and those given with a value to replace, the others as comments.

    ``up`` is the way from its folder to the root where ``schemas/`` stands, if it does. A file that ``completes`` a national
    record requires nothing.
    """
    name = slug.replace("-", " ").capitalize()
    first = {**dict.fromkeys(NAMES, name), **samples(genre, jour)}
    header = [
        *([f"# yaml-language-server: $schema={up}schemas/{genre.dossier}.schema.json"] if up is not None else []),
        f"# {genre.singulier.capitalize()}\u00a0: {slug}. Remplacez les exemples, retirez le # des champs que vous remplissez.",
        "# Mettez entre guillemets les textes qui contiennent deux-points ou dièse. Un champ inconnu reste vide.",
        "",
    ]
    if completes:
        header += [
            "# Les champs donnés ici remplacent ceux de la fiche nationale, un par un, les listes entières.",
            f"{COMPLETE}: {NATIONAL}",
            "",
        ]
        return "\n".join([*header, *_fields(genre.modele, valeurs or {}, True, optional=True)]) + "\n"
    return "\n".join([*header, *_fields(genre.modele, {**first, **(valeurs or {})}, True)]) + "\n"


def samples(genre: Genre, jour: date) -> dict[str, Any]:
    """What a new file of this kind says until somebody knows better; its source tells that it is an example."""
    source = {"titre": EXEMPLE, "date": jour.isoformat()}
    own: dict[str, dict[str, Any]] = {
        "contacts": {"telephone": "01 99 00 00 00", "source": source},
        "agenda": {"debut": f"{jour + timedelta(days=60)} 14:00", "lieu": {"commune": "Exempleville"}, "source": source},
        "actualites": {"date": jour.isoformat(), "source": source},
        "temoignages": {"publication": source},
        "sessions": {"lieu": {"commune": "Exempleville"}, "source": source},
    }
    dated = {"verifie_le": jour.isoformat()} if "verifie_le" in genre.modele.model_fields else {}
    return {**dated, **own.get(genre.dossier, {})}


def _fields(model: type[BaseModel], values: Valeurs, top: bool, everything: bool = False, optional: bool = False) -> Iterator[str]:
    """Help and value of each field; what is neither required nor given is commented out, unless ``everything`` is shown."""
    for name, info in sorted(model.model_fields.items(), key=lambda field: field[0] in LAST and top):
        if name in HIDDEN:
            continue
        required = info.is_required() and not optional
        yield from _help(info, required)
        asked = name in values and (required or name not in NAMES)
        shown = everything or required or asked
        for line in _value(name, info, values, everything or not shown):
            yield line if shown else f"# {line}"
        if top:
            yield ""


def _help(info: FieldInfo, required: bool) -> Iterator[str]:
    said = " (obligatoire)" if required else ""
    for line in textwrap.wrap(f"{info.title}{said}\u00a0: {info.description}", WIDTH):
        yield f"# {line}"


def _value(name: str, info: FieldInfo, values: Valeurs, everything: bool) -> Iterator[str]:
    inner, is_list = nested(info.annotation)
    example = values.get(name) or SIMPLE.get(name) or (info.examples or ["À écrire."])[0]
    if isinstance(values.get(name), list) and not inner:
        yield from (f"{name}:", *(f"  - {quoted(item)}" for item in values[name])) if values[name] else (f"{name}: []",)
    elif not inner and not is_list:
        yield f"{name}: {quoted(example)}"
    elif inner:
        yield f"{name}:"
        given = example if isinstance(example, Mapping) else {}
        yield from _block(_fields(inner, given, False, everything), is_list)
    else:
        yield f"{name}:"
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
