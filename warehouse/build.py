"""The build: a fresh DuckDB file from the parts, checked, then swapped in. The last good file stays on failure."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from extractors.model import Issue, Severity
from warehouse import fingerprint, history, load, reconcile, resolve
from warehouse.checks import CheckResult, run_on
from warehouse.corrections import apply_corrections
from warehouse.inputs import BuildInputs
from warehouse.previous import Previous
from warehouse.publish import put_in_place, wal_of
from warehouse.rows import issue_row, utc
from warehouse.schema import SCHEMA_VERSION, TABLES, comments, create_table, quoted
from warehouse.search import make_index
from warehouse.stage import part_folders
from warehouse.views import make_views

#: DuckDB's part of a build's memory; 100,000 documents need no more.
MEMORY = "2GB"
#: Read by duckdb 1.4, 1.5 and 2.0 alike.
STORAGE = "v1.4.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did. ``changed`` is false when the published file says the same already.

    ``rows`` counts the rows of each table; ``checks`` holds every check's result, failed ones too.
    """

    target: Path
    published: bool
    changed: bool
    fingerprint: str
    rows: dict[str, int]
    checks: tuple[CheckResult, ...]

    @property
    def failed_gates(self) -> tuple[CheckResult, ...]:
        return tuple(check for check in self.checks if check.gate and not check.passed)

    @property
    def warnings(self) -> tuple[CheckResult, ...]:
        return tuple(check for check in self.checks if not check.gate and not check.passed)


class BuildRefusedError(RuntimeError):
    """A gate check failed: nothing was published. ``report`` says which rows offended."""

    def __init__(self, report: BuildReport) -> None:
        names = ", ".join(f"{check.name} ({check.offending})" for check in report.failed_gates)
        super().__init__(f"not published, for these checks failed: {names}")
        self.report = report


#: Is told the name of each step of a build as it begins.
Step = Callable[[str], None]


def silent(_: str) -> None:
    """Tell nobody."""


def build(
    inputs: BuildInputs,
    *,
    parts: Path,
    target: Path,
    built_at: datetime,
    memory_limit: str = MEMORY,
    step: Step = silent,
) -> BuildReport:
    """Build ``target`` from the parts and put it in place.

    With the inputs of the published file nothing is built, and the report says ``changed=False``. ``step`` is told of
    each step as it begins: load, announcements, awards, reconcile, history, check, compare, search, write. Beyond
    ``memory_limit`` (such as ``2GB``) DuckDB puts what it works on into files beside the target.

    Raises:
        BuildRefusedError: a gate check failed; the file that was published before is untouched.
        InvariantError: a registry, source or correction is not valid.
        BlockingIOError: another build of the same target is going on.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with _alone(target):
        folders = part_folders(parts)
        given = fingerprint.of_inputs(inputs, folders)
        previous = Previous.of(target)
        if previous.info.get("inputs") == given:
            return BuildReport(
                target=target,
                published=True,
                changed=False,
                fingerprint=previous.info["content"],
                rows=previous.row_counts(),
                checks=previous.checks(),
            )
        _sweep(target)
        draft = target.parent / f".{target.stem}-{os.getpid()}.draft"
        with _opened(draft, previous, memory_limit) as connection:
            report = _fill(connection, inputs, folders, previous, target, given, built_at, step)
        if report.failed_gates:
            draft.unlink()
            raise BuildRefusedError(report)
        if previous.lost:
            os.link(target, _aside(target, built_at))
        put_in_place(draft, target)
        return report


def _sweep(target: Path) -> None:
    """Remove what killed builds left."""
    for leftover in target.parent.glob(f".{target.stem}-*.draft*"):
        if leftover.is_dir():
            shutil.rmtree(leftover)
        else:
            leftover.unlink()


@contextmanager
def _opened(draft: Path, previous: Previous, memory_limit: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a new file inside one transaction, the one published before beside it; commit, checkpoint and close it."""
    with duckdb.connect() as connection:
        connection.execute("SET enable_progress_bar = false")
        connection.execute(f"SET memory_limit = {quoted(memory_limit)}")
        connection.execute(f"SET temp_directory = {quoted(f'{draft}.spill')}")
        connection.execute(f"ATTACH {quoted(str(draft))} AS fundtrail (STORAGE_VERSION {quoted(STORAGE)})")
        if previous.path is not None:
            connection.execute(f"ATTACH {quoted(str(previous.path))} AS previous (READ_ONLY)")
        connection.execute("USE fundtrail")
        # One transaction: each statement on its own would wait for the disk.
        connection.execute("BEGIN")
        yield connection
        connection.execute("COMMIT")
        connection.execute("CHECKPOINT fundtrail")
        connection.execute("USE memory")
        connection.execute("DETACH fundtrail")
    shutil.rmtree(f"{draft}.spill", ignore_errors=True)


