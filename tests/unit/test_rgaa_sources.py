"""RGAA in what every page loads: what our stylesheets never hide, what our scripts never listen to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vitrine.colour import contrast

ASSETS = Path(__file__).resolve().parents[2] / "overrides/assets"
SHEETS = sorted((ASSETS / "css").rglob("*.css"))
SCRIPTS = sorted((ASSETS / "js").glob("*.js"))
SHOWS = re.compile(r"\b(?:display|visibility|opacity|content|clip-path|content-visibility)\s*:")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


def rules() -> list[tuple[str, str]]:
    """(selector, declarations) of every rule of ours."""
    return [(found[1].strip(), found[2]) for sheet in SHEETS for found in RULE.finditer(sheet.read_text("utf-8"))]


def listened() -> set[str]:
    """Every event that a script of ours listens to."""
    return {event for script in SCRIPTS for event in re.findall(r'addEventListener\(\s*"(\w+)"', script.read_text("utf-8"))}


def handled() -> str:
    """Every script of ours, whole."""
    return "\n".join(script.read_text("utf-8") for script in SCRIPTS)


@pytest.mark.rgaa("10.13", "10.14", "12.11")
def test_nothing_shows_only_under_the_pointer():
    assert [selector for selector, declared in rules() if ":hover" in selector and SHOWS.search(declared)] == []
    assert listened() & {"mouseover", "mouseenter", "mousemove", "pointerover", "pointerenter"} == set()


@pytest.mark.rgaa("13.7", "13.8")
def test_nothing_moves_or_flashes_by_itself():
    moving = [selector for selector, declared in rules() if re.search(r"\banimation|\btransition", declared)]
    assert moving == []
    assert "@keyframes" not in "".join(sheet.read_text("utf-8") for sheet in SHEETS)
    timed = {
        script.stem for script in SCRIPTS if re.search(r"setInterval|requestAnimationFrame|\.animate\(", script.read_text("utf-8"))
    }
    assert timed <= {"borne"}, "only a shared screen counts seconds, in words"


@pytest.mark.rgaa("13.9")
def test_no_page_asks_for_an_orientation():
    assert re.search(r"\borientation\b", "".join(sheet.read_text("utf-8") for sheet in SHEETS) + handled()) is None


@pytest.mark.rgaa("13.10", "13.11", "13.12")
def test_scripts_listen_to_no_gesture_no_press_and_no_motion_of_the_device():
    told = {event for event in listened() if re.match(r"touch|pointer|mouse|drag|gesture|device|wheel", event)}
    assert told == set()
    assert {"click", "keydown"} <= listened()


@pytest.mark.rgaa("10.5")
def test_whatever_sets_a_ground_of_its_own_sets_or_keeps_a_text_of_ours():
    bodies = [declared for selector, declared in rules() if selector.split("}")[-1].strip() == "body" and "background" in declared]
    assert bodies and all(re.search(r"(?<!-)color\s*:", declared) for declared in bodies if "--fond" in declared)
    fields = [
        declared for selector, declared in rules() if re.search(r"\b(?:input|button)\b", selector) and "background" in declared
    ]
    assert fields and all(re.search(r"(?<!-)color\s*:", declared) for declared in fields)


@pytest.mark.rgaa("3.3", "10.7")
def test_the_edge_of_a_field_and_the_ring_of_the_focus_stand_out_in_both_schemes():
    base = (ASSETS / "css/1-base.css").read_text("utf-8")
    light, dark = (
        dict(re.findall(r"--([\w-]+):\s*(#\w+)", part)) for part in base.split("@media (prefers-color-scheme: dark)")[:2]
    )
    for tones in (light, {**light, **dark}):
        for ground in ("fond", "papier"):
            assert min(contrast(full(tones[edge]), full(tones[ground])) for edge in ("bord", "encre", "encre-douce")) >= 3


def full(tone: str) -> str:
    """#fff as #ffffff."""
    return tone if len(tone) == 7 else "#" + "".join(sign * 2 for sign in tone[1:])
