"""python -m vitrine: the command, in this very Python."""

from .cli import main

main(prog_name="vitrine")
