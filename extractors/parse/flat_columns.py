"""Tables in rows without ``|``: cells parted by tabs, by runs of spaces, or a label with its amounts behind it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import takewhile

from extractors.parse.grid import Grid, looks_like_header, with_header
from extractors.parse.lines import Line, ends_sentence, is_amount, is_figure, is_unit, item_mark

_GAP = re.compile(r"(?:[ \u00a0\u2002\u2003]{2,}|[ \u00a0]*\t[ \u00a0\t]*)")
_TAB = re.compile(r"[ \u00a0]*\t[ \u00a0]*")
_TABS = re.compile(r"[ \u00a0]*\t[ \u00a0\t]*")
_AMOUNT = r"[-–]?\(?[£€$]\s?\d[\d,.]*(?:\s?(?:million|billion|bn|mn|m|k))?\)?\*?|n/a|nil|[-–—]"
_LABELLED = re.compile(
    rf"(?P<label>\D[^£€$]{{1,70}}?)(?:\s*[:–—-](?=\s))?(?P<amounts>(?:\s+(?:{_AMOUNT}))+)", re.IGNORECASE
)
_ONE_AMOUNT = re.compile(_AMOUNT, re.IGNORECASE)
_SENTENCE_VERBS = re.compile(
    r"\b(?:is|are|was|were|will|has|have|had|be|been|of|to|for|by|from|with|at|than|over|about|around|up|nearly)$",
    re.I,
)
_FIRST_COLUMN = re.compile(
    r"(?:police |pcc |local |force )?(?:force )?(?:areas?|forces?|pccs?|names?|regions?|organi[sz]ations?|recipients?"
    r"|authorit(?:y|ies)|groups?|councils?|projects?|applicants?|charit(?:y|ies)|districts?|schemes?|providers?"
    r"|commissioners?|partners?|(?:financial )?years?)\b",
    re.I,
)
_LAST_WORD = re.compile(
    r"(?:\b(?:allocations?|funding|awards?|awarded|amounts?|totals?|grants?|budgets?|\d{4}[/-]\d{2,4})"
    r"(?! \(?£)|\(?£\S*)(?=\s|$)",
    re.I,
)

Row = tuple[tuple[int, int], ...]
#: So many rows decide whether lines are a table; what is none is then not read to its end again and again.
PROBE = 30


def tabbed_rows(text: str, lines: Sequence[Line], start: int) -> Grid | None:
    """Return the table of rows with tabs that starts at line ``start``, or None."""
    probe = _block(lines, start, _has_tab, limit=PROBE)
    if len(probe) < 2 or not any(
        is_figure(part) for n in probe for part in lines[n].text.split("\t") if part
    ):
        return None
    block = _block(lines, start, _has_tab)
    for gap in (_TAB, _TABS):
        rows = [(*_tabs_before(text, lines[number]), *_split(lines[number], gap)) for number in block]
        if len({len(row) for row in rows}) == 1:
            break
    width = max(len(row) for row in rows)
    padded = tuple((*row, *[(row[-1][1], row[-1][1])] * (width - len(row))) for row in rows)
    return with_header(Grid(first_line=block[0], last_line=block[-1] + 1, rows=padded), text)


def _tabs_before(text: str, line: Line) -> Row:
    """Return the empty cells that a line begins with, one for each tab."""
    return ((line.start, line.start),) * text[line.start - line.indent : line.start].count("\t")


def spaced_rows(text: str, lines: Sequence[Line], start: int) -> Grid | None:
    """Return the table whose columns are aligned with runs of spaces, or None.

    Three rows in four must hold a figure in a cell of its own, so that prose with two spaces after a stop is none.
    """
    probe = [
        _split(lines[n], _GAP) for n in _block(lines, start, _has_gap, between=_is_subheading, limit=PROBE)
    ]
    if len(probe) < 2:
        return None
    width, _ = Counter(len(row) for row in probe).most_common(1)[0]
    if width < 2 or any(len(row) > width for row in probe):
        return None
    figures = sum(any(is_figure(text[a:b]) for a, b in row[1:]) for row in probe)
    money = any(is_amount(text[a:b]) or is_unit(text[a:b]) for row in probe for a, b in row)
    signed = money or "£" in lines[start].text
    counted = sum(len(row) > 1 and not all(is_unit(text[a:b]) for a, b in row) for row in probe)
    if figures < (2 if signed else 3) or figures * 4 < (counted - 1) * 3:
        return None
    block = _block(lines, start, _has_gap, between=_is_subheading)
    rows = list(takewhile(lambda row: len(row) <= width, (_split(lines[n], _GAP) for n in block)))
    block = block[: len(rows)]
    full = next(row for row in rows if len(row) == width)
    anchors = [_column(lines[block[rows.index(full)]], span) for span in full]
    placed = tuple(_place(lines[number], row, anchors) for number, row in zip(block, rows, strict=True))
    return with_header(Grid(first_line=block[0], last_line=block[-1] + 1, rows=placed), text)


def labelled_rows(text: str, lines: Sequence[Line], start: int) -> Grid | None:
    """Return the table whose rows are "label £1 £2" with single spaces, at least three with as many amounts each.

    A header line above is cut into columns where its words tell how ("Area Grip allocation VRU allocation").
    """
    rows: list[Row] = []
    number = start
    while (
        number < len(lines) and (row := _labelled(lines[number])) and (not rows or len(row) == len(rows[0]))
    ):
        rows.append(row)
        number += 1
    if len(rows) < 3:
        return None
    header = header_above(lines[start - 1], len(rows[0])) if start else None
    if header:
        return Grid(first_line=start - 1, last_line=number, rows=(header, *rows), header_rows=1)
    return Grid(first_line=start, last_line=number, rows=tuple(rows))


def _labelled(line: Line) -> Row | None:
    found = _LABELLED.fullmatch(line.text)
    if not found or not any(sign in found["amounts"] for sign in "£€$") or item_mark(line.text):
        return None
    label = found["label"].strip()
    if _SENTENCE_VERBS.search(label) or label[-1] in ",;." or len(label.split()) > 9:
        return None
    base = line.start + found.start("amounts")
    amounts = [(base + one.start(), base + one.end()) for one in _ONE_AMOUNT.finditer(found["amounts"])]
    return ((line.start, line.start + len(label)), *amounts)


def header_above(line: Line, width: int) -> Row | None:
    """Return the cells of a header line whose columns are parted by single spaces only, or None."""
    if line.blank or ends_sentence(line.text) or not looks_like_header([line.text]):
        return None
    first = _FIRST_COLUMN.match(line.text)
    if not first:
        return None
    rest = line.text[first.end() :]
    ends = [found.end() for found in _LAST_WORD.finditer(rest)]
    if len(ends) != width - 1 or ends[-1] != len(rest):
        return None
    row = [(line.start, line.start + first.end())]
    at = 0
    for end in ends:
        cell = rest[at:end]
        left = line.start + first.end() + at + len(cell) - len(cell.lstrip())
        row.append((left, line.start + first.end() + end))
        at = end
    return tuple(row)


def _has_tab(line: Line) -> bool:
    return "\t" in line.text


def _has_gap(line: Line) -> bool:
    return _GAP.search(line.text) is not None and not item_mark(line.text)


def _is_subheading(line: Line) -> bool:
    """Whether a line can name a group of rows within a table."""
    return 0 < len(line.text) <= 50 and not ends_sentence(line.text) and not item_mark(line.text)


def _never(line: Line) -> bool:
    return False


def _block(
    lines: Sequence[Line],
    start: int,
    wanted: Callable[[Line], bool],
    *,
    between: Callable[[Line], bool] = _never,
    limit: int | None = None,
) -> list[int]:
    """Return the numbers of the lines from ``start`` that are wanted, over single blank lines and lines ``between``."""
    block: list[int] = []
    number = start
    while number < len(lines) and (limit is None or len(block) < limit):
        if lines[number].blank:
            if number + 1 >= len(lines) or not wanted(lines[number + 1]):
                break
        elif wanted(lines[number]) or (
            block and between(lines[number]) and number + 1 < len(lines) and wanted(lines[number + 1])
        ):
            block.append(number)
        else:
            break
        number += 1
    return block


def _split(line: Line, gap: re.Pattern[str]) -> Row:
    spans, at = [], 0
    for found in gap.finditer(line.text):
        spans.append((line.start + at, line.start + found.start()))
        at = found.end()
    spans.append((line.start + at, line.end))
    return tuple(spans)


def _column(line: Line, span: tuple[int, int]) -> tuple[int, int]:
    """Return where a cell stands on the page: its first and last column of characters."""
    return span[0] - line.start + line.indent, span[1] - line.start + line.indent


def _place(line: Line, row: Row, anchors: Sequence[tuple[int, int]]) -> Row:
    """Return the row with each cell under the nearest column and empty cells in the gaps."""
    if len(row) == len(anchors):
        return row
    placed = [(line.end, line.end)] * len(anchors)
    lowest = 0
    for span in row:
        left, right = _column(line, span)
        free = range(lowest, len(anchors))
        best = min(
            free, key=lambda n: min(abs(left - anchors[n][0]), abs(right - anchors[n][1])), default=None
        )
        if best is None:
            break
        placed[best] = span
        lowest = best + 1
    return tuple(placed)
