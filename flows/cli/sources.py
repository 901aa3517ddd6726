"""``fundtrail sources`` and ``fundtrail sources check``."""

from __future__ import annotations

import json as jsonlib
from dataclasses import asdict
from datetime import UTC, datetime

from rich.console import Console
from rich.table import Table

from flows.cli.errors import CommandError
from flows.settings import load
from flows.sources_health import Health, check, health

_STYLES = {
    "healthy": "green",
    "failing": "bold red",
    "late": "yellow",
    "unfinished": "yellow",
    "never run": "dim",
}


def run(*, json: bool) -> int:
    """Print every source with its health and return the exit code."""
    states = health(load(), datetime.now(UTC))
    if json:
        print(jsonlib.dumps([_record(one) for one in states], ensure_ascii=False, indent=1))  # noqa: T201
        return 0
    table = Table(title="Sources", title_justify="left", header_style="bold")
    for name in ("source", "state", "documents", "last capture (UTC)", "schedule (London)"):
        table.add_column(name, justify="right" if name == "documents" else "left", no_wrap=name == "source")
    for one in states:
        state = one.state + (f": {one.problem}" if one.problem else "")
        table.add_row(
            one.source.source_id,
            f"[{_STYLES[one.state]}]{state}[/]",
            f"{one.documents:,}",
            f"{one.last_capture:%Y-%m-%d %H:%M}" if one.last_capture else "",
            one.source.schedule or "on demand",
        )
    console = Console()
    console.print(table)
    console.print(
        "`fundtrail sources check SOURCE` looks at the live site and keeps nothing.",
        style="dim",
        markup=False,
    )
    return 0


def _record(one: Health) -> dict[str, object]:
    return {
        "source_id": one.source.source_id,
        "publisher": one.source.publisher,
        "kind": one.source.kind,
        "homepage": one.source.homepage,
        "schedule": one.source.schedule,
        "state": one.state,
        "problem": one.problem,
        "documents": one.documents,
        "listed": one.listed,
        "last_capture": one.last_capture.isoformat() if one.last_capture else None,
        "finished_at": one.finished_at.isoformat() if one.finished_at else None,
    }


def run_check(source_id: str, *, json: bool) -> int:
    """Look at the live site, print what was seen and return 0 when it is as expected, else 1.

    Raises:
        CommandError: there is no such source.
    """
    try:
        seen = check(source_id, load(), datetime.now(UTC))
    except KeyError as error:
        raise CommandError(f"no source has the id {source_id!r}; `fundtrail sources` lists them") from error
    if json:
        print(jsonlib.dumps(asdict(seen), ensure_ascii=False, indent=1))  # noqa: T201
        return 1 if seen.problems else 0
    console = Console()
    console.print(
        f"{source_id}: found by {seen.way or 'no way'}, {seen.listed} documents on the first pages",
        highlight=False,
    )
    if seen.newest_url:
        facts = (
            f"{seen.published_on or 'no date'} · {seen.title or 'no title'} · {seen.characters:,} characters"
        )
        console.print(
            f"newest: {seen.newest_url}\n        {facts}", markup=False, highlight=False, soft_wrap=True
        )
    for problem in seen.problems:
        console.print(f"problem: {problem}", style="bold red", markup=False, highlight=False, soft_wrap=True)
    console.print("as expected" if not seen.problems else "not as expected", style="bold")
    return 1 if seen.problems else 0
