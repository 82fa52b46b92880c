"""Markdown → safe HTML. Raw HTML shows as text; what comes out passes an allow-list all the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from html import escape

import nh3
from markdown import Markdown
from markupsafe import Markup

from .model.francais import Francais

TAGS = set(
    [
        "p",
        "strong",
        "em",
        "a",
        "ul",
        "ol",
        "li",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "br",
        "hr",
        "code",
        "pre",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "dl",
        "dt",
        "dd",
    ]
)
INLINE_TAGS = {"strong", "em", "a", "code", "br"}
ATTRIBUTES = {"a": {"href"}, "th": {"scope"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}}
OUTSIDE = ("https://", "http://", "mailto:", "tel:")
SCHEMES = {"https", "http", "mailto", "tel"}
HEADING = re.compile(r"(?<=<h|/h)[1-6](?=>)")
LINK = re.compile(r"\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)")
_SIGNS = r"\x00-\x1f\x7f\x85\u2028\u2029*_`\[\]<>&\\"
WITHOUT_SIGNS = re.compile(rf"(?!\d+\.)(?:[^\W_]|[«“\"(])(?:[^{_SIGNS}]*[^\s{_SIGNS}])?")
"""Most sentences hold no sign of Markdown: they need no parser, whose answer is known (a test compares both)."""
TITLE_OR_TABLE = re.compile(r'<h[2-6] id="([^"]+)"|<table>')
PARAGRAPH = re.compile(r"^<p>(.*)</p>$", re.S)


@cache
def _parser() -> Markdown:
    """One Python-Markdown without raw HTML: « < » becomes text."""
    parser = Markdown(extensions=["tables", "sane_lists"], output_format="html")
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    return parser


@lru_cache(maxsize=20_000)
def to_html(text: str) -> Markup:
    """A prose field as HTML; its headings start under the section that holds it."""
    parser = _parser()
    parser.reset()
    return sanitise(HEADING.sub(lambda found: str(min(6, int(found[0]) + 3)), parser.convert(text)), only_outside)


@lru_cache(maxsize=20_000)
def to_inline_html(text: str) -> Markup:
    """A sentence as HTML without its paragraph; block signs show as text."""
    return Markup(text.replace("\u00a0", "&nbsp;")) if WITHOUT_SIGNS.fullmatch(text) else _parsed_inline(text)


def _parsed_inline(text: str) -> Markup:
    parser = _parser()
    parser.reset()
    html = str(sanitise(parser.convert(text.replace("\n", " ")), only_outside))
    inner = PARAGRAPH.match(html.strip())
    return Markup(inner[1]) if inner and "<p>" not in inner[1] else Markup(escape(text))


def sanitise(html: str, keep: Callable[[str, str, str], str | None] | None = None) -> Markup:
    """Keep only the tags and attributes that prose needs; ``keep`` may refuse more, one attribute at a time."""
    clean = nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener noreferrer", clean_content_tags=set(),
        attribute_filter=keep,
    )  # fmt: skip
    return Markup(TITLE_OR_TABLE.sub(_Titles(), clean.replace("<th>", '<th scope="col">')))


class _Titles:
    """Gives each table the name of the heading above it."""

    last = ""

    def __call__(self, found: re.Match[str]) -> str:
        self.last = found[1] or self.last
        return f'<table aria-labelledby="{self.last}">' if self.last and not found[1] else found[0]


def as_french(html: Markup, tag: str = "span") -> Markup:
    """HTML that is in French whatever stands around it."""
    return Markup(f'<{tag} lang="fr" dir="ltr">{html}</{tag}>')


def only_outside(tag: str, name: str, value: str) -> str | None:
    """In a field, a link leads outside: internal links have fields of their own."""
    return value if name != "href" or value.startswith(OUTSIDE) else None


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """Prose without its Markdown signs, for descriptions and exports."""
    without_links = LINK.sub(r"\1", text)
    return re.sub(
        r"[^\S\u00a0\u202f]+",
        " ",
        re.sub(r"(?m)^\s*(?:[-*]|\d+\.|#+|>)\s+|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}", "", without_links),
    ).strip()


def told(text: str) -> str | tuple[str, str, str]:
    """Prose without its Markdown, for a script. French among another language comes with no address and its language."""
    return (plain(text), "", "fr") if isinstance(text, Francais) else plain(text)
