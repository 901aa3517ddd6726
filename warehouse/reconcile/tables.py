"""Tables of awards against what their document states: the sum, the number of recipients, the number of bids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from warehouse.reconcile.figures import Figure, Finding, Sheet, TableRow
from warehouse.reconcile.words import gap, money, quote
from warehouse.rounding import verdict

#: A stated total that is this many times larger or smaller than the sum is a total of something else.
FAR = 2
#: Bids are added up only when at least this share of the rows gives a number.
MOST = Decimal("0.8")


def rows_vs_total(sheet: Sheet) -> Iterator[Finding]:
    """Compare each table's sum with the total in it, or all tables' sum with the document's own most exact total."""
    tables = sorted({row.table_no for row in sheet.rows})
    scopes: list[tuple[list[TableRow], list[Figure]]] = []
    for table in tables:
        inside = [figure for figure in _totals(sheet) if figure.table_no == table]
        scopes.append(([row for row in sheet.rows if row.table_no == table], inside))
    scopes.append((sheet.rows, [figure for figure in _totals(sheet) if figure.table_no not in tables]))
    for rows, totals in scopes:
        if len(rows) < 2 or len({row.currency for row in rows}) != 1:
            continue
        computed = sum((row.amount for row in rows), Decimal(0))
        near = [
            total
            for total in totals
            if total.currency == rows[0].currency
            and total.amount <= computed * FAR
            and computed <= total.amount * FAR
        ]
        if near:
            stated = min(
                near, key=lambda total: (total.width, abs(total.amount - computed), total.start_char)
            )
            yield _sum(sheet, rows, stated, computed)


def _totals(sheet: Sheet) -> list[Figure]:
    return [figure for figure in sheet.money if figure.role == "total" and figure.per is None]


def _sum(sheet: Sheet, rows: Sequence[TableRow], stated: Figure, computed: Decimal) -> Finding:
    outcome = verdict(stated.reach, stated.amount, computed)
    told = f"The {len(rows)} rows from {quote(rows[0].quote)} to {quote(rows[-1].quote)} add up to"
    told += f" {money(computed, stated.currency)}, "
    match outcome:
        case "agrees":
            told += f"exactly the stated {quote(stated.text)}."
        case "rounds":
            told += f"which the stated {quote(stated.text)} rounds."
        case _:
            told += f"{gap(computed, stated.amount, stated.currency)} the stated {quote(stated.text)}."
    return Finding(
        sheet=sheet, kind="rows-vs-total", stated=stated, computed=computed, verdict=outcome, explanation=told,
        basis=rows,
    )  # fmt: skip


def rows_vs_recipients(sheet: Sheet) -> Iterator[Finding]:
    """Compare the number of different recipients in the tables with the stated number nearest to it."""
    recipients = {row.recipient for row in sheet.rows}
    if len(recipients) >= 2:
        yield from _count(
            sheet, ("recipients",), Decimal(len(recipients)), "rows-vs-recipients", "name", "recipients"
        )


def bids_vs_stated(sheet: Sheet) -> Iterator[Finding]:
    """Compare the bids that the rows give with the stated number of bids (else of projects) nearest to their sum."""
    given = [row.bids for row in sheet.rows if row.bids is not None]
    if len(given) >= 2 and len(given) >= MOST * len(sheet.rows):
        yield from _count(
            sheet, ("bids", "projects"), Decimal(sum(given)), "bids-vs-stated", "add up to", "bids"
        )


def _count(
    sheet: Sheet, units: Sequence[str], computed: Decimal, kind: str, verb: str, noun: str
) -> Iterator[Finding]:
    stated_ones = next((sheet.counts[unit] for unit in units if sheet.counts.get(unit)), [])
    if not stated_ones:
        return
    stated = min(stated_ones, key=lambda figure: (abs(figure.amount - computed), figure.start_char))
    agrees = stated.amount == computed
    told = f"The {len(sheet.rows)} rows from {quote(sheet.rows[0].quote)} to {quote(sheet.rows[-1].quote)} {verb}"
    told += (
        f" {computed} {noun}, "
        + ("as" if agrees else "against what is")
        + f" stated in {quote(stated.sentence)}."
    )
    yield Finding(
        sheet=sheet, kind=kind, stated=stated, computed=computed, verdict="agrees" if agrees else "differs",
        explanation=told, basis=sheet.rows,
    )  # fmt: skip
