"""Scheduled runs: one Prefect deployment a source, served by this process until it is stopped.

Import it after :func:`flows.prefect_env.prepare`. A run of a source that is still going when the next is due makes that
one cancelled, not queued (a queue would grow without bound); runs of different sources wait for each other, because
one home has one writer.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Sequence
from types import FrameType

from prefect import flow
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.deployments.runner import RunnerDeployment
from prefect.runner import Runner
from prefect.schedules import Cron
from prefect.server.api.server import SubprocessASGIServer
from prefect.settings import PREFECT_API_URL

from extractors.sources import catalogue
from extractors.sources.base import Source
from flows import ingest
from flows.lock import exclusive
from flows.prefect_flow import TASKS
from flows.settings import Settings, load
from flows.sources_job import Pull

#: Seconds that a scheduled run waits for the run of another source to end.
_PATIENCE = 3 * 3600.0
_ZONE = "Europe/London"


@flow(name="fundtrail-source", persist_result=False)
def source_flow(source_id: str) -> str:
    """Fetch one source, extract and publish; returns the outcome's word and fails when nothing could be published."""
    settings = load()
    job = ingest.Job(paths=(), pulls=(Pull(source_id=source_id),), command=f"scheduled {source_id}")
    with exclusive(settings.warehouse_dir / "run.lock", wait=_PATIENCE):
        outcome = ingest.run(job, settings, steps=TASKS)
    if outcome.outcome == "failed":
        raise RuntimeError(outcome.message)
    return outcome.outcome


class Served(Runner):
    """Prefect's runner, but SIGTERM ends it as Ctrl-C does.

    Prefect's own handler stops the runner from a second thread, while the first is in the midst of its calls.
    """

    def handle_sigterm(self, signal_number: int, frame: FrameType | None) -> None:
        _interrupt(signal_number, frame)


def _interrupt(signal_number: int, frame: FrameType | None) -> None:
    signal.raise_signal(signal.SIGINT)


def scheduled() -> tuple[Source, ...]:
    """Return the sources that have a schedule."""
    return tuple(declared.source for declared in catalogue.fetched() if declared.source.schedule)


def deployments(sources: Sequence[Source]) -> list[RunnerDeployment]:
    """Return the deployments of the sources."""
    limit = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW)
    made = []
    for source in sources:
        deployment = source_flow.to_deployment(
            name=source.source_id,
            parameters={"source_id": source.source_id},
            schedule=Cron(source.schedule or "", timezone=_ZONE),
            concurrency_limit=limit,
            description=f"Fetch {source.name} and publish.",
        )
        if not isinstance(deployment, RunnerDeployment):
            raise TypeError("deployments are made outside of an event loop")
        made.append(deployment)
    return made


def run(settings: Settings, sources: Sequence[Source], *, tell: Callable[[str], None]) -> None:
    """Serve the schedules on the server that ``PREFECT_API_URL`` names, else on one of our own, until stopped.

    ``tell`` hears the address of the server's API.

    Raises:
        KeyboardInterrupt: Ctrl-C or SIGTERM; our own server and the runs under way have been ended.
    """
    own: SubprocessASGIServer | None = None
    # A shell that starts us in the background leaves SIGINT ignored, and all that follows relies on it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, _interrupt)
    # A service manager stops the server together with us: there may be nobody left to ask for a pause of the schedules.
    runner = Served(pause_on_shutdown=False, limit=2)
    try:
        if PREFECT_API_URL.value() is None:
            own = SubprocessASGIServer()
            own.start(timeout=settings.prefect_startup_timeout)
            # the runs are processes of their own and must find the same server
            os.environ["PREFECT_API_URL"] = own.api_url
        tell(str(own.api_url if own else PREFECT_API_URL.value()))
        for deployment in deployments(sources):
            runner.add_deployment(deployment)
        asyncio.run(runner.start())
    finally:
        if own is not None:
            own.stop()
