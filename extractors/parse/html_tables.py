"""Tables of a page: which hold data and which only lay it out, and where in the grid each cell stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from extractors.model import Cell, Table
from extractors.parse.lines import is_amount, is_figure

_WIDEST_SPAN = 1000
_MOST_ROWS = 20_000
_LAYOUT_CONTENT = ("h1", "nav", "form", "article", "main", "section", "aside", "iframe")
_LONGEST_HEADER = 120


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands: zero-based row and column, spans, and whether the mark-up calls it a column header."""

    row: int
    col: int
    row_span: int
    col_span: int
    is_header: bool


@dataclass
class OpenTable:
    """A data table during the walk: the places of its cells by element, and the cells read so far."""

    places: dict[etree._Element, Place]
    caption_span: tuple[int, int] | None = None
    cells: list[Cell] = field(default_factory=list)

    def add(self, element: etree._Element, start: int, end: int) -> None:
        """Take in the text span of one cell element."""
        place = self.places[element]
        self.cells.append(
            Cell(
                row=place.row,
                col=place.col,
                row_span=place.row_span,
                col_span=place.col_span,
                is_header=place.is_header,
                start_char=start,
                end_char=end,
            )
        )

    def close(self, text: str, *, table_no: int) -> Table | None:
        """Return the record, or None for a table without words. The first row may be a header by what it says."""
        filled = [cell for cell in self.cells if cell.end_char > cell.start_char]
        if not filled:
            return None
        cells = self.cells if any(c.is_header for c in self.cells) else _with_header(self.cells, text)
        return Table(
            table_no=table_no,
            start_char=min(cell.start_char for cell in filled),
            end_char=max(cell.end_char for cell in filled),
            cells=tuple(cells),
            caption=" ".join(text[slice(*self.caption_span)].split()) if self.caption_span else None,
        )


def open_table(element: etree._Element) -> OpenTable | None:
    """Return the table that a ``table`` element begins, or None where it only lays out the page."""
    if element.get("role") in ("presentation", "none"):
        return None
    marked = any(next(element.iter(tag), None) is not None for tag in ("th", "thead", "caption"))
    if next(element.iterdescendants("table"), None) is not None:
        return None
    if not marked and any(next(element.iter(tag), None) is not None for tag in _LAYOUT_CONTENT):
        return None
    places = _places(element)
    rows = 1 + max((place.row for place in places.values()), default=-1)
    cols = max((place.col + place.col_span for place in places.values()), default=0)
    if (rows < 2 or cols < 2) and not (marked and rows * cols > 1):
        return None
    return OpenTable(places)


def _rows(table: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Yield a table's own rows in order, with whether they stand in its head."""
    count = 0
    for child in table:
        if child.tag == "tr":
            yield child, False
            count += 1
        elif child.tag in ("thead", "tbody", "tfoot"):
            for row in child:
                if row.tag == "tr":
                    yield row, child.tag == "thead"
                    count += 1
        if count > _MOST_ROWS:
            return


def _places(table: etree._Element) -> dict[etree._Element, Place]:
    """Return the grid position of each cell, as HTML's table algorithm places them under row and column spans."""
    places: dict[etree._Element, Place] = {}
    held: dict[int, int] = {}
    for row_no, (row, in_head) in enumerate(_rows(table)):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        is_header = in_head or (bool(cells) and len(cells) > 1 and all(cell.tag == "th" for cell in cells))
        col = 0
        taken: dict[int, int] = {}
        for cell in cells:
            while held.get(col, 0) > 0:
                col += 1
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            places[cell] = Place(row_no, col, height, width, is_header)
            taken.update(dict.fromkeys(range(col, col + width), height))
            col += width
        held = {c: left - 1 for c, left in held.items() if left > 1}
        held.update({c: height - 1 for c, height in taken.items() if height > 1})
    return places


def _span(cell: etree._Element, name: str) -> int:
    value = str(cell.get(name, "1")).strip()
    number = int(value) if value.isdecimal() and value.isascii() and len(value) < 6 else 1
    return min(max(number, 1), _WIDEST_SPAN)


def _with_header(cells: list[Cell], text: str) -> list[Cell]:
    """Return the cells with the first row as header where it has words and the rows below it have figures."""
    first = [text[c.start_char : c.end_char] for c in cells if c.row == 0]
    below = [text[c.start_char : c.end_char] for c in cells if c.row > 0]
    if any(is_amount(words) or len(words) > _LONGEST_HEADER for words in first):
        return cells
    if any(is_figure(words) and any(char.isdigit() for char in words) for words in first) or not any(
        is_figure(words) for words in below if words
    ):
        return cells
    return [
        Cell(
            row=c.row, col=c.col, row_span=c.row_span, col_span=c.col_span,
            start_char=c.start_char, end_char=c.end_char, is_header=c.row == 0,
        )
        for c in cells
    ]  # fmt: skip
