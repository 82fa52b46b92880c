"""Colours are told apart as WCAG 2.1 counts it."""

from __future__ import annotations

import colorsys
import random

import pytest

from vitrine.colour import TEXT_RATIO, contrast, luminance, mix, parse, readable, to_hex

BACKGROUNDS = {
    "blanc": "#ffffff",
    "teinte claire": "#eef6f7",
    "gris clair": "#a0a0a0",
    "gris le plus difficile": "#757575",
    "nuit": "#10191c",
    "noir": "#000000",
}


@pytest.fixture(scope="module")
def couleurs():
    """A thousand colours, always the same."""
    dice = random.Random(2026)
    return [f"#{dice.randrange(1 << 24):06x}" for _ in range(1000)]


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffffff", 8.59),
        ("#ff0000", "#ffffff", 4.0),
        ("#00ff00", "#ffffff", 1.37),
        ("#ffff00", "#0000ff", 8.0),
        ("#595959", "#ffffff", 7.0),
        ("#0a0a0a", "#000000", 1.06),
        ("#123456", "#123456", 1.0),
    ],
)
def test_known_contrasts_are_found(first, second, ratio):
    assert contrast(first, second) == pytest.approx(ratio, abs=0.005)
    assert contrast(second, first) == contrast(first, second)


def test_luminance_goes_from_black_to_white():
    assert luminance("#000000") == 0
    assert luminance("#ffffff") == pytest.approx(1)


@pytest.mark.parametrize("background", BACKGROUNDS.values(), ids=BACKGROUNDS)
def test_a_readable_shade_reaches_the_ratio_on_any_background(background, couleurs):
    assert [c for c in couleurs if contrast(readable(c, background), background) < TEXT_RATIO] == []


@pytest.mark.parametrize("ratio", [3, 5, 7])
def test_a_readable_shade_reaches_the_ratio_asked_for(ratio, couleurs):
    for background in ("#ffffff", "#10191c"):
        assert [c for c in couleurs[:300] if contrast(readable(c, background, ratio), background) < ratio] == []


def test_a_colour_that_reads_well_is_left_alone(couleurs):
    good = [c for c in couleurs if contrast(c, "#ffffff") >= TEXT_RATIO]
    assert len(good) > 100
    assert [readable(c, "#ffffff") for c in good] == good


def test_the_nearest_shade_is_no_darker_than_it_must():
    assert readable("#777777", "#ffffff") == "#767676"
    assert contrast(readable("#ffcc00", "#ffffff"), "#ffffff") < TEXT_RATIO + 0.2


def test_a_readable_shade_keeps_its_hue(couleurs):
    for colour in couleurs[:200]:
        before, after = (colorsys.rgb_to_hls(*parse(c)) for c in (colour, readable(colour, "#ffffff")))
        if min(before[2], after[2]) > 0.2 and after[1] > 0.2:
            assert abs((before[0] - after[0] + 0.5) % 1 - 0.5) < 0.02, colour


def test_a_colour_survives_its_numbers(couleurs):
    assert [to_hex(parse(c)) for c in couleurs] == couleurs


def test_channels_out_of_bounds_are_brought_back():
    assert to_hex((-0.5, 1.5, 0.5)) == "#00ff80"


@pytest.mark.parametrize(
    ("share", "expected"),
    [(1, "#ff0000"), (0, "#0000ff"), (0.5, "#800080"), (0.25, "#4000bf")],
    ids=["tout", "rien", "moitié", "quart"],
)
def test_a_mix_takes_its_share_of_each_colour(share, expected):
    assert mix("#ff0000", "#0000ff", share) == expected
