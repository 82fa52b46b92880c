"""Markdown becomes HTML that cannot harm."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from unit.fuzz import examples
from vitrine.model.fields import Accroche, Ligne, Phrase, Texte, Titre
from vitrine.prose import SCHEMES, TAGS, _parsed_inline, plain, sanitise, to_html, to_inline_html

TAGGED = ["<script>", "</script>", "<img src=x onerror=alert(1)>", "<svg/onload=", "<a href='", "<style>", "<iframe srcdoc="]
CLOSED = [
    "<!--",
    "-->",
    "<![CDATA[",
    "<?php",
    "<div markdown='1'>",
    "<javascript:alert(1)>",
    "{: onclick=x }",
    "&lt;",
    "&#60;",
    "<",
    ">",
]
LINKED = ["[x](javascript:alert(1))", "[x](", "[x]", "\n[x]: ", "javascript:", "jAvA&#115;cript:", "data:text/html,", "//x.fr", ")"]
SIGNS = [*"\n\t\x02\x03 `*_\\[(é'\"", "\n\n", "# ", "---", "> ", "- ", "1. ", "| a |", "```"]
HTMLISH = st.lists(st.one_of(*map(st.sampled_from, (TAGGED, CLOSED, LINKED, SIGNS))), max_size=14).map("".join)


class Page(HTMLParser):
    """What a browser would find in a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep every tag and attribute."""
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text += data

    @property
    def links(self) -> list[str]:
        """The addresses one can follow."""
        return [value or "" for name, value in self.attributes if name in ("href", "src")]


@pytest.mark.parametrize(
    "raw",
    [
        "<script>alert(1)</script>",
        "<b>gras</b>",
        "<img src=x onerror=alert(1)>",
        "<!-- commentaire -->",
        "<div markdown=1>x</div>",
        "<iframe srcdoc='<script>'></iframe>",
        "3 < 4 & 5 > 2",
    ],
)
def test_raw_html_is_shown_as_text(raw):
    for made in (to_html(raw), to_inline_html(raw)):
        assert Page(made).text == raw
        assert set(Page(made).tags) <= {"p"}


@given(HTMLISH)
@examples(100)
def test_no_text_yields_a_script_a_handler_or_a_dangerous_address(text):
    for made in (to_html(text), to_inline_html(text)):
        page = Page(made)
        assert set(page.tags) <= TAGS
        assert {name for name, _ in page.attributes} <= {"href", "rel", "title", "scope", "id"}
        assert {urlsplit(link.strip()).scheme for link in page.links} <= SCHEMES | {""}
        assert not any("script:" in link.lower() for link in page.links)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("# Un", "<h4>Un</h4>"),
        ("## Deux", "<h5>Deux</h5>"),
        ("### Trois", "<h6>Trois</h6>"),
        ("###### Six", "<h6>Six</h6>"),
        ("#Sans espace", "<h4>Sans espace</h4>"),
        ("Souligné\n===", "<h4>Souligné</h4>"),
        ("Souligné\n---", "<h5>Souligné</h5>"),
    ],
)
def test_headings_start_under_the_section_that_holds_them(markdown, html):
    assert to_html(markdown) == html


def test_a_sharp_sign_in_a_code_block_is_left_alone():
    assert to_html("    # un commentaire") == "<pre><code># un commentaire\n</code></pre>"


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
    ],
)
def test_a_dangerous_link_keeps_its_words_and_loses_its_address(target):
    page = Page(to_html(f"[ici]({target}) et [là]\n\n[là]: {target}"))
    assert page.links == []
    assert "ici" in page.text
    assert "là" in page.text


@pytest.mark.parametrize("target", ["https://exemple.fr/a?b=1", "http://exemple.fr", "mailto:a@exemple.fr", "tel:+33145670000"])
def test_a_link_to_a_page_a_mailbox_or_a_telephone_is_kept(target):
    assert to_inline_html(f"[ici]({target})") == f'<a href="{target}" rel="noopener noreferrer">ici</a>'


def test_a_link_named_in_one_text_is_unknown_in_the_next():
    to_html("[aide][1]\n\n[1]: https://exemple.fr")
    assert to_html("[aide][1]") == "<p>[aide][1]</p>"


def test_lists_tables_and_bold_words_are_drawn():
    assert to_html("**Un** point\n\n- a\n- b") == "<p><strong>Un</strong> point</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"
    assert '<th scope="col">Mois</th>' in to_html("| Mois | Brut |\n|---|---|\n| mars | 1 |")


def test_a_sentence_has_no_paragraph():
    assert to_inline_html("Un **métier**\nutile") == "Un <strong>métier</strong> utile"


@pytest.mark.parametrize("text", ["- tiret", "1. un", "> cité", "# titre", "a | b"])
def test_signs_of_blocks_show_as_text_in_a_sentence(text):
    assert Page(to_inline_html(text)).text == text
    assert Page(to_inline_html(text)).tags == []


def test_a_prose_page_keeps_the_anchors_of_its_headings_and_nothing_that_runs():
    dirty = '<h2 id="a" onclick="x()" style="color:red">A</h2><iframe src="https://x.fr"></iframe><p id="b">b</p><script>x</script>'
    assert Page(sanitise(dirty)).attributes == [("id", "a")]
    assert Page(sanitise(dirty)).tags == ["h2", "p"]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Un **métier** _utile_ et `simple`", "Un métier utile et simple"),
        ("[La VAE](https://exemple.fr), c'est quoi ?", "La VAE, c'est quoi ?"),
        ("[Aide](https://exemple.fr/Aide_(droit)) et soin", "Aide et soin"),
        ("# Titre\n\n- a\n- b\n\n1. c\n\n> d", "Titre a b c d"),
        ("2 * 3 < 7", "2 * 3 < 7"),
        ("En 2026\nil  y a\u00a0: 3\u202f%", "En 2026 il y a\u00a0: 3\u202f%"),
    ],
)
def test_plain_text_has_no_markdown_sign(markdown, text):
    assert plain(markdown) == text


@given(st.text(alphabet="a1bé «»“\"'’(.):;!?#-+=~|>&<*_`[]\\/\t\n\x02\x85\u2028\u00a0\u202f", max_size=12))
@examples(1500)
def test_a_sentence_without_signs_becomes_what_the_parser_would_have_made(text):
    assert to_inline_html(text) == _parsed_inline(text)


KINDS = {"titre": Titre, "ligne": Ligne, "accroche": Accroche, "phrase": Phrase, "texte": Texte}
BLOCKS = st.lists(
    st.one_of(
        *map(st.sampled_from, (TAGGED, CLOSED, LINKED, SIGNS, ["1.\n", "=\n", "> ", "- ", "    ", "\n\n", "[", "![", "<a "]))
    ),
    min_size=1,
    max_size=6,
).map("".join)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@given(BLOCKS, st.integers(1, 2_000))
@examples(60)
def test_whatever_a_field_accepts_can_be_written_in_a_page(kind, block, times):
    try:
        text = TypeAdapter(kind).validate_python((block * times)[:6_000])
    except ValidationError:
        return
    for write in (to_html, to_inline_html, plain):
        assert isinstance(write(text), str)


def test_a_table_bears_the_name_of_the_heading_above_it():
    table = "<table><tr><th>a</th></tr></table>"
    html = str(sanitise(f'{table}<h2 id="un">Un</h2>{table}<h3 id="deux">Deux</h3><p>x</p>{table}'))
    assert re.findall("<table[^>]*>", html) == ["<table>", '<table aria-labelledby="un">', '<table aria-labelledby="deux">']
    assert str(sanitise(html)) == html
