"""Tables flattened to one cell a line, told from prose by the regular return of an amount."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.parse.grid import Grid, looks_like_header
from extractors.parse.lines import Line, ends_sentence, is_amount, is_figure, item_mark

_MAX_PERIOD = 6
_MIN_ROWS = 3
_LONGEST_LABEL = 90
_MOST_LINES = 2000


def periodic_cells(lines: Sequence[Line], start: int) -> Grid | None:
    """Return the table of one-line cells that begins at line ``start`` or within a row's length of it, or None.

    A row is a label, then figures and texts in the same order each time; it must come at least three times and
    hold an amount with its sign. Where the rows could begin at several lines, a header above decides, then where the
    last row ends.
    """
    near = [n for n in range(start, min(start + 4 * _MAX_PERIOD, len(lines))) if not lines[n].blank]
    money = next((at for at, n in enumerate(near[: 2 * _MAX_PERIOD]) if is_amount(lines[n].text)), 0)
    if not money or not any(_is_label(lines[n]) for n in near[:money]):
        return None
    numbers = [n for n in range(start, min(start + _MOST_LINES, len(lines))) if not lines[n].blank]
    if len(numbers) < 2 * _MIN_ROWS:
        return None
    for period in range(2, _MAX_PERIOD + 1):
        readings = [
            (_fit(lines, numbers[shift:], period, rows), -shift, rows)
            for shift in range(max(0, money - period + 1), money)
            if (rows := _rows(lines, numbers[shift:], period)) >= _MIN_ROWS
        ]
        if readings:
            _, back, rows = max(readings)
            return _grid(lines, numbers[-back:], period, rows)
    return None


def _fit(lines: Sequence[Line], numbers: Sequence[int], period: int, rows: int) -> int:
    """Return how well a reading of the rows fits: a header above it, and no cell left over behind it."""
    last = numbers[rows * period - 1]
    left_over = last + 1 < len(lines) and not lines[last + 1].blank and _is_label(lines[last + 1])
    return 2 * bool(_header(lines, numbers[0], period)) + (not left_over)


def _header(lines: Sequence[Line], first: int, period: int) -> list[int]:
    """Return the numbers of the lines of a header right above line ``first``, or none."""
    above = [n for n in range(max(first - 2 * period - 2, 0), first) if not lines[n].blank][-period:]
    texts = [lines[n].text for n in above]
    fits = (
        len(above) == period
        and looks_like_header(texts)
        and not any(ends_sentence(words) or item_mark(words) for words in texts)
        and all(len(words.split()) <= 8 for words in texts)
    )
    return above if fits else []


def _rows(lines: Sequence[Line], numbers: Sequence[int], period: int) -> int:
    """Return how often the first ``period`` cells' pattern of labels and figures repeats."""
    shape = [is_figure(lines[n].text) for n in numbers[:period]]
    tight = _is_tight(numbers[:period])
    if shape[0] or not any(is_amount(lines[n].text) for n in numbers[:period]):
        return 0
    rows = 0
    for first in range(0, len(numbers) - period + 1, period):
        if tight and not _is_tight(numbers[first : first + period]):
            break
        row = [lines[n] for n in numbers[first : first + period]]
        if not _is_label(row[0]) or [is_figure(line.text) for line in row] != shape:
            break
        if not any(is_amount(line.text) for line in row):
            break
        rows += 1
    return rows


def _is_tight(numbers: Sequence[int]) -> bool:
    """Whether lines follow each other without a blank line."""
    return numbers[-1] - numbers[0] == len(numbers) - 1


def _short_row(lines: Sequence[Line], numbers: Sequence[int], last: int) -> list[int]:
    """Return a last row that lacks its last cells, as a total's does: a label and an amount right below the table."""
    row = [n for at, n in enumerate(numbers[:2]) if n == last + 1 + at]
    if len(row) == 2 and _is_label(lines[row[0]]) and is_amount(lines[row[1]].text):
        return row
    return []


def _grid(lines: Sequence[Line], numbers: Sequence[int], period: int, rows: int) -> Grid:
    body = [list(numbers[row * period : (row + 1) * period]) for row in range(rows)]
    header = _header(lines, numbers[0], period)
    used = [header, *body] if header else body
    short = _short_row(lines, numbers[rows * period :], body[-1][-1]) if period > 2 else []
    spans = [[(lines[n].start, lines[n].end) for n in row] for row in used]
    if short:
        end = lines[short[-1]].end
        spans.append([(lines[n].start, lines[n].end) for n in short] + [(end, end)] * (period - 2))
    return Grid(
        first_line=used[0][0],
        last_line=(short or used[-1])[-1] + 1,
        rows=tuple(tuple(row) for row in spans),
        header_rows=int(bool(header)),
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
