"""Ten sources interleaved: one host that hangs and one that is busy hold up nobody, and nothing is fetched twice."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.sources import fetch_sources
from flows.sources_job import Pull
from raw.store import Store
from tests.server.http import Server
from tests.server.settings import settings
from tests.server.world import BUSY, HANGING, PAGES, ten_sources

NOW = datetime(2026, 5, 20, 12, 0, tzinfo=UTC)


# patience in seconds: the server shares the test's process, and must not seem to hang when the machine is busy
@pytest.mark.parametrize(
    ("documents", "patience"), [(300, 4.0), pytest.param(5000, 12.0, marks=pytest.mark.slow)]
)
def test_the_healthy_are_not_held_up_and_nothing_is_fetched_twice(
    tmp_path: Path, documents: int, patience: float
) -> None:
    with Server() as server:
        world = ten_sources(server, documents=documents, now=NOW)
        pulls = [Pull(source_id=source_id) for source_id in world.sources]
        fast = settings(tmp_path, server, response_seconds=patience)
        captured = fetch_sources(pulls, settings=fast, now=NOW)
        log = list(server.log)
    hanging = HANGING[1]
    asked = Counter((entry.request.host, entry.request.path) for entry in log if entry.status == 200)
    for host, paths in world.documents.items():
        assert {asked[(host, path)] for path in paths} == {1}, host
    total = sum(map(len, world.documents.values()))
    assert captured.new == total == documents - documents // 10
    assert len(Store(tmp_path / "raw" / "data").captures()[0]) == total

    # the host that hangs was given up, and said so; the busy one was served in the end
    problems = {(issue.source_id, issue.code) for issue in captured.issues}
    assert problems == {("pcc-durham", "host-given-up")}
    busy = PAGES[BUSY][0]
    assert any(entry.status == 503 for entry in log if entry.request.host == busy)

    # while it hung, the others went on
    waits = [
        n for n, entry in enumerate(log) if entry.request.host == hanging and entry.request.path != HANGING[2]
    ]
    between = [entry for entry in log[waits[0] : waits[-1]] if entry.request.host != hanging]
    assert len(between) > len(waits)
    assert len({entry.request.host for entry in between}) >= 5
