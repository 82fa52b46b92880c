"""Cases crossed with each other: two of them are everyday, `make audit` takes them all."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

COMPLET = pytest.mark.complet
"""Left out of `make test`, run by `make audit`."""


def crossed(*axes: list[Any]) -> list[Any]:
    """Every combination; everyday, only that of the first values and that of the last, as unlike as can be."""
    everyday = {tuple(axis[end] for axis in axes) for end in (0, -1)}
    return [pytest.param(*values, marks=() if values in everyday else COMPLET) for values in product(*axes)]
