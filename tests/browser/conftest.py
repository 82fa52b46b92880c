"""A real Chromium, and the built sites on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from project import find_chromium, need

FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]


class Quiet(SimpleHTTPRequestHandler):
    """A server that does not print."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def moteur() -> Iterator[Playwright]:
    with sync_playwright() as engine:
        yield engine


@pytest.fixture(scope="session")
def navigateur(moteur: Playwright) -> Iterator[Browser]:
    path = find_chromium()
    need("Chromium", path is not None)
    browser = moteur.chromium.launch(executable_path=path, args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def serveur(sites: Path) -> Iterator[dict[str, str]]:
    """The address of each site, served on loopback."""
    servers = {
        folder.name: ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) for folder in sites.iterdir()
    }
    for server in servers.values():
        Thread(target=server.serve_forever, daemon=True).start()
    yield {name: f"http://127.0.0.1:{server.server_port}/" for name, server in servers.items()}
    for server in servers.values():
        server.shutdown()
