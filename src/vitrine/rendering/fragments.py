"""Pieces of pages that are rendered once for each key.

``{% fragment v, key, … %}…{% endfragment %}`` serves the pages of one site, ``{% commun v, key, … %}…{% endcommun %}`` those of
all the sites of a run. That key holds the records that the piece is made of, by identity: who completes one has its own.
The key holds everything that the piece depends on; tests build with and without, alone and after other sites, and compare.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

from .vue import Vue


class Fragments(Extension):
    """Keeps the pieces that sites share for as long as its environment lives; each site keeps its own."""

    tags = {"fragment", "commun"}  # noqa: RUF012

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.communs: dict[tuple[object, ...], tuple[str, frozenset[str]]] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        """The tag becomes a call block on the method of its name."""
        tag = next(parser.stream)
        parts = parser.parse_tuple(with_condexpr=True)
        assert isinstance(parts, nodes.Tuple), "a piece has a view and a key"
        body = parser.parse_statements((f"name:end{tag.value}",), drop_needle=True)
        arguments = [parts.items[0], nodes.Tuple(parts.items[1:], "load")]
        return nodes.CallBlock(self.call_method(tag.value, arguments, lineno=tag.lineno), [], [], body).set_lineno(tag.lineno)

    def fragment(self, vue: Vue, key: tuple[object, ...], caller: Callable[[], str]) -> str:
        """The piece of a site, rendered the first time; it explains no sigle."""
        whole = (vue.langue, vue.profondeur, *key)
        if whole not in vue.pieces:
            vue.pieces[whole] = caller()
        return vue.pieces[whole]

    def commun(self, vue: Vue, key: tuple[object, ...], caller: Callable[[], str]) -> str:
        """The piece that sites share, rendered the first time; the sigles that it explains are known on each page that shows it."""
        whole = (vue.langue, vue.langue_page, vue.profondeur, *hashable(key))
        if whole not in self.communs:
            before = frozenset(vue.expliques)
            self.communs[whole] = caller(), frozenset(vue.expliques - before)
        html, explained = self.communs[whole]
        vue.expliques.update(explained)
        return html


def forget_shared(environment: Environment) -> None:
    """Forget the pieces that sites share: a preview does, since a piece's key does not tell the words of the interface."""
    extension = environment.extensions[Fragments.identifier]
    assert isinstance(extension, Fragments)
    extension.communs.clear()


def hashable(key: Iterable[Any]) -> tuple[object, ...]:
    """A key whose lists of records are tuples."""
    return tuple(tuple(part) if isinstance(part, list) else part for part in key)
