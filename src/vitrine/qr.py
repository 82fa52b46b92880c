"""QR codes: one whose text is known here, and the frame of one whose text only the visitor's browser knows."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import segno
from segno import consts

from .scripts import call

VERSION = 15
"""77 modules a side; 520 bytes at the lowest level of correction: an address that names about eighteen records."""
LEVEL = "l"
MASK = 0
DATA = {consts.TYPE_DATA_DARK, consts.TYPE_DATA_LIGHT}
DARK_FROM = 256
"""segno's codes of dark modules are above this one."""


def drawing(text: str) -> str:
    """The code of a text as SVG: black on white, with the quiet zone that readers need.

    The mask is always the same: trying all eight for the evenest drawing takes five times as long, and readers need none of it.
    """
    out = io.BytesIO()
    segno.make(text, error="m", micro=False, mask=MASK).save(
        out, kind="svg", border=4, light="#fff", omitsize=True, svgclass=None, lineclass=None, xmldecl=False, nl=False
    )
    return out.getvalue().decode()


@cache
def frame_call() -> str:
    """What hands the frame to qr.js; it goes with it."""
    return call("vitrineQrCadre", frame())


def frame() -> dict[str, Any]:
    """What a script needs to write a text into a code of this version, in bytes, with mask 0.

    ``cadre`` has one sign a module, row by row: 1 or 0 where it is settled, « . » where a bit of the text goes.
    ``blocs`` lists the blocks: [data bytes, correction bytes].
    """
    kinds = [list(row) for row in example().matrix_iter(border=0, verbose=True)]
    kinds[8][len(kinds) - 9] = consts.TYPE_DATA_LIGHT  # segno 1.6 calls this module a format one; it holds a bit of the text
    signs = ["." if kind in DATA else "1" if kind > DARK_FROM else "0" for row in kinds for kind in row]
    return {"cote": len(kinds), "cadre": "".join(signs), "blocs": blocks()}


def example() -> segno.QRCode:
    """Any code of our version and mask."""
    return segno.make("x", version=VERSION, error=LEVEL, mask=MASK, mode="byte", micro=False, boost_error=False)


def blocks() -> list[tuple[int, int]]:
    """(data bytes, correction bytes) of each block, in order."""
    groups: Any = consts.ECC[VERSION]
    return [
        (group.num_data, group.num_total - group.num_data)
        for group in groups[consts.ERROR_LEVEL_L]
        for _ in range(group.num_blocks)
    ]
