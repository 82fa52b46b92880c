"""RGAA where only a browser can tell: text made larger or spaced, focus, hidden stops, order, keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
CUT = """() => [...document.querySelectorAll('body *')].filter((node) => {
  const style = getComputedStyle(node);
  const holds = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
  if (!holds || style.display === 'inline' || node.closest('.invisible, [hidden], svg')) return false;
  const cuts = ['hidden', 'clip'];
  return (cuts.includes(style.overflowX) && node.scrollWidth > node.clientWidth + 1)
    || (cuts.includes(style.overflowY) && node.scrollHeight > node.clientHeight + 1);
}).map((node) => node.outerHTML.slice(0, 100))"""
STOP = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const shown = [node, ...node.querySelectorAll('*')].some((part) => {
    const box = part.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right > 0 && box.left < innerWidth;
  });
  const label = node.closest('label');
  const around = [node.parentElement, node.closest('li'), label, node.querySelector('rect'), node.closest('.saisie')];
  const holders = [node, ...around].filter(Boolean);
  const ringed = holders.some((part) => {
    const style = getComputedStyle(part);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
      || (part.tagName === 'rect' && parseFloat(style.strokeWidth) >= 2);
  });
  const all = [...document.querySelectorAll('*')];
  return { rank: all.indexOf(node), what: node.outerHTML.slice(0, 110), shown, ringed };
}"""
SHEETS = "(on) => document.querySelectorAll('link[rel=stylesheet]').forEach(({ sheet }) => (sheet.disabled = !on))"
LINKS = """() => [...document.querySelectorAll('main p a, main li a, main dd a')].filter((link) => {
  const text = link.closest('p, li, dd');
  if (link.closest('.bouton, .cartes, .choix, nav, [hidden]') || link.matches('.bouton') || !link.offsetParent) return false;
  if (text.textContent.trim().length <= link.textContent.trim().length + 3) return false;
  return ![link, ...link.querySelectorAll('*')].some((part) => getComputedStyle(part).textDecorationLine.includes('underline'));
}).map((link) => link.outerHTML.slice(0, 110))"""


@pytest.fixture(scope="module")
def contexte(navigateur: Browser) -> Iterator[BrowserContext]:
    """A phone 360 pixels wide, whose policy lets a test add its styles."""
    context = navigateur.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
    yield context
    context.close()


def wide(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


@contextmanager
def styled(page: Page, css: str) -> Iterator[None]:
    """The page as one reads it with a style of one's own."""
    style = page.add_style_tag(content=css)
    yield
    style.evaluate("(node) => node.remove()")


def what_spacing_cuts(page: Page) -> list[str]:
    with styled(page, SPACED):
        return [*page.evaluate(CUT), *(["déborde"] if wide(page) else [])]


def what_twice_the_size_cuts(page: Page) -> list[str]:
    page.set_viewport_size({"width": 1280, "height": 800})
    with styled(page, "html { font-size: 200% !important }"):
        return [*page.evaluate(CUT), *(["déborde"] if wide(page) else [])]


def what_is_lost_without_stylesheets(page: Page) -> Iterator[str]:
    before = page.evaluate("document.querySelector('main h1').innerText")
    page.evaluate(SHEETS, False)
    parts = page.evaluate(
        "[...document.querySelectorAll('header, main h1, footer')].map((part) => part.getBoundingClientRect().top)"
    )
    after = page.evaluate("document.querySelector('main h1').innerText")
    found = {"ordre": parts != sorted(parts), "titre": after != before, "déborde": wide(page) and not page.locator("table").count()}
    page.evaluate(SHEETS, True)
    yield from (name for name, seen in found.items() if seen)


def links_without_a_line(page: Page) -> list[str]:
    found: list[str] = page.evaluate(LINKS)
    return found


LOOKS: tuple[Callable[[Page], Iterable[str]], ...] = (
    links_without_a_line,
    what_is_lost_without_stylesheets,
    what_spacing_cuts,
    what_twice_the_size_cuts,
)


@pytest.fixture(scope="module")
def constats(contexte: BrowserContext, serveur: dict[str, str], adresses: list[str]) -> dict[str, list[str]]:
    """What is wrong with each kind of page, opened once and looked at in every way."""
    found: dict[str, list[str]] = {look.__name__: [] for look in LOOKS}
    page = contexte.new_page()
    for adresse in adresses:
        page.set_viewport_size({"width": 360, "height": 740})
        page.goto(serveur["demonstration"] + adresse)
        for look in LOOKS:
            found[look.__name__] += [f"{adresse} : {told}" for told in look(page)]
    page.close()
    return found


@pytest.mark.rgaa("10.12")
def test_nothing_is_cut_when_text_is_spaced(constats: dict[str, list[str]]):
    assert constats["what_spacing_cuts"] == []


@pytest.mark.rgaa("10.4")
def test_nothing_is_cut_when_text_is_twice_as_large(constats: dict[str, list[str]]):
    assert constats["what_twice_the_size_cuts"] == []


@pytest.mark.rgaa("10.2", "10.3")
def test_without_stylesheets_everything_is_there_in_the_same_order(constats: dict[str, list[str]]):
    assert constats["what_is_lost_without_stylesheets"] == []


@pytest.mark.rgaa("10.6")
def test_a_link_inside_a_text_is_underlined(constats: dict[str, list[str]]):
    assert constats["links_without_a_line"] == []


FAULTS = {
    "what_spacing_cuts": "<div style='height: 20px; overflow: hidden; width: 60px'>Un texte un peu long pour si peu de place</div>",
    "what_twice_the_size_cuts": "<div style='height: 20px; overflow: hidden; width: 60px'>Un texte un peu long</div>",
    "what_is_lost_without_stylesheets": "<footer>Fin</footer><header style='position: absolute; top: 0'>Début</header>",
    "links_without_a_line": "<main><p>Un texte et <a href='x' style='text-decoration: none'>un lien</a> dedans</p></main>",
}


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.__name__)
def test_a_fault_is_seen(page: Page, look: Callable[[Page], Iterable[str]]):
    page.set_content(f"<!doctype html><html lang='fr'><title>Essai</title><main><h1>Titre</h1></main>{FAULTS[look.__name__]}")
    assert list(look(page))


