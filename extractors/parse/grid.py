"""A table being read from lines of text: rows of cell spans, before it becomes a record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.model import Cell, Table
from extractors.parse.lines import Line, is_amount, is_figure, is_unit

_HEADER_WORDS = frozenset(
    [
        "area",
        "areas",
        "force",
        "forces",
        "recipient",
        "recipients",
        "pcc",
        "name",
        "organisation",
        "project",
        "applicant",
        "council",
        "fund",
        "funding",
        "award",
        "awarded",
        "awards",
        "amount",
        "amounts",
        "allocation",
        "allocations",
        "grant",
        "grants",
        "total",
        "value",
        "cost",
        "costs",
        "budget",
        "summary",
        "description",
        "purpose",
        "year",
        "bids",
        "£",
        "£m",
        "£k",
        "£000",
        "£000s",
        "£'000",
        "spend",
        "spent",
        "service",
        "provider",
        "region",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Rows of cells that stand in lines ``first_line`` to ``last_line`` (half-open). A span may be empty.

    With ``merged`` the first cell of a row goes down over the rows whose first cell is empty.
    """

    first_line: int
    last_line: int
    rows: tuple[tuple[tuple[int, int], ...], ...]
    header_rows: int = 0
    merged: bool = False

    def table(self, *, table_no: int, caption: str | None = None) -> Table:
        """Return the record of this grid."""
        cells = tuple(
            Cell(
                row=row_no,
                col=col_no,
                start_char=start,
                end_char=end,
                row_span=self._height(row_no) if col_no == 0 else 1,
                is_header=row_no < self.header_rows,
            )
            for row_no, row in enumerate(self.rows)
            for col_no, (start, end) in enumerate(row)
            if not (self.merged and col_no == 0 and start == end)
        )
        filled = [cell for cell in cells if cell.end_char > cell.start_char]
        return Table(
            table_no=table_no,
            start_char=min(cell.start_char for cell in filled),
            end_char=max(cell.end_char for cell in filled),
            cells=cells,
            caption=caption,
        )

    def _height(self, row: int) -> int:
        """Return over how many rows the first cell of a row goes down."""
        below = (end > start for start, end in (other[0] for other in self.rows[row + 1 :]))
        height = 1
        while self.merged and not next(below, True):
            height += 1
        return height


def with_header(grid: Grid, text: str) -> Grid:
    """Return the grid with its first row marked as a header where the words or the figures below say that it is."""
    first = [text[start:end] for start, end in grid.rows[0]]
    below = [[text[start:end] for start, end in row] for row in grid.rows[1:]]
    if any(is_amount(cell) for cell in first) or not below:
        return grid
    words = {word.strip("()[]:,.").lower() for cell in first for word in cell.split()}
    named = bool(words & _HEADER_WORDS)
    figures_below = any(is_figure(cell) and cell for row in below for cell in row)
    figures_here = sum(is_figure(cell) and bool(cell) for cell in first)
    if named or (figures_below and not figures_here):
        return with_units(replace(grid, header_rows=1), text)
    return grid


def with_units(grid: Grid, text: str) -> Grid:
    """Return the grid with the row below its header taken into it where that holds nothing but units ("£m | £m")."""
    below = [[text[start:end] for start, end in row] for row in grid.rows[grid.header_rows :]]
    if len(below) > 1 and any(below[0]) and all(is_unit(cell) for cell in below[0] if cell):
        return replace(grid, header_rows=grid.header_rows + 1)
    return grid


def looks_like_header(cells: Sequence[str]) -> bool:
    """Whether short texts are column headings of a table of money.

    >>> looks_like_header(["Police area", "Funding award"]), looks_like_header(["He said", "so there"])
    (True, False)
    """
    if any(is_amount(cell) or not cell or len(cell) > 80 or cell[-1] in ".;" for cell in cells):
        return False
    return any(word.strip("()[]:,.").lower() in _HEADER_WORDS for cell in cells for word in cell.split())


def span_of(lines: Sequence[Line]) -> tuple[int, int]:
    """Return the span of the non-blank lines of a cell, or an empty span at their start."""
    filled = [line for line in lines if not line.blank]
    if not filled:
        return (lines[0].start, lines[0].start)
    return filled[0].start, filled[-1].end
