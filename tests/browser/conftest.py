"""A real Chromium, and the built sites on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from genres import one_of_each
from loopback import served
from project import find_headless, need

FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
FLAGS.append("--disable-gpu-rasterization")  # Debian asks for it, and without a graphics card it doubles the work


@pytest.fixture(scope="session")
def moteur() -> Iterator[Playwright]:
    with sync_playwright() as engine:
        yield engine


@pytest.fixture(scope="session")
def navigateur(moteur: Playwright) -> Iterator[Browser]:
    path = find_headless()
    need("Chromium", path is not None)
    browser = moteur.chromium.launch(executable_path=path, args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def contexte(navigateur: Browser) -> Iterator[BrowserContext]:
    """What tests that keep nothing in the browser share: a new one costs more than most of them."""
    context = navigateur.new_context()
    yield context
    assert context.storage_state() == {"cookies": [], "origins": []}
    context.close()


@pytest.fixture
def onglet(contexte: BrowserContext) -> Iterator[Page]:
    """A tab of its own."""
    opened = contexte.new_page()
    yield opened
    opened.close()


@pytest.fixture
def page(onglet: Page) -> Page:
    """The tab, where a test file says nothing else."""
    return onglet


@pytest.fixture(scope="session")
def serveur(sites: Path) -> Iterator[dict[str, str]]:
    """The address of each site, served on loopback."""
    with ExitStack() as stack:
        yield {folder.name: stack.enter_context(served(folder)) for folder in sites.iterdir() if folder.is_dir()}


@pytest.fixture(scope="session")
def adresses(sites: Path) -> list[str]:
    """One page of each kind of the demonstration site."""
    return one_of_each(sites / "demonstration")
