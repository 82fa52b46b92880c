"""Kinds of text that a field may hold. Every YAML scalar arrives as text; here it gets its type and its bounds."""

from __future__ import annotations

import re
import unicodedata
from abc import ABC, abstractmethod
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from ..problems import plural, thousands
from ..source.text import INVISIBLE, OTHER_BREAKS
from .context import context_of, suggestion
from .faults import fault, quoted
from .hosts import check_host

T = TypeVar("T")

NOMENCLATURE_KEY = "x-nomenclature"
"""In a raw JSON Schema, names the vocabulary whose codes a field takes."""
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LINK_TARGET = re.compile(r"\]\(\s*<?\s*([^)\s>]*)|^\s{0,3}\[[^\]]+\]:\s*<?(\S+)|<([a-zA-Z][\w+.-]*:[^>]*)>", re.M)
SAFE_TARGET = re.compile(r"https://|mailto:|tel:")
PUNCTUATION_RUN = re.compile(r"([^\w\s])\1{29}")
NESTED_BLOCKS = re.compile(r"^[ \t]*(?:(?:[-*+>]|\d{1,9}\.)[ \t]+){10}", re.M)
BRACKETS_AT_MOST = 120
LINES_AT_MOST = 100
"""Lines that no empty one parts: Markdown reads each of them again for every one that follows."""
REWRITTEN = {**INVISIBLE, **OTHER_BREAKS}
UNUSUAL = re.compile("[" + "".join(map(chr, REWRITTEN)) + "]")
"""What few texts hold: looking for it first spares most of them a rewriting."""
LANGUAGE_CODE = re.compile(r"[a-z]{2}")


def clean(value: Any) -> Any:
    """Normalise text: NFC, « \\n » line ends, no invisible joiners, no space at the ends. Other values pass untouched."""
    if not isinstance(value, str):
        return value
    if "\r" in value:
        value = value.replace("\r\n", "\n").replace("\r", "\n")
    if not value.isascii():
        value = value.translate(REWRITTEN) if UNUSUAL.search(value) else value
        value = unicodedata.normalize("NFC", value)
    return value.strip()


def check_text(value: Any) -> str:
    """A scalar is expected where a list or a block was given."""
    value = clean(value)
    if isinstance(value, dict):
        per_language = value and all(LANGUAGE_CODE.fullmatch(str(key)) for key in value)
        remede = (
            "Une traduction s'écrit dans un fichier à part (fiche.en.yml)." if per_language else "Mettez le texte entre guillemets."
        )
        raise fault("un texte est attendu, un bloc de champs a été lu.", remede)
    if isinstance(value, list):
        raise fault("un texte est attendu, une liste a été lue.", "Retirez le tiret ou les crochets.")
    if not isinstance(value, str) or not value:
        raise fault("texte vide.", "Écrivez une valeur ou supprimez la ligne.")
    return value


def check_one_line(value: str) -> str:
    """A title or a label fits on one line."""
    if "\n" in value:
        raise fault("une seule ligne est attendue.", "Écrivez tout sur la même ligne.")
    return value


def check_runs(value: str) -> str:
    """Refuse runs of signs that take minutes to parse as Markdown, or nest deeper than it can follow."""
    if value.count("[") > BRACKETS_AT_MOST or is_costly(value):
        raise fault("trop de signes répétés pour un texte.", "Écrivez un texte simple.")
    return value


def is_costly(value: str) -> bool:
    """Whether Markdown would take long over a text, or nest deeper than it can follow; a sentence is read as one line."""
    nested = NESTED_BLOCKS.search(value) or NESTED_BLOCKS.search(value.replace("\n", " "))
    return bool(nested or PUNCTUATION_RUN.search(value) or has_long_block(value))


def has_long_block(value: str) -> bool:
    """Whether too many lines follow each other without an empty one."""
    if value.count("\n") < LINES_AT_MOST:
        return False
    run = 0
    for line in value.split("\n"):
        run = run + 1 if line.strip() else 0
        if run > LINES_AT_MOST:
            return True
    return False


