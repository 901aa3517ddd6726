"""The pages of a PDF as pieces in reading order: stretches of text and rows of table cells."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from extractors.parse.errors import ParseError
from extractors.parse.pdf_tables import Box, RuledTable, may_hold_money, names_unit, ruled_tables

MOST_PAGES = 1000
_BROKEN_WORD = re.compile(r"\ufffe\s*")
_LINE_END = re.compile(r"\r\n?")
_NO_PAGES = re.compile(rb"/Count\s+0\b")
_INSET = 0.5


@dataclass(frozen=True, slots=True)
class Piece:
    """Either running text, or the cells of a table by row (``rows``)."""

    text: str = ""
    rows: tuple[tuple[str, ...], ...] | None = None


def running_line(words: str) -> str:
    """Return a line with its numbers masked, as running heads and feet are alike from page to page.

    >>> running_line("Page 3 of 12")
    'page # of #'
    """
    return re.sub(r"\d+", "#", " ".join(words.split())).lower()


class PdfPages:
    """An open PDF. ``cut_short`` is set when it has more pages than are read."""

    def __init__(self, body: bytes) -> None:
        import pypdfium2

        try:
            self._pdfium: Any = pypdfium2.PdfDocument(body)
        except pypdfium2.PdfiumError as error:
            # pdfium's own reason may be that of an earlier file, so the bytes are asked.
            if b"/Encrypt" in body:
                raise ParseError("encrypted-pdf", "the PDF asks for a password") from error
            if _NO_PAGES.search(body):
                raise ParseError("empty-pdf", "the PDF has no pages") from error
            raise ParseError("damaged-pdf", f"the PDF cannot be opened: {error}") from error
        self._body = body
        self._plumber: Any = None
        self.cut_short = len(self._pdfium) > MOST_PAGES
        if len(self._pdfium) == 0:
            raise ParseError("empty-pdf", "the PDF has no pages")

    def __enter__(self) -> PdfPages:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._plumber is not None:
            self._plumber.close()
        self._pdfium.close()

    def pages(self) -> Iterator[tuple[int, list[Piece]]]:
        """Yield each page's number (from 1) and pieces."""
        unit_seen = False
        for index in range(min(len(self._pdfium), MOST_PAGES)):
            page = self._pdfium[index]
            reader = page.get_textpage()
            text = _clean(reader.get_text_range())
            tables = self._tables(index, page) if may_hold_money(text, unit_seen=unit_seen) else []
            unit_seen = unit_seen or names_unit(text)
            yield index + 1, list(_pieces(page, reader, tables)) if tables else [Piece(text)]
            reader.close()
            page.close()

    def _tables(self, index: int, page: Any) -> list[RuledTable]:
        """Return the ruled tables of an upright page whose origin is its corner; others are read as text."""
        if page.get_rotation() or tuple(page.get_mediabox()[:2]) != (0, 0):
            return []
        if self._plumber is None:
            import pdfplumber

            self._plumber = pdfplumber.open(io.BytesIO(self._body))
        plumbed = self._plumber.pages[index]
        tables = ruled_tables(plumbed)
        plumbed.close()
        return tables


def _pieces(page: Any, reader: Any, tables: list[RuledTable]) -> Iterator[Piece]:
    """Yield a page with tables from top to bottom: text above, beside and below each table, and its cells."""
    width, height = page.get_size()
    top = 0.0
    for table in tables:
        box = table.box
        if box.top < top:
            continue
        above = _text_in(reader, Box(0, top, width, box.top), height)
        beside = [
            _text_in(reader, side, height)
            for side in (Box(0, box.top, box.left, box.bottom), Box(box.right, box.top, width, box.bottom))
        ]
        yield from (Piece(words) for words in (above, *beside) if words.strip())
        rows = tuple(
            tuple(_text_in(reader, cell, height, inset=_INSET).strip() if cell else "" for cell in row)
            for row in table.rows
        )
        if any(cell for row in rows for cell in row):
            yield Piece(rows=rows)
        top = box.bottom
    below = _text_in(reader, Box(0, top, width, height), height)
    if below.strip():
        yield Piece(below)


def _text_in(reader: Any, box: Box, height: float, *, inset: float = 0.0) -> str:
    """Return the text in a box; pdfium counts from the bottom of the page."""
    if box.right - box.left <= 2 * inset or box.bottom - box.top <= 2 * inset:
        return ""
    return _clean(
        reader.get_text_bounded(
            left=box.left + inset,
            bottom=height - box.bottom + inset,
            right=box.right - inset,
            top=height - box.top - inset,
        )
    )


def _clean(words: str) -> str:
    return _LINE_END.sub("\n", _BROKEN_WORD.sub("-", words)).replace("\x00", "")
