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

    ``causes`` counts those rows by why: new-document, gone-document, new-version, rule-change or correction, of the
    row's own document or of one that tells of its award or announcement; else resolution (other decisions of the
    build) or registry. ``examples`` are keys of a few of them.
    """

    table: str
    added: int
    removed: int
    changed: int
    causes: dict[str, int]
    examples: tuple[str, ...]


def diff(old: Path, new: Path) -> tuple[TableDiff, ...]:
    """Compare two published files table by table; tables without a difference are left out.

    Files of two releases are compared in the tables and columns that both have.

    Raises:
        duckdb.Error: a file is no readable database, or has no documents, claims or members.
    """
    with duckdb.connect() as connection:
        for name, file in (("old", old), ("new", new)):
            connection.execute(f"ATTACH {quoted(str(file))} AS {name} (READ_ONLY)")
        connection.execute(_REASONS)
        both = _columns_of_both(connection)
        found = (
            _compare(connection, table, both[table.name])
            for table in TABLES.values()
            if table.name not in _ASIDE and set(table.key) <= both.get(table.name, set())
        )
        return tuple(one for one in found if one.added or one.removed or one.changed)


#: Why a document differs, and why what it tells of may: of several causes the first in this order.
_REASONS = """
    CREATE TEMP TABLE own AS
    SELECT coalesce(o.document_id, n.document_id) AS id,
           CASE WHEN o.document_id IS NULL THEN 1 WHEN n.document_id IS NULL THEN 2 WHEN o.text <> n.text THEN 3
                WHEN o.extraction_key <> n.extraction_key THEN 4
                WHEN n.value_origin = 'correction' OR o.value_origin = 'correction' THEN 5 END AS rank
    FROM old.document o FULL JOIN new.document n USING (document_id);
    CREATE TEMP TABLE reason AS
    WITH told AS (
        SELECT 'document' AS kind, id, id AS document_id FROM own
        UNION ALL SELECT 'award', award_id, document_id FROM old.award_claim
        UNION ALL SELECT 'award', award_id, document_id FROM new.award_claim
        UNION ALL SELECT 'announcement', announcement_id, document_id FROM old.announcement_member
        UNION ALL SELECT 'announcement', announcement_id, document_id FROM new.announcement_member
    )
    SELECT t.kind, t.id,
           ['new-document', 'gone-document', 'new-version', 'rule-change', 'correction'][min(rank)] AS cause
    FROM told t JOIN own ON own.id = t.document_id WHERE rank IS NOT NULL GROUP BY t.kind, t.id
"""
#: Columns by which a row finds its cause, the nearest first, and the kind of thing that each names.
_LEADS = {
    "document_id": "document",
    "document_a": "document",
    "document_b": "document",
    "award_id": "award",
    "announcement_id": "announcement",
}
_ROWS = """
    CREATE OR REPLACE TEMP TABLE differing AS
    SELECT {key_columns},
           CASE WHEN o.told IS NULL THEN 'added' WHEN n.told IS NULL THEN 'removed' ELSE 'changed' END AS what,
           list_concat(n.leads, o.leads) AS leads,
           coalesce(o.corrected, false) OR coalesce(n.corrected, false) AS corrected
    FROM ({old}) o FULL JOIN ({new}) n USING ({key})
    WHERE o.told IS DISTINCT FROM n.told
"""
_SIDE = """
    SELECT {key}, to_json({{{values}}})::VARCHAR AS told, [{leads}]::STRUCT(kind VARCHAR, id VARCHAR)[] AS leads,
           {corrected} AS corrected FROM {side}.{table}
"""
_CAUSES = """
    WITH led AS (
        SELECT rowid AS row_no, unnest(leads) AS lead, generate_subscripts(leads, 1) AS place FROM differing
    ), nearest AS (
        SELECT row_no, arg_min(r.cause, place) AS cause
        FROM led JOIN reason r ON r.kind = lead.kind AND r.id = lead.id GROUP BY row_no
    )
    SELECT what, coalesce(n.cause, CASE WHEN d.corrected THEN 'correction' ELSE '{otherwise}' END) AS cause,
           count(*) AS n
    FROM differing d LEFT JOIN nearest n ON n.row_no = d.rowid GROUP BY ALL ORDER BY ALL
"""
_EXAMPLES = "SELECT to_json({{what: what, {pairs}}})::VARCHAR FROM differing ORDER BY ALL LIMIT {limit}"


def _columns_of_both(connection: duckdb.DuckDBPyConnection) -> dict[str, set[str]]:
    rows = connection.execute(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE database_name IN ('old', 'new')"
        " AND schema_name = 'main' GROUP BY ALL HAVING count(*) = 2"
    ).fetchall()
    found: dict[str, set[str]] = {}
    for table, column in rows:
        found.setdefault(table, set()).add(column)
    return found


def _compare(connection: duckdb.DuckDBPyConnection, table: Table, names: set[str]) -> TableDiff:
    key = ", ".join(f'"{name}"' for name in table.key)
    values = ", ".join(
        f'"{column.name}": "{column.name}"'
        for column in table.columns
        if column.name in names and column.name not in _PASSING.get(table.name, ())
    )
    leads = [f"{{kind: '{kind}', id: {name}}}" for name, kind in _LEADS.items() if name in names]
    sides = {
        side: _SIDE.format(
            key=key,
            values=values,
            leads=", ".join(leads),
            corrected="value_origin = 'correction'" if "value_origin" in names else "false",
            side=side,
            table=table.name,
        )
        for side in ("old", "new")
    }
    connection.execute(_ROWS.format(key_columns=key, key=key, **sides))
    rows = connection.execute(_CAUSES.format(otherwise="resolution" if leads else "registry")).fetchall()
    counts = {"added": 0, "removed": 0, "changed": 0}
    causes: dict[str, int] = {}
    for what, cause, number in rows:
        counts[what] += number
        causes[cause] = causes.get(cause, 0) + number
    pairs = ", ".join(f'"{name}": "{name}"' for name in table.key)
    examples = connection.execute(_EXAMPLES.format(pairs=pairs, limit=EXAMPLES)).fetchall()
    return TableDiff(table=table.name, causes=causes, examples=tuple(row[0] for row in examples), **counts)
