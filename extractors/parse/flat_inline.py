"""Tables run together on one line: "Police authority £ Avon and Somerset 494,892 Bedfordshire 81,390 ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.parse.grid import Grid
from extractors.parse.lines import Line

_MIN_ROWS = 5
_FIGURE = r"[£€$]?\(?(?:\d{1,3}(?:,\d{3})+|\d+\.\d+|0|nil|n/a)(?:\.\d+)?\)?(?![\d,])"
_LABEL = r"[A-Z][\w&'’./-]*(?: (?:and|of|the|upon|in|on|for|&|[A-Z(][\w&'’./()-]*)){0,7}"
_ROW = re.compile(
    rf"(?P<label>{_LABEL})\s+(?P<figures>{_FIGURE}(?:\s+{_FIGURE}){{0,4}})(?=\s|$|[;,.])[;,.]?\s*"
)
_FIGURE_START = re.compile(r"(?<![\w.,])[£€$(]*\d")
_ONE = re.compile(_FIGURE)
_HEADER = re.compile(
    r"(?P<label>[A-Z][\w ]{2,40}?)\s+(?P<unit>\(?£(?:\s?(?:000s?|'000s?|m|k|million|thousand))?\)?)\s*$"
)


def inline_rows(text: str, lines: Sequence[Line], number: int) -> Grid | None:
    """Return the table within line ``number``: five or more labels, each with as many figures, one after the other.

    The figures or the header in front must show a currency sign. None where the line is prose.
    """
    line = lines[number]
    if len(_FIGURE_START.findall(line.text)) < _MIN_ROWS:
        return None
    best: list[re.Match[str]] = []
    run: list[re.Match[str]] = []
    for found in _ROW.finditer(line.text):
        if run and (found.start() != run[-1].end() or _width(found) != _width(run[-1])):
            run = []
        run.append(found)
        best = max(best, run, key=len)
    if len(best) < _MIN_ROWS:
        return None
    before = line.text[: best[0].start()]
    header = _HEADER.search(before)
    if not header and not all("£" in found["figures"] for found in best):
        return None
    base = line.start
    rows = [_row(found, base) for found in best]
    if header and _width(best[0]) == 1:
        rows.insert(0, [(base + a, base + b) for a, b in (header.span("label"), header.span("unit"))])
        return Grid(first_line=number, last_line=number + 1, rows=tuple(map(tuple, rows)), header_rows=1)
    return Grid(first_line=number, last_line=number + 1, rows=tuple(map(tuple, rows)))


def _width(found: re.Match[str]) -> int:
    return len(_ONE.findall(found["figures"]))


def _row(found: re.Match[str], base: int) -> list[tuple[int, int]]:
    figures = base + found.start("figures")
    cells = [(base + found.start("label"), base + found.end("label"))]
    return cells + [(figures + one.start(), figures + one.end()) for one in _ONE.finditer(found["figures"])]
