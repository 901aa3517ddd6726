"""Ruled tables of a PDF page: where their cells are, found by pdfplumber from the page's lines and boxes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_UNIT = re.compile(r"£\s?(?:'?000s?|m\b|million\b|k\b)|\(£\)", re.IGNORECASE)
_FIGURES = re.compile(r"\d[\d,.]*\d")
_ENOUGH_FIGURES = 6


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in points, from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table as rows of cell boxes; None where a row has no cell (it is merged with its neighbour)."""

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]


def may_hold_money(page_text: str, *, unit_seen: bool) -> bool:
    """Whether a page is worth a search for tables: a pound sign, or figures under a header of an earlier page."""
    return "£" in page_text or (unit_seen and len(_FIGURES.findall(page_text)) >= _ENOUGH_FIGURES)


def names_unit(page_text: str) -> bool:
    """Whether a page's text has a unit of money as table headers do ("£000", "£m", "(£)")."""
    return _UNIT.search(page_text) is not None


def ruled_tables(page: Any) -> list[RuledTable]:
    """Return the tables of a pdfplumber page, from top to bottom; those of one row or column are none."""
    tables = []
    for found in page.find_tables():
        rows = tuple(tuple(Box(*cell) if cell else None for cell in row.cells) for row in found.rows)
        if len(rows) >= 2 and max(len(row) for row in rows) >= 2:
            tables.append(RuledTable(Box(*found.bbox), rows))
    return sorted(tables, key=lambda table: table.box.top)