def _fill(
    connection: duckdb.DuckDBPyConnection,
    inputs: BuildInputs,
    folders: list[Path],
    previous: Previous,
    target: Path,
    given: str,
    built_at: datetime,
    step: Step,
) -> BuildReport:
    step("load")
    connection.execute(";\n".join(create_table(table) for table in TABLES.values()))
    load.load(connection, inputs, folders)
    if previous.lost:
        _tell_lost(connection, previous.lost, _aside(target, built_at))
    if inputs.corrections is not None:
        apply_corrections(connection, inputs.corrections)
    resolve.resolve(connection, inputs, previous, utc(built_at), step)
    step("reconcile")
    reconcile.reconcile(connection)
    step("history")
    kept = history.carry_on(connection, previous, utc(built_at), keep_days=inputs.history_days)
    step("check")
    make_views(connection)
    connection.execute(";\n".join(text for table in TABLES.values() for text in comments(table)))
    checks = run_on(connection)
    step("compare")
    content = fingerprint.of_content(connection)
    step("search")
    info = {
        "built_at": utc(built_at).isoformat(sep=" "),
        "schema_version": str(SCHEMA_VERSION),
        "inputs": given,
        "content": content,
        "search": make_index(connection),
        "history_days": "all" if inputs.history_days is None else str(inputs.history_days),
        "history_folded": str(kept.folded),
    }
    step("write")
    load.insert(connection, TABLES["build_info"], [{"name": k, "value": v} for k, v in info.items()])
    load.insert(connection, TABLES["check_result"], [_check_row(check) for check in checks])
    rows = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchall()[0][0] for name in TABLES}
    changed = previous.info.get("content") != content
    return BuildReport(
        target=target,
        published=not any(check.gate and not check.passed for check in checks),
        changed=changed,
        fingerprint=content,
        rows=rows,
        checks=checks,
    )


def _aside(target: Path, built_at: datetime) -> Path:
    """Return where a published file that nothing can be carried on from is kept."""
    return target.with_name(f"{target.stem}.unread-{utc(built_at):%Y%m%dT%H%M%S}.duckdb")


def _tell_lost(connection: duckdb.DuckDBPyConnection, lost: str, aside: Path) -> None:
    issue = Issue(
        code="history-lost",
        severity=Severity.WARNING,
        stage="build",
        message=f"the file published before could not be read ({lost}), so what it said is not carried on;"
        f" it is kept as {aside.name}",
        fragment=aside.name,
    )
    load.insert(connection, TABLES["issue"], [issue_row(issue, None)])


def _check_row(check: CheckResult) -> dict[str, object]:
    return {
        "name": check.name,
        "kind": "gate" if check.gate else "warning",
        "question": check.question,
        "offending": check.offending,
        "examples": "[" + ", ".join(check.examples) + "]",
    }


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    """Hold the lock of the target's builds. The system frees it when the process dies, however it dies."""
    lock = target.parent / f".{target.stem}.lock"
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


__all__ = ["BuildRefusedError", "BuildReport", "build", "wal_of"]
