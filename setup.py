"""The wheel carries the national content: what stands at the top of the repository goes into ``vitrine/national/``."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

NATIONAL = ("mkdocs.yml", "data", "docs", "hooks", "overrides")


class BuildWithNational(build_py):
    """Copies the national content beside the modules; an editable install reads it where it is."""

    @property
    def folder(self) -> Path:
        """Where the national content goes."""
        return Path(self.build_lib) / "vitrine" / "national"

    def run(self) -> None:
        """Build the modules, then copy."""
        super().run()
        if not self.editable_mode:
            shutil.rmtree(self.folder, ignore_errors=True)
            for source, target in self.national():
                self.mkpath(str(target.parent))
                self.copy_file(str(source), str(target))

    def national(self) -> list[tuple[Path, Path]]:
        """(file, where it goes), without hidden files or what Python leaves behind."""
        found = [file for name in NATIONAL for file in (Path(name), *sorted(Path(name).rglob("*"))) if file.is_file()]
        return [(file, self.folder / file) for file in found if not any(part.startswith((".", "__")) for part in file.parts)]

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        """What an uninstallation removes."""
        return [*super().get_outputs(include_bytecode), *(str(target) for _, target in self.national())]

    def get_source_files(self) -> list[str]:
        """What a source distribution holds."""
        return [*super().get_source_files(), *(str(source) for source, _ in self.national())]


setup(cmdclass={"build_py": BuildWithNational})
