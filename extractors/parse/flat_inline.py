"""Tables run together on one line: "Police authority £ Avon and Somerset 494,892 Bedfordshire 81,390 ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.parse.grid import Grid
from extractors.parse.lines import Line

#: So many rows without a header; with one that holds the unit, fewer.
_MIN_ROWS = 5
_MIN_HEADED = 3
_GROUPED = r"[£€$]?\(?(?:\d{1,3}(?:,\d{3})+|\d+\.\d+|0|nil|n/a)(?:\.\d+)?\)?(?![\d,])"
_ANY = r"[£€$]?\(?(?:\d{1,3}(?:,\d{3})+|\d+|nil|n/a)(?:\.\d+)?\)?(?![\d,%/])"
_LABEL = (
    r"(?:(?:All|Total|Totals|Overall|Sum|Other)(?: [a-z&]+){0,4}"
    r"|[A-Z][\w&'’./-]*(?: (?:and|of|the|upon|in|on|for|&|[A-Z(][\w&'’./()-]*)){0,7})"
)
_UNIT = r"\(?£(?:\s?(?:000s?|'000s?|m|k|million|thousand))?\)?"
_FIGURE_START = re.compile(r"(?<![\w.,])[£€$(]*\d")
#: The last names and units in front of the rows: "Area 2021/22 £m 2022/23 £m", "Police authority £".
_HEADED = re.compile(rf"(?:[A-Z][\w &/-]{{1,40}}?\s+{_UNIT}|\d{{4}}[/-]\d\d\s+{_UNIT}|{_UNIT})(?=\s|$)")


def _rows_of(figure: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    row = rf"(?P<label>{_LABEL})\s+(?P<figures>{figure}(?:\s+{figure}){{0,4}})(?=\s|$|[;,.])[;,.]?\s*"
    return re.compile(row), re.compile(figure)


_STRICT, _LOOSE = _rows_of(_GROUPED), _rows_of(_ANY)

Span = tuple[int, int]


def inline_rows(text: str, lines: Sequence[Line], number: int) -> Grid | None:
    """Return the table within line ``number``: several labels, each with as many figures, one after the other.

    The figures or the header in front must show a currency sign. Where the header comes again between two rows, as
    at the top of a page, the table goes on. None where the line is prose.
    """
    line = lines[number]
    if len(_FIGURE_START.findall(line.text)) < _MIN_HEADED:
        return None
    return _headed(line, number) or _unheaded(line, number)


def _unheaded(line: Line, number: int) -> Grid | None:
    row, one = _STRICT
    best: list[re.Match[str]] = []
    run: list[re.Match[str]] = []
    for found in row.finditer(line.text):
        if run and (found.start() != run[-1].end() or _width(found, one) != _width(run[-1], one)):
            run = []
        run.append(found)
        best = max(best, run, key=len)
    if len(best) < _MIN_ROWS or not all("£" in found["figures"] for found in best):
        return None
    rows = tuple(_cells(found, one, line.start) for found in best)
    return Grid(first_line=number, last_line=number + 1, rows=rows)


def _headed(line: Line, number: int) -> Grid | None:
    row, one = _LOOSE
    for header in _headers(line.text):
        at = header[-1].end()
        at += len(line.text[at:]) - len(line.text[at:].lstrip())
        first = row.match(line.text, at)
        if first is None:
            continue
        width = _width(first, one)
        top = _header_cells(line, header, width)
        repeated = " ".join(line.text[header[0].start() : header[-1].end()].split())
        run = []
        found: re.Match[str] | None = first
        while found is not None and _width(found, one) == width:
            run.append(found)
            at = found.end()
            if line.text.startswith(repeated, at):
                at += len(repeated) + 1
            found = row.match(line.text, at)
        if top and len(run) >= _MIN_HEADED:
            rows = (top, *(_cells(found, one, line.start) for found in run))
            return Grid(first_line=number, last_line=number + 1, rows=rows, header_rows=1)
    return None


def _headers(text: str) -> list[list[re.Match[str]]]:
    """Return the runs of names and units, in order, that can be a table's header."""
    runs: list[list[re.Match[str]]] = []
    for found in _HEADED.finditer(text):
        if runs and not text[runs[-1][-1].end() : found.start()].strip():
            runs[-1].append(found)
        else:
            runs.append([found])
    return runs


def _header_cells(line: Line, header: Sequence[re.Match[str]], width: int) -> tuple[Span, ...]:
    """Return the cells of a header over ``width`` columns of figures, or nothing where it does not fit them."""
    if len(header) < width:
        return ()
    used = header[-width:]
    base = line.start
    if width == 1:
        unit = re.search(rf"{_UNIT}$", used[0].group())
        assert unit is not None  # the pattern ends with a unit
        cut = used[0].start() + unit.start()
        name = line.text[used[0].start() : cut].rstrip()
        return (
            (base + used[0].start(), base + used[0].start() + len(name)),
            (base + cut, base + used[0].end()),
        )
    left = base + used[0].start()
    return ((left, left), *((base + found.start(), base + found.end()) for found in used))


def _width(found: re.Match[str], one: re.Pattern[str]) -> int:
    return len(one.findall(found["figures"]))


def _cells(found: re.Match[str], one: re.Pattern[str], base: int) -> tuple[Span, ...]:
    figures = base + found.start("figures")
    label = (base + found.start("label"), base + found.end("label"))
    return (
        label,
        *((figures + cell.start(), figures + cell.end()) for cell in one.finditer(found["figures"])),
    )
