"""The Jinja environment: everything escaped, everything undefined refused. MkDocs' own has neither."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..charts import bars, map_size, tiles


def make_environment(folders: Iterable[Path | str]) -> Environment:
    """An environment over our templates, then Material's."""
    environment = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    environment.filters["json_ld"] = json_ld
    environment.globals.update(barres=bars, tuiles=tiles, taille_carte=map_size)
    return environment


def json_ld(data: Any) -> Markup:
    """JSON that cannot close the <script> it stands in."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
