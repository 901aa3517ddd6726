"""``fundtrail ingest``: a run with a progress bar and the answer at its end."""

from __future__ import annotations

import json as jsonlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from flows.cli import SAMPLES
from flows.settings import Settings, load

if TYPE_CHECKING:
    from flows.ingest import Job, Outcome
    from flows.stages import Progress as Callback

_STAGES = {
    "prefect": "starting Prefect",
    "discover": "finding pages",
    "fetch": "fetching",
    "capture": "capturing",
    "extract": "extracting",
    "publish": "building and checking",
}


@contextmanager
def _bar(console: Console) -> Iterator[Callback]:
    """Show one line a stage, from the first second."""
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description:<22}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
    ) as progress:
        lines = {"start": progress.add_task("loading", total=None)}

        def update(stage: str, done: int, total: int) -> None:
            if "start" in lines:
                progress.remove_task(lines.pop("start"))
            if stage not in lines:
                lines[stage] = progress.add_task(_STAGES[stage], total=total)
            progress.update(lines[stage], completed=done, total=total)

        yield update


def run(
    inputs: Sequence[str],
    *,
    no_prefect: bool,
    json: bool,
    since: date | None = None,
    until: date | None = None,
    cap: int | None = None,
) -> int:
    """Run one ingest and return its exit code."""
    settings = load()
    with _bar(Console(stderr=True, quiet=json)) as progress:
        from flows import inputs as words
        from flows.ingest import as_json
        from flows.lock import exclusive

        job = words.job_of(
            inputs, samples=SAMPLES, since=since, until=until, cap=cap, options=settings.source_options
        )
        with exclusive(settings.warehouse_dir / "run.lock"):
            outcome = _execute(job, settings, no_prefect, progress)
    if json:
        print(jsonlib.dumps(as_json(outcome), ensure_ascii=False, indent=2))  # noqa: T201
    else:
        from flows.cli.summary import print_summary

        print_summary(outcome, Console())
    return outcome.exit_code


def _execute(job: Job, settings: Settings, no_prefect: bool, progress: Callback) -> Outcome:
    if no_prefect:
        from flows import ingest

        return ingest.run(job, settings, progress=progress)
    from flows.prefect_env import prepare

    prepare(settings)
    from flows import prefect_flow

    return prefect_flow.run(job, settings, progress=progress)
