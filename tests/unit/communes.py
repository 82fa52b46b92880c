"""A file of communes, as tests write it."""

from __future__ import annotations

from vitrine.communes.table import COLUMNS

HEADER = ";".join(COLUMNS) + "\n"
ALENCON = "61001;Alençon;61000;48.430;0.083;25490;\n"
