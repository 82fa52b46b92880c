"""Each threat of guides/menaces.md names the tests that prove its protection, and they exist."""

from __future__ import annotations

import ast
import re

from project import PROJET

TEXT = (PROJET / "guides/menaces.md").read_text("utf-8")
PROOF = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
ROWS = [line.strip("| ").split(" | ") for line in TEXT.splitlines() if line.startswith("| ") and "menace | protection" not in line]


def test_every_threat_has_a_protection_and_a_proof():
    assert len(ROWS) > 15
    assert [row for row in ROWS if len(row) != 3 or not all(row[:2]) or not PROOF.search(row[2])] == []


def test_every_proof_is_a_test_that_exists():
    proofs = PROOF.findall(TEXT)
    assert len(proofs) == TEXT.count("`tests/") - TEXT.count("`tests/hostile.py`")
    assert [proof for proof in proofs if proof[1] not in defined_in(proof[0])] == []


def defined_in(name: str) -> set[str]:
    """The tests that a file defines."""
    file = PROJET / name
    body = ast.parse(file.read_text("utf-8")).body if file.is_file() else []
    return {node.name for node in body if isinstance(node, ast.FunctionDef)}
