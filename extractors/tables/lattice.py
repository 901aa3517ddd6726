"""A table's cells by record and field, with merged cells spread over the places that they cover."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from extractors.model import Cell, Document, Table
from extractors.tables.reading import Orientation
from extractors.text import View

_SIGN = re.compile(r"[£€$]\s?\(?-?[0-9]|[0-9] ?(?:pounds|euros|GBP)\b")
_FIGURE = re.compile(
    r"[(\-]?\s?[£€$]?\s?-?[0-9][0-9,. ]*(?:k|m|bn|mn|million|thousand)?p?\)?\s?(?:[*†‡^]|\[\w\]"
    r"|\([a-z0-9]\))*",
    re.I,
)
_VALUE = re.compile(
    r"[(-]? ?[£€$]? ?(?P<figure>[0-9]+(?:,? ?[0-9]{3})*(?:\.[0-9]+)?) ?(?P<unit>k|m|million|bn)?\)?[*†]*",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"(?:-+|n/?a|nil|none|tbc|tba|x|\.+|0(?:\.0+)?|£0(?:\.00)?)?", re.IGNORECASE)
_UNIT = re.compile(r"[£€$]? ?0{2,}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:[/-][0-9]{2,4})?")


def is_signed(text: str) -> bool:
    """Whether a cell holds an amount with a currency sign and little else."""
    return len(text) <= 60 and _SIGN.search(text) is not None


def is_figure(text: str) -> bool:
    """Whether a cell holds one figure and nothing else; a year or a unit ("£000") is none."""
    return _FIGURE.fullmatch(text) is not None and _YEAR.fullmatch(text) is None and not _UNIT.fullmatch(text)


def is_nothing(text: str) -> bool:
    """Whether a cell is empty or says that there is nothing."""
    return _NOTHING.fullmatch(text) is not None


def value_of(text: str) -> Decimal | None:
    """Return the number that a cell of one figure holds, in the cell's own unit; None for any other cell.

    >>> value_of("£1,516,549"), value_of("£1.5m"), value_of("(120)"), value_of("Kent")
    (Decimal('1516549'), Decimal('1500000.0'), Decimal('-120'), None)
    """
    match = _VALUE.fullmatch(text)
    if match is None:
        return None
    factor = {"k": 1000, "m": 10**6, "million": 10**6, "bn": 10**9}.get((match["unit"] or "").lower(), 1)
    value = Decimal(match["figure"].replace(",", "").replace(" ", "")) * factor
    return -value if text.startswith(("(", "-")) else value


@dataclass(frozen=True)
class Lattice:
    """The cells of a table as records and fields. ``orientation`` says whether records are its rows or columns."""

    table: Table
    document: Document
    orientation: Orientation

    @cached_property
    def _cells(self) -> dict[tuple[int, int], Cell]:
        places: dict[tuple[int, int], Cell] = {}
        for cell in self.table.cells:
            for row in range(cell.row, cell.row + cell.row_span):
                for col in range(cell.col, cell.col + cell.col_span):
                    key = (row, col) if self.orientation is Orientation.ROWS else (col, row)
                    places.setdefault(key, cell)
        return places

    @cached_property
    def _texts(self) -> dict[tuple[int, int], str]:
        return {
            key: View.of(self.document.text, cell.start_char, cell.end_char).text
            for key, cell in self._cells.items()
        }

    @property
    def records(self) -> int:
        return max((record for record, _ in self._cells), default=-1) + 1

    @property
    def fields(self) -> int:
        return max((field for _, field in self._cells), default=-1) + 1

    def cell(self, record: int, field: int) -> Cell | None:
        return self._cells.get((record, field))

    def text(self, record: int, field: int) -> str:
        """Return the cell's text with white space collapsed; empty where there is no cell."""
        return self._texts.get((record, field), "")

    def record(self, record: int) -> list[str]:
        return [self.text(record, field) for field in range(self.fields)]

    def field(self, field: int, records: list[int]) -> list[str]:
        return [self.text(record, field) for record in records]

    def sums_up(self, record: int, above: Sequence[int]) -> bool:
        """Whether some figure of a record is the sum of three or more figures over it."""
        for field in range(self.fields):
            total = value_of(self.text(record, field))
            parts = [
                part for part in (value_of(self.text(other, field)) for other in above) if part is not None
            ]
            if total and len(parts) >= 3 and sum(parts) == total:
                return True
        return False

    def is_header(self, record: int) -> bool:
        """Whether the page itself marks every filled cell of a record as a header."""
        cells = [
            cell
            for (row, _), cell in self._cells.items()
            if row == record and cell.end_char > cell.start_char
        ]
        return bool(cells) and all(cell.is_header for cell in cells)
