"""How many examples are tried: few in everyday runs, all with HYPOTHESIS_PROFILE=complet."""

from __future__ import annotations

import os

from hypothesis import settings

COMPLET = "complet"
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "rapide")
FEWER = 4


def examples(count: int) -> settings:
    """So many examples in the whole run, a quarter of them in everyday ones."""
    return settings(max_examples=count if PROFILE == COMPLET else count // FEWER)


def load_profiles() -> None:
    """The two profiles; the same examples come in each run."""
    common = settings(deadline=None, database=None, derandomize=True)
    settings.register_profile("rapide", common, max_examples=25)
    settings.register_profile(COMPLET, common, max_examples=200)
    settings.load_profile(PROFILE)
