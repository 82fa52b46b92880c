"""A host of its own for each test, and a device that has visited nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser.hote import Hote


@pytest.fixture
def hote(sites: Path, tmp_path: Path) -> Iterator[Hote]:
    """The demonstration site at the root of a host, and another site in a folder of it."""
    shutil.copytree(sites / "demonstration", tmp_path / "www")
    shutil.copytree(sites / "orne", tmp_path / "www/orne")
    found = Hote(tmp_path / "www")
    yield found
    found.libre.set()
    found.stop()


@pytest.fixture
def contexte(navigateur: Browser) -> Iterator[BrowserContext]:
    context = navigateur.new_context(viewport={"width": 360, "height": 800})
    yield context
    context.close()


@pytest.fixture
def page(contexte: BrowserContext) -> Page:
    return contexte.new_page()
