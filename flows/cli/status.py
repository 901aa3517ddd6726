"""``fundtrail status``: how the runs went and how fresh the data is."""

from __future__ import annotations

import json as jsonlib
from datetime import UTC, datetime
from typing import Any

from rich.console import Console
from rich.table import Table

from flows import runlog
from flows.cli.output import for_json
from flows.settings import Settings, load
from warehouse.reader import open_published

_SOURCES = """
SELECT s.source_id, s.name, count(d.document_id) AS documents, max(d.published_on) AS newest_published,
       max(d.last_captured_at) AS last_captured_at,
       (SELECT count(*) FROM issue i WHERE i.source_id = s.source_id AND i.severity = 'error') AS errors,
       (SELECT count(*) FROM issue i WHERE i.source_id = s.source_id AND i.severity = 'warning') AS warnings
FROM source s LEFT JOIN document d USING (source_id) GROUP BY s.source_id, s.name
HAVING documents > 0 OR errors > 0 OR warnings > 0 ORDER BY documents DESC, s.source_id
"""


_HISTORY = """
SELECT count(DISTINCT (kind, fact_id)) AS facts, count(*) AS versions, min(said_from) AS since,
       CAST(coalesce(sum(folded), 0) AS BIGINT) AS folded
FROM fact_version
"""


def collect(settings: Settings, now: datetime) -> dict[str, Any]:
    """Return the facts of the status page."""
    runs = [
        {
            "run_id": run.run_id,
            "started_at": run.started_at,
            "finished_at": run.finished_at,
            "outcome": run.outcome if run.finished_at else "cut off or still going",
            "counts": run.counts,
            "message": run.message,
        }
        for run in runlog.read(settings.runs_dir)[-10:]
    ]
    with open_published(settings.database) as reader:
        newest = reader.value("SELECT max(last_captured_at) FROM document")
        return {
            "database": str(settings.database),
            "byte_size": settings.database.stat().st_size,
            "documents": reader.value("SELECT count(*) FROM document"),
            "sources": reader.rows(_SOURCES),
            "issues": reader.rows(
                "SELECT severity, code, count(*) AS number FROM issue GROUP BY ALL ORDER BY severity, number DESC, code"
            ),
            "newest_capture": newest,
            "days_since_capture": (now.replace(tzinfo=None) - newest).days if newest else None,
            "history": {**reader.rows(_HISTORY)[0], "days": settings.history_days},
            "runs": runs,
        }


def run(*, json: bool) -> int:
    """Print the status and return the exit code."""
    settings = load()
    facts = collect(settings, datetime.now(UTC))
    console = Console()
    if json:
        console.print_json(jsonlib.dumps(for_json(facts)))
        return 0
    console.print(
        f"{facts['database']} ({facts['byte_size']:,} bytes), {facts['documents']:,} documents",
        highlight=False,
    )
    _sources(console, facts)
    _runs(console, facts)
    for issue in facts["issues"]:
        console.print(f"  {issue['number']:>5,} {issue['severity']:<8} {issue['code']}", highlight=False)
    _history(console, facts["history"])
    days = facts["days_since_capture"]
    if days is not None and days > settings.max_age_days:
        console.print(
            f"The newest capture is {days} days old: are the scheduled runs still going?", style="bold yellow"
        )
    return 0


def _history(console: Console, history: dict[str, Any]) -> None:
    if not history["versions"]:
        return
    gone = (
        f"; {history['folded']:,} more, over {history['days']} days old and different in the number of witnesses or the"
        " headline only, are folded into those before them"
        if history["folded"]
        else ""
    )
    console.print(
        f"History since {history['since']:%Y-%m-%d}: {history['versions']:,} versions of {history['facts']:,} facts"
        f"{gone}.",
        highlight=False,
    )


def _sources(console: Console, facts: dict[str, Any]) -> None:
    table = Table(title="Sources", title_justify="left", header_style="bold")
    for name in ("source", "documents", "newest page", "last capture (UTC)", "errors", "warnings"):
        table.add_column(name, justify="right" if name in ("documents", "errors", "warnings") else "left")
    for row in facts["sources"]:
        table.add_row(
            row["name"],
            f"{row['documents']:,}",
            str(row["newest_published"] or ""),
            f"{row['last_captured_at']:%Y-%m-%d %H:%M}" if row["last_captured_at"] else "",
            str(row["errors"]),
            str(row["warnings"]),
        )
    console.print(table)


def _runs(console: Console, facts: dict[str, Any]) -> None:
    table = Table(title="Latest runs", title_justify="left", header_style="bold")
    for name in ("started (UTC)", "took", "outcome", "captured", "extracted"):
        table.add_column(name)
    for row in reversed(facts["runs"]):
        took = (
            f"{(row['finished_at'] - row['started_at']).total_seconds():.0f} s" if row["finished_at"] else ""
        )
        table.add_row(
            f"{row['started_at']:%Y-%m-%d %H:%M:%S}",
            took,
            row["outcome"] + (f": {row['message']}" if row["message"] else ""),
            str(row["counts"].get("captured", "")),
            str(row["counts"].get("extracted", "")),
        )
    console.print(table)
