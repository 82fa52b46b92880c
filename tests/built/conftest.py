"""What tests of built sites share: the wheel, installed once."""

from __future__ import annotations

import pytest

from built.installation import Installation, build_wheel, install


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """An empty environment with only the wheel."""
    folder = tmp_path_factory.mktemp("roue")
    return install(build_wheel(folder), folder / "environnement")
