"""The search box, driven as people drive it: typing, arrows, pasting, without JavaScript, from a disk."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import violations
from crossing import crossed
from vitrine.search.words import stem

WRITTEN = [
    ("aide-soignant(e)s", "aide-soignant"), ("infirmier·ère", "infirmier"),
    ("éducateur.trice spécialisé", "educateur-specialise"),
    ("psycho motricien", "psychomotricien"), ("aidesoignante", "aide-soignant"), ("I.D.E.", "infirmier"),
]  # fmt: skip
CASES = [
    ("en/", "home help", "aide-a-domicile"),
    ("ar/", "تمريض", "aide-soignant"),
    ("ar/", "AES", "accompagnant"),
]
READY = """() => {
  const come = (address) => new Promise((done, fail) => {
    for (const [name, act] of Object.entries({ load: done, error: fail }))
      document.addEventListener(name, ({ target }) => (target.src || target.href || "").endsWith(address) && act(address), true);
  });
  const form = document.querySelector(".recherche");
  const both = [form.dataset.style, form.dataset.texte].map((address) => come(address.replace(/^[.\\/]+/, "/")));
  document.getElementById("q").focus();
  return Promise.all(both);
}"""
OPTIONS = ".resultats [role=option]"
HERE = Path(__file__).parent
QUERIES = {"given": [HERE / "requetes.csv"], "unseen": sorted(HERE.glob("requetes-inconnues*.csv"))}
"""The unseen ones were written before anybody measured what the search makes of them."""
WANTED_IN_ALL, WANTED_BY_KIND = 0.95, 0.9


@pytest.fixture
def page(onglet: Page, serveur: dict[str, str]) -> Page:
    onglet.goto(serveur["national"] + "metiers/")
    start(onglet)
    return onglet


def start(page: Page) -> None:
    """Go to the box, and wait until its style and the second file of the index have come and been read."""
    page.evaluate(READY)


def ask(page: Page, query: str) -> list[str]:
    """Type a query; the addresses of the results, in order."""
    page.fill("#q", query)
    page.wait_for_selector(".resultats:not([hidden])")
    found: list[str] = page.eval_on_selector_all(OPTIONS, "nodes => nodes.map(node => node.getAttribute('href'))")
    return found


def read_queries(files: list[Path]) -> Iterator[dict[str, str]]:
    """Kind, query, and the slugs that answer it."""
    for path in files:
        with path.open(encoding="utf-8") as file:
            yield from csv.DictReader(file)


@pytest.mark.parametrize("files", QUERIES.values(), ids=QUERIES)
def test_peoples_own_words_lead_to_the_right_sheet_among_the_first_three(page: Page, files: list[Path]):
    asked: Counter[str] = Counter()
    missed: dict[str, list[str]] = defaultdict(list)
    for row in read_queries(files):
        asked[row["kind"]] += 1
        first = [address.split("metiers/")[-1].strip("/") for address in ask(page, row["query"])[:3]]
        if not set(first) & set(row["expected_any_of"].split()):
            missed[row["kind"]].append(row["query"])
    assert sum(map(len, missed.values())) <= (1 - WANTED_IN_ALL) * asked.total(), missed
    assert {kind for kind, queries in missed.items() if len(queries) > (1 - WANTED_BY_KIND) * asked[kind]} == set()


@pytest.mark.parametrize(("query", "slug"), WRITTEN)
def test_inclusive_writing_dotted_sigles_and_words_cut_or_glued_are_read(page: Page, query: str, slug: str):
    assert f"metiers/{slug}" in "".join(ask(page, query)[:2])


def test_lists_do_not_bury_the_professions(page: Page):
    page.wait_for_selector("#q")
    found = ask(page, "permis")
    assert sum("/par-" in address for address in found) <= 2
    assert sum(re.search(r"metiers/[a-z-]+/$", address) is not None for address in found) >= 3


def test_the_browser_finds_the_same_stems_as_the_build(page: Page, sites: Path):
    script = next((sites / "national/assets").glob("texte-fr.*.js")).read_text("utf-8")
    data = json.loads(re.fullmatch(r"vitrineRecherche\((.*)\);\n", script, re.S)[1])  # type: ignore[index]
    words = data["mots"].split(" ")
    missing = [word for word in words[::25] if len(word) > 3 and not any(True for _ in ask(page, word))]
    assert missing == []
    assert len({stem(word, "fr") for word in words}) == len(words)


def test_arrows_choose_a_result_and_enter_opens_it(page: Page):
    ask(page, "infirmière")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    chosen = page.locator(f"{OPTIONS}[aria-selected=true]")
    assert chosen.count() == 1
    assert page.get_attribute("#q", "aria-activedescendant") == chosen.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_url("**/metiers/infirmier/")


def test_arrow_up_from_the_box_goes_to_the_last_result(page: Page):
    ask(page, "infirmière")
    page.keyboard.press("ArrowUp")
    assert page.locator(OPTIONS).last.get_attribute("aria-selected") == "true"


@pytest.mark.rgaa("10.13")
def test_escape_closes_the_list_and_keeps_the_focus(page: Page):
    ask(page, "aide")
    page.keyboard.press("Escape")
    assert page.locator(".resultats").is_hidden()
    assert page.get_attribute("#q", "aria-expanded") == "false"
    assert page.evaluate("document.activeElement.id") == "q"


@pytest.mark.rgaa("7.5")
def test_the_number_of_results_is_announced(page: Page):
    ask(page, "ergothérapeute")
    assert re.search(r"\d+ résultats|Un résultat", page.inner_text(".recherche [role=status]"))


def test_a_mistyped_word_is_answered_and_said_so(page: Page):
    ask(page, "ergotérapuete")
    assert "Vouliez-vous dire" in page.inner_text(".resultat-plutot")
    assert page.locator("mark").count() > 0


def test_words_found_nowhere_offer_families_and_someone_to_call(onglet: Page, serveur: dict[str, str]):
    onglet.goto(serveur["demonstration"])
    start(onglet)
    ask(onglet, "zzzzqqqq")
    assert onglet.locator(".resultat-rien a[href*='par-famille']").count() > 3
    assert onglet.locator(".resultat-rien a[href='tel:+33199001234']").count() == 1


def test_text_that_arrives_without_keys_is_searched(page: Page):
    page.evaluate("const q = document.getElementById('q'); q.value = 'aide-soignant'; q.dispatchEvent(new InputEvent('input'))")
    page.wait_for_selector(OPTIONS)


def test_the_index_is_not_loaded_before_someone_searches(onglet: Page, serveur: dict[str, str]):
    requested: list[str] = []
    onglet.on("request", lambda request: requested.append(request.url))
    onglet.goto(serveur["national"], wait_until="networkidle")
    assert not [url for url in requested if "index-" in url or "texte-" in url or "recherche." in url]


@pytest.mark.parametrize(("langue", "query", "slug"), CASES)
def test_each_language_is_searched_in_its_own_script(onglet: Page, serveur: dict[str, str], langue: str, query: str, slug: str):
    onglet.goto(serveur["national"] + langue)
    start(onglet)
    assert any(f"metiers/{slug}" in address for address in ask(onglet, query)[:4])


def test_the_search_page_lists_every_result_by_kind_and_keeps_the_question(onglet: Page, serveur: dict[str, str]):
    onglet.goto(serveur["demonstration"] + "recherche/?q=aide")
    onglet.wait_for_selector("#resultats-page a")
    assert onglet.input_value("#q") == "aide"
    expect(onglet.locator("#resultats-page h2").nth(2)).to_be_attached()
    onglet.fill("#q", "forum")
    onglet.wait_for_url("**/recherche/?q=forum")


@pytest.mark.rgaa("7.2")
def test_without_javascript_the_box_leads_to_the_other_ways(navigateur: Browser, serveur: dict[str, str]):
    context = navigateur.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serveur["national"])
    page.fill("#q", "aide")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?q=aide")
    assert page.locator("a[href*='metiers/a-z/']").first.is_visible()
    assert page.locator("a[href*='par-lieu']").count() > 3
    context.close()


def test_the_search_works_from_a_disk(onglet: Page, sites: Path):
    complaints: list[str] = []
    onglet.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    onglet.goto((sites / "national/index.html").as_uri())
    start(onglet)
    assert any("metiers/infirmier/index.html" in address for address in ask(onglet, "infirmier"))
    assert complaints == []


@pytest.mark.parametrize(("langue", "teinte"), crossed(["", "ar/"], ["light", "dark"]))
def test_axe_finds_nothing_with_the_list_open(navigateur: Browser, serveur: dict[str, str], langue: str, teinte: Any):
    context = navigateur.new_context(viewport={"width": 360, "height": 800}, color_scheme=teinte)
    page = context.new_page()
    page.goto(serveur["national"] + langue)
    start(page)
    ask(page, "AES")
    page.keyboard.press("ArrowDown")
    found = violations(page)
    page.goto(serveur["national"] + langue + "recherche/?q=AES")
    page.wait_for_selector("#resultats-page a")
    found += violations(page)
    context.close()
    assert found == []
