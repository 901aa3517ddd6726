"""Tables flattened to one cell a line, told from prose by the regular return of an amount."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.parse.flat_header import captioned_unit, header_rows, is_large, names_money
from extractors.parse.flat_pipes import is_pipe
from extractors.parse.grid import Grid
from extractors.parse.lines import Line, ends_sentence, holds_unit, is_amount, is_figure, item_mark

_MAX_PERIOD = 9
_MIN_ROWS = 3
_LONGEST_LABEL = 90
_MOST_LINES = 20_000
_PROBE = 60
#: How far above a first bare figure the unit of its table can stand, in lines that are not blank.
_UNIT_ABOVE = 2 * _MAX_PERIOD + 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """Rows of ``period`` cells from line ``first``. ``rows`` hold line numbers; a row of one is a section's name."""

    first: int
    period: int
    header: tuple[tuple[int | None, ...], ...]
    rows: tuple[tuple[int, ...], ...]
    fit: int


def periodic_cells(lines: Sequence[Line], start: int) -> Grid | None:
    """Return the table of one-line cells that begins at line ``start`` or within a row's length of it, or None.

    A row is a label, then figures and texts in the same order each time; it must come at least three times. The
    figures must be amounts with their sign, or stand under a header or caption with the sign or unit. Where the rows
    could begin at several lines, a header above decides, then where the last row ends.
    """
    near = _filled(lines, start, 4 * _MAX_PERIOD)
    if any(is_pipe(lines[n]) for n in near[: 2 * _MAX_PERIOD]):
        return None  # separators on lines of their own tell the cells better
    figure = next((at for at, n in enumerate(near[: 3 * _MAX_PERIOD]) if is_figure(lines[n].text)), 0)
    if not figure or not any(_is_label(lines[n]) for n in near[:figure]):
        return None
    # Rows that go on from figures above need no look: their table was seen, or refused, from its header.
    goes_on = any(is_figure(lines[n].text) for n in _above(lines, start)[-1:])
    signed = next((at for at, n in enumerate(near[: 2 * _MAX_PERIOD]) if is_amount(lines[n].text)), 0)
    units = (
        not goes_on
        and figure <= _UNIT_ABOVE
        and any(
            holds_unit(lines[n].text) or names_money(lines[n].text)
            for n in (*near[:figure], *_above(lines, start))
        )
    )
    for place, bare in ((signed, False), (figure, True)):
        if not place or (bare and not units):
            continue
        for period in range(2, _MAX_PERIOD + 1):
            found = [
                reading
                for shift in range(max(0, place - period + 1), place)
                if (reading := _read(lines, near[shift], period, bare=bare, most=_PROBE)) is not None
            ]
            if found:
                best = max(found, key=lambda reading: (reading.fit, -reading.first))
                whole = _read(lines, best.first, period, bare=bare, most=_MOST_LINES)
                return _grid(lines, whole or best, bare=bare)
    return None


def _filled(lines: Sequence[Line], start: int, most: int) -> list[int]:
    """Return the numbers of up to ``most`` lines from ``start`` that are not blank, within twice as many lines."""
    stop = min(start + 2 * most, len(lines))
    return [n for n in range(start, stop) if not lines[n].blank][:most]


def _above(lines: Sequence[Line], start: int) -> list[int]:
    return [n for n in range(max(start - 3, 0), start) if not lines[n].blank]


