"""The Jinja environment: everything escaped, everything undefined refused. MkDocs' own has neither."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ..charts import bars, map_size, tiles
from ..model.francais import Francais
from ..prose import as_french


def make_environment(folders: Iterable[Path | str]) -> Environment:
    """An environment over our templates, then Material's."""
    environment = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False, finalize=in_french,
    )  # fmt: skip
    environment.filters["json_ld"] = json_ld
    environment.globals.update(barres=bars, tuiles=tiles, taille_carte=map_size)
    return environment


def in_french(value: Any) -> Any:
    """What an expression shows: French among another language says that it is French."""
    return as_french(escape(value)) if isinstance(value, Francais) else value


def json_ld(data: Any) -> Markup:
    """JSON that cannot close the <script> it stands in."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
