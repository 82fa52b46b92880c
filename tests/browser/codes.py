"""A code on the screen, as a telephone reads it."""

from __future__ import annotations

import io

import zxingcpp
from PIL import Image
from playwright.sync_api import Locator

LOOKS = 5


def read_code(code: Locator) -> str:
    """What it says; like a telephone, look again until the picture is sharp: the first may be of a frame half drawn."""
    for _ in range(LOOKS):
        found = zxingcpp.read_barcodes(Image.open(io.BytesIO(code.screenshot())))
        if found:
            return found[0].text
    return ""
