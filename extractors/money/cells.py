"""Amounts in table cells: bare figures under a header with the sign or unit, and figures in accounting brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.money.grammar import Amount
from extractors.money.numbers import FIGURE, MAGNITUDE, read_figure, read_magnitude
from extractors.segments import Segment
from extractors.tables.reading import AmountField, TableKind, TableReading

_BARE = re.compile(
    rf"(?P<open>\(|-)? ?(?P<figure>{FIGURE})(?P<magnitude>{MAGNITUDE})?\)? ?(?:[*†‡^]+|\[\w{{1,2}}\]"
    rf"|\([a-z]\))*",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"\( ?-?[£€$]?[^()]*\)\*?|- ?[£€$].*")


def field_at(segment: Segment, readings: Sequence[TableReading]) -> tuple[AmountField, TableReading] | None:
    """Return the field of amounts, and its table's reading, that a segment's cell belongs to."""
    if segment.table_no is None or segment.row is None or segment.col is None:
        return None
    for reading in readings:
        if reading.table_no == segment.table_no:
            field = reading.amount_field_at(segment.row, segment.col)
            return None if field is None else (field, reading)
    return None


def amounts_in_cell(
    text: str, amounts: tuple[Amount, ...], field: AmountField, reading: TableReading
) -> tuple[Amount, ...]:
    """Return a cell's amounts as its header means them.

    A bare figure takes the header's currency and unit ("1,204" under "£000" is 1204000), flagged ``unit-from-header``;
    a signed one without a magnitude takes the unit only. In a budget, "(1,200)" is minus 1200, ``accounting-negative``.
    """
    if not amounts:
        bare = _BARE.fullmatch(text)
        if bare is None or not field.from_header:
            return ()
        value, malformed = read_figure(bare["figure"])
        value *= read_magnitude(bare["magnitude"]) if bare["magnitude"] else field.scale
        flags = ("unit-from-header", *(("malformed",) if malformed else ()))
        end = bare.end("magnitude") if bare["magnitude"] else bare.end("figure")
        amounts = (
            Amount(
                start=bare.start("figure"), end=end, low=value, high=value, currency=field.currency,
                magnitude=Decimal(1), rule="money.cell.v1", flags=flags,
            ),
        )  # fmt: skip
    elif field.scale > 1 and len(amounts) == 1 and amounts[0].magnitude == 1:
        only = amounts[0]
        amounts = (
            replace(
                only,
                low=only.low * field.scale,
                high=only.high * field.scale,
                flags=(*only.flags, "unit-from-header"),
            ),
        )
    if reading.kind is not TableKind.AWARDS and len(amounts) == 1 and _NEGATIVE.fullmatch(text):
        only = amounts[0]
        amounts = (replace(only, low=-only.high, high=-only.low, flags=(*only.flags, "accounting-negative")),)
    return amounts
