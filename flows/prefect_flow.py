"""The stages as Prefect tasks in one flow. Only this module and :mod:`flows.deployments` import prefect.

Import it after :func:`flows.prefect_env.prepare`. A task is one stage, or one batch of documents; never a document or a
mention (a task costs 5 to 20 ms of the client and as much again of the server). Caching is off: what a
stage makes is found again by content, not by Prefect.
"""

from __future__ import annotations

import os
import signal
import subprocess
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.server.api.server import SubprocessASGIServer
from prefect.settings import PREFECT_API_URL

from flows import ingest, publish, stages
from flows.prefect_env import orphan_file
from flows.settings import Settings, load
from flows.sources import fetch_sources
from flows.stages import Progress, silent

# Retries only where the outside world can be at fault. Extraction is pure: it would fail again.
capture_task = task(
    name="capture", retries=2, retry_delay_seconds=[2, 10], cache_policy=NO_CACHE, persist_result=False
)(stages.capture_paths)
# the fetcher tries again by itself; a second attempt of the task goes on where the first was cut off
fetch_task = task(
    name="fetch", retries=1, retry_delay_seconds=10, cache_policy=NO_CACHE, persist_result=False
)(fetch_sources)
extract_task = task(name="extract", cache_policy=NO_CACHE, persist_result=False)(stages.extract_batch)
publish_task = task(name="publish", cache_policy=NO_CACHE, persist_result=False)(publish.publish)

TASKS = ingest.Steps(capture=capture_task, fetch=fetch_task, extract=extract_task, publish=publish_task)


#: The progress bar of the command line, if there is one; a flow's parameters are kept by Prefect and hold data only.
_WATCHER: ContextVar[Progress] = ContextVar("watcher", default=silent)
#: The job of this process. Its URLs may hold secrets, which must not be among the flow's parameters.
_JOB: ContextVar[ingest.Job | None] = ContextVar("job", default=None)


@flow(name="fundtrail-ingest", persist_result=False)
def ingest_flow(job: dict[str, Any]) -> ingest.Outcome:
    """Run one job (the fields of :class:`flows.ingest.Job`) and leave its summary as an artifact of the flow run."""
    outcome = ingest.run(_JOB.get() or ingest.Job.of(job), load(), steps=TASKS, progress=_WATCHER.get())
    create_markdown_artifact(key="fundtrail-run", markdown=_summary(outcome), description="What the run did")
    return outcome


def _summary(outcome: ingest.Outcome) -> str:
    lines = [f"# {outcome.outcome}", "", outcome.message, "", "| count | number |", "| --- | ---: |"]
    lines += [f"| {name} | {number:,} |" for name, number in outcome.counts.items()]
    if outcome.issues:
        lines += ["", "| issue | severity | where |", "| --- | --- | --- |"]
        lines += [f"| {i.code} | {i.severity} | {i.url or ''} |" for i in outcome.issues[:100]]
    return "\n".join(lines)


def run(job: ingest.Job, settings: Settings, *, progress: Progress = silent) -> ingest.Outcome:
    """Run the flow on the server that ``PREFECT_API_URL`` names, else on an embedded one. The caller holds the lock."""
    if PREFECT_API_URL.value() is None:
        progress("prefect", 0, 1)
        _start_embedded(settings)
    progress("prefect", 1, 1)
    watcher, own = _WATCHER.set(progress), _JOB.set(job)
    try:
        return ingest_flow(job.parameters())
    finally:
        _WATCHER.reset(watcher)
        _JOB.reset(own)


class _NotedServer(SubprocessASGIServer):
    """Prefect's embedded server. Its process is noted as soon as there is one: it needs seconds to answer, and a run
    that is killed meanwhile would leave behind a server that nobody knows of."""

    note: Path

    def _run_uvicorn_command(self) -> subprocess.Popen[Any]:
        process = super()._run_uvicorn_command()
        self.note.write_text(str(process.pid), encoding="ascii")
        return process


def _start_embedded(settings: Settings) -> None:
    """Start Prefect's embedded server, after ending the one that a killed run may have left behind."""
    note = orphan_file(settings)
    _end_orphan(note)
    server = _NotedServer()
    server.note = note
    server.start(timeout=settings.prefect_startup_timeout)


def _end_orphan(note: Path) -> None:
    if not note.is_file():
        return
    pid = int(note.read_text(encoding="ascii"))
    note.unlink()
    command = Path(f"/proc/{pid}/cmdline")
    # the number may belong to somebody else by now
    if command.is_file() and b"prefect.server.api.server:create_app" in command.read_bytes():
        os.kill(pid, signal.SIGTERM)
