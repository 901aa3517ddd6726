"""Many small parts become one before a build."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.cli import SAMPLES
from flows.ingest import Job, run
from flows.settings import Settings
from warehouse.stage import part_folders


def test_a_run_merges_parts_when_they_are_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(home=tmp_path, batch_size=2, workers=1)
    job = Job(paths=(SAMPLES,), source_id="samples")
    assert run(job, settings).outcome == "published"
    assert len(part_folders(settings.parts_dir)) == 4
    monkeypatch.setattr("flows.publish.MOST_PARTS", 3)
    again = run(job, settings)
    assert (again.outcome, again.counts["extracted"], again.counts["awards"]) == ("unchanged", 0, 25)
    assert len(part_folders(settings.parts_dir)) == 1
