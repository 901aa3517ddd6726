"""Named checks on a built file: a gate keeps it from being published, a warning only tells.

Most are SQL files in ``sql/checks/``, each of which selects the offending rows; its first line says gate or warning
and what it looks for. Keys and references are checked for every table from the schema's own declarations.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from warehouse.schema import TABLES

if TYPE_CHECKING:
    import duckdb

EXAMPLES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A query for offending rows."""

    name: str
    gate: bool
    question: str
    sql: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """What a check found: the number of offending rows and the first few as JSON text."""

    name: str
    gate: bool
    question: str
    offending: int
    examples: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return self.offending == 0


def all_checks() -> tuple[Check, ...]:
    """Return every check, by name."""
    return tuple(sorted((*_from_files(), *_from_schema()), key=lambda check: check.name))


def _from_files() -> Iterator[Check]:
    for file in resources.files("warehouse").joinpath("sql", "checks").iterdir():
        if file.name.endswith(".sql"):
            head, _, body = file.read_text(encoding="utf-8").partition("\n")
            kind, _, question = head.removeprefix("-- ").partition(": ")
            if kind not in ("gate", "warning"):
                raise ValueError(f"{file.name} does not begin with -- gate: or -- warning:")
            name = file.name.removesuffix(".sql")
            yield Check(name=name, gate=kind == "gate", question=question, sql=body)


def _from_schema() -> Iterator[Check]:
    for table in TABLES.values():
        key = ", ".join(f'"{name}"' for name in table.key)
        yield Check(
            name=f"key-{table.name}".replace("_", "-"),
            gate=True,
            question=f"Is each row of {table.name} the only one with its {', '.join(table.key)}?",
            sql=f'SELECT {key}, count(*) AS n FROM "{table.name}" GROUP BY ALL HAVING n > 1',
        )
        for column in table.columns:
            if column.of:
                other, _, target = column.of.partition(".")
                yield Check(
                    name=f"reference-{table.name}-{column.name}".replace("_", "-"),
                    gate=True,
                    question=f"Is every {column.name} of {table.name} in {other}?",
                    sql=f'SELECT t."{column.name}" FROM "{table.name}" t ANTI JOIN "{other}" o'
                    f' ON o."{target}" = t."{column.name}" WHERE t."{column.name}" IS NOT NULL',
                )


def run_on(connection: duckdb.DuckDBPyConnection) -> tuple[CheckResult, ...]:
    """Run every check on an open database."""
    return tuple(_run(connection, check) for check in all_checks())


def run_checks(database: Path) -> tuple[CheckResult, ...]:
    """Run every check on a published file, read-only."""
    import duckdb

    with duckdb.connect(str(database), read_only=True) as connection:
        return run_on(connection)


def _run(connection: duckdb.DuckDBPyConnection, check: Check) -> CheckResult:
    counted = connection.execute(f"SELECT count(*) FROM ({check.sql})").fetchall()[0][0]
    examples: tuple[str, ...] = ()
    if counted:
        cursor = connection.execute(f"SELECT * FROM ({check.sql}) LIMIT {EXAMPLES}")
        names = [column[0] for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        examples = tuple(json.dumps(row, default=str, ensure_ascii=False) for row in rows)
    return CheckResult(
        name=check.name, gate=check.gate, question=check.question, offending=counted, examples=examples
    )
