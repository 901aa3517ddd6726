"""From parts, registries and observations to the tables that do not need resolution."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.model import InvariantError
from warehouse.compact import files_of
from warehouse.inputs import BuildInputs, Row
from warehouse.rows import capture_row, issue_row, utc
from warehouse.schema import TABLES, Table, arrow_schema
from warehouse.schema.columns import BIG, DAY, TEXTS, WHOLE, Column
from warehouse.stage import STAGED, staged_columns

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

#: Staged tables whose rows are taken over as they are, from the present reading of each document.
_PLAIN = ("document_change", "block", "table_cell", "money_mention", "pcc_mention", "programme_mention",
          "count_mention", "cue", "award_claim")  # fmt: skip
_BUILT_DEFAULTS = {"value_origin": "'rule'"}


def script(name: str) -> str:
    """Return the text of one of the package's SQL files."""
    return resources.files("warehouse").joinpath("sql", name).read_text(encoding="utf-8")


def run_script(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: Mapping[str, str] | None = None
) -> None:
    """Run the statements of a script. ``$name`` stands for a ready-made piece of SQL of ``parameters``."""
    for name, value in (parameters or {}).items():
        sql = sql.replace(f"${name}", value)
    connection.execute(sql)


def load(connection: duckdb.DuckDBPyConnection, inputs: BuildInputs, parts: Sequence[Path]) -> None:
    """Fill every table that is not resolved across documents.

    Raises:
        InvariantError: a row of a registry or source does not fit its table.
    """
    for name in ("police_area", "office", "commissioner", "programme"):
        if name not in inputs.registries:
            raise InvariantError(f"the registries have no {name}")
        insert(connection, TABLES[name], typed_rows(TABLES[name], inputs.registries[name]))
    insert(connection, TABLES["source"], typed_rows(TABLES["source"], inputs.sources))
    insert(connection, TABLES["population"], typed_rows(TABLES["population"], population_rows()))
    insert(connection, TABLES["run"], _run_rows(inputs))
    captures = arrow_rows(_given_capture_columns(), [capture_row(c) for c in inputs.captures])
    issues = arrow_rows(TABLES["issue"].columns, [issue_row(issue, run) for run, issue in inputs.issues])
    connection.register("given_capture", captures)
    connection.register("given_issue", issues)
    try:
        with_parts(connection, parts, inputs.extraction_key)
    finally:
        connection.unregister("given_capture")
        connection.unregister("given_issue")
    run_script(connection, script("candidates.sql"))


def with_parts(
    connection: duckdb.DuckDBPyConnection, parts: Sequence[Path], extraction_key: str | None
) -> None:
    """Load what the parts hold; with no part at all, of empty tables of the same shape."""
    from warehouse.schema import quoted

    files: dict[str, str] = {}
    for table in STAGED:
        if parts:
            files[f"{table.name}_files"] = files_of(list(parts), table.name)
    parameters = {**files, "extraction_key": quoted(extraction_key) if extraction_key else "NULL::VARCHAR"}
    sql = script("load.sql")
    if not parts:
        for table in STAGED:
            empty = arrow_rows(staged_columns(table), [])
            connection.register(f"empty_{table.name}", empty)
            sql = sql.replace(f"read_parquet(${table.name}_files)", f"empty_{table.name}")
    run_script(connection, sql, parameters)
    for name in _PLAIN:
        source = f"read_parquet({files[f'{name}_files']})" if parts else f"empty_{name}"
        connection.execute(_take_over(TABLES[name], source))


def _take_over(table: Table, source: str) -> str:
    built = [f"{_BUILT_DEFAULTS.get(c.name, 'NULL')} AS {c.name}" for c in table.columns if c.built]
    own = [f"s.{column.name}" for column in table.given]
    return (
        f"INSERT INTO {table.name} BY NAME SELECT {', '.join(own + built)} FROM {source} s"
        f" JOIN present USING (part_id, extraction_id) ORDER BY {', '.join('s.' + name for name in table.key)}"
    )


def _given_capture_columns() -> tuple[Column, ...]:
    names = ("document_id", "is_current", "outcome")
    return tuple(column for column in TABLES["capture"].columns if column.name not in names)


def _run_rows(inputs: BuildInputs) -> list[dict[str, Any]]:
    return [
        {
            "run_id": run.run_id,
            "started_at": utc(run.started_at),
            "finished_at": None if run.finished_at is None else utc(run.finished_at),
            "counts": json.dumps(dict(run.counts), sort_keys=True),
            "outcome": run.outcome,
        }
        for run in inputs.runs
    ]


def arrow_rows(columns: Sequence[Column], rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Return rows as an Arrow table with exactly these columns."""
    import pyarrow as pa

    return pa.Table.from_pylist(list(rows), schema=arrow_schema(tuple(columns)))


def insert(connection: duckdb.DuckDBPyConnection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, ordered by key, through Arrow."""
    _insert(connection, table, arrow_rows(table.columns, rows))


def insert_columns(
    connection: duckdb.DuckDBPyConnection, table: Table, columns: Mapping[str, Sequence[Any]]
) -> None:
    """Insert rows given column by column, ordered by key: for many rows, of which dicts would be large."""
    import pyarrow as pa

    _insert(connection, table, pa.table(dict(columns), schema=arrow_schema(table.columns)))


def _insert(connection: duckdb.DuckDBPyConnection, table: Table, arrow: pa.Table) -> None:
    connection.register("given_rows", arrow)
    try:
        order = ", ".join(f'"{name}"' for name in table.key)
        connection.execute(f'INSERT INTO "{table.name}" BY NAME SELECT * FROM given_rows ORDER BY {order}')
    finally:
        connection.unregister("given_rows")


def typed_rows(table: Table, rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Return rows of text, as a CSV has them, with the table's types.

    Raises:
        InvariantError: a column is unknown, a required one is empty, or a value does not fit its type.
    """
    columns = {column.name: column for column in table.columns}
    typed = []
    for number, row in enumerate(rows, start=1):
        if unknown := sorted(set(row) - set(columns)):
            raise InvariantError(f"{table.name}, row {number}: unknown columns {', '.join(unknown)}")
        values = {
            name: _typed(column, row.get(name), f"{table.name}, row {number}")
            for name, column in columns.items()
        }
        typed.append(values)
    return typed


def _typed(column: Column, value: Any, place: str) -> Any:
    if column.built:
        return "known"
    if column.type == TEXTS:
        return [part for part in value.split("|") if part] if isinstance(value, str) else list(value or ())
    if value is None or value == "":
        if not column.nullable:
            raise InvariantError(f"{place}: {column.name} is empty")
        return None
    try:
        if column.type == DAY and isinstance(value, str):
            return date.fromisoformat(value)
        return int(value) if column.type in (WHOLE, BIG) else value
    except ValueError as error:
        raise InvariantError(f"{place}: {column.name} {value!r} is no {column.type}") from error


def population_rows() -> list[dict[str, str]]:
    """Return the rows of the package's own table of mid-year populations."""
    import csv

    text = resources.files("warehouse").joinpath("population.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
