"""What a run does with the parts before it extracts: a home that is used for months stays fast."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from extractors import versions
from flows.settings import Settings
from flows.stages import tidy
from tests.command_line import ROOT
from tests.warehouse.making import Page
from warehouse.stage import capture_key, completed, part_folders, write_part


def test_a_run_removes_what_is_no_part_and_merges_many_into_one(tmp_path: Path) -> None:
    parts = Settings(home=tmp_path).parts_dir
    key = versions.extraction_key()
    pages = [Page(f"Notice {number}.", url=f"https://example.test/{number}", key=key) for number in range(40)]
    for page in pages:
        write_part([page.extraction()], directory=parts, extraction_key=key)
    (parts / ".draft-1-x").mkdir()
    tidy(parts)
    assert len(part_folders(parts)) == len(list(parts.iterdir())) == 1
    assert completed(parts, extraction_key=key) == {capture_key(page.capture()) for page in pages}
    before = part_folders(parts)
    tidy(parts)
    assert part_folders(parts) == before


def test_a_home_without_parts_is_tidy(tmp_path: Path) -> None:
    tidy(tmp_path / "parts")
    assert not (tmp_path / "parts").exists()


def test_fetching_does_without_the_libraries_of_other_stages() -> None:
    heavy = "duckdb", "spacy", "prefect", "pdfplumber"
    code = f"import sys, flows.sources; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
