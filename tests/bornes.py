"""A child process that looks at files one by one, each in a process of its own with one second and two hundred megabytes.

``python bornes.py file …`` writes a line a file: how its process ended; below zero, the signal that killed it.
"""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

from markdown import Markdown

from vitrine.catalogue import Catalogue
from vitrine.checking import check
from vitrine.communes.table import read_communes
from vitrine.marque.logo import SUFFIXES, ImageRefusee, read_logo
from vitrine.model.context import Contexte
from vitrine.model.kinds import GENRES
from vitrine.pages import prose
from vitrine.problems import DataFault
from vitrine.prose import plain, to_html, to_inline_html
from vitrine.source.document import read_document

SECONDS, BYTES = 1, 200 * 2**20


def limit() -> None:
    """One second of processor, two hundred megabytes more than what Python and our modules already hold."""
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (held + BYTES, held + BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def examine(file: Path) -> int:
    """Do with a file all that a build does with it: 0 when it is accepted and written, 1 when it is refused."""
    if file.suffix == ".csv":
        return int(bool(read_communes(file, file.name)[1]))
    if file.suffix in SUFFIXES:
        return draw_logo(file)
    return write_prose(file) if file.suffix == ".md" else write_record(file)


def draw_logo(file: Path) -> int:
    """A platform's logo."""
    try:
        return int(not read_logo(file).contenu)
    except ImageRefusee:
        return 1


def write_prose(file: Path) -> int:
    """A page of Markdown."""
    try:
        found = list(prose.pages(Catalogue(), [file.parent]))
    except DataFault:
        return 1
    for page in found:
        Markdown(extensions=["tables", "sane_lists", "toc"]).convert(page.donnees["corps"]["fr"])
    return 0


def write_record(file: Path) -> int:
    """A record, checked, and all its texts written."""
    document = read_document(file, file.name)
    record, problems = check(document, GENRES[file.parent.name].modele, Contexte())
    for _, text in document.textes if record else ():
        for write in (to_html, to_inline_html, plain):
            write(str(text))
    return int(any(problem.grave for problem in [*document.problemes, *problems]))


def main() -> None:
    """A process for each file."""
    to_html("Les modules sont chargés, l'analyseur est prêt.")
    for name in sys.argv[1:]:
        child = os.fork()
        if not child:
            limit()
            os._exit(examine(Path(name)))
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
