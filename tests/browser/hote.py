"""A host whose network can be cut, slowed down or made to fail, and a look at what a browser has kept of its sites."""

from __future__ import annotations

import os
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

from playwright.sync_api import Page

CONTROLLED = """() => new Promise((done) => navigator.serviceWorker.controller ? done()
    : navigator.serviceWorker.addEventListener('controllerchange', done))"""
KEPT = "async (url) => { while (!(await caches.match(url))) await new Promise((done) => setTimeout(done, 50)); }"
GONE = "async (url) => { while (await caches.match(url)) await new Promise((done) => setTimeout(done, 50)); }"
ADDRESSES = """async () => Object.fromEntries(await Promise.all((await caches.keys()).map(
    async (name) => [name, (await (await caches.open(name)).keys()).map((request) => request.url)])))"""
AGED = """async ([url, hours]) => { for (const name of await caches.keys()) { const cache = await caches.open(name);
    const kept = await cache.match(url); if (!kept) continue; const headers = new Headers(kept.headers);
    headers.set('Vitrine-Lu', Date.now() - hours * 3600000);
    await cache.put(url, new Response(await kept.blob(), { headers })); } }"""
FETCHED = """async (addresses) => { for (const one of addresses) await (await fetch(one)).blob(); }"""
WEIGHT = (
    """async (urls) => { let sum = 0; for (const url of urls) sum += (await (await caches.match(url)).blob()).size; return sum; }"""
)
WITHOUT = "async (name) => { while (await caches.has(name)) await new Promise((done) => setTimeout(done, 50)); }"
WORKERS = "async () => [(await navigator.serviceWorker.getRegistrations()).length, navigator.serviceWorker.controller]"
OBEYS = """(worker) => new Promise((done) => { const own = () => navigator.serviceWorker.controller?.scriptURL === worker && done();
    navigator.serviceWorker.addEventListener('controllerchange', own); own(); })"""
UPDATED = "async () => { await (await navigator.serviceWorker.getRegistration())?.update(); }"


class Hote:
    """One folder served on loopback, at an address that stays the same when the network comes back."""

    def __init__(self, dossier: Path) -> None:
        self.dossier, self.port = dossier, 0
        self.lent, self.pannes, self.demandes = 0.0, set[str](), list[str]()
        self.libre = Event()
        self.start()

    @property
    def adresse(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        """Give the network back."""
        self.serveur = ThreadingHTTPServer(("127.0.0.1", self.port), partial(Capricieux, hote=self))
        self.port = self.serveur.server_port
        Thread(target=self.serveur.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def stop(self) -> None:
        """Cut the network: nobody listens any more."""
        self.serveur.shutdown()
        self.serveur.server_close()

    def change(self, address: str, before: str, after: str) -> None:
        """Correct a page that is published."""
        page = self.dossier / address / "index.html" if not address.endswith((".html", ".js")) else self.dossier / address
        text, day = page.read_text("utf-8"), page.stat().st_mtime
        assert before in text
        page.write_text(text.replace(before, after), "utf-8")
        os.utime(page, (day + 60, day + 60))  # two writes of one second would be one to a browser that asks what has changed


class Capricieux(SimpleHTTPRequestHandler):
    """Answers late, or with an error, when it is told to."""

    def __init__(self, *arguments: Any, hote: Hote) -> None:
        self.hote = hote
        super().__init__(*arguments, directory=str(hote.dossier))

    def do_GET(self) -> None:
        """One answer."""
        self.hote.demandes.append(self.path)
        if self.hote.lent and self.path.endswith("/"):
            self.hote.libre.wait(self.hote.lent)
        if self.path in self.hote.pannes:
            self.send_error(500)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Pages are asked for again, as our servers say."""
        if "/assets/" not in self.path:
            self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def arrive(page: Page, adresse: str) -> None:
    """The first visit: the worker comes, and keeps the page that is open."""
    page.goto(adresse)
    page.evaluate(CONTROLLED)
    page.evaluate(KEPT, adresse)


def read(page: Page, adresse: str) -> None:
    """A visit, until the page is kept."""
    page.goto(adresse)
    page.evaluate(KEPT, adresse)


def kept(page: Page) -> dict[str, list[str]]:
    """Every address kept by the browser for this origin, by the name of its cache."""
    found: dict[str, list[str]] = page.evaluate(ADDRESSES)
    return found


def addresses(page: Page) -> list[str]:
    """Every address kept by the browser for this origin."""
    return [url for urls in kept(page).values() for url in urls]


def until_kept(page: Page, names: int) -> dict[str, list[str]]:
    """What is kept once there are so many caches: workers come and go at their own pace."""
    for _ in range(200):
        if len(found := kept(page)) == names:
            return found
        time.sleep(0.05)
    return kept(page)
