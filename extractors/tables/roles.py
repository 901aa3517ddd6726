"""What the amounts in a table's cells are: awards, totals, shares, or something else."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extractors.model import MoneyMention, Role, Table
from extractors.tables.reading import AmountField, TableKind, TableReading


def cell_places(
    table: Table, reading: TableReading, money: Sequence[MoneyMention]
) -> list[tuple[MoneyMention, int, int]]:
    """Return each mention that stands in a cell of the table with the cell's record and field."""
    cells = sorted(
        (cell for cell in table.cells if cell.end_char > cell.start_char), key=lambda cell: cell.start_char
    )
    starts = [cell.start_char for cell in cells]
    found = []
    for mention in money:
        at = bisect_right(starts, mention.start_char) - 1
        if at >= 0 and mention.end_char <= cells[at].end_char:
            found.append((mention, *reading.record_and_field(cells[at].row, cells[at].col)))
    return found


def table_roles(table: Table, reading: TableReading, money: Sequence[MoneyMention]) -> dict[str, Role]:
    """Return the role of each amount in the table's fields of amounts, by mention_id.

    ``award`` for a recipient's cell, ``total`` for the cells of TOTAL and subtotal rows, of TOTAL columns and of rows
    for several unnamed recipients, ``part`` for tables by theme or year (``total`` where no row sums the years),
    ``other`` for budgets and for columns of costs or rates, ``bid`` for columns of what is asked for. Amounts in
    other cells (a summary's prose) have no entry.
    """
    fields = {field.index: field for field in reading.amount_fields}
    roles: dict[str, Role] = {}
    for mention, record, index in cell_places(table, reading, money):
        if index not in fields or record in reading.header_records:
            continue
        roles[mention.mention_id] = _role(reading, record, fields[index])
    return roles


def _role(reading: TableReading, record: int, field: AmountField) -> Role:
    """Return the role of a cell's amount. What the column says of itself holds in its sum too."""
    if field.is_bid:
        return Role.BID
    if reading.kind is TableKind.OTHER or field.is_rate or field.is_cost:
        return Role.OTHER
    if record in reading.total_records or record in reading.subtotal_records or field.is_total:
        return Role.TOTAL
    if reading.kind is TableKind.SIZES:
        return Role.TOTAL
    if reading.kind is TableKind.SHARES:
        return Role.PART
    return Role.TOTAL if (record, field.recipient_field) in reading.collective else Role.AWARD
