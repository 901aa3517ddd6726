"""The run log: one JSON file a run, written when it starts and again when it ends.

A run whose file has no ``finished_at`` was cut off (or is still going); nothing else needs to be repaired
after it, for captures, parts and the published file are each complete or invisible.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from extractors.model import Issue, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """``outcome`` is ``running``, ``published``, ``unchanged`` or ``failed``; ``counts`` are numbers by name."""

    run_id: str
    started_at: datetime
    finished_at: datetime | None = None
    outcome: str = "running"
    command: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    message: str = ""


def begin(directory: Path, *, command: str, now: datetime) -> Run:
    """Write and return the record of a run that starts ``now``."""
    run_id = f"{now.astimezone(UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"
    run = Run(run_id=run_id, started_at=now, command=command)
    _write(directory, run)
    return run


def end(
    directory: Path,
    run: Run,
    *,
    now: datetime,
    outcome: str,
    counts: dict[str, int],
    issues: Iterable[Issue] = (),
    message: str = "",
) -> Run:
    """Write and return the final record of ``run``."""
    done = replace(
        run, finished_at=now, outcome=outcome, counts=dict(counts), issues=tuple(issues), message=message
    )
    _write(directory, done)
    return done


def _write(directory: Path, run: Run) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    record = asdict(run)
    record["started_at"] = run.started_at.isoformat()
    record["finished_at"] = run.finished_at.isoformat() if run.finished_at else None
    target = directory / f"{run.run_id}.json"
    part = target.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        json.dump(record, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    part.replace(target)


def _issue(record: dict[str, Any]) -> Issue:
    return Issue(**{**record, "severity": Severity(record["severity"])})


def read(directory: Path) -> list[Run]:
    """Return all runs, oldest first.

    Raises:
        ValueError: a run's file isn't one (they are written whole, so somebody else wrote it).
    """
    runs = []
    for path in sorted(directory.glob("*.json")):
        try:
            record = json.loads(path.read_text(encoding="utf-8"))
            runs.append(
                Run(
                    run_id=record["run_id"],
                    started_at=datetime.fromisoformat(record["started_at"]),
                    finished_at=datetime.fromisoformat(record["finished_at"])
                    if record["finished_at"]
                    else None,
                    outcome=record["outcome"],
                    command=record["command"],
                    counts=record["counts"],
                    issues=tuple(_issue(issue) for issue in record["issues"]),
                    message=record["message"],
                )
            )
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{path} is no run record ({error}); move it away") from error
    return runs
