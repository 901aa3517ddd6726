"""The schedules: which deployments there are, and one of them run to its end through Prefect."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
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


@pytest.mark.slow
def test_a_schedule_is_served_and_runs_to_its_end(tmp_path: Path) -> None:
    with Server() as server:
        site = GovUk(per_second=10_000)
        site.fill(21, newest=datetime.now(UTC) - timedelta(days=1))
        server.add(HOST, site)
        env = {**plain_environment(tmp_path), **environment(tmp_path, server, FUNDTRAIL_RATE_FACTOR="20")}
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
        try:
            address = re.compile(r"http://127\.0\.0\.1:\d+/api")
            api = wait_for(lambda: address.search(printed.read_text(encoding="utf-8"))).group()
            made = wait_for(lambda: _two(call(api, "/deployments/filter", {})))
            limits = {
                one["name"]: (one["concurrency_options"] or {}).get("collision_strategy") for one in made
            }
            assert limits == {"govuk-news": "CANCEL_NEW", "apcc": "CANCEL_NEW"}
            crons = {one["name"]: one["schedules"][0]["schedule"]["cron"] for one in made}
            assert crons == {"govuk-news": "15 6,12,18 * * *", "apcc": "20 7,13 * * *"}
            (govuk,) = [one["id"] for one in made if one["name"] == "govuk-news"]
            run = call(api, f"/deployments/{govuk}/create_flow_run", {"state": {"type": "SCHEDULED"}})
            state = wait_for(lambda: _ended(call(api, "/flow_runs/filter", {}), run["id"]))
            assert state == "COMPLETED", printed.read_text(encoding="utf-8")
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=60)
    with open_published(tmp_path / "warehouse" / "data" / "fundtrail.duckdb") as reader:
        assert reader.value("SELECT count(*) FROM document") == 21


def _two(found: list[dict[str, Any]]) -> list[dict[str, Any]] | None:
    return found if len(found) == 2 else None


def _ended(runs: list[dict[str, Any]], run_id: str) -> str | None:
    states = [run["state_type"] for run in runs if run["id"] == run_id]
    return states[0] if states and states[0] in ("COMPLETED", "FAILED", "CRASHED", "CANCELLED") else None
