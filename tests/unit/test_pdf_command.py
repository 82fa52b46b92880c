"""`vitrine pdf` as a person types it: what is written, what is kept, what is refused."""

from __future__ import annotations

import os
import subprocess
import sys

from project import vitrine

SANS_WEASYPRINT = "import sys; sys.modules['weasyprint'] = None; from vitrine.cli import main; main()"


def kept(copie) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (copie / ".cache/pdf").glob("*.pdf")}


def test_what_is_printed_again_is_not_made_again(copie):
    first = vitrine("pdf", "aide-soignant", "psychologue", "-o", "sortie", cwd=copie)
    assert first.returncode == 0, first.stderr
    assert sorted(file.name for file in (copie / "sortie").iterdir()) == ["aide-soignant.pdf", "psychologue.pdf"]
    assert len(kept(copie)) == 2
    marked = next((copie / ".cache/pdf").glob("*.pdf"))
    marked.write_bytes(b"%PDF-kept")
    assert vitrine("pdf", "aide-soignant", "psychologue", "-o", "sortie", cwd=copie).returncode == 0
    assert b"%PDF-kept" in [file.read_bytes() for file in (copie / "sortie").iterdir()]
    assert (copie / ".cache/pdf/.gitignore").read_text() == "*\n"
    file = copie / "data/metiers/psychologue.yml"
    file.write_text(file.read_text("utf-8").replace("accroche:", "sigle: PSY\naccroche:", 1), "utf-8")
    assert vitrine("pdf", "psychologue", "-o", "sortie", cwd=copie).returncode == 0
    assert len(kept(copie)) == 3


def test_an_address_of_the_examples_is_told_before_anything_is_printed_in_numbers(copie):
    assert "une adresse d'exemple" in vitrine("pdf", "psychologue", "-o", "sortie", cwd=copie).stderr


def test_every_unknown_name_is_told_at_once_with_the_nearest(projet, tmp_path):
    done = vitrine("pdf", "aide-soignan", "infirmie", "-o", str(tmp_path / "x"), cwd=projet)
    assert done.returncode == 1
    assert "Vouliez-vous dire «\u00a0aide-soignant\u00a0»" in done.stderr
    assert "Vouliez-vous dire «\u00a0infirmier\u00a0»" in done.stderr
    assert not (tmp_path / "x").exists()


def test_a_sheet_that_a_language_lacks_is_told(projet, tmp_path):
    done = vitrine("pdf", "psychologue", "--langue", "ar", "-o", str(tmp_path / "x"), cwd=projet)
    assert done.returncode == 1
    assert "«\u00a0psychologue\u00a0» n'est pas traduit (ar)" in done.stderr


def test_an_event_that_is_over_has_no_poster(projet, tmp_path):
    words = ("--plateforme", "demonstration", "--evenement", "cafe-des-metiers-bourg-fictif-2026-09")
    done = vitrine("pdf", *words, "-o", str(tmp_path / "x"), cwd=projet)
    assert done.returncode == 1
    assert "est passé ou annulé" in done.stderr


def test_without_weasyprint_the_way_to_install_it_is_told(projet):
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-c", SANS_WEASYPRINT, "pdf"]
    done = subprocess.run(command, cwd=projet, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert 'pip install "vitrine[pdf]"' in done.stderr
    assert "Traceback" not in done.stderr


def test_faulty_data_are_told_as_check_tells_them(copie):
    file = copie / "data/metiers/psychologue.yml"
    file.write_text(file.read_text("utf-8").replace("famille:", "famile:", 1), "utf-8")
    done = vitrine("pdf", "psychologue", cwd=copie)
    assert done.returncode == 1
    assert "data/metiers/psychologue.yml" in done.stderr
    assert "Traceback" not in done.stderr
