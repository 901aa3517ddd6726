"""Tables of one cell a line whose merged cells are told once: rows below a group's first lack its name."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.parse.flat_header import names_money
from extractors.parse.grid import Grid, looks_like_header
from extractors.parse.lines import Line, ends_sentence, holds_unit, is_amount, is_figure, item_mark

_NARROWEST, _WIDEST = 3, 6
_FEWEST_ROWS = 3
_LONGEST_CELL = 120


#: So many lines further on the header may stand: the reader of regular cells looks as far ahead.
_AHEAD = 18


def merged_cells(lines: Sequence[Line], start: int) -> Grid | None:
    """Return the first such table whose header begins at line ``start`` or a few lines behind it, or None.

    The header is a line a column, the last for the amounts, so that a row ends with each amount. Rows have as many
    cells as the header, or one less where the first is the one above; at least one of three must be so.

    >>> from extractors.parse.lines import split_lines
    >>> text = "Area\\nFund\\nAward\\nKent\\nLamps\\n£5\\nCameras\\n£7\\nEssex\\nLamps\\n£6\\n"
    >>> [len([end for begin, end in row if end > begin]) for row in merged_cells(split_lines(text), 0).rows]
    [3, 3, 2, 3]
    """
    for first in range(start, min(start + _AHEAD, len(lines))):
        for width in range(_NARROWEST, min(_WIDEST, len(lines) - first) + 1):
            header = range(first, first + width)
            if _is_header(lines, header):
                rows = _rows(lines, first + width, width)
                if len(rows) >= _FEWEST_ROWS and len(rows[0]) == width and any(len(r) < width for r in rows):
                    return _grid(lines, header, rows, width)
    return None


def _is_header(lines: Sequence[Line], header: Sequence[int]) -> bool:
    texts = [lines[n].text for n in header]
    if not all(texts) or not (names_money(texts[-1]) or holds_unit(texts[-1])):
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
            if not width - 1 <= len(cells) <= width:
                break
            rows.append(tuple(cells))
            cells = []
        elif len(cells) >= width:
            break
    return rows


def _is_cell(line: Line) -> bool:
    return 0 < len(line.text) <= _LONGEST_CELL and not item_mark(line.text) and not line.text.endswith(".")


def _grid(lines: Sequence[Line], header: Sequence[int], rows: Sequence[Sequence[int]], width: int) -> Grid:
    spans = [tuple((lines[n].start, lines[n].end) for n in row) for row in (tuple(header), *rows)]
    padded = tuple(row if len(row) == width else ((row[0][0], row[0][0]), *row) for row in spans)
    return Grid(first_line=header[0], last_line=rows[-1][-1] + 1, rows=padded, header_rows=1, merged=True)
