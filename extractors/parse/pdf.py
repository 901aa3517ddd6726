"""PDF: pdfium reads the text page by page, pdfplumber shows where the ruled tables of money are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from extractors.model import Capture, Document, Issue, PageSpan, document_id_of
from extractors.parse.dates import dateline
from extractors.parse.errors import ParseError, parse_issue
from extractors.parse.grid import Grid, with_header
from extractors.parse.headline import headline_of
from extractors.parse.layout import Layout, LayoutReader
from extractors.parse.lines import Line, split_lines
from extractors.parse.paragraphs import wrap_width
from extractors.parse.pdf_pages import PdfPages, Piece, running_line
from extractors.parse.publisher import stated_publisher

PARSER = "pdf.v1"
_LEAST_PAGES = 2


@dataclass
class _Page:
    """A page's pieces as spans of the document's text, in reading order."""

    number: int
    pieces: list[tuple[Piece, int, list[list[tuple[int, int]]]]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def parse_pdf(capture: Capture, body: bytes) -> tuple[Document, list[Issue]]:
    """Return the document of a PDF. Pages stand one after the other in the text, parted by a blank line.

    Raises:
        ParseError: ``encrypted-pdf``, ``truncated-pdf``, ``damaged-pdf``, ``empty-pdf`` (no pages), or ``no-text``
            for pages that are pictures.
    """
    if b"%%EOF" not in body[-4096:]:
        raise ParseError("truncated-pdf", "the end-of-file mark is missing")
    with PdfPages(body) as source:
        pages, text, spans = _read(source)
        issues = (
            [parse_issue(capture, "too-many-pages", f"only the first {len(spans)} pages were read")]
            if source.cut_short
            else []
        )
    if not text.strip():
        raise ParseError("no-text", "the pages hold no text: pictures, perhaps")
    found = _layout(text, pages)
    article = [text[b.start_char : b.end_char] for b in found.blocks if b.furniture is None]
    title = found.title
    document = Document(
        document_id=document_id_of(capture.source_id, capture.url),
        capture_id=capture.capture_id,
        source_id=capture.source_id,
        url=capture.url,
        text=text,
        blocks=found.blocks,
        tables=found.tables,
        pages=tuple(spans),
        parser=PARSER,
        title=headline_of(text[title.start_char : title.end_char]) if title else None,
        published_on=dateline(article),
        publisher=stated_publisher([text[b.start_char : b.end_char] for b in found.blocks]),
    )
    return document, issues


def _read(source: PdfPages) -> tuple[list[_Page], str, list[PageSpan]]:
    """Return the pages with their pieces' places in the text, the text, and the span of each page."""
    words: list[str] = []
    length = 0
    pages: list[_Page] = []
    spans: list[PageSpan] = []

    def add(part: str) -> int:
        nonlocal length
        start = length
        words.append(part)
        length += len(part)
        return start

    for number, pieces in source.pages():
        page = _Page(number)
        first = length
        for piece in pieces:
            if piece.rows is None:
                page.pieces.append((piece, add(piece.text), []))
                add("\n")
                continue
            rows: list[list[tuple[int, int]]] = []
            for row in piece.rows:
                cells: list[tuple[int, int]] = []
                for col, cell in enumerate(row):
                    if col:
                        add("\t")
                    start = add(cell)
                    cells.append((start, start + len(cell)))
                add("\n")
                rows.append(cells)
            page.pieces.append((piece, rows[0][0][0], rows))
        add("\n")
        pages.append(page)
        spans.append(PageSpan(number=number, start_char=first, end_char=length))
    return pages, "".join(words), spans


def _layout(text: str, pages: list[_Page]) -> Layout:
    """Return the layout of all pages: running heads and feet are furniture, a table may go on over the page."""
    for page in pages:
        for piece, start, _ in page.pieces:
            if piece.rows is None:
                page.lines += split_lines(text, start, start + len(piece.text))
    running = _running_lines(pages)
    loose = [line for page in pages for line in page.lines if id(line) not in running]
    reader = LayoutReader(text, width=wrap_width(loose))
    for page in pages:
        fresh = True
        for piece, start, rows in page.pieces:
            if piece.rows is None:
                end = start + len(piece.text)
                stretch = [line for line in page.lines if start <= line.start <= line.end <= end]
                kept = [line for line in stretch if id(line) not in running]
                _take(reader, stretch, running, page.number)
                fresh = fresh and not any(line.text for line in kept)
                continue
            _take_table(reader, text, rows, page=page.number, fresh=fresh)
            fresh = False
    return reader.finish()


def _take(reader: LayoutReader, stretch: list[Line], running: set[int], page: int) -> None:
    """Hand lines to the reader in order, running heads and feet apart."""
    loose: list[Line] = []
    for line in stretch:
        if id(line) in running:
            reader.lines(loose, page=page)
            loose = []
            reader.furniture(line, "footer")
        else:
            loose.append(line)
    reader.lines(loose, page=page)


def _take_table(
    reader: LayoutReader, text: str, rows: list[list[tuple[int, int]]], *, page: int, fresh: bool
) -> None:
    """Hand a ruled table to the reader; one at the top of a page goes on with the table above it.

    It does when the column count is the same and no new header stands on it; a header that is said again stays one.
    """
    grid = with_header(Grid(first_line=0, last_line=0, rows=tuple(tuple(row) for row in rows)), text)
    last = reader.last_table
    if last is not None and fresh and last.page is not None and last.col_count == len(rows[0]):
        heads = [text[c.start_char : c.end_char].split() for c in last.cells if c.row == 0]
        again = [text[a:b].split() for a, b in rows[0]]
        if not grid.header_rows or heads == again:
            reader.go_on(grid)
            return
    reader.grid(grid, page=page)


def _running_lines(pages: list[_Page]) -> set[int]:
    """Return the lines (by identity) that head or foot the pages: the same on most of them but for the page number."""
    edges: dict[int, list[tuple[str, Line]]] = {}
    for page in pages:
        filled = [line for line in page.lines if line.text]
        near = filled[:3] + filled[3:][-3:]
        edges[page.number] = [(running_line(line.text), line) for line in near]
    counts = Counter(words for found in edges.values() for words in {words for words, _ in found})
    least = max(_LEAST_PAGES, (len(pages) + 1) // 2)
    return {
        id(line)
        for found in edges.values()
        for words, line in found
        if counts[words] >= least or words in ("#", "page #", "page # of #", "# of #", "#/#")
    }
