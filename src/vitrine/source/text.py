"""Bytes → text that is safe to parse: bounded, UTF-8, no hidden sign, no trap of indentation or of version control."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..problems import Probleme

BYTES_AT_MOST = 256 * 1024
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f{BIDI}\ud800-\udfff]")
MOJIBAKE = re.compile("[ÃÂ][\u0080-\u00bf\u2018-\u2122]|â€|ðŸ")
NAME = re.compile(r"^\s*(?:-\s+)?[\"']?([\w-]{1,60})[\"']?\s*:")


def weight(size: int) -> str:
    """Bytes as people read them: « 2,4 Mo », « 480 Ko »."""
    amount, unit = (f"{size / 1e6:.1f}", "Mo") if size >= 1e6 else (f"{size / 1e3:.0f}", "Ko")
    return f"{amount.replace('.', ',')}\u00a0{unit}"


def decode(raw: bytes, path: str) -> tuple[str, list[Probleme]]:
    """Return the text of a file with « \\n » ends, or no text and the reason."""
    if len(raw) > BYTES_AT_MOST:
        return "", [Probleme(path, 0, 0, "", f"{weight(len(raw))} (256\u00a0Ko au plus par fichier).", "Déplacez le texte.")]
    try:
        text = raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(raw, error, path)]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def _not_utf8(raw: bytes, error: UnicodeDecodeError, path: str) -> Probleme:
    line = raw.count(b"\n", 0, error.start) + 1
    bad = raw[error.start]
    guess = raw.splitlines()[line - 1].decode("cp1252", "replace").strip()[:60] if raw else ""
    return Probleme(
        path, line, 1, "", f"octet 0x{bad:02X}, le fichier n'est pas en UTF-8.",
        f"Enregistrez-le en UTF-8 (probablement du Windows-1252\u00a0: «\u00a0{guess}\u00a0»).",
    )  # fmt: skip


def field_on(line: str) -> str:
    """The name of the field that a line of YAML gives, or ''."""
    found = NAME.match(line)
    return found[1] if found else ""


def check_lines(text: str, path: str) -> Iterator[Probleme]:
    """What can be said line by line, before any parsing."""
    for number, line in enumerate(text.split("\n"), start=1):
        for message, column, remede in line_faults(line):
            yield Probleme(path, number, column, field_on(line), message, remede)


def line_faults(line: str) -> Iterator[tuple[str, int, str]]:
    """(message, column, way out) of one line."""
    if line.startswith(("<<<<<<< ", ">>>>>>> ")):
        yield "conflit de fusion non résolu.", 1, "Choisissez une version et supprimez les marqueurs."
    margin = line[: len(line) - len(line.lstrip(" \t\u00a0\u202f\u3000"))]
    if "\t" in margin:
        yield "tabulation en début de ligne.", margin.index("\t") + 1, "Remplacez la tabulation par deux espaces."
    elif margin.strip(" "):
        yield "espace insécable en début de ligne.", 1, "Remplacez-la par deux espaces ordinaires."
    if re.match(r"^\s*(?:-\s+)?[\w-]+:\s*\{\{", line):
        yield "modèle non remplacé.", line.index("{{") + 1, "Remplacez {{ … }} par le texte."
    yield from hidden_signs(line)


def hidden_signs(text: str) -> Iterator[tuple[str, int, str]]:
    """Control and bidirectional signs, which make a page lie or break."""
    found = CONTROL.search(text)
    if not found:
        return
    sign = f"U+{ord(found[0]):04X}"
    if found[0] in BIDI:
        yield f"caractère bidirectionnel {sign}.", found.start() + 1, (
            "Supprimez-le (le sens d'écriture est géré par le site)."
        )
    else:
        yield f"caractère de contrôle {sign}.", found.start() + 1, "Supprimez-le."


def mojibake(text: str) -> str:
    """The text as it was meant, when it looks encoded twice; else ''."""
    if not MOJIBAKE.search(text):
        return ""
    try:
        mended = text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
    return unicodedata.normalize("NFC", mended) if mended != text else ""
