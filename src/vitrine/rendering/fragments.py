"""{% fragment key, … %}…{% endfragment %}: a piece that many pages share is rendered once for each key.

The key holds everything that the piece depends on; a test builds with and without and compares.
"""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser


class Fragments(Extension):
    """Keeps the rendered pieces for as long as its environment lives: one site."""

    tags = {"fragment"}  # noqa: RUF012

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.rendered: dict[tuple[object, ...], str] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        """The tag becomes a call block on ``fragment``."""
        line = next(parser.stream).lineno
        key = parser.parse_tuple(with_condexpr=True)
        body = parser.parse_statements(("name:endfragment",), drop_needle=True)
        return nodes.CallBlock(self.call_method("fragment", [key], lineno=line), [], [], body).set_lineno(line)

    def fragment(self, key: tuple[object, ...], caller: Callable[[], str]) -> str:
        """The piece of a key, rendered the first time."""
        if key not in self.rendered:
            self.rendered[key] = caller()
        return self.rendered[key]
