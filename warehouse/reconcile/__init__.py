"""Reconciliation: every stated figure that can be checked, against what comes out of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from warehouse.load import insert
from warehouse.reconcile.figures import Figure, Finding, Known, Sheet, TableRow
from warehouse.reconcile.sums import cumulative_vs_known, parts_vs_total, rate_times_term
from warehouse.reconcile.tables import bids_vs_stated, rows_vs_recipients, rows_vs_total
from warehouse.rounding import Reach
from warehouse.schema import TABLES

if TYPE_CHECKING:
    import duckdb

_DOCUMENTS = """
    CREATE TEMP TABLE checkable AS
    SELECT document_id FROM award_claim WHERE method = 'table' GROUP BY 1 HAVING count(*) >= 2
    UNION SELECT document_id FROM money_mention WHERE role = 'part' GROUP BY 1 HAVING count(*) >= 2
    UNION SELECT document_id FROM money_mention WHERE per IS NOT NULL AND term_years IS NOT NULL
    UNION SELECT document_id FROM money_mention WHERE role = 'cumulative'
"""
_SHEETS = """
    SELECT d.document_id, d.announcement_id, a.announced_on, a.programme_id
    FROM document d JOIN announcement a USING (announcement_id) SEMI JOIN checkable USING (document_id)
    ORDER BY d.document_id
"""
_MONEY = """
    SELECT document_id, mention_id, text, sentence, start_char, end_char,
           CAST((amount_low + amount_high) / 2 AS DECIMAL(18,2)), reach_low, reach_high, role, currency, per,
           term_years, table_no
    FROM money_mention SEMI JOIN checkable USING (document_id)
    WHERE role IN ('total', 'part', 'cumulative') OR (per IS NOT NULL AND term_years IS NOT NULL)
    ORDER BY document_id, start_char
"""
_ROWS = """
    SELECT document_id, claim_id, coalesce(area_id, recipient), quote, start_char, end_char,
           CAST((amount_low + amount_high) / 2 AS DECIMAL(18,2)), currency, coalesce(table_no, 0), bids
    FROM award_claim SEMI JOIN checkable USING (document_id)
    WHERE method = 'table' AND per IS NULL ORDER BY document_id, start_char, claim_id
"""
_COUNTS = """
    SELECT document_id, unit, mention_id, text, sentence, start_char, end_char, "count"
    FROM count_mention SEMI JOIN checkable USING (document_id) ORDER BY document_id, start_char
"""
_KNOWN = """
    SELECT programme_id, announcement_id, announced_on,
           CAST((total_low + total_high) / 2 AS DECIMAL(18,2))
    FROM announcement
    WHERE programme_id IS NOT NULL AND total_low IS NOT NULL AND announced_on IS NOT NULL AND currency = 'GBP'
    ORDER BY announced_on, announcement_id
"""
_KINDS = (
    rows_vs_total,
    rows_vs_recipients,
    bids_vs_stated,
    parts_vs_total,
    rate_times_term,
    cumulative_vs_known,
)


def reconcile(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill the table ``reconciliation``."""
    connection.execute(_DOCUMENTS)
    findings = {
        row["check_id"]: row for sheet in _sheets(connection) for row in (f.row() for f in check(sheet))
    }
    insert(connection, TABLES["reconciliation"], list(findings.values()))


def check(sheet: Sheet) -> Iterator[Finding]:
    """Return everything that can be said about one document's figures."""
    for kind in _KINDS:
        yield from kind(sheet)


def _sheets(connection: duckdb.DuckDBPyConnection) -> list[Sheet]:
    known: dict[str, list[Known]] = {}
    for fund, announcement, day, total in connection.execute(_KNOWN).fetchall():
        known.setdefault(fund, []).append(Known(announcement_id=announcement, announced_on=day, total=total))
    sheets = {
        name: Sheet(
            document_id=name, announcement_id=announcement, announced_on=day, known=known.get(fund, ())
        )
        for name, announcement, day, fund in connection.execute(_SHEETS).fetchall()
    }
    for name, *values in connection.execute(_MONEY).fetchall():
        if name in sheets:
            sheets[name].money.append(_figure(values))
    for name, *values in connection.execute(_ROWS).fetchall():
        if name in sheets:
            fields = (
                "id",
                "recipient",
                "quote",
                "start_char",
                "end_char",
                "amount",
                "currency",
                "table_no",
                "bids",
            )
            sheets[name].rows.append(TableRow(**dict(zip(fields, values, strict=True))))
    for name, unit, *values in connection.execute(_COUNTS).fetchall():
        if name in sheets:
            sheets[name].counts.setdefault(unit, []).append(_count(values))
    return list(sheets.values())


def _figure(values: list[object]) -> Figure:
    fields = ("id", "text", "sentence", "start_char", "end_char", "amount", "low", "high", "role", "currency", "per",
              "term_years", "table_no")  # fmt: skip
    row: dict[str, object] = dict(zip(fields, values, strict=True))
    low, high = row.pop("low"), row.pop("high")
    return Figure(reach=Reach(low, high), **row)  # type: ignore[arg-type]


def _count(values: list[object]) -> Figure:
    *words, number = values
    amount = Decimal(str(number))
    fields = ("id", "text", "sentence", "start_char", "end_char")
    given = dict(zip(fields, words, strict=True))
    return Figure(amount=amount, reach=Reach(amount, amount), **given)  # type: ignore[arg-type]
