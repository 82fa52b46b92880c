"""What RGAA asks of the HTML of a page: one reading of each page, and for each question the faults found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from babel import Locale
from lxml import html

Element = html.HtmlElement
Controle = Callable[[Element], Iterator[str]]

RTL = {"ar", "fa", "he", "ur", "ps", "ckb"}
MEDIA = "//video|//audio|//object|//embed|//iframe|//frame|//canvas|//track|//bgsound|//marquee|//blink|//map|//area"
ORNAMENT = "//font|//center|//big|//tt|//strike|//u|//basefont|//b[not(normalize-space())]|//i[not(normalize-space())]"
LOOKS = ("align", "bgcolor", "background", "border", "cellpadding", "cellspacing", "color", "face", "hspace", "vspace", "valign")
FIELDS = "//input[not(@type='hidden')]|//select|//textarea"
FOCUSABLE = ".//a[@href]|.//button|.//input|.//select|.//textarea|.//summary|.//*[@tabindex]"
EMOJI = re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u26FF]|[:;]-[)(DP]")


def words(node: Element) -> str:
    """What a screen reader says of a node: its text, without drawings, with the alternatives of images."""
    said = node.xpath(".//text()[not(ancestor::svg) and not(ancestor::*[@aria-hidden='true'])]|.//img/@alt|.//svg/@aria-label")
    return " ".join(" ".join(said).split())


def name_of(node: Element) -> str:
    """The accessible name: ``aria-labelledby``, ``aria-label``, a label, else the text."""
    if node.get("aria-labelledby"):
        return " ".join(words(other) for key in node.get("aria-labelledby").split() for other in by_id(node, key))
    if node.get("aria-label"):
        return str(node.get("aria-label"))
    if node.tag in ("input", "select", "textarea"):
        labels = node.xpath("ancestor::label") + (node.xpath("//label[@for=$id]", id=node.get("id")) if node.get("id") else [])
        return " ".join(words(label) for label in labels)
    return words(node)


def by_id(node: Element, key: str) -> list[Element]:
    """The elements of the page that bear an id."""
    return node.xpath("//*[@id=$key]", key=key)


def short(node: Element) -> str:
    """The beginning of an element, to find it again."""
    return html.tostring(node, encoding="unicode", with_tail=False)[:110]


def images(page: Element) -> Iterator[str]:
    yield from (
        short(node) for node in page.xpath("//img[not(@alt)]|//img[@alt='' and (@title or @aria-label)]|//input[@type='image']")
    )
    for node in page.xpath("//svg[not(ancestor::svg)]"):
        hidden = node.get("aria-hidden") == "true" and not node.xpath(".//a|./title|@aria-label")
        if not hidden and not (node.get("role") == "img" and name_of(node)) and not node.xpath(".//a"):
            yield short(node)


def pictures_with_a_caption(page: Element) -> Iterator[str]:
    yield from (short(node) for node in page.xpath("//figure[.//img or .//svg[not(@aria-hidden='true')]]"))


def frames_and_media(page: Element) -> Iterator[str]:
    yield from (short(node) for node in page.xpath(MEDIA + "|//svg//animate|//svg//animateTransform|//svg//set"))


def tables_have_a_title(page: Element) -> Iterator[str]:
    for table in page.xpath("//table"):
        if not table.xpath("./caption[normalize-space()]") and not (table.get("aria-label") or table.get("aria-labelledby")):
            holder = table.getparent()
            if not (holder.get("aria-label") or holder.get("aria-labelledby")):
                yield short(table)


def headers_say_what_they_head(page: Element) -> Iterator[str]:
    yield from (short(node) for node in page.xpath("//th[not(@scope)]"))
    yield from (short(node) for node in page.xpath("//table[.//td and not(.//th)]|//table[caption and not(.//th)]"))
    named = {key for cell in page.xpath("//td/@headers") for key in cell.split()}
    yield from (short(node) for node in page.xpath("//th[@scope='rowgroup'][not(../td)]") if node.get("id") not in named)


def tables_hold_data(page: Element) -> Iterator[str]:
    yield from (short(node) for node in page.xpath("//table[@role='presentation' or @role='none' or .//table or @summary]"))


def complex_tables_are_summed_up(page: Element) -> Iterator[str]:
    yield from (short(node) for node in page.xpath("//table[.//*[@rowspan or @headers]][not(caption[normalize-space()])]"))


def same_words_lead_to_the_same_place(page: Element) -> Iterator[str]:
    targets: dict[tuple[str, str], set[str]] = defaultdict(set)
    for link in page.xpath("//a[@href]"):
        around = link.xpath("ancestor::*[self::li or self::tr or self::dd or self::p or self::nav][position()<=2]")
        targets[name_of(link), " ".join(name_of(node) for node in around)].add(link.get("href"))
    yield from (f"{name!r} {sorted(found)}" for (name, _), found in targets.items() if len(found) > 1)


def links_have_a_name(page: Element) -> Iterator[str]:
    yield from (short(link) for link in page.xpath("//a[@href]") if not name_of(link).strip())


def doctype(page: Element) -> Iterator[str]:
    if page.getroottree().docinfo.doctype.lower() != "<!doctype html>":
        yield page.getroottree().docinfo.doctype


def languages_are_known(page: Element) -> Iterator[str]:
    for value in {str(value) for value in page.xpath("//@lang|//@hreflang")}:
        try:
            Locale.parse(value, sep="-")
        except ValueError:
            yield value
    if not page.get("lang"):
        yield "html"


def direction_follows_the_language(page: Element) -> Iterator[str]:
    for node in page.xpath("//*[@lang]"):
        wanted = "rtl" if node.get("lang").split("-")[0] in RTL else "ltr"
        if node.xpath("string(ancestor-or-self::*[@dir][1]/@dir)") != wanted and words(node):
            yield short(node)


def tags_mean_what_they_say(page: Element) -> Iterator[str]:
    yield from (short(node) for node in page.xpath(ORNAMENT))
    yield from (short(node) for node in page.xpath("//br[following-sibling::node()[1][self::br]]"))
    yield from (
        short(node) for node in page.xpath("//main//p[not(node()) and not(@role) and not(ancestor::template) and not(@class)]")
    )
    yield from (short(node) for node in page.xpath("//blockquote[not(normalize-space())]"))


def headings_have_no_gap(page: Element) -> Iterator[str]:
    levels = [
        int(node.tag[1]) for node in page.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]")
    ]
    kept = page.xpath("//main//template//*[self::h3 or self::h4]")
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"h1: {levels}"
    if not kept:
        yield from (f"h{low} puis h{high}" for low, high in pairwise(levels) if high > low + 1)


def headings_are_not_empty(page: Element) -> Iterator[str]:
    found = page.xpath("//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]")
    yield from (short(node) for node in found if not words(node) and not node.xpath("ancestor::*[@hidden]"))


def stands_alone(page: Element) -> bool:
    """The page of an address that is not found: served at any depth, it has neither menu nor footer, only ways out."""
    return bool(page.xpath("//meta[@name='robots']")) and not page.xpath("//link[@rel='canonical']")


def the_page_has_its_parts(page: Element) -> Iterator[str]:
    if stands_alone(page):
        return
    for part in ("//body/header", "//body/main", "//body/footer", "//header//nav", "//footer//nav"):
        if len(page.xpath(part)) != 1:
            yield part
    names = [name_of(node) for node in page.xpath("//nav")]
    if "" in names or len(set(names)) != len(names):
        yield f"nav : {names}"
    yield from (short(node) for node in page.xpath("//header/nav/following-sibling::*[@role='main']|//main//main"))


def lists_are_lists(page: Element) -> Iterator[str]:
    yield from (short(node) for node in page.xpath("//*[self::ul or self::ol]/*[not(self::li or self::script or self::template)]"))
    yield from (short(node) for node in page.xpath("//li[not(parent::ul or parent::ol or parent::menu or parent::template)]"))
    for text in page.xpath("//main//p/node()[1][self::text()]|//main//br/following-sibling::node()[1][self::text()]"):
        if re.match(r"\s*[-–—•*·]\s", text):
            yield str(text)[:60]


def quotations_are_marked(page: Element) -> Iterator[str]:
    for node in page.xpath("//main//p[not(ancestor::blockquote) and not(.//q) and not(.//a)]"):
        text = words(node)
        if text.startswith("«") and text.endswith("»") and len(text) > 80:
            yield text[:100]


def looks_stay_in_the_stylesheet(page: Element) -> Iterator[str]:
    for name in LOOKS:
        yield from (short(node) for node in page.xpath(f"//body//*[@{name}][not(ancestor-or-self::svg)]"))
    yield from (short(node) for node in page.xpath("//@style/..|//body//style"))
    yield from (short(node) for node in page.xpath("//*[not(self::img or self::svg or ancestor::svg)]/@width/.."))


def what_is_hidden_holds_nothing_to_reach(page: Element) -> Iterator[str]:
    yield from (short(node) for node in page.xpath("//*[@aria-hidden='true']") if node.xpath(FOCUSABLE))


def fields_have_a_label(page: Element) -> Iterator[str]:
    yield from (short(node) for node in page.xpath(FIELDS) if not name_of(node).strip())


def choices_are_grouped_under_a_legend(page: Element) -> Iterator[str]:
    for node in page.xpath("//input[@type='radio']"):
        groups = node.xpath(
            "ancestor::fieldset[1]/legend[normalize-space()]|ancestor::*[@role='radiogroup' or @role='group'][@aria-label]"
        )
        if not groups:
            yield short(node)


def buttons_have_a_name(page: Element) -> Iterator[str]:
    yield from (short(node) for node in page.xpath("//button|//summary") if not name_of(node).strip())


def nothing_is_asked_of_anybody(page: Element) -> Iterator[str]:
    asks = "@required or @aria-required or @pattern or contains('email tel password date number file url', @type)"
    yield from (short(node) for node in page.xpath(f"//input[@type][{asks}]|//select|//textarea|//input[not(@type)]"))
    yield from (short(node) for node in page.xpath("//form[@method and not(@method='get')]"))


def the_site_can_be_searched_and_walked(page: Element) -> Iterator[str]:
    if stands_alone(page):
        return
    if not page.xpath("//header//nav//a") or not page.xpath("//input[@type='search']"):
        yield "menu ou recherche"
    if not page.xpath("//footer//a[contains(@href, 'plan-du-site')]"):
        yield "plan du site"


def one_can_skip_to_the_content(page: Element) -> Iterator[str]:
    if stands_alone(page):
        return
    first = page.xpath("//body//a[@href]")[0]
    if first.get("href") != "#contenu" or len(by_id(page, "contenu")) != 1 or by_id(page, "contenu")[0].tag != "main":
        yield short(first)


def the_order_of_the_code_is_the_order_of_keys(page: Element) -> Iterator[str]:
    yield from (
        short(node)
        for node in page.xpath("//*[@tabindex and @tabindex != '0' and @tabindex != '-1']|//*[@autofocus]|//*[@accesskey]")
    )


def nothing_happens_by_itself(page: Element) -> Iterator[str]:
    yield from (short(node) for node in page.xpath("//meta[translate(@http-equiv, 'R', 'r')='refresh']|//*[@autoplay]"))


def no_window_opens(page: Element) -> Iterator[str]:
    yield from (short(node) for node in page.xpath("//*[@target and @target != '_self' and @target != '_top']|//base[@target]"))


def no_sign_stands_for_a_word(page: Element) -> Iterator[str]:
    yield from (
        f"{found.group()} {text[:60]}"
        for text in page.xpath("//body//text()[not(parent::script)]")
        if (found := EMOJI.search(text))
    )


def nothing_shows_only_in_a_bubble(page: Element) -> Iterator[str]:
    yield from (short(node) for node in page.xpath("//body//*[@title and not(ancestor-or-self::svg) and not(self::abbr)]"))


CONTROLES: tuple[Controle, ...] = (
    images, pictures_with_a_caption, frames_and_media, tables_have_a_title, headers_say_what_they_head,
    tables_hold_data, complex_tables_are_summed_up,
    same_words_lead_to_the_same_place, links_have_a_name, doctype, languages_are_known,
    direction_follows_the_language, tags_mean_what_they_say, headings_have_no_gap, headings_are_not_empty, the_page_has_its_parts,
    lists_are_lists, quotations_are_marked, looks_stay_in_the_stylesheet, what_is_hidden_holds_nothing_to_reach,
    fields_have_a_label, choices_are_grouped_under_a_legend, buttons_have_a_name, nothing_is_asked_of_anybody,
    the_site_can_be_searched_and_walked, one_can_skip_to_the_content, the_order_of_the_code_is_the_order_of_keys,
    nothing_happens_by_itself, no_window_opens, no_sign_stands_for_a_word, nothing_shows_only_in_a_bubble,
)  # fmt: skip


def read_faults(files: list[Path], root: Path) -> dict[str, list[str]]:
    """Every fault of every page, by question."""
    faults: dict[str, list[str]] = {controle.__name__: [] for controle in CONTROLES}
    parser = html.HTMLParser(encoding="utf-8")
    for file in files:
        page = html.parse(str(file), parser=parser).getroot()
        for controle in CONTROLES:
            faults[controle.__name__] += [f"{file.relative_to(root)} : {told}" for told in controle(page)]
    return faults
