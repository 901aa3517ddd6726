"""Tables as Parquet (exact) and as CSV (safe to open in a spreadsheet program)."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from warehouse.export.licences import open_licence
from warehouse.export.safe_cells import safe_sql
from warehouse.schema import Table, quoted
from warehouse.schema.columns import BIGS, TEXT, TEXTS, TIME, Column

if TYPE_CHECKING:
    import duckdb

#: Columns that hold whole texts: null where the source's licence is not known to be open.
WHOLE_TEXTS = {"document": "text", "document_version": "text"}


def closed_sources(connection: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    """Return the ids of the sources whose whole texts must not be copied."""
    rows = connection.execute("SELECT source_id, licence FROM source ORDER BY source_id").fetchall()
    return tuple(source_id for source_id, licence in rows if open_licence(licence) is None)


def texts_withheld(connection: duckdb.DuckDBPyConnection, closed: Collection[str]) -> int:
    """Return the number of documents whose text an export leaves out."""
    sql = f"SELECT count(*) FROM document WHERE source_id IN {_list(closed)}"
    return int(connection.execute(sql).fetchall()[0][0])


def write_table(
    connection: duckdb.DuckDBPyConnection, table: Table, folder: Path, *, closed: Collection[str]
) -> int:
    """Write ``csv/<table>.csv`` and ``parquet/<table>.parquet`` below a folder and return the number of rows.

    Rows are in the order of the table's key. In the CSV a null is an empty field and an empty text ``""``; lists are
    JSON; texts that a spreadsheet program may run begin with an apostrophe. The Parquet file has every value as it is.
    """
    for name in ("csv", "parquet"):
        (folder / name).mkdir(exist_ok=True)
    values = {column.name: _value(table, column, closed) for column in table.columns}
    order = ", ".join(f'"{name}"' for name in table.key)
    exact = ", ".join(f'{value} AS "{name}"' for name, value in values.items())
    shown = ", ".join(f'{_cell(column, values[column.name])} AS "{column.name}"' for column in table.columns)
    parquet = folder / "parquet" / f"{table.name}.parquet"
    connection.execute(
        f'COPY (SELECT {exact} FROM "{table.name}" ORDER BY {order}) TO {quoted(str(parquet))}'
        " (FORMAT parquet, COMPRESSION zstd)"
    )
    file = folder / "csv" / f"{table.name}.csv"
    # Sorting happens inside: a cell's text must not decide the order of rows.
    connection.execute(
        f'COPY (SELECT {shown} FROM (SELECT * FROM "{table.name}" ORDER BY {order})) TO {quoted(str(file))}'
        " (FORMAT csv, HEADER, NULLSTR '')"
    )
    return int(connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchall()[0][0])


def _value(table: Table, column: Column, closed: Collection[str]) -> str:
    name = f'"{column.name}"'
    if WHOLE_TEXTS.get(table.name) != column.name:
        return name
    documents = f"SELECT document_id FROM document WHERE source_id IN {_list(closed)}"
    return f"CASE WHEN document_id IN ({documents}) THEN NULL ELSE {name} END"


def _cell(column: Column, value: str) -> str:
    if column.type == TEXT:
        return safe_sql(value)
    if column.type in (TEXTS, BIGS):
        return f"CAST(to_json({value}) AS VARCHAR)"
    if column.type == TIME:
        return f"strftime({value}, '%Y-%m-%dT%H:%M:%S.%fZ')"
    return value


def _list(names: Collection[str]) -> str:
    return "(" + ", ".join([*map(quoted, sorted(names)), "NULL"]) + ")"