def check_links(value: str) -> str:
    """Refuse Markdown links to anything but the web, an address or a number."""
    for match in LINK_TARGET.finditer(value):
        target = next((group for group in match.groups() if group), "")
        if not SAFE_TARGET.match(target):
            raise fault(
                f"adresse de lien non admise\u00a0: {quoted(target)}.",
                "Seuls les liens https:, mailto: et tel: sont admis dans un champ.",
            )
        if target.startswith("https://"):
            check_host(target)
    return value


def at_most(length: int) -> AfterValidator:
    """Bound a text, counting characters as a person would."""

    def check(value: str) -> str:
        if len(value) > length:
            raise fault(f"{plural(len(value), 'caractère')} ({thousands(length)} au plus).", "Raccourcissez.")
        return value

    return AfterValidator(check)


def as_list(value: Any) -> Any:
    """A single value given for a list is a list of one, not its letters."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def check_slug(value: str) -> str:
    """A slug is ASCII kebab-case: it becomes an address and a file name."""
    if not SLUG.fullmatch(value):
        raise fault(f"{quoted(value)} n'est pas un identifiant.", "Minuscules sans accent, chiffres et tirets seulement.")
    return value


class Traduisible:
    """Marks a field whose text a translation file (``x.en.yml``) may restate."""


class Libelle:
    """Marks a number that visitors read as the label of a nomenclature: ``Annotated[Niveau, Libelle("niveaux")]``."""

    def __init__(self, liste: str) -> None:
        self.liste = liste


class Connu(ABC):
    """Marks a text that must be among known words; a subclass says which."""

    def __init__(self, liste: str) -> None:
        self.liste = liste

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read a text, then look it up."""
        text = core_schema.no_info_before_validator_function(check_text, handler(source))
        return core_schema.with_info_after_validator_function(self.check, text)

    @abstractmethod
    def check(self, value: str, info: Any) -> str:
        """Refuse an unknown word, with the nearest known one."""


class Code(Connu):
    """A code of a nomenclature of ``data/nomenclatures/``: ``Annotated[str, Code("familles")]``."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Name the vocabulary in the schema."""
        return {**handler(core), NOMENCLATURE_KEY: self.liste}

    def check(self, value: str, info: Any) -> str:
        """Refuse a code that the nomenclature does not hold."""
        known = context_of(info).codes.get(self.liste)
        if known is not None and value not in known:
            raise fault(f"{quoted(value)} n'est pas un code connu ({self.liste}).", suggestion(value, known))
        return value


class Renvoi(Connu):
    """The slug of another record: ``Annotated[str, Renvoi("metiers")]``."""

    def check(self, value: str, info: Any) -> str:
        """Refuse a slug that no file of the catalogue bears."""
        known = context_of(info).slugs.get(self.liste)
        if known is not None and value not in known:
            raise fault(f"{quoted(value)} n'existe pas dans {self.liste}.", suggestion(value, known) if known else "")
        return value


Liste = Annotated[list[T], BeforeValidator(as_list), Field(max_length=200)]
Slug = Annotated[str, BeforeValidator(check_text), AfterValidator(check_slug)]
Ligne = Annotated[str, BeforeValidator(check_text), AfterValidator(check_one_line), at_most(160)]
"""Names, references: one line, never translated."""
Note = Annotated[str, BeforeValidator(check_text), at_most(2000)]
"""For the team, never published, never translated."""
Titre = Annotated[str, BeforeValidator(check_text), AfterValidator(check_one_line), at_most(120), Traduisible()]
"""A title: one line, plain text."""
Accroche = Annotated[
    str,
    BeforeValidator(check_text),
    AfterValidator(check_one_line),
    AfterValidator(check_runs),
    at_most(160),
    AfterValidator(check_links),
    Traduisible(),
]
"""One sentence that fits a card and a search result."""
Phrase = Annotated[
    str, BeforeValidator(check_text), AfterValidator(check_runs), at_most(500), AfterValidator(check_links), Traduisible()
]
"""One or two sentences; inline Markdown (bold, link)."""
Texte = Annotated[
    str, BeforeValidator(check_text), AfterValidator(check_runs), at_most(6000), AfterValidator(check_links), Traduisible()
]
"""Paragraphs in Markdown; raw HTML shows as text."""
