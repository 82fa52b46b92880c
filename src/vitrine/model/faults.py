"""How a field's validator says that a value is wrong: the fact, then the way out, both in French."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

LONGEST_QUOTE = 60


def fault(message: str, remede: str = "", champ: str = "") -> PydanticCustomError:
    """Build the error that a validator raises.

    ``remede`` is the sentence that tells the way out, ``champ`` the field at fault when the validator looks at several.
    """
    return PydanticCustomError("vitrine", "{message}", {"message": message, "remede": remede, "champ": champ})


def quoted(value: object) -> str:
    """Quote what was read, shortened, for a message: « M18O5 »."""
    text = str(value).replace("\n", " ")
    if len(text) > LONGEST_QUOTE:
        text = text[: LONGEST_QUOTE - 1] + "…"
    return f"«\u00a0{text}\u00a0»"
