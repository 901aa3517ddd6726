"""Tables in rows "label 1,264 2,500" whose unit stands above them: in the header, a line of units or the caption."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.parse.flat_columns import header_above
from extractors.parse.grid import Grid
from extractors.parse.lines import Line, ends_sentence, holds_unit, item_mark

_MIN_ROWS = 3
_LONGEST_HEADER = 120
_FIGURE = r"[-–(]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\)?\*?|n/a|nil|[-–—]"
_ROW = re.compile(
    rf"(?P<label>(?:[^\W\d_]|\d{{4}}[/-]\d\d)(?:.{{0,70}}?[^\s:–—-])?)(?:\s*[:–—-](?=\s))?(?P<figures>(?:\s+(?:{_FIGURE}))+)",
    re.IGNORECASE,
)
_ONE = re.compile(_FIGURE, re.IGNORECASE)
_PROSE_END = re.compile(
    r"\b(?:is|are|was|were|will|has|have|had|of|to|for|by|from|with|at|than|over|about|in|on|and|the|round|phase"
    r"|page|table|section|appendix|annex|item|version|part|no|number)$",
    re.IGNORECASE,
)
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$", re.IGNORECASE)


def bare_rows(lines: Sequence[Line], start: int) -> Grid | None:
    """Return the table of labels with bare figures behind them that starts at line ``start``, or None.

    At least three rows with as many figures each, below a line with a sign or unit; blank lines may part them.
    """
    first = _row(lines[start])
    if first is None or not _unit_above(lines, start):
        return None
    rows = [first]
    last = start
    number = start + 1
    while number < len(lines):
        row = _row(lines[number])
        if row is not None and len(row) == len(first):
            rows.append(row)
            last = number
        elif not lines[number].blank or lines[number - 1].blank:
            break
        number += 1
    if len(rows) < _MIN_ROWS:
        return None
    above = next((n for n in range(start - 1, max(start - 3, -1), -1) if not lines[n].blank), start)
    header = header_above(lines[above], len(first)) if above < start else None
    if header:
        return Grid(first_line=above, last_line=last + 1, rows=(header, *rows), header_rows=1)
    return Grid(first_line=start, last_line=last + 1, rows=tuple(rows))


def _row(line: Line) -> tuple[tuple[int, int], ...] | None:
    mark = item_mark(line.text)
    words = line.text[mark:]
    if not words or not (words[-1].isdigit() or words[-1] in ")*-–—aAlL"):
        return None
    found = _ROW.fullmatch(words)
    if found is None or not any(char.isdigit() for char in found["figures"]):
        return None
    label = found["label"].strip()
    if len(label.split()) > 9 or label[-1] in ",;." or _PROSE_END.search(label) or _MONTH.search(label):
        return None
    base = line.start + mark
    figures = base + found.start("figures")
    return (
        (base, base + len(label)),
        *((figures + one.start(), figures + one.end()) for one in _ONE.finditer(found["figures"])),
    )


def _unit_above(lines: Sequence[Line], start: int) -> bool:
    """Whether one of the three lines above, none of them a sentence, holds a sign or unit."""
    above = [n for n in range(start - 1, max(start - 6, -1), -1) if not lines[n].blank][:3]
    for number in above:
        words = lines[number].text
        if len(words) > _LONGEST_HEADER or (ends_sentence(words) and not words.endswith(":")):
            return False
        if holds_unit(words):
            return True
    return False
