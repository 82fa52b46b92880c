"""What a server says with each file: security, media type, caching. Pages and servers' files are both written from here."""

from __future__ import annotations

import re

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
"""The policy that every page carries in a <meta>, so that it holds on any host, or on a disk."""

INTEGRER = "integrer/"
"""The one folder whose pages anybody may frame: they hold links and a search box, nothing that a hidden click could harm."""

POLITIQUE = "Content-Security-Policy"
HEADERS = {
    POLITIQUE: f"{CSP}; frame-ancestors 'none'",  # a <meta> cannot say frame-ancestors
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}

HEADERS_INTEGRER = {**HEADERS, POLITIQUE: CSP}
"""The same for that folder, which any page may frame."""

FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
HASHED = r"\.([0-9a-f]{8})\.[a-z0-9]+$"
"""How the name of a file ends when it bears the hash of its content (assets.named)."""

TEXTS = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "webmanifest": "application/manifest+json",
    "svg": "image/svg+xml",
    "csv": "text/csv",
    "ics": "text/calendar",
    "vcf": "text/vcard",
    "atom": "application/atom+xml",
    "xml": "application/xml",
    "txt": "text/plain",
}
"""Extension → media type of what is text: said to be UTF-8, and compressed in advance."""

BINARIES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
TYPES = {**TEXTS, **BINARIES}
"""Every kind of file that a site may hold."""

ENCODINGS = {"br": "br", "gz": "gzip"}
"""Extension of a compressed form → its name in HTTP; the smaller one first."""


def hash_in(name: str) -> str | None:
    """The hash that a file's name announces: vitrine.1a2b3c4d.css → 1a2b3c4d."""
    found = re.search(HASHED, name)
    return found[1] if found else None
