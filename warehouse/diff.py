"""What differs between two published files, and why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.schema import TABLES, Table, quoted

#: Tables about the making of a file; two builds of the same facts differ in them.
_ASIDE = frozenset({"run", "build_info", "check_result", "fact_version", "superseded", "identity"})
#: Columns that change whenever a document is merely looked at again.
_PASSING = {"document": ("last_captured_at",), "issue": ("run_id",)}
EXAMPLES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class TableDiff:
    """One table's rows that were added, removed or changed.

    ``causes`` counts those rows by why: new-document, gone-document, new-version, rule-change, correction, else
    resolution (other documents or decisions) or registry. ``examples`` are keys of a few of them.
    """

    table: str
    added: int
    removed: int
    changed: int
    causes: dict[str, int]
    examples: tuple[str, ...]


def diff(old: Path, new: Path) -> tuple[TableDiff, ...]:
    """Compare two published files table by table; tables without a difference are left out.

    Raises:
        duckdb.Error: a file is no readable database, or has not the tables of a published one.
    """
    with duckdb.connect() as connection:
        for name, file in (("old", old), ("new", new)):
            connection.execute(f"ATTACH {quoted(str(file))} AS {name} (READ_ONLY)")
        connection.execute(_DOCUMENTS)
        found = (_compare(connection, table) for table in TABLES.values() if table.name not in _ASIDE)
        return tuple(one for one in found if one.added or one.removed or one.changed)


_DOCUMENTS = """
    CREATE TEMP TABLE reason AS
    SELECT coalesce(o.document_id, n.document_id) AS document_id,
           CASE WHEN o.document_id IS NULL THEN 'new-document' WHEN n.document_id IS NULL THEN 'gone-document'
                WHEN o.text <> n.text THEN 'new-version' WHEN o.extraction_key <> n.extraction_key THEN 'rule-change'
                WHEN n.value_origin = 'correction' OR o.value_origin = 'correction' THEN 'correction' END AS cause
    FROM old.document o FULL JOIN new.document n USING (document_id)
"""
_ROWS = """
    CREATE OR REPLACE TEMP TABLE differing AS
    SELECT {key_columns},
           CASE WHEN o.told IS NULL THEN 'added' WHEN n.told IS NULL THEN 'removed' ELSE 'changed' END AS what,
           coalesce(o.document_id, n.document_id) AS document_id,
           coalesce(o.corrected, false) OR coalesce(n.corrected, false) AS corrected
    FROM ({old}) o FULL JOIN ({new}) n USING ({key})
    WHERE o.told IS DISTINCT FROM n.told
"""
_SIDE = """
    SELECT {key}, to_json({{{values}}})::VARCHAR AS told, {document} AS document_id,
           {corrected} AS corrected FROM {side}.{table}
"""
_CAUSES = """
    SELECT what, coalesce(r.cause, CASE WHEN d.corrected THEN 'correction' ELSE '{otherwise}' END) AS cause,
           count(*) AS n
    FROM differing d LEFT JOIN reason r USING (document_id) GROUP BY ALL ORDER BY ALL
"""
_EXAMPLES = "SELECT to_json({{what: what, {pairs}}})::VARCHAR FROM differing ORDER BY ALL LIMIT {limit}"


def _compare(connection: duckdb.DuckDBPyConnection, table: Table) -> TableDiff:
    key = ", ".join(f'"{name}"' for name in table.key)
    names = {column.name for column in table.columns}
    document = {"announcement": "best_document_id"}.get(table.name, "document_id")
    values = ", ".join(
        f'"{column.name}": "{column.name}"'
        for column in table.columns
        if column.name not in _PASSING.get(table.name, ())
    )
    sides = {
        side: _SIDE.format(
            key=key,
            values=values,
            document=document if document in names else "NULL::VARCHAR",
            corrected="value_origin = 'correction'" if "value_origin" in names else "false",
            side=side,
            table=table.name,
        )
        for side in ("old", "new")
    }
    connection.execute(_ROWS.format(key_columns=key, key=key, **sides))
    resolved = table.name in ("announcement", "announcement_member", "award", "document_pair", "money_line",
                              "reconciliation", "document", "award_claim")  # fmt: skip
    rows = connection.execute(_CAUSES.format(otherwise="resolution" if resolved else "registry")).fetchall()
    counts = {"added": 0, "removed": 0, "changed": 0}
    causes: dict[str, int] = {}
    for what, cause, number in rows:
        counts[what] += number
        causes[cause] = causes.get(cause, 0) + number
    pairs = ", ".join(f'"{name}": "{name}"' for name in table.key)
    examples = connection.execute(_EXAMPLES.format(pairs=pairs, limit=EXAMPLES)).fetchall()
    return TableDiff(table=table.name, causes=causes, examples=tuple(row[0] for row in examples), **counts)
