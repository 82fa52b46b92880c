"""Quizzes driven as people drive them: by keyboard alone, in French and Arabic, from a disk, on paper; nothing leaves the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.axe import violations
from crossing import crossed

METIERS, SCENES = "quiz/quel-metier-pour-moi/", "quiz/que-feriez-vous/"
COUNT = {METIERS: 12, SCENES: 8}
RESULT = {METIERS: ".quiz-metiers > li", SCENES: ".quiz-valeurs > li"}
OPEN = "fieldset:not([hidden])"
HELD = """async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]"""


@pytest.fixture
def page(navigateur: Browser, serveur: dict[str, str]) -> Iterator[Page]:
    opened = navigateur.new_page(viewport={"width": 360, "height": 740})
    begin(opened, serveur["national"] + METIERS)
    yield opened
    opened.close()


def begin(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(".quiz.actif")


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what has the focus matches."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    pytest.fail(f"no way to {selector} by keyboard")


def answer_by_keyboard(page: Page, count: int) -> None:
    """Tick the first answer of each question, and go on."""
    for number in range(count):
        assert page.locator(OPEN).count() == 1
        tab_to(page, f"{OPEN} input")
        page.keyboard.press("Space")
        tab_to(page, "[data-suivant]")
        page.keyboard.press("Enter")
        if number < count - 1:
            assert page.evaluate("document.activeElement.matches('fieldset:not([hidden]) legend')")


def answer(page: Page, *choices: int) -> None:
    """Click the answer at each position, question after question."""
    for choice in choices:
        page.locator(f"{OPEN} label").nth(choice).click()
        page.click("[data-suivant]")


def ranked(page: Page) -> list[str]:
    """The professions shown, in order."""
    page.wait_for_selector(RESULT[METIERS])
    found: list[str] = page.eval_on_selector_all(".quiz-metiers h3 a", "links => links.map(link => link.getAttribute('href'))")
    return [address.removesuffix("index.html").rstrip("/").rpartition("/")[2] for address in found]


@pytest.mark.rgaa("7.3")
@pytest.mark.parametrize(("quiz", "langue", "origine"), crossed([METIERS, SCENES], ["", "ar/"], ["http", "file"]))
def test_a_quiz_is_done_by_keyboard_alone_and_keeps_everything_to_itself(  # noqa: PLR0917
    navigateur: Browser, serveur: dict[str, str], sites: Path, quiz: str, langue: str, origine: str
):
    root = serveur["national"] if origine == "http" else (sites / "national").as_uri() + "/"
    page = navigateur.new_page(viewport={"width": 360, "height": 740})
    requested: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    begin(page, f"{root}{langue}{quiz}" + ("" if origine == "http" else "index.html"))
    address = page.url
    answer_by_keyboard(page, COUNT[quiz])
    page.wait_for_selector(RESULT[quiz])
    assert page.evaluate("document.activeElement.tagName") == "H2"
    assert page.inner_text(".quiz-resultat > [role=status]")
    assert page.url == address
    assert [url for url in requested if not url.startswith(root) or "?" in url] == []
    assert complaints == []
    assert page.evaluate(HELD) == ["", 0, 0, 0]
    tab_to(page, "[data-refaire]")
    page.keyboard.press("Enter")
    assert page.locator("input:checked").count() == 0 and page.locator(OPEN).count() == 1
    page.close()


def test_the_result_tells_why_and_what_may_not_suit(page: Page):
    answer(page, 4, 5, 0, 1, 0, 0, 0, 2, 2, 0, 0, 0)
    first = page.locator(RESULT[METIERS]).first
    page.wait_for_selector(RESULT[METIERS])
    assert first.locator(".quiz-pour li").count() > 3
    assert "Vous aimez cuisiner." in first.inner_text()
    assert page.locator(".quiz-contre:visible li").count() > 3
    assert first.locator("h3 a").get_attribute("href") in {
        "../../metiers/cuisinier-de-collectivite/",
        "../../metiers/employe-de-restauration/",
    }


def test_eight_professions_are_shown_then_eight_more_where_the_focus_goes(page: Page):
    answer(page, *[0] * 12)
    assert len(ranked(page)) == 8
    page.click("[data-suite]")
    found = ranked(page)
    assert len(set(found)) == 16
    assert page.evaluate("document.activeElement.getAttribute('href')").rstrip("/").endswith(found[8])
    while page.locator("[data-suite]").is_visible():
        page.click("[data-suite]")
    assert len(set(ranked(page))) == len(ranked(page)) == page.locator("[data-metier]").count()


def test_no_preference_at_all_is_told_and_still_shows_professions(page: Page):
    for _ in range(12):
        page.click("[data-suivant]")
    assert len(ranked(page)) == 8
    assert "aucune préférence" in page.inner_text(".quiz-resultat > [role=status]")


def test_no_preference_and_an_answer_exclude_each_other(page: Page):
    boxes = page.locator(f"{OPEN} input")
    boxes.nth(0).check()
    boxes.nth(2).check()
    boxes.last.check()
    assert [box for box in range(boxes.count()) if boxes.nth(box).is_checked()] == [boxes.count() - 1]
    boxes.nth(1).check()
    assert not boxes.last.is_checked()


def test_the_browser_goes_back_one_question_and_answers_are_kept(page: Page):
    answer(page, 1, 2)
    page.go_back()
    expect(page.locator(f"{OPEN} .quiz-rang")).to_contain_text("2")
    expect(page.locator(f"{OPEN} input").nth(2)).to_be_checked()
    page.click("[data-precedent]")
    expect(page.locator("[data-precedent]")).to_be_hidden()
    expect(page.locator(f"{OPEN} input").nth(1)).to_be_checked()


def test_a_link_holds_the_answers_only_when_asked_and_gives_the_same_result_in_any_language(
    navigateur: Browser, serveur: dict[str, str], page: Page
):
    answer(page, 3, 0, 2, 1, 0, 2, 1, 0, 1, 1, 2, 4)
    expected = ranked(page)
    assert "#" not in page.url
    page.click("[data-partager]")
    link = page.input_value(".quiz-lien input")
    assert "#r=" in link
    expect(page).to_have_url(link)
    for address in (link, link.replace(METIERS, "ar/" + METIERS).replace("ar/ar/", "ar/")):
        other = navigateur.new_page()
        begin(other, address)
        assert ranked(other) == expected
        other.close()
    page.click("[data-refaire]")
    expect(page).to_have_url(re.compile(r"^[^#]*$"))


def test_a_link_to_the_result_of_another_scale_is_not_believed(page: Page, serveur: dict[str, str]):
    page.goto("about:blank")
    begin(page, serveur["national"] + METIERS + "#r=000000.1.1.1.1.1.1.1.1.1.1.1.1")
    assert page.locator("input:checked").count() == 0
    assert page.locator(OPEN).count() == 1


def test_a_hostile_link_does_nothing(page: Page, serveur: dict[str, str]):
    version = page.get_attribute(".quiz", "data-version")
    page.goto("about:blank")
    begin(page, f"{serveur['national']}{METIERS}#r={version}.<img src=x>.99.-1..1e9.%22.a.b.c.d.e.f")
    assert page.locator(".quiz img").count() == 0


def test_a_reaction_is_weighed_once_chosen_and_values_are_counted(navigateur: Browser, serveur: dict[str, str]):
    page = navigateur.new_page()
    begin(page, serveur["national"] + SCENES)
    assert not page.locator(".quiz-cle").is_visible()
    page.locator(f"{OPEN} label").nth(1).click()
    told = page.locator(f"{OPEN} .quiz-retour")
    assert "Un refus a souvent une raison" in told.inner_text() and "L. 311-3" in told.inner_text()
    page.locator(f"{OPEN} label").last.click()
    assert told.inner_text() == ""
    answer(page, 1, 1, 0, 1, 2, 1, 3, 2)
    page.wait_for_selector(RESULT[SCENES])
    assert page.locator(".quiz-valeurs li").first.inner_text().startswith("L’écoute")
    assert page.locator(".quiz-cle").is_visible()
    page.close()


@pytest.mark.parametrize("quiz", [METIERS, SCENES])
@pytest.mark.parametrize("langue", ["", "ar/"])
def test_without_javascript_the_whole_form_and_its_key_are_there_and_enter_sends_nothing(
    navigateur: Browser, serveur: dict[str, str], quiz: str, langue: str
):
    context = navigateur.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serveur['national']}{langue}{quiz}")
    assert page.locator("fieldset").count() == COUNT[quiz]
    assert all(page.locator("fieldset").nth(number).is_visible() for number in range(COUNT[quiz]))
    assert page.locator("#cle").is_visible()
    assert page.locator(".quiz button:visible").count() == 0
    radio = page.locator("fieldset input[type=radio]").first
    radio.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert page.locator("input:checked").count() == 1
    page.keyboard.press("Enter")
    assert "?" not in page.url
    context.close()


@pytest.mark.parametrize("quiz", [METIERS, SCENES])
def test_the_paper_version_is_printed_before_the_result_and_the_result_alone_after(
    navigateur: Browser, serveur: dict[str, str], quiz: str
):
    page = navigateur.new_page()
    begin(page, serveur["national"] + quiz)
    page.emulate_media(media="print")
    assert page.locator("fieldset:visible").count() == COUNT[quiz]
    assert page.locator("#cle").is_visible()
    page.emulate_media(media="screen")
    answer(page, *[0] * COUNT[quiz])
    page.wait_for_selector(RESULT[quiz])
    page.emulate_media(media="print")
    assert page.locator("fieldset:visible").count() == 0
    assert page.locator(RESULT[quiz]).first.is_visible()
    page.close()


def unscripted(context: BrowserContext) -> None:
    """Keep the script of the quiz away: what shows is the page without JavaScript."""
    context.route("**/assets/quiz.*.js", lambda route: route.abort())


@pytest.mark.parametrize(("quiz", "langue", "teinte"), crossed([METIERS, SCENES], ["", "ar/"], ["light", "dark"]))
def test_axe_finds_nothing_and_nothing_overflows_in_any_state(
    navigateur: Browser, serveur: dict[str, str], quiz: str, langue: str, teinte: Any
):
    found: list[str] = []
    for scripted in (True, False):
        context = navigateur.new_context(viewport={"width": 320, "height": 740}, color_scheme=teinte)
        page = context.new_page()
        if not scripted:
            unscripted(context)
            page.goto(f"{serveur['national']}{langue}{quiz}", wait_until="networkidle")
            found += state(page, "without script")
        else:
            begin(page, f"{serveur['national']}{langue}{quiz}")
            found += state(page, "start")
            answer(page, 0)
            page.locator(f"{OPEN} label").nth(1).click()
            found += state(page, "middle")
            answer(page, *[0] * (COUNT[quiz] - 1))
            page.wait_for_selector(RESULT[quiz])
            page.click("[data-partager]")
            found += state(page, "result")
        context.close()
    assert found == []


def state(page: Page, name: str) -> list[str]:
    """What is wrong with the page as it stands."""
    found = [f"{name}: {line}" for line in violations(page)]
    wide = page.evaluate("document.documentElement.scrollWidth") > 320
    return found + ([f"{name}: sideways scroll"] if wide else [])
