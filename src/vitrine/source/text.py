"""Bytes → text that is safe to parse: bounded, UTF-8, no hidden sign, no trap of indentation or of version control."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..problems import Probleme

BYTES_AT_MOST = 256 * 1024
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f{BIDI}\ud800-\udfff\ufffe\uffff]")
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
"""Signs that show nothing: dropped from field names and values."""
OTHER_BREAKS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")
"""Line breaks for YAML but not for editors: pasted from word processors, read as spaces."""
TAIL = "[\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]"
MOJIBAKE = re.compile(f"(?:[ÂÃÅ]{TAIL}|â[€‚„†]{TAIL}|ð{TAIL}{{3}}|(?:[ØÙ]{TAIL}){{2,}})+")
OURS, THEIRS = "<<<<<<< ", ">>>>>>> "
ODD_MARGIN = re.compile("\n *[\t\u00a0\u202f\u3000]")
NAME = re.compile(r"^\s*(?:-\s+)?[\"']?([\w-]{1,60})[\"']?\s*:")


def weight(size: int) -> str:
    """Bytes as people read them: « 2,4 Mo », « 480 Ko »."""
    amount, unit = (f"{size / 1e6:.1f}", "Mo") if size >= 1e6 else (f"{size / 1e3:.0f}", "Ko")
    return f"{amount.replace('.', ',')}\u00a0{unit}"


def too_heavy(size: int, path: str) -> Probleme:
    """What is said of a file that is not even read."""
    return Probleme(path, 0, 0, "", f"{weight(size)} (256\u00a0Ko au plus par fichier).", "Déplacez le texte.")


def decode(raw: bytes, path: str) -> tuple[str, list[Probleme]]:
    """Return the text of a file with « \\n » ends, or no text and the reason."""
    if len(raw) > BYTES_AT_MOST:
        return "", [too_heavy(len(raw), path)]
    try:
        text = raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(raw, error, path)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if any(chr(sign) in text for sign in OTHER_BREAKS):
        text = text.translate(OTHER_BREAKS)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return "", [Probleme(path, line, 1, "", "ce fichier n'est pas du texte (U+0000).", "Enregistrez-le en UTF-8.")]
    return text, []


def _not_utf8(raw: bytes, error: UnicodeDecodeError, path: str) -> Probleme:
    before = raw[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    start = len(before) - before.rfind(b"\n") - 1
    line = raw[error.start - start :].splitlines()[0].decode("cp1252", "replace")
    shown = (line.partition(":")[2].strip() or line.strip())[:60]
    return Probleme(
        path, before.count(b"\n") + 1, start + 1, field_on(line),
        f"octet 0x{raw[error.start]:02X}, le fichier n'est pas en UTF-8.",
        f"Enregistrez-le en UTF-8 (probablement du Windows-1252\u00a0: «\u00a0{shown}\u00a0»).",
    )  # fmt: skip


def field_on(line: str) -> str:
    """The name of the field that a line of YAML gives, or ''."""
    found = NAME.match(line)
    return found[1] if found else ""


def check_lines(text: str, path: str) -> Iterator[Probleme]:
    """What can be said line by line, before any parsing."""
    lined = f"\n{text}"
    if OURS not in text and THEIRS not in text and not CONTROL.search(text) and not ODD_MARGIN.search(lined):
        return  # most files hold none of this and need not be read line by line
    markers = (OURS,) if f"\n{OURS}" in lined else (THEIRS,)
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith(markers):
            remede = "Choisissez une version et supprimez les marqueurs."
            yield Probleme(path, number, 1, "", "conflit de fusion non résolu.", remede)
        for message, column, remede in line_faults(line):
            yield Probleme(path, number, column, field_on(line), message, remede)


def line_faults(line: str) -> Iterator[tuple[str, int, str]]:
    """(message, column, way out) of one line."""
    margin = line[: len(line) - len(line.lstrip(" \t\u00a0\u202f\u3000"))]
    if "\t" in margin:
        yield "tabulation en début de ligne.", margin.index("\t") + 1, "Remplacez la tabulation par deux espaces."
    elif margin.strip(" "):
        yield "espace insécable en début de ligne.", 1, "Remplacez-la par deux espaces ordinaires."
    yield from hidden_signs(line)


def hidden_signs(text: str) -> Iterator[tuple[str, int, str]]:
    """Control and bidirectional signs, which make a page lie or break; each is told once, where it first stands."""
    if not CONTROL.search(text):
        return
    for sign in dict.fromkeys(CONTROL.findall(text)):
        column = text.index(sign) + 1
        if sign in BIDI:
            remede = "Supprimez-le (le sens d'écriture est géré par le site)."
            yield f"caractère bidirectionnel U+{ord(sign):04X}.", column, remede
        else:
            yield f"caractère de contrôle U+{ord(sign):04X}.", column, "Supprimez-le."


def mojibake(text: str) -> str:
    """The text as it was meant, when parts of it look encoded twice; else ''."""
    if text.isascii() or not MOJIBAKE.search(text):
        return ""
    mended = unicodedata.normalize("NFC", MOJIBAKE.sub(_read_again, text))
    return mended if mended != unicodedata.normalize("NFC", text) else ""


def _read_again(found: re.Match[str]) -> str:
    try:
        return found[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return found[0]
