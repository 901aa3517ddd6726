"""The command line against the test server's GOV.UK: from nothing to awards, and on to the next versions."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import ROOT
from tests.command_line import environment as plain_environment
from tests.server.govuk import HOST, GovUk, awards_item
from tests.server.http import Server
from tests.server.settings import environment
from warehouse.reader import open_published

pytestmark = pytest.mark.xdist_group("fetch-command")
WORDS = ("ingest", "govuk-news", "--since", "2021-08-01", "--no-prefect", "--json")


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


def start(home: Path, server: Server, *words: str, **more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "flows.cli", *words],
        cwd=ROOT,
        env={**plain_environment(home), **environment(home, server, **more)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ingest(home: Path, server: Server, *words: str, **more: str) -> dict[str, Any]:
    """Run to the end and return what the command printed as JSON."""
    server.log.clear()
    process = start(home, server, *(words or WORDS), **more)
    out, err = process.communicate(timeout=240)
    assert process.returncode in (0, 3), err
    outcome: dict[str, Any] = json.loads(out)
    return {**outcome, "exit_code": process.returncode}


def rows(home: Path, sql: str) -> list[dict[str, Any]]:
    with open_published(home / "warehouse" / "data" / "fundtrail.duckdb") as reader:
        return reader.rows(sql)


def test_govuk_from_nothing_to_awards_and_on_to_the_next_version(tmp_path: Path, server: Server) -> None:
    site = GovUk(per_second=10)
    site.put(awards_item())
    site.fill(22, newest=datetime(2021, 10, 1, tzinfo=UTC))
    server.add(HOST, site)

    first = ingest(tmp_path, server)
    assert (first["outcome"], first["counts"]["captured"], first["counts"]["awards"]) == ("published", 23, 25)
    assert site.refused == 0
    assert {entry.status for entry in server.log} == {200}
    assert {entry.request.headers["user-agent"].split("/")[0] for entry in server.log} == {"fundtrail"}
    assert all("tests@example.org" in entry.request.headers["user-agent"] for entry in server.log)
    assert Counter(server.paths(HOST)).most_common(1)[0][1] == 1

    second = ingest(tmp_path, server)
    assert (second["outcome"], second["counts"]["captured"], second["counts"]["unchanged"]) == (
        "unchanged",
        0,
        23,
    )
    assert all(entry.is_conditional and entry.status == 304 for entry in server.log)

    edited = awards_item()
    edited["details"]["body"] = edited["details"]["body"].replace("£538,100", "£548,100")
    site.put(edited)
    third = ingest(tmp_path, server)
    assert (third["outcome"], third["counts"]["captured"]) == ("published", 1)
    current = rows(tmp_path, "SELECT amount FROM award WHERE area_id = 'cheshire'")
    assert [str(row["amount"]) for row in current] == ["548100.00"]
    versions = rows(
        tmp_path,
        "SELECT version_no, is_current, contains(text, '£538,100') AS old FROM document_version"
        " WHERE title LIKE '£11 million%' ORDER BY version_no",
    )
    assert [(v["version_no"], v["is_current"], v["old"]) for v in versions] == [
        (1, False, True),
        (2, True, False),
    ]
    old = rows(tmp_path, "SELECT amount_low FROM superseded_claim WHERE area_id = 'cheshire'")
    assert [str(row["amount_low"]) for row in old] == ["538100.00"]

    site.gone.add(awards_item()["base_path"])
    site.items.pop(awards_item()["base_path"])
    fourth = ingest(tmp_path, server)
    assert [issue["code"] for issue in fourth["issues"]] == ["document-gone"]
    assert rows(tmp_path, "SELECT withdrawn FROM document WHERE title LIKE '£11 million%'") == [
        {"withdrawn": True}
    ]
    assert fourth["counts"]["awards"] == 25


def test_a_run_that_is_killed_goes_on_where_it_was(tmp_path: Path, server: Server) -> None:
    site = GovUk(per_second=10_000)
    site.fill(250, newest=datetime.now(UTC) - timedelta(days=1), step=timedelta(minutes=30))
    server.add(HOST, site)
    words = ("ingest", "govuk-news", "--no-prefect", "--json")
    asked: Counter[str] = Counter()
    for stop_after in (60, 170):
        server.log.clear()
        process = start(tmp_path, server, *words, FUNDTRAIL_RATE_FACTOR="20")
        deadline = time.monotonic() + 120
        while len(server.log) < stop_after and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        asked.update(path for path in server.paths(HOST) if "/api/content/" in path)
    assert 0 < len(asked) < 250
    last = ingest(tmp_path, server, *words, FUNDTRAIL_RATE_FACTOR="20")
    asked.update(path for path in server.paths(HOST) if "/api/content/" in path)
    assert last["outcome"] == "published"
    assert rows(tmp_path, "SELECT count(*) AS n FROM document") == [{"n": 250}]
    assert len(asked) == 250
    # what was on its way when the process died is asked for again: at most the four places of the host, twice
    assert sum(asked.values()) - 250 <= 8


def test_a_source_whose_layout_changed_leaves_the_published_file_as_it_was(
    tmp_path: Path, server: Server
) -> None:
    from tests.fetch.world import KENT, LIST, article, listing
    from tests.server.http import page, static

    pages = {LIST: listing("ash", "birch", "cedar")}
    for slug in ("ash", "birch", "cedar"):
        pages[f"{LIST}2024/{slug}/"] = article(
            f"The commissioner has awarded £5,000 to the village of {slug}."
        )
    server.add(KENT, static(pages))
    words = ("ingest", "pcc-kent", "--since", "2024-01-01", "--no-prefect", "--json")
    first = ingest(tmp_path, server, *words)
    assert (first["exit_code"], first["counts"]["documents"]) == (0, 3)
    pages[LIST] = page("<html><body><div id=app></div></body></html>")
    second = ingest(tmp_path, server, *words)
    assert (second["exit_code"], second["counts"]["documents"]) == (3, 3)
    (issue,) = rows(tmp_path, "SELECT code, stage, source_id, message FROM issue WHERE severity = 'error'")
    assert (issue["code"], issue["stage"], issue["source_id"]) == ("layout-changed", "discover", "pcc-kent")
    assert "a[href]" in issue["message"]
    pages[LIST] = listing("ash", "birch", "cedar")
    third = ingest(tmp_path, server, *words)
    assert third["exit_code"] == 0
    assert rows(tmp_path, "SELECT code FROM issue WHERE severity = 'error'") == []


def test_words_that_name_nothing_say_what_could_be_meant(tmp_path: Path, server: Server) -> None:
    process = start(tmp_path, server, "ingest", "no-such-source", "--no-prefect")
    _, err = process.communicate(timeout=120)
    assert process.returncode == 1
    assert "no source" in err and "fundtrail sources" in err
    assert not (tmp_path / "raw").exists()


def test_the_sources_show_their_health(tmp_path: Path, server: Server) -> None:
    site = GovUk(per_second=10_000)
    site.fill(21, newest=datetime.now(UTC) - timedelta(days=1))
    server.add(HOST, site)
    process = start(tmp_path, server, "sources", "check", "govuk-news")
    out, _ = process.communicate(timeout=120)
    assert (process.returncode, "as expected" in out, "Notice number 0" in out) == (0, True, True)
    assert not (tmp_path / "raw").exists()
    ingest(tmp_path, server, "ingest", "govuk-news", "--no-prefect", "--json", FUNDTRAIL_RATE_FACTOR="20")
    site.items.clear()
    process = start(tmp_path, server, "sources", "check", "govuk-news")
    out, _ = process.communicate(timeout=120)
    assert (process.returncode, "at least 20 are expected" in out) == (1, True)
    ingest(tmp_path, server, "ingest", "govuk-news", "--no-prefect", "--json", FUNDTRAIL_RATE_FACTOR="20")
    process = start(tmp_path, server, "sources", "--json")
    out, _ = process.communicate(timeout=120)
    states = {one["source_id"]: one for one in json.loads(out)}
    assert (states["govuk-news"]["state"], states["govuk-news"]["problem"]) == (
        "failing",
        "fewer-than-expected",
    )
    assert states["govuk-news"]["documents"] == 21
    assert states["apcc"]["state"] == "never run"
