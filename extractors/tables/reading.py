"""What a table says about itself: the record that :func:`extractors.tables.read_table` returns."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from extractors.model import Per

Span = tuple[int, int]


class Orientation(StrEnum):
    """Whether each recipient has a row or a column."""

    ROWS = "rows"
    COLUMNS = "columns"


class TableKind(StrEnum):
    """What a table's amounts are.

    ``awards``: money to recipients; ``shares``: parts of a sum by theme or year; ``sizes``: what was given in all, year
    by year, with no sum over the years; ``other``: budgets, costs, precepts, no money.
    """

    AWARDS = "awards"
    SHARES = "shares"
    SIZES = "sizes"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountField:
    """A line of amounts across the records. ``scale`` is the unit in its header (1000 for "£000").

    ``from_header`` says that bare figures here are money, because the header (or the table's caption, or other cells
    of the line) holds a sign or unit. ``is_rate`` marks a field that only restates another per head, ``is_bid`` one of
    what is asked for, ``is_cost`` one of costs among others. ``header_spans`` are the header cells' places in the
    document's text.
    """

    index: int
    header: str
    header_spans: tuple[Span, ...]
    currency: str
    scale: Decimal
    from_header: bool
    recipient_field: int | None
    financial_year: str | None = None
    per: Per | None = None
    is_total: bool = False
    is_rate: bool = False
    is_bid: bool = False
    is_cost: bool = False

    @property
    def is_given(self) -> bool:
        """Whether its amounts can be awards."""
        return not (self.is_total or self.is_rate or self.is_bid or self.is_cost)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReading:
    """How to read one table. A record is a row, or a column where ``orientation`` is ``columns``; a field is the other.

    ``total_records`` sum up the whole table, ``subtotal_records`` a part of it; ``section_records`` are rows that only
    head the ones below them. ``collective`` holds the record and field of each recipient's cell that stands for several
    without naming them ("Six others").
    """

    table_no: int
    kind: TableKind
    orientation: Orientation
    records: int
    header_records: frozenset[int]
    section_records: frozenset[int]
    total_records: frozenset[int]
    subtotal_records: frozenset[int]
    amount_fields: tuple[AmountField, ...]
    collective: frozenset[tuple[int, int]] = frozenset()
    bids_field: int | None = None
    purpose_field: int | None = None
    programme_field: int | None = None

    def record_and_field(self, row: int, col: int) -> tuple[int, int]:
        """Return the record and field of the cell at a grid position."""
        return (row, col) if self.orientation is Orientation.ROWS else (col, row)

    def amount_field_at(self, row: int, col: int) -> AmountField | None:
        """Return the field of amounts that a body cell belongs to, or None."""
        record, index = self.record_and_field(row, col)
        if record in self.header_records or record in self.section_records:
            return None
        return next((field for field in self.amount_fields if field.index == index), None)
