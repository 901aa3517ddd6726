"""Headers over cells that stand on lines of their own: which lines they are, and whether they hold a unit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.parse.grid import looks_like_header
from extractors.parse.lines import Line, ends_sentence, holds_unit, is_unit, item_mark

_NAMES_MONEY = re.compile(
    r"\b(?:amounts?|awards?|awarded|funding|grants?|granted|allocations?|allocated)\b", re.IGNORECASE
)
_LARGE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{4,}|\d+\.\d\d")
_LONGEST_CAPTION = 120


def names_money(text: str) -> bool:
    """Whether a short text names money given: "Amount awarded", but not "Officers"."""
    return len(text) <= 80 and _NAMES_MONEY.search(text) is not None


def is_large(figure: str) -> bool:
    """Whether a bare figure looks like an amount by its size or pence: "1,264", "250.00", but not "12"."""
    return _LARGE.fullmatch(figure) is not None


def header_rows(lines: Sequence[Line], first: int, period: int) -> list[list[int | None]]:
    """Return the header above line ``first`` as rows of line numbers, None for a corner that is left empty.

    A header is one row of names, then perhaps one of units; the cell above the labels may be missing where units
    tell that the rest is a header. No rows where the lines above are no header.
    """
    above = [n for n in range(max(first - 4 * period - 6, 0), first) if not lines[n].blank]
    columns = period - 1
    units: list[int | None] = []
    if len(above) >= columns and all(is_unit(lines[n].text) for n in above[-columns:]):
        units = [None, *above[-columns:]]
        above = above[:-columns]
    names: list[int | None] = []
    sure = bool(units) or (len(above) > period and captioned_unit(lines, above[-period]))
    if _is_header(lines, above[-period:], period, sure=sure):
        names = [*above[-period:]]
    elif _is_header(lines, above[-columns:], columns, sure=bool(units)) and (
        units or all(holds_unit(lines[n].text) for n in above[-columns:])
    ):
        names = [None, *above[-columns:]]
    return [row for row in (names, units) if row]


def _is_header(lines: Sequence[Line], numbers: Sequence[int], size: int, *, sure: bool) -> bool:
    texts = [lines[n].text for n in numbers]
    if len(texts) != size or any(ends_sentence(words) or item_mark(words) for words in texts):
        return False
    if any(len(words.split()) > 8 for words in texts):
        return False
    return looks_like_header(texts) or (
        (sure or any(holds_unit(words) for words in texts)) and all(len(words) <= 80 for words in texts)
    )


def captioned_unit(lines: Sequence[Line], first: int) -> bool:
    """Whether the short line above line ``first`` holds a unit, as a table's caption does: "Grants by area (£m)"."""
    above = next((lines[n].text for n in range(first - 1, max(first - 4, -1), -1) if not lines[n].blank), "")
    return len(above) <= _LONGEST_CAPTION and holds_unit(above)
