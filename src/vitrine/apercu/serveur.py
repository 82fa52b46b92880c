"""The server of the preview: pages, what makes them come up to date by themselves, and faults in place of pages."""

from __future__ import annotations

import ipaddress
import traceback
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from ..publication.entetes import CSP, HEADERS, TYPES
from ..rendering.environment import make_environment
from .atelier import Atelier
from .contenu import INDEX

OWN = "-/"
"""No address of a site begins so."""
PATIENCE = 25.0
"""Seconds that a page waits for a change before it asks again."""


@dataclass(frozen=True)
class Reponse:
    """What is sent."""

    corps: bytes
    suffixe: str = "html"
    statut: HTTPStatus = HTTPStatus.OK
    ailleurs: str = ""


class Serveur(ThreadingHTTPServer):
    """One preview."""

    daemon_threads = True

    def __init__(self, hote: str, port: int, atelier: Atelier) -> None:
        super().__init__((hote, port), Guichet)
        self.hote, self.atelier = hote, atelier
        self.dossier = atelier.racine.dossier / "overrides" / "apercu"

    def answer(self, target: str) -> Reponse:
        """What an address gets."""
        parts = urlsplit(target)
        path = unquote(parts.path).removeprefix("/")
        if path == f"{OWN}suite":
            seen = parse_qs(parts.query).get("vu", [""])[0]
            return Reponse(self.atelier.wait(seen, PATIENCE).encode(), "txt")
        if path.startswith(OWN):
            return self.own(path.removeprefix(OWN))
        with self.atelier.verrou:
            return self.faults() if self.atelier.fautes else self.page(path)

    def own(self, name: str) -> Reponse:
        """What only a preview has."""
        if name not in ("apercu.js", "apercu.css"):
            return Reponse(b"", "txt", HTTPStatus.NOT_FOUND)
        return Reponse((self.dossier / name).read_bytes(), name.rpartition(".")[2])

    def page(self, path: str) -> Reponse:
        """A file of the site, or its page for what is not found."""
        contenu = self.atelier.contenu
        assert contenu is not None, "a reading gives either a site or faults"
        path = path.removeprefix(urlsplit(contenu.site.url).path.removeprefix("/"))
        name = path + INDEX if not path or path.endswith("/") else path
        found = contenu.at(name)
        if found is None and f"{name}/{INDEX}" in contenu.pages:
            return Reponse(b"", statut=HTTPStatus.MOVED_PERMANENTLY, ailleurs=f"/{name}/")
        if found is None:
            return Reponse(self.followed(contenu.at("404.html") or b""), statut=HTTPStatus.NOT_FOUND)
        suffix = name.rpartition(".")[2]
        return Reponse(self.followed(found) if suffix == "html" else found, suffix)

    def followed(self, html: bytes) -> bytes:
        """A page that comes up to date by itself."""
        return html.replace(
            b"</head>", f'<script src="/{OWN}apercu.js" data-vu="{self.atelier.nom}" defer></script></head>'.encode(), 1
        )

    def faults(self) -> Reponse:
        """What is to be mended, in place of every page."""
        template = make_environment([self.dossier]).get_template("fautes.html")
        html = template.render(fautes=self.atelier.fautes, csp=CSP, propre=f"/{OWN}", vu=self.atelier.nom)
        return Reponse(html.encode(), statut=HTTPStatus.INTERNAL_SERVER_ERROR)

    def admits(self, host: str) -> bool:
        """Whether a request was meant for us: another site may have given our address a name of its own."""
        name = urlsplit(f"//{host}").hostname or ""
        return name in ("localhost", self.hote) or is_number(name)


def is_number(name: str) -> bool:
    """Whether a host is told by its number, which nobody can lend to another."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class Guichet(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    server: Serveur

    def do_GET(self) -> None:
        """Answer."""
        if not self.server.admits(self.headers.get("Host", "")):
            return self.send(Reponse("Cette adresse n'est pas celle de l'aperçu.".encode(), "txt", HTTPStatus.MISDIRECTED_REQUEST))
        try:
            return self.send(self.server.answer(self.path))
        except (BrokenPipeError, ConnectionResetError):
            return None  # the visitor has gone
        except Exception:  # a template that someone is writing: the preview goes on
            traceback.print_exc()
            return self.send(Reponse(b"Erreur du programme : voir le terminal.", "txt", HTTPStatus.INTERNAL_SERVER_ERROR))

    do_HEAD = do_GET

    def send(self, reponse: Reponse) -> None:
        """Send an answer, with what a published page says, and never to be kept."""
        self.send_response(reponse.statut)
        kind = TYPES.get(reponse.suffixe, "application/octet-stream")
        headers = {**HEADERS, "Content-Type": f"{kind}; charset=utf-8", "Cache-Control": "no-store"}
        if reponse.ailleurs:
            headers["Location"] = reponse.ailleurs
        for name, value in {**headers, "Content-Length": str(len(reponse.corps))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reponse.corps)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of requests: the terminal tells what changes."""
