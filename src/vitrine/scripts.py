"""Scripts as pages load them; data for one: a file that calls one function, as a page opened from a disk can fetch nothing."""

from __future__ import annotations

import json
import re

ASIDE = re.compile(r"^\s*//.*\n|^\s+", re.M)
"""Lines that only comment, and indentation: our scripts hold no text of several lines where they would mean something."""


def call(function: str, data: object) -> str:
    """The call, compact, its text safe in any script."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"{function}({text});\n".replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def slim(script: str) -> str:
    """A script without what only its authors read."""
    return ASIDE.sub("", script)
