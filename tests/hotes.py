"""What Netlify and Cloudflare Pages answer from _headers: all the values of the rules that match, joined, or only the last one."""

from __future__ import annotations

import re

Regles = list[tuple[str, dict[str, str]]]


def read_rules(text: str) -> Regles:
    """The rules of the file, in order."""
    rules: Regles = []
    for line in text.splitlines():
        if line.startswith("/"):
            rules.append((line.strip(), {}))
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            rules[-1][1][name] = value
    return rules


def values(rules: Regles, path: str, name: str, joined: bool) -> list[str]:
    """The values of a header for a path."""
    found = [headers[name] for pattern, headers in rules if name in headers and matches(pattern, path)]
    return found if joined else found[-1:]


def matches(pattern: str, path: str) -> bool:
    """Whether a rule speaks of a path; a star stands for anything."""
    return bool(re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path))


def paths_to(file: str) -> set[str]:
    """Every way to ask for a page: by its file, by its folder, and by its bare name at the root."""
    folder = file.removesuffix("index.html")
    return {f"/{file}", f"/{folder}", f"/{file.removesuffix('.html')}"}


def is_closed(policies: list[str]) -> bool:
    """Whether the browser, which applies every policy, refuses to show the page inside another."""
    return any("frame-ancestors 'none'" in policy for policy in policies)
