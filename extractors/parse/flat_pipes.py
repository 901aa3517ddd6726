"""Tables that were flattened to text with ``|``: between cells on lines of their own, or within rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extractors.parse.grid import Grid, looks_like_header, span_of, with_header, with_units
from extractors.parse.lines import Line, ends_sentence, is_amount, is_figure

_RULE = re.compile(r"[|\s:+=-]*(?:--|==)[|\s:+=-]*")
_MAX_COLUMNS = 12
PROBE = 30


def is_pipe(line: Line) -> bool:
    """Whether a line holds nothing but a separator."""
    return bool(line.text) and not line.text.strip("| ")


def piped_cells(text: str, lines: Sequence[Line], start: int) -> Grid | None:
    """Return the table whose first separator line is line ``start``, with cells on lines of their own.

    The column count is the usual distance between cells that are amounts; the row above the first of them
    is the header. None where the separators show no such period.
    """
    pipes = pipe_lines(lines, start)
    runs: list[list[Line]] = [_first_cell(lines, start)]
    for here, there in pairwise(pipes):
        runs.append(list(lines[here + 1 : there]) or [lines[here]])
    tail = _last_cell(lines, pipes[-1])
    cells = [span_of(run) if not is_pipe(run[0]) else (run[0].start, run[0].start) for run in runs]
    if tail:
        cells.append(span_of(tail))
    money = [number for number, (a, b) in enumerate(cells) if is_amount(text[a:b])]
    if len(money) < 2:
        return None
    steps = Counter(b - a for a, b in pairwise(money))
    width, _ = max(steps.items(), key=lambda item: (item[1], -item[0]))
    if width == 1:
        width = _row_width(text, cells, money)
    if not 2 <= width <= _MAX_COLUMNS:
        return None
    used_tail = bool(tail) and len(cells) % width == 0
    if tail and not used_tail:
        cells.pop()
    columns = _filled_columns(cells, width)
    rows = []
    for first in range(0, len(cells), width):
        row = cells[first : first + width]
        row += [(row[-1][1], row[-1][1])] * (width - len(row))
        kept = tuple(row[column] for column in columns)
        if any(b > a for a, b in kept):
            rows.append(kept)
    if len(rows) < 2:
        return None
    first_line = start - len(runs[0])
    last_line = pipes[-1] + 1 + (len(tail) if used_tail else 0)
    return with_header(Grid(first_line=first_line, last_line=last_line, rows=tuple(rows)), text)


def pipe_lines(lines: Sequence[Line], start: int) -> list[int]:
    """Return the separator lines of one table: several paragraphs between two of them are prose, and end it."""
    pipes = [start]
    for number in range(start + 1, len(lines)):
        if is_pipe(lines[number]):
            pipes.append(number)
        elif lines[number].blank and any(len(line.text) > 200 for line in lines[pipes[-1] + 1 : number]):
            break
    return pipes


def _first_cell(lines: Sequence[Line], pipe: int) -> list[Line]:
    """Return the lines of the cell above the first separator; it may follow a paragraph without a blank line."""
    cell: list[Line] = []
    for number in range(pipe - 1, max(pipe - 4, -1), -1):
        if lines[number].blank or ends_sentence(lines[number].text):
            break
        cell.insert(0, lines[number])
    return cell or [lines[pipe]]


def _last_cell(lines: Sequence[Line], pipe: int) -> list[Line]:
    """Return the lines between the last separator and the next blank line."""
    cell: list[Line] = []
    for line in lines[pipe + 1 :]:
        if line.blank:
            break
        cell.append(line)
    return cell


def _row_width(text: str, cells: Sequence[tuple[int, int]], money: Sequence[int]) -> int:
    """Return the column count of a table with several amounts side by side: the distance between its labels."""
    labels = [
        n
        for n in range(money[0], len(cells))
        if cells[n][1] > cells[n][0] and not is_figure(text[slice(*cells[n])])
    ]
    steps = Counter(b - a for a, b in pairwise(labels) if b - a > 1)
    return max(steps, key=lambda step: steps[step]) if steps else 0


def _filled_columns(cells: Sequence[tuple[int, int]], width: int) -> list[int]:
    """Return the columns that hold text; one that is always empty stands for the gap between rows."""
    return [c for c in range(width) if any(cells[n][1] > cells[n][0] for n in range(c, len(cells), width))]


def piped_rows(text: str, lines: Sequence[Line], start: int) -> Grid | None:
    """Return the table whose rows are lines with ``|`` within, from line ``start``; None where it is none.

    >>> from extractors.parse.lines import split_lines
    >>> text = "Area | Award\\nKent | £1"
    >>> grid = piped_rows(text, split_lines(text), 0)
    >>> [[text[a:b] for a, b in row] for row in grid.rows], grid.header_rows
    ([['Area', 'Award'], ['Kent', '£1']], 1)
    """
    rows: list[tuple[tuple[int, int], ...]] = []
    near = [line.text for line in lines[start : start + 4] if "|" in line.text]
    outer = (all(words.startswith("|") for words in near), all(words.endswith("|") for words in near))
    ruled_after: int | None = None
    number, last, gaps = start, start, 0
    while number < len(lines):
        line = lines[number]
        if _RULE.fullmatch(line.text):
            if ruled_after is None and rows:
                ruled_after = len(rows)
            number, last = number + 1, number + 1
            continue
        if line.blank:
            follows = number + 1 < len(lines) and "|" in lines[number + 1].text
            if not follows:
                break
            number += 1
            continue
        if "|" not in line.text or is_pipe(line):
            break
        row = _split_row(line, outer)
        if rows and lines[number - 1].blank:
            if gaps < len(rows) - 1 and _starts_anew(text, rows, row):
                break
            gaps += 1
        if rows and len(row) != len(rows[0]):
            if len(row) > len(rows[0]) or len(row) < 2:
                break
            row = (*row, *[(line.end, line.end)] * (len(rows[0]) - len(row)))
        rows.append(row)
        number, last = number + 1, number + 1
        if len(rows) == PROBE and not _has_figure(text, rows):
            return None
    if len(rows) < 2 or len(rows[0]) < 2 or not _has_figure(text, rows[:PROBE]):
        return None
    grid = Grid(first_line=start, last_line=last, rows=tuple(rows), header_rows=ruled_after or 0)
    return with_units(grid, text) if ruled_after else with_header(grid, text)


def _starts_anew(
    text: str, rows: Sequence[tuple[tuple[int, int], ...]], row: tuple[tuple[int, int], ...]
) -> bool:
    """Whether a row behind a blank line is another table's header: of another width, or names over figures."""
    if len(row) != len(rows[0]):
        return True
    return (
        len(rows) > 1 and _has_figure(text, rows) and looks_like_header([text[a:b] for a, b in row if b > a])
    )


def _has_figure(text: str, rows: Sequence[tuple[tuple[int, int], ...]]) -> bool:
    return any(is_figure(text[a:b]) for row in rows for a, b in row if b > a)


def _split_row(line: Line, outer: tuple[bool, bool]) -> tuple[tuple[int, int], ...]:
    """Return the cells of a row; a separator at an end is a frame where all rows have it, else an empty cell."""
    body, start = line.text, line.start
    if outer[0] and body.startswith("|"):
        body, start = body[1:], start + 1
    if outer[1] and body.endswith("|"):
        body = body[:-1]
    spans = []
    for cell in body.split("|"):
        left = start + len(cell) - len(cell.lstrip())
        spans.append((left, left + len(cell.strip())) if cell.strip() else (start, start))
        start += len(cell) + 1
    return tuple(spans)
