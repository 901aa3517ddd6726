"""The schedules: which deployments there are, and one of them run to its end through Prefect."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import ROOT
from tests.command_line import environment as plain_environment
from tests.server.govuk import HOST, GovUk
from tests.server.http import Server
from tests.server.settings import environment
from warehouse.reader import open_published

pytestmark = pytest.mark.xdist_group("prefect")


def call(api: str, path: str, body: dict[str, Any]) -> Any:
    """Ask Prefect's server, again while it answers that its database is busy, as Prefect's own client does."""
    answers: list[Any] = []

    def answered() -> bool:
        try:
            answers.append(_call(api, path, body))
        except urllib.error.HTTPError as error:
            if error.code != 503:
                raise
        return bool(answers)

    wait_for(answered)
    return answers[0]


def _call(api: str, path: str, body: dict[str, Any]) -> Any:
    request = urllib.request.Request(
        api + path, data=json.dumps(body).encode(), headers={"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def wait_for(found: Any, seconds: float = 200.0) -> Any:
    """Ask until there is an answer."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if answer := found():
            return answer
        time.sleep(0.5)
    raise AssertionError("nothing came")


@contextmanager
def serving(tmp_path: Path, env: dict[str, str]) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Run ``fundtrail serve`` in a session of its own; give the process and its API; kill what is left of it."""
    printed = tmp_path / "printed.txt"
    with printed.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "flows.cli", "serve", "govuk-news", "apcc"],
            cwd=ROOT,
            env=env,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
    address = re.compile(r"http://127\.0\.0\.1:\d+/api")
    try:
        yield process, wait_for(lambda: address.search(printed.read_text(encoding="utf-8"))).group()
    finally:
        # a test that fails half way must not leave the server behind
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def start_run(api: str, deployment: str) -> str:
    """Ask for a run of a deployment at once and return the run's id."""
    made = wait_for(lambda: _two(call(api, "/deployments/filter", {})))
    (wanted,) = [one["id"] for one in made if one["name"] == deployment]
    run = call(api, f"/deployments/{wanted}/create_flow_run", {"state": {"type": "SCHEDULED"}})
    return str(run["id"])


@pytest.mark.slow
def test_a_schedule_is_served_and_runs_to_its_end(tmp_path: Path) -> None:
    with Server() as server:
        site = GovUk(per_second=10_000)
        site.fill(21, newest=datetime.now(UTC) - timedelta(days=1))
        server.add(HOST, site)
        env = {**plain_environment(tmp_path), **environment(tmp_path, server, FUNDTRAIL_RATE_FACTOR="20")}
        with serving(tmp_path, env) as (process, api):
            made = wait_for(lambda: _two(call(api, "/deployments/filter", {})))
            limits = {
                one["name"]: (one["concurrency_options"] or {}).get("collision_strategy") for one in made
            }
            assert limits == {"govuk-news": "CANCEL_NEW", "apcc": "CANCEL_NEW"}
            crons = {one["name"]: one["schedules"][0]["schedule"]["cron"] for one in made}
            assert crons == {"govuk-news": "15 6,12,18 * * *", "apcc": "20 7,13 * * *"}
            run = start_run(api, "govuk-news")
            state = wait_for(lambda: _ended(call(api, "/flow_runs/filter", {}), run))
            assert state == "COMPLETED", (tmp_path / "printed.txt").read_text(encoding="utf-8")
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=200) == 0
            assert _left_of(process.pid) == []
    assert "Stopped." in (tmp_path / "printed.txt").read_text(encoding="utf-8")
    with open_published(tmp_path / "warehouse" / "data" / "fundtrail.duckdb") as reader:
        assert reader.value("SELECT count(*) FROM document") == 21


@pytest.mark.slow
def test_stopped_in_mid_run_it_leaves_no_process_and_the_next_run_goes_on(tmp_path: Path) -> None:
    """A service manager sends SIGTERM to the schedules, their server and the run all at once."""
    with Server() as server:
        site = GovUk(per_second=10_000)
        site.fill(60, newest=datetime.now(UTC) - timedelta(days=1))
        server.add(HOST, site)
        env = {**plain_environment(tmp_path), **environment(tmp_path, server, FUNDTRAIL_RATE_FACTOR="1")}
        with serving(tmp_path, env) as (process, api):
            start_run(api, "govuk-news")
            wait_for(lambda: len(server.log) > 5)
            os.killpg(process.pid, signal.SIGTERM)
            assert process.wait(timeout=200) == 0
            wait_for(lambda: _left_of(process.pid) == [])
        printed = (tmp_path / "printed.txt").read_text(encoding="utf-8")
        assert "Traceback" not in printed
        again = subprocess.run(
            [sys.executable, "-m", "flows.cli", "ingest", "govuk-news", "--no-prefect"],
            cwd=ROOT,
            env={**env, "FUNDTRAIL_RATE_FACTOR": "20"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert again.returncode == 0, again.stderr
    with open_published(tmp_path / "warehouse" / "data" / "fundtrail.duckdb") as reader:
        assert reader.value("SELECT count(*) FROM document") == 60


def _left_of(session: int) -> list[str]:
    """Return the processes of the session that still run, by what Linux says of them in /proc."""
    left = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        with suppress(FileNotFoundError, ProcessLookupError):
            name, _, fields = file.read_text(encoding="utf-8").rpartition(")")
            state, _parent, _group, own_session = fields.split()[:4]
            if int(own_session) == session and state != "Z":
                left.append(name)
    return left


def _two(found: list[dict[str, Any]]) -> list[dict[str, Any]] | None:
    return found if len(found) == 2 else None


def _ended(runs: list[dict[str, Any]], run_id: str) -> str | None:
    states = [run["state_type"] for run in runs if run["id"] == run_id]
    return states[0] if states and states[0] in ("COMPLETED", "FAILED", "CRASHED", "CANCELLED") else None
