"""The SQL door: one reading statement on the published file, in a process of its own that can be killed.

A read-only connection is not enough: with external access off and the configuration locked it can still overwrite
its own database by ``COPY ... TO`` its path, and a long list function outlasts an interrupt by seconds. So the
statement must be a single SELECT that calls none of a list of functions, the child process has no file system left
once the database is open, its memory is capped, and it dies when its time is up.
"""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

#: Bytes of answer that the caller takes in before it gives up.
MOST_BYTES = 256 * 1024 * 1024
MOST_ROWS = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """An answer. ``types`` are DuckDB's names; ``truncated`` says that there were more rows than asked for."""

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool = False


class DoorError(RuntimeError):
    """The query was not answered."""


class RefusedError(DoorError):
    """The statement is not one that the door lets through; it was not run."""


class QueryFailedError(DoorError):
    """The statement was run and failed."""


class QueryTimeoutError(DoorError):
    """The time was up; the process that ran the statement was killed."""


def query(
    database: Path, sql: str, *, timeout_s: float = 30, memory_limit: str = "1GB", max_rows: int = MOST_ROWS
) -> Result:
    """Return the answer to one SELECT (DESCRIBE, SHOW and SUMMARIZE among them) on a published file.

    ``timeout_s`` counts from the start of the child process; ``memory_limit`` is in DuckDB's own words.

    Raises:
        RefusedError: not exactly one reading statement, or it calls a function that reaches out of the database.
        QueryFailedError: the database is missing, or DuckDB could not run it (its message is kept).
        QueryTimeoutError: it took longer than ``timeout_s``.
    """
    if not database.is_file():
        raise QueryFailedError(f"there is no database at {database}")
    task = json.dumps(
        {"database": str(database), "sql": sql, "memory_limit": memory_limit, "max_rows": max_rows}
    )
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "warehouse.door_child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_bare_environment(),
        cwd="/",
    ) as child:
        try:
            out, _ = _talk(child, task.encode("utf-8", errors="surrogatepass"), timeout_s)
        except subprocess.TimeoutExpired as error:
            raise QueryTimeoutError(f"the query took longer than {timeout_s:g} s and was stopped") from error
        finally:
            child.kill()
    return _answer(out)


def _bare_environment() -> dict[str, str]:
    """Return what the child needs to find this package; no secret of the caller's environment is in it."""
    here = str(Path(__file__).resolve().parent.parent)
    return {
        "PYTHONPATH": ":".join([here, *(p for p in sys.path if p.endswith("site-packages"))]),
        "LANG": "C.UTF-8",
    }


def _talk(child: subprocess.Popen[bytes], task: bytes, timeout_s: float) -> tuple[bytes, bytes]:
    return child.communicate(task, timeout=timeout_s)


def _answer(out: bytes) -> Result:
    try:
        told = pickle.loads(out)
    except (EOFError, pickle.UnpicklingError) as error:
        raise QueryFailedError("the query's process died, most likely for want of memory") from error
    if "refused" in told:
        raise RefusedError(told["refused"])
    if "failed" in told:
        raise QueryFailedError(told["failed"])
    return Result(**told)


def write_answer(stream: IO[bytes], answer: dict[str, Any]) -> None:
    """Write the child's answer for :func:`query`; one that is too large becomes a failure."""
    body = pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL)
    if len(body) > MOST_BYTES:
        body = pickle.dumps({"failed": f"the answer is larger than {MOST_BYTES // 2**20} MB"})
    stream.write(body)
    stream.flush()


def refusal_words(names: Sequence[str]) -> str:
    """Return the message that says which functions are not allowed."""
    return f"not allowed here: {', '.join(names)}"
