"""Data for a script of ours: a file that calls one function with them, since a page opened from a disk can fetch nothing."""

from __future__ import annotations

import json


def call(function: str, data: object) -> str:
    """The call, compact, its text safe in any script."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"{function}({text});\n".replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