def _read(lines: Sequence[Line], first: int, period: int, *, bare: bool, most: int) -> _Reading | None:
    """Return the rows from line ``first``, or None where they are too few or nothing says that they are money."""
    numbers = _filled(lines, first, most)
    shape = [is_figure(lines[n].text) for n in numbers[:period]]
    if len(numbers) < 2 * period or shape[0] or not any(shape):
        return None
    tight = _is_tight(numbers[:period])
    rows: list[tuple[int, ...]] = []
    at = 0
    while at + period <= len(numbers):
        row = numbers[at : at + period]
        if _is_row(lines, row, shape, tight=tight, bare=bare):
            rows.append(tuple(row))
            at += period
            continue
        row = numbers[at + 1 : at + 1 + period]
        if not rows or not _is_section(lines, numbers[at]) or len(row) < period:
            break
        if not _is_row(lines, row, shape, tight=tight, bare=bare):
            break
        rows.append((numbers[at],))
        at += 1
    full = sum(len(row) == period for row in rows)
    if 2 * (len(rows) - full) > full:  # too many for sections: each is a cell of a longer row
        full = next(count for count, row in enumerate(rows) if len(row) < period)
        rows = rows[:full]
    if full < (2 if bare else _MIN_ROWS):
        return None
    header = tuple(tuple(row) for row in header_rows(lines, first, period))
    words = [lines[n].text for row in header for n in row if n is not None]
    top = next((n for row in header for n in row if n is not None), first)
    if bare and not any(holds_unit(text) for text in words) and not captioned_unit(lines, top):
        figures = [lines[n].text for row in rows for n in row if is_figure(lines[n].text)]
        if not any(names_money(text) for text in words) or 2 * sum(map(is_large, figures)) < len(figures):
            return None
    if full < _MIN_ROWS and sum(map(holds_unit, words)) < 2:
        return None
    last = rows[-1][-1]
    left_over = last + 1 < len(lines) and not lines[last + 1].blank and _is_label(lines[last + 1])
    return _Reading(
        first=first,
        period=period,
        header=header,
        rows=tuple(rows),
        fit=2 * bool(header) + (not left_over),
    )


def _is_row(
    lines: Sequence[Line], row: Sequence[int], shape: Sequence[bool], *, tight: bool, bare: bool
) -> bool:
    """Whether lines are a label with figures and texts in the order of ``shape``, money among them."""
    if (tight and not _is_tight(row)) or not _is_label(lines[row[0]]):
        return False
    if [is_figure(lines[n].text) for n in row] != list(shape):
        return False
    return bare or any(is_amount(lines[n].text) for n in row)


def _is_section(lines: Sequence[Line], number: int) -> bool:
    return _is_label(lines[number]) and len(lines[number].text.split()) <= 6


def _is_tight(numbers: Sequence[int]) -> bool:
    """Whether lines follow each other without a blank line."""
    return numbers[-1] - numbers[0] == len(numbers) - 1


def _short_row(lines: Sequence[Line], last: int, *, bare: bool) -> list[int]:
    """Return a last row that lacks its last cells, as a total's does: a label and an amount right below the table."""
    row = [n for n in (last + 1, last + 2) if n < len(lines)]
    if len(row) == 2 and _is_label(lines[row[0]]):
        words = lines[row[1]].text
        if is_amount(words) or (bare and is_figure(words)):
            return row
    return []


def _grid(lines: Sequence[Line], reading: _Reading, *, bare: bool) -> Grid:
    rows: list[list[int | None]] = [list(row) for row in (*reading.header, *reading.rows)]
    short = _short_row(lines, reading.rows[-1][-1], bare=bare) if reading.period > 2 else []
    if short:
        rows.append([*short])
    first = next(n for row in rows for n in row if n is not None)
    last = (short or reading.rows[-1])[-1]
    return Grid(
        first_line=first,
        last_line=last + 1,
        rows=tuple(_spans(lines, row, reading.period) for row in rows),
        header_rows=len(reading.header),
    )


def _spans(lines: Sequence[Line], row: Sequence[int | None], width: int) -> tuple[tuple[int, int], ...]:
    """Return the spans of a row's cells; a missing one is empty, at the start or end of what stands beside it."""
    start = next(lines[n].start for n in row if n is not None)
    spans = [(start, start) if n is None else (lines[n].start, lines[n].end) for n in row]
    return (*spans, *[(spans[-1][1], spans[-1][1])] * (width - len(spans)))


def _is_label(line: Line) -> bool:
    text = line.text
    return (
        0 < len(text) <= _LONGEST_LABEL
        and not is_figure(text)
        and not ends_sentence(text)
        and not item_mark(text)
        and not text[0].islower()
    )
