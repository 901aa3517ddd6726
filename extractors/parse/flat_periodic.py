"""Tables flattened to one cell a line, told from prose by the regular return of an amount."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.parse.grid import Grid, looks_like_header
from extractors.parse.lines import Line, ends_sentence, is_amount, is_figure, item_mark

_MAX_PERIOD = 6
_MIN_ROWS = 3
_LONGEST_LABEL = 90


def periodic_cells(lines: Sequence[Line], start: int) -> Grid | None:
    """Return the table of one-line cells whose first label is line ``start``, or None.

    A row is a label, then figures and texts in the same order each time; it must come at least three times and
    hold an amount with its sign.
    """
    numbers = [n for n in range(start, min(start + 400, len(lines))) if not lines[n].blank]
    if len(numbers) < 2 * _MIN_ROWS or not _is_label(lines[numbers[0]]):
        return None
    if not any(is_amount(lines[n].text) for n in numbers[1:_MAX_PERIOD]):
        return None
    for period in range(2, _MAX_PERIOD + 1):
        rows = _rows(lines, numbers, period)
        if rows >= _MIN_ROWS:
            return _grid(lines, numbers, period, rows)
    return None


def _rows(lines: Sequence[Line], numbers: Sequence[int], period: int) -> int:
    """Return how often the first ``period`` cells' pattern of labels and figures repeats."""
    shape = [is_figure(lines[n].text) for n in numbers[:period]]
    if shape[0] or not any(is_amount(lines[n].text) for n in numbers[:period]):
        return 0
    rows = 0
    for first in range(0, len(numbers) - period + 1, period):
        row = [lines[n] for n in numbers[first : first + period]]
        if not _is_label(row[0]) or [is_figure(line.text) for line in row] != shape:
            break
        if not any(is_amount(line.text) for line in row):
            break
        rows += 1
    return rows


def _grid(lines: Sequence[Line], numbers: Sequence[int], period: int, rows: int) -> Grid:
    used = [[lines[n] for n in numbers[r * period : (r + 1) * period]] for r in range(rows)]
    first = numbers[0]
    above = [n for n in range(max(first - 2 * period - 2, 0), first) if not lines[n].blank][-period:]
    header = [lines[n] for n in above]
    has_header = (
        len(header) == period
        and looks_like_header([line.text for line in header])
        and not any(ends_sentence(line.text) for line in header)
        and all(len(line.text.split()) <= 8 for line in header)
    )
    spans = [tuple((line.start, line.end) for line in row) for row in ([header] if has_header else []) + used]
    return Grid(
        first_line=above[0] if has_header else first,
        last_line=numbers[rows * period - 1] + 1,
        rows=tuple(spans),
        header_rows=int(has_header),
    )


def _is_label(line: Line) -> bool:
    text = line.text
    return (
        0 < len(text) <= _LONGEST_LABEL
        and not is_figure(text)
        and not ends_sentence(text)
        and not item_mark(text)
        and not text[0].islower()
    )
