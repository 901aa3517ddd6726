"""Corrections of values: a file beside untouched originals, applied again at each build.

``values.csv`` changes a value of a mention, claim or document. It is keyed by address and words, not by identifiers,
and each line says who decided, when and why. One whose words or old value are not found any more is stale: an
issue, never an error. What belongs together is decided in :mod:`warehouse.decisions`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.model import InvariantError, Issue, Severity
from warehouse import handwritten
from warehouse.load import insert
from warehouse.rows import issue_row
from warehouse.schema import TABLES

if TYPE_CHECKING:
    import duckdb

VALUES = "values.csv"
VALUE_COLUMNS = ("url", "quote", "occurrence", "field", "old", "new", *handwritten.SIGNED)
#: What may be changed, table by table. The first table with the field and the quote is the one that is meant.
FIELDS: Mapping[str, frozenset[str]] = {
    "money_mention": frozenset(
        ["amount_low", "amount_high", "currency", "qualifier", "per", "term_years", "financial_year", "role"]
    ),
    "award_claim": frozenset(["recipient", "area_id", "programme_id", "funder", "bids", "purpose"]),
    "pcc_mention": frozenset({"person"}),
    "document": frozenset(["title", "publisher", "published_on"]),
}
#: Fields of an amount that its claim repeats.
_SHARED = frozenset(
    ["amount_low", "amount_high", "currency", "qualifier", "per", "term_years", "financial_year"]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One change of one value. ``quote`` is the mention's text or the claim's quote; empty for a document's field."""

    url: str
    quote: str
    occurrence: int
    field: str
    old: str
    new: str
    who: str
    when: date
    why: str

    @property
    def table(self) -> str:
        return next(table for table, fields in FIELDS.items() if self.field in fields)


def read_corrections(directory: Path) -> tuple[Correction, ...]:
    """Return the changes of values in a folder.

    Raises:
        InvariantError: a line is not valid; the message names file, line and column.
    """
    found = []
    for place, row in handwritten.lines(directory / VALUES, VALUE_COLUMNS):
        if not any(row["field"] in fields for fields in FIELDS.values()):
            raise InvariantError(f"{place}: {row['field']!r} is no field that can be corrected")
        correction = Correction(
            url=row["url"],
            quote=row["quote"],
            occurrence=handwritten.occurrence(row["occurrence"], place),
            field=row["field"],
            old=row["old"],
            new=row["new"],
            who=row["who"],
            when=handwritten.day(row["when"], place),
            why=row["why"],
        )
        if (correction.table == "document") != (correction.quote == ""):
            raise InvariantError(f"{place}: a quote belongs to every field but a document's")
        found.append(correction)
    return tuple(found)


def add_correction(directory: Path, correction: Correction) -> Path:
    """Append a change of a value to the folder's file and return the file."""
    values = [correction.url, correction.quote, correction.occurrence, correction.field, correction.old,
              correction.new, correction.who, correction.when.isoformat(), correction.why]  # fmt: skip
    return handwritten.append(directory / VALUES, VALUE_COLUMNS, values)


def apply_corrections(connection: duckdb.DuckDBPyConnection, directory: Path) -> None:
    """Apply the changes of values, list each in ``correction`` and tell of stale ones in ``issue``.

    Raises:
        InvariantError: a line is not valid, or its new value does not fit the column.
    """
    told, stale = [], []
    for number, correction in enumerate(read_corrections(directory), start=1):
        applied = _apply(connection, correction)
        told.append(
            {
                "correction_no": number,
                "url": correction.url,
                "quote": correction.quote or None,
                "occurrence": correction.occurrence,
                "field": correction.field,
                "old": correction.old or None,
                "new": correction.new or None,
                "other_url": None,
                "other_quote": None,
                "who": correction.who,
                "decided_on": correction.when.isoformat(),
                "why": correction.why,
                "outcome": "applied" if applied else "stale",
            }
        )
        if not applied:
            stale.append(
                _stale(correction.url, f"{correction.field} of {correction.quote!r}", correction.old)
            )
    insert(connection, TABLES["correction"], told)
    insert(connection, TABLES["issue"], stale)


def _stale(url: str, what: str, old: str) -> dict[str, Any]:
    issue = Issue(
        code="correction-stale",
        severity=Severity.WARNING,
        stage="build",
        message=f"a correction finds no {what} with the value {old!r} here any more",
        url=url,
        fragment=what,
    )
    return issue_row(issue, None)


def _apply(connection: duckdb.DuckDBPyConnection, correction: Correction) -> bool:
    import duckdb

    table, field = correction.table, correction.field
    key = TABLES[table].key[0]
    words = {"award_claim": "quote", "document": None}.get(table, "text")
    quoted_so = "TRUE" if words is None else f"t.{words} = ?"
    place = "t.document_id" if words is None else "t.start_char"
    parameters = [correction.url, *([] if words is None else [correction.quote]), correction.occurrence]
    found = connection.execute(
        f"SELECT t.{key}, CAST(t.{field} AS VARCHAR), typeof(t.{field}) FROM {table} t"
        f" JOIN document d ON d.document_id = t.document_id WHERE d.url = ? AND {quoted_so}"
        f" QUALIFY row_number() OVER (ORDER BY {place}, t.{key}) = ?",
        parameters,
    ).fetchall()
    if not found:
        return False
    identifier, value, type_ = found[0]
    try:
        same = connection.execute(
            f"SELECT CAST(? AS {type_}) IS NOT DISTINCT FROM CAST(? AS {type_})",
            [value, correction.old or None],
        ).fetchall()[0][0]
        if not same:
            return False
        connection.execute(
            f"UPDATE {table} SET {field} = CAST(? AS {type_}), value_origin = 'correction' WHERE {key} = ?",
            [correction.new or None, identifier],
        )
    except duckdb.ConversionException as error:
        raise InvariantError(f"correction of {field} at {correction.url}: {error}") from error
    except duckdb.ConstraintException as error:
        raise InvariantError(f"correction of {field} at {correction.url}: it must have a value") from error
    if table == "money_mention" and field in _SHARED:
        _carry_over(connection, identifier, field)
    return True


def _carry_over(connection: duckdb.DuckDBPyConnection, mention_id: str, field: str) -> None:
    """Give the claims of a corrected amount the same value; a corrected amount stands for itself alone."""
    connection.execute(
        f"UPDATE award_claim SET {field} = m.{field}, value_origin = 'correction' FROM money_mention m"
        " WHERE m.mention_id = award_claim.money_mention_id AND m.mention_id = ?",
        [mention_id],
    )
    if field in ("amount_low", "amount_high"):
        connection.execute(
            "UPDATE money_mention SET reach_low = amount_low, reach_high = amount_high WHERE mention_id = ?",
            [mention_id],
        )
