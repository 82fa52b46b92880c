"""The Jinja environment: everything escaped, everything undefined refused. MkDocs' own has neither."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from jinja2.lexer import TOKEN_DATA, Token, TokenStream
from markupsafe import Markup, escape

from ..charts import bars, map_size, tiles
from ..model.francais import Francais
from ..prose import as_french
from ..qr import drawing
from . import fragments
from .contexte import Contexte
from .fragments import Fragments

_BLOCK = (
    "address|article|aside|blockquote|body|caption|d[dlt]|details|div|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|html|legend|li|"
    "link|main|meta|nav|noscript|[ou]l|p|script|search|section|summary|table|tbody|t[dhr]|thead|title"
)
BESIDE_BLOCKS = re.compile(rf"(</?(?:{_BLOCK})\b[^<>]*>)\n+|\n+(?=</?(?:{_BLOCK})\b)")


def make_environment(folders: Iterable[Path | str]) -> Environment:
    """An environment over our templates, then Material's."""
    environment = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False, finalize=in_french,
        extensions=[Fragments, Serre], bytecode_cache=compiled(),
    )  # fmt: skip
    environment.context_class = Contexte
    environment.filters["json_ld"] = json_ld
    environment.globals.update(barres=bars, tuiles=tiles, taille_carte=map_size, code_qr=qr_code)
    return environment


class Serre(Extension):
    """Drops the line ends of templates beside blocks, where a browser shows none; done once, when a template is compiled."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The same tokens, those of text tightened."""
        for token in stream:
            yield Token(token.lineno, token.type, BESIDE_BLOCKS.sub(r"\1", token.value)) if token.type == TOKEN_DATA else token


class Compiled(FileSystemBytecodeCache):
    """Jinja's cache, which cannot name a template whose folder is not readable in the system's encoding."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The key of a template."""
        return super().get_cache_key(name, ascii(filename))


def compiled() -> Compiled:
    """Templates compiled by earlier builds, in the person's own temporary folder; Jinja compares their sources itself.

    Their name tells all else that shapes them: Jinja's version and these two modules.
    """
    shape = jinja2.__version__.encode() + b"".join(Path(file).read_bytes() for file in (__file__, fragments.__file__))
    return Compiled(pattern=f"vitrine-{hashlib.sha256(shape).hexdigest()[:16]}-%s.cache")


def in_french(value: Any) -> Any:
    """What an expression shows: French among another language says that it is French."""
    return as_french(escape(value)) if isinstance(value, Francais) else value


def qr_code(url: str) -> Markup:
    """The code of an address, to be seen on paper only: whoever reads the screen is already there."""
    return Markup(drawing(url).replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))


def json_ld(data: Any) -> Markup:
    """JSON that cannot close the <script> it stands in."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