@pytest.mark.rgaa("7.3", "10.7", "10.8", "12.8", "12.9")
@pytest.mark.parametrize("largeur", [360, 1280])
@pytest.mark.parametrize(
    "adresse",
    ["", "ar/", "metiers/", "metiers/aide-a-domicile/", "comparer/", "quiz/quel-metier-pour-moi/", "pres-de-chez-vous/", "agenda/"],
)
def test_every_stop_of_the_keyboard_is_seen_ringed_and_in_the_order_of_the_page(
    page: Page, serveur: dict[str, str], adresse: str, largeur: int
):
    page.set_viewport_size({"width": largeur, "height": 800})
    page.goto(serveur["demonstration"] + adresse, wait_until="networkidle")
    stops = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        stops.append(stop)
    assert stop is None, "le clavier ne sort pas de la page"
    assert len(stops) > 10
    assert [stop["what"] for stop in stops if not stop["shown"]] == []
    assert [stop["what"] for stop in stops if not stop["ringed"]] == []
    ranks = [stop["rank"] for stop in stops]
    assert ranks == sorted(ranks)


@pytest.mark.rgaa("12.10")
@pytest.mark.parametrize("adresse", ["", "metiers/", "comparer/", "quiz/que-feriez-vous/"])
def test_no_key_alone_does_anything(page: Page, serveur: dict[str, str], adresse: str):
    page.goto(serveur["demonstration"] + adresse, wait_until="networkidle")
    before = (page.url, page.evaluate("document.activeElement.tagName"), page.locator("body").inner_html())
    for key in "abcdefghijklmnopqrstuvwxyz0123456789/.,;?!'":
        page.keyboard.press(key)
    assert (page.url, page.evaluate("document.activeElement.tagName"), page.locator("body").inner_html()) == before


@pytest.mark.rgaa("7.4")
def test_choosing_a_filter_keeps_the_page_and_the_focus(page: Page, serveur: dict[str, str]):
    page.goto(serveur["demonstration"] + "metiers/", wait_until="networkidle")
    page.wait_for_selector(".filtres input", state="attached")
    page.locator(".filtres details").first.evaluate("(node) => { node.open = true }")
    page.locator(".filtres details input[type=checkbox]").first.focus()
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.type") == "checkbox"
    page.wait_for_url(lambda url: "?" in url)
    assert page.url.split("?")[0] == serveur["demonstration"] + "metiers/"


@pytest.mark.rgaa("11.1", "11.8")
def test_choices_of_a_list_are_grouped_and_the_list_is_named(page: Page, serveur: dict[str, str]):
    page.goto(serveur["demonstration"] + "comparer/", wait_until="networkidle")
    lists = page.locator("main select")
    assert lists.count() > 1
    for select in lists.all():
        assert select.evaluate("(node) => node.labels.length && node.labels[0].innerText.trim()")
        assert select.locator("> option:not([value=''])").count() == 0
        assert select.locator("optgroup[label]").count() > 3
