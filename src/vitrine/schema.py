"""JSON Schema of each kind of file, made from the models, for editors that complete and check while one types."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from .catalogue import Fiche
from .model.fields import NOMENCLATURE_KEY
from .model.kinds import COMPARAISONS, GENRES, NOMENCLATURES, PLATEFORMES, Genre
from .model.nomenclature import Nomenclature

DRAFT = "http://json-schema.org/draft-07/schema#"
COMPLETABLE = {*GENRES, PLATEFORMES.dossier}


def schemas(nomenclatures: Mapping[str, Fiche[Nomenclature]]) -> Iterator[tuple[str, str]]:
    """(file name, JSON text) of every kind."""
    for genre in (*GENRES.values(), PLATEFORMES, NOMENCLATURES, COMPARAISONS):
        schema = schema_of(genre, nomenclatures)
        yield f"{genre.dossier}.schema.json", json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def schema_of(genre: Genre, nomenclatures: Mapping[str, Fiche[Nomenclature]]) -> dict[str, Any]:
    """The schema of a kind; codes list what their vocabulary holds; a completed sheet may leave anything out."""
    schema = genre.modele.model_json_schema()
    schema = {"$schema": DRAFT, **fill_codes(schema, nomenclatures), "title": f"Fiche\u00a0: {genre.singulier}"}
    schema.pop("description", None)
    if genre.dossier in COMPLETABLE:
        help_text = "Pour ne donner que les champs qui remplacent ceux de la fiche nationale."
        schema["properties"]["complete"] = {"enum": ["national"], "title": "Compléter", "description": help_text}
        schema["anyOf"] = [{"required": schema.pop("required", [])}, {"required": ["complete"]}]
    if genre.dossier in GENRES:
        digits = {"type": ["string", "number"]}
        schema["properties"]["empreinte"] = {
            "title": "Empreinte", "anyOf": [digits, {"type": "object", "additionalProperties": digits}],
            "description": "Du texte français traduit, ou de chaque champ national complété ; vitrine check la donne.",
        }  # fmt: skip
    return schema


def fill_codes(node: Any, nomenclatures: Mapping[str, Fiche[Nomenclature]]) -> Any:
    """Replace each mention of a vocabulary by its codes."""
    if isinstance(node, list):
        return [fill_codes(item, nomenclatures) for item in node]
    if not isinstance(node, dict):
        return node
    filled = {key: fill_codes(value, nomenclatures) for key, value in node.items() if key != NOMENCLATURE_KEY}
    name = node.get(NOMENCLATURE_KEY)
    if isinstance(name, str) and name in nomenclatures:
        filled["enum"] = list(nomenclatures[name].fr.termes)
    return filled
