"""One run from inputs to the published file: the order of the stages, whoever executes them.

:func:`run` is the whole of it. ``steps`` says how a stage is executed: :data:`PLAIN` calls the functions of
:mod:`flows.stages` and :mod:`flows.publish` themselves; :mod:`flows.prefect_flow` gives the same functions
as Prefect tasks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from extractors import versions
from extractors.model import Issue, Severity
from flows import publish, runlog, stages
from flows.settings import Settings
from flows.sources import fetch_sources
from flows.sources_job import Pull
from flows.stages import Progress, silent


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The stages as callables of the signatures of their plain functions."""

    capture: Callable[..., stages.Captured]
    fetch: Callable[..., stages.Captured]
    extract: Callable[..., Path | None]
    publish: Callable[..., publish.Published]


PLAIN = Steps(
    capture=stages.capture_paths, fetch=fetch_sources, extract=stages.extract_batch, publish=publish.publish
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What one run is asked to do."""

    paths: tuple[Path, ...]
    source_id: str = stages.LOCAL_SOURCE
    command: str = "ingest"
    pulls: tuple[Pull, ...] = ()

    def parameters(self) -> dict[str, Any]:
        """Return the job in what JSON can hold."""
        return {
            **asdict(self),
            "paths": [str(path) for path in self.paths],
            "pulls": [p.parameters() for p in self.pulls],
        }

    @classmethod
    def of(cls, parameters: dict[str, Any]) -> Job:
        """Return the job of :meth:`parameters`."""
        return cls(
            **{
                **parameters,
                "paths": tuple(map(Path, parameters["paths"])),
                "pulls": tuple(map(Pull.of, parameters["pulls"])),
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a run ended. ``outcome`` is ``published``, ``unchanged`` or ``failed``; ``exit_code`` 0, 3 or 1."""

    run_id: str
    outcome: str
    database: Path
    counts: dict[str, int] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    message: str = ""

    @property
    def exit_code(self) -> int:
        if self.outcome == "failed":
            return 1
        return 3 if any(issue.severity is Severity.ERROR for issue in self.issues) else 0


def now() -> datetime:
    return datetime.now(UTC)


def run(job: Job, settings: Settings, *, steps: Steps = PLAIN, progress: Progress = silent) -> Outcome:
    """Capture, extract and publish. The caller holds the home's lock (:func:`flows.lock.exclusive`).

    A stage that breaks ends the run with outcome ``failed`` and its message in the run log; what was
    captured and staged until then is kept and is not done again.
    """
    started = now()
    record = runlog.begin(settings.runs_dir, command=job.command, now=started)
    counts: dict[str, int] = {}
    issues: list[Issue] = []
    try:
        counts, issues, published = _stages(job, settings, record.run_id, started, steps, progress)
    except Exception as error:
        runlog.end(
            settings.runs_dir,
            record,
            now=now(),
            outcome="failed",
            counts=counts,
            issues=issues,
            message=f"{type(error).__name__}: {error}",
        )
        raise
    outcome = Outcome(
        run_id=record.run_id,
        outcome=published.outcome,
        database=settings.database,
        counts=counts,
        issues=tuple(issues),
        message=published.message,
    )
    runlog.end(
        settings.runs_dir,
        record,
        now=now(),
        outcome=outcome.outcome,
        counts=counts,
        issues=issues,
        message=outcome.message,
    )
    return outcome


def _stages(
    job: Job, settings: Settings, run_id: str, started: datetime, steps: Steps, progress: Progress
) -> tuple[dict[str, int], list[Issue], publish.Published]:
    captured = _captured(job, settings, started, steps, progress)
    key = versions.extraction_key()
    stages.tidy(settings.parts_dir)
    worklists = stages.plan(
        raw_dir=settings.raw_dir,
        parts_dir=settings.parts_dir,
        work_dir=settings.work_dir,
        extraction_key=key,
        batch_size=settings.batch_size,
    )
    extracted = _extract(worklists, settings, run_id, key, steps, progress)
    published = steps.publish(
        settings=settings,
        run_id=run_id,
        started=started,
        issues=captured.issues,
        seen=captured.seen,
        progress=progress,
    )
    counts = {
        "captured": captured.new,
        "unchanged": captured.unchanged,
        "extracted": extracted,
        **published.counts,
    }
    return counts, [*captured.issues, *published.failures], published


def _captured(
    job: Job, settings: Settings, started: datetime, steps: Steps, progress: Progress
) -> stages.Captured:
    """Capture what the job names: files, sources, or both."""
    done = []
    if job.paths:
        done.append(
            steps.capture(
                list(job.paths),
                raw_dir=settings.raw_dir,
                work_dir=settings.work_dir,
                source_id=job.source_id,
                now=started,
                progress=progress,
            )
        )
    if job.pulls:
        done.append(steps.fetch(list(job.pulls), settings=settings, now=started, progress=progress))
    return stages.joined(done, settings.work_dir)


def _extract(
    worklists: Sequence[Path], settings: Settings, run_id: str, key: str, steps: Steps, progress: Progress
) -> int:
    total = sum(len(stages.read_worklist(worklist)) for worklist in worklists)
    done = 0
    for worklist in worklists:
        size = len(stages.read_worklist(worklist))
        before = done

        def of_all(stage: str, number: int, _: int, before: int = before) -> None:
            progress(stage, before + number, total)

        steps.extract(
            worklist,
            raw_dir=settings.raw_dir,
            parts_dir=settings.parts_dir,
            extraction_key=key,
            run_id=run_id,
            workers=settings.workers,
            progress=of_all,
        )
        done += size
    return done


def as_json(outcome: Outcome) -> dict[str, Any]:
    """Return the outcome for machines."""
    return {
        "run_id": outcome.run_id,
        "outcome": outcome.outcome,
        "database": str(outcome.database),
        "counts": outcome.counts,
        "message": outcome.message,
        "issues": [
            {
                "code": i.code,
                "severity": i.severity.value,
                "stage": i.stage,
                "url": i.url,
                "message": i.message,
            }
            for i in outcome.issues
        ],
    }
