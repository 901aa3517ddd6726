"""The last stage: everything staged becomes the published file, or the last good one stays."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from extractors import registry, versions
from extractors.model import Capture, Issue, Severity
from extractors.sources import all_sources
from flows import runlog
from flows.settings import Settings
from flows.sources import superseded
from flows.sources_state import read_cursors
from flows.stages import Progress, silent
from raw.store import Store, latest
from warehouse.build import BuildRefusedError, build
from warehouse.compact import compact
from warehouse.inputs import BuildInputs, RunRow
from warehouse.reader import open_published

#: More parts than these are merged into one: a build's time grows with their number.
MOST_PARTS = 32
#: What of a source's declaration is published.
_SOURCE_COLUMNS = ("source_id", "name", "publisher", "kind", "homepage", "licence", "publisher_rank")


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """``outcome`` is ``published``, ``unchanged`` or ``failed``. ``failures`` are the errors of the pages that this run
    looked at. ``message`` says why a build was refused."""

    outcome: str
    counts: Mapping[str, int] = field(default_factory=dict)
    failures: tuple[Issue, ...] = ()
    message: str = ""


def publish(
    *,
    settings: Settings,
    run_id: str,
    started: datetime,
    issues: Sequence[Issue],
    seen: Path,
    progress: Progress = silent,
) -> Published:
    """Build the published file from all parts, unless it would come out the same.

    The caller holds the home's lock, so that nobody else writes parts. A build whose checks fail leaves the last good
    file in place and ends as ``failed``.
    """
    progress("publish", 0, 1)
    compact(settings.parts_dir, max_parts=MOST_PARTS)
    captures, manifest_issues = Store(settings.raw_dir).captures()
    own = [*issues, *manifest_issues]
    open_issues = _open_issues(settings, run_id, own, captures)
    inputs = BuildInputs(
        registries=registry.rows(),
        sources=[source.row() for source in all_sources()],
        extraction_key=versions.extraction_key(),
        captures=captures,
        runs=[_run_row(run) for run in runlog.read(settings.runs_dir)],
        issues=open_issues,
        corrections=settings.corrections_dir if settings.corrections_dir.is_dir() else None,
        history_days=settings.history_days,
    )
    try:
        report = build(
            inputs,
            parts=settings.parts_dir,
            target=settings.database,
            built_at=started,
            memory_limit=settings.build_memory,
        )
    except BuildRefusedError as error:
        return Published(outcome="failed", message=str(error))
    progress("publish", 1, 1)
    with open_published(settings.database) as reader:
        counts = {
            "documents": reader.value("SELECT count(*) FROM document"),
            "money_mentions": reader.value("SELECT count(*) FROM money_mention"),
            "pcc_mentions": reader.value("SELECT count(*) FROM pcc_mention"),
            "programme_mentions": reader.value("SELECT count(*) FROM programme_mention"),
            "award_claims": reader.value("SELECT count(*) FROM award_claim"),
            "awards": reader.value("SELECT count(*) FROM award"),
        }
        rows = reader.rows(
            "SELECT code, severity, stage, message, source_id, url, fragment FROM issue"
            " WHERE severity = 'error' AND stage <> 'capture' ORDER BY url, code"
        )
    urls = set(json.loads(seen.read_text(encoding="utf-8")))
    failures = tuple(
        Issue(**{**row, "severity": Severity(row["severity"])}) for row in rows if row["url"] in urls
    )
    return Published(outcome="published" if report.changed else "unchanged", counts=counts, failures=failures)


def _run_row(run: runlog.Run) -> RunRow:
    return RunRow(
        run_id=run.run_id,
        started_at=run.started_at,
        finished_at=run.finished_at,
        outcome=run.outcome,
        counts=run.counts,
    )


def _open_issues(
    settings: Settings, run_id: str, own: Iterable[Issue], captures: Iterable[Capture]
) -> list[tuple[str, Issue]]:
    """Return the capture issues that still stand: this run's, and earlier ones whose URL was not captured since."""
    captured_at = {url: capture.captured_at for (_, url), capture in latest(captures).items()}
    cursors = read_cursors(settings.raw_dir)
    own = list(own)
    again = {_place(issue) for issue in own}
    standing: dict[tuple[str | None, ...], tuple[str, Issue]] = {}
    for run in runlog.read(settings.runs_dir):
        for issue in run.issues:
            if issue.stage not in ("capture", "discover"):
                continue
            if superseded(issue, run.started_at, cursors) and _place(issue) not in again:
                continue
            since = captured_at.get(issue.url or "")
            if since is None or since < run.started_at:
                standing.setdefault(_place(issue), (run.run_id, issue))
    for issue in own:
        standing.setdefault(_place(issue), (run_id, issue))
    return list(standing.values())


def _place(issue: Issue) -> tuple[str, str | None, str | None, str | None]:
    return issue.code, issue.source_id, issue.url, issue.fragment
