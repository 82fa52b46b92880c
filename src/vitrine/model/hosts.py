"""Hosts of web addresses: what a link shows people is where it leads, no login before it, no sign that imitates another."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from .faults import fault, quoted

PUNYCODE = "xn--"


def is_plain_host(host: str) -> bool:
    """A host of dotted labels whose letters, once decoded, all belong to one script."""
    labels = [unicode_label(label) for label in host.rstrip(".").split(".")]
    scripts = {unicodedata.name(sign, "?").split()[0] for sign in "".join(labels) if sign.isalpha()}
    return len(labels) > 1 and all(re.fullmatch(r"[\w-]{1,63}", label) for label in labels) and len(scripts) <= 1


def unicode_label(label: str) -> str:
    """What a browser shows of a label: « xn--80ak6aa92e » is read as Cyrillic letters; one that means nothing is empty."""
    if not label.startswith(PUNYCODE):
        return label
    try:
        return label.removeprefix(PUNYCODE).encode("ascii").decode("punycode")
    except UnicodeError:
        return ""


def check_host(url: str) -> str:
    """Refuse a web address whose host deceives."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        raise fault(f"adresse invalide\u00a0: {quoted(url)}.", "Écrivez https://…") from None
    if parts.scheme not in ("https", "http") or not host:
        raise fault(f"adresse non admise\u00a0: {quoted(url)}.", "Une adresse complète\u00a0: https://…")
    if "@" in parts.netloc or not is_plain_host(host):
        raise fault(f"nom de site trompeur\u00a0: {quoted(host)}.", "Vérifiez l'adresse\u00a0: elle imite peut-être un autre site.")
    return url
