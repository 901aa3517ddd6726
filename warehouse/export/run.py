"""The export as a whole."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warehouse.export import giving_files, package
from warehouse.export.giving import Grants, grants
from warehouse.export.place import staged
from warehouse.export.report import ExportError, ExportReport, Progress, silent
from warehouse.export.tables import closed_sources, texts_withheld, write_table
from warehouse.schema import TABLES, Table

if TYPE_CHECKING:
    import duckdb

_LICENCES = "LICENCES.md"
_SOURCES = "SELECT source_id, name, publisher, homepage, licence FROM source ORDER BY source_id"


def export(
    database: Path,
    directory: Path,
    *,
    tables: Collection[str] = (),
    force: bool = False,
    progress: Progress = silent,
) -> ExportReport:
    """Write the named tables of a published file (by default all) into a folder, and the awards as 360Giving files when
    ``award`` is among them. The folder appears whole or not at all; one that has entries needs ``force``.

    Raises:
        ExportError: there is no such table, the folder cannot be used, or the file has tables of another version.
        duckdb.Error: the file is no readable database, or no published one.
    """
    import duckdb

    chosen = _chosen(tables)
    with (
        staged(directory, force=force) as folder,
        duckdb.connect(str(database), read_only=True) as connection,
    ):
        connection.execute("SET TimeZone = 'UTC'")
        _same_version(connection, chosen)
        closed = closed_sources(connection)
        counts = {}
        for number, table in enumerate(chosen):
            progress(table.name, number, len(chosen) + 1)
            counts[table.name] = write_table(connection, table, folder, closed=closed)
        progress("360Giving", len(chosen), len(chosen) + 1)
        built_at = _built_at(connection)
        found = Grants(grants=(), excluded=())
        others: list[str] = []
        if "award" in counts:
            found = grants(connection)
            others += giving_files.write(found, folder, issued=built_at)
        sources = _sources(connection)
        (folder / _LICENCES).write_text(package.licences_page(sources), encoding="utf-8")
        others.append(_LICENCES)
        descriptor = package.describe(
            folder, tables=chosen, others=others, sources=sources, built_at=built_at
        )
        (folder / package.NAME).write_text(
            json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        withheld = texts_withheld(connection, closed)
        files = sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())
        progress("done", len(chosen) + 1, len(chosen) + 1)
    return ExportReport(
        directory=directory.expanduser().absolute(),
        tables=counts,
        grants=len(found.grants),
        excluded=dict(sorted(Counter(award["reason"] for award in found.excluded).items())),
        texts_withheld=withheld,
        files=tuple(files),
    )


def _chosen(names: Collection[str]) -> tuple[Table, ...]:
    unknown = [name for name in names if name not in TABLES]
    if unknown:
        raise ExportError(f"there is no table {', '.join(unknown)}; there are {', '.join(TABLES)}")
    return tuple(table for table in TABLES.values() if not names or table.name in names)


def _same_version(connection: duckdb.DuckDBPyConnection, tables: Iterable[Table]) -> None:
    """Refuse a file that another version of fundtrail published, whose columns are not those described here."""
    rows = connection.execute(
        "SELECT table_name, list(column_name) FROM duckdb_columns() WHERE schema_name = 'main' GROUP BY table_name"
    ).fetchall()
    held = {name: set(columns) for name, columns in rows}
    for table in tables:
        missing = {column.name for column in table.columns} - held.get(table.name, set())
        if missing:
            raise ExportError(
                f"the published file has no {', '.join(sorted(missing))} in {table.name}: another version of fundtrail"
                " made it; run `fundtrail ingest` first"
            )


def _sources(connection: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """Return the sources that documents come from, by source_id."""
    used: Iterable[tuple[str]] = connection.execute("SELECT DISTINCT source_id FROM document").fetchall()
    seen = {row[0] for row in used}
    cursor = connection.execute(_SOURCES)
    names = [column[0] for column in cursor.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return [row for row in rows if row["source_id"] in seen]


def _built_at(connection: duckdb.DuckDBPyConnection) -> str:
    """Return the time of the build, ISO 8601 in UTC: the export's own time, so that exporting twice gives the same."""
    sql = "SELECT strftime(CAST(value AS TIMESTAMP), '%Y-%m-%dT%H:%M:%SZ') FROM build_info WHERE name = 'built_at'"
    return str(connection.execute(sql).fetchall()[0][0])
