"""Tables of one cell a line whose merged cells are told once: rows below a group's first lack its name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.parse.flat_header import names_money
from extractors.parse.grid import Grid, looks_like_header
from extractors.parse.lines import Line, ends_sentence, holds_unit, is_amount, is_figure, item_mark

_NARROWEST, _WIDEST = 3, 6
_FEWEST_ROWS = 3
_LONGEST_CELL, _LONGEST_HEAD = 120, 40
#: So many lines further on the header may stand: the reader of regular cells looks as far ahead.
_AHEAD = 18
#: A first column of bodies has a name in each row: a row that lacks a cell lacks another one.
_NAMED_ROWS = re.compile(
    r"(?:organi[sz]ations?|groups?|recipients?|applicants?|charit(?:y|ies)|projects?|names?|providers?)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(?:grand |sub-?)?total\b|.*\btotal$", re.IGNORECASE)


def merged_cells(lines: Sequence[Line], start: int) -> Grid | None:
    """Return the first such table whose header begins at line ``start`` or a few lines behind it, or None.

    The header is a line a column, the last for the amounts, so that a row ends with each amount. Rows have as many
    cells as the header, or one less where the first is the one above; at least one of three must be so.

    >>> from extractors.parse.lines import split_lines
    >>> text = "Area\\nFund\\nAward\\nKent\\nLamps\\n£5\\nCameras\\n£7\\nEssex\\nLamps\\n£6\\n"
    >>> [len([end for begin, end in row if end > begin]) for row in merged_cells(split_lines(text), 0).rows]
    [3, 3, 2, 3]
    """
    for last in range(start + _NARROWEST - 1, min(start + _AHEAD, len(lines))):
        if not _heads_amounts(lines[last].text):
            continue
        for first in range(max(start, last - _WIDEST + 1), last - _NARROWEST + 2):
            header, width = range(first, last + 1), last + 1 - first
            if _NAMED_ROWS.match(lines[first].text) or not _is_header(lines, header):
                continue
            rows = _rows(lines, last + 1, width)
            short = any(len(row) == width - 1 for row in rows)
            if len(rows) >= _FEWEST_ROWS and len(rows[0]) == width and short:
                return _grid(lines, header, rows, width)
    return None


def _heads_amounts(words: str) -> bool:
    return len(words) <= _LONGEST_HEAD and (names_money(words) or holds_unit(words))


def _is_header(lines: Sequence[Line], header: Sequence[int]) -> bool:
    texts = [lines[n].text for n in header]
    if not all(texts):
        return False
    if any(holds_unit(words) or is_figure(words) or ends_sentence(words) for words in texts[:-1]):
        return False
    return looks_like_header(texts) and all(len(words.split()) <= 5 for words in texts)


def _rows(lines: Sequence[Line], first: int, width: int) -> list[tuple[int, ...]]:
    """Return the line numbers of each row's cells, up to the first that does not fit."""
    rows: list[tuple[int, ...]] = []
    cells: list[int] = []
    for number in range(first, len(lines)):
        if not _is_cell(lines[number]):
            break
        cells.append(number)
        if is_amount(lines[number].text):
            if not (width - 1 <= len(cells) <= width or _is_total(lines, cells)):
                break
            rows.append(tuple(cells))
            cells = []
        elif len(cells) >= width:
            break
    return rows


def _is_cell(line: Line) -> bool:
    return 0 < len(line.text) <= _LONGEST_CELL and not item_mark(line.text) and not line.text.endswith(".")


def _is_total(lines: Sequence[Line], row: Sequence[int]) -> bool:
    return len(row) == 2 and _TOTAL.match(lines[row[0]].text) is not None


def _grid(lines: Sequence[Line], header: Sequence[int], rows: Sequence[Sequence[int]], width: int) -> Grid:
    placed = [tuple((lines[n].start, lines[n].end) for n in header)]
    for row in rows:
        spans = [(lines[n].start, lines[n].end) for n in row]
        # What a total lacks stands behind its label; what another row lacks is the cell above.
        at = 1 if _is_total(lines, row) else 0
        blank = spans[at][0], spans[at][0]
        placed.append((*spans[:at], *[blank] * (width - len(row)), *spans[at:]))
    return Grid(
        first_line=header[0], last_line=rows[-1][-1] + 1, rows=tuple(placed), header_rows=1, merged=True
    )
