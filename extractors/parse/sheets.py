"""Spreadsheets and CSV: each sheet a table, read through the same walk as a page's tables.

ODS, XLSX and XLS cells come without their display format, so a whole number is written without a point and others with
two decimals; the sign or unit of an amount stands in the column's header.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from html import escape
from urllib.parse import unquote, urlsplit

from extractors.model import Capture, Document, Issue
from extractors.parse.decode import decode
from extractors.parse.errors import ParseError, parse_issue
from extractors.parse.html import document_of
from extractors.parse.html_head import Head

PARSER = "sheets.v1"
#: A workbook that unpacks to more than this many bytes, or by more than this factor, is no table of grants.
_LARGEST = 200_000_000
_RATIO = 200
_MOST_ROWS = 20_000
_MOST_COLUMNS = 60

Rows = Sequence[Sequence[str]]


def parse_workbook(capture: Capture, body: bytes) -> tuple[Document, list[Issue]]:
    """Return the document of an ODS, XLSX or XLS file.

    Raises:
        ParseError: ``damaged-workbook``, ``workbook-too-large``, or ``no-text`` for empty sheets.
    """
    if body.startswith(b"PK"):
        _refuse_bomb(body)
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(body))
        sheets = [
            (name, [[_shown(value) for value in row] for row in book.get_sheet_by_name(name).to_python()])
            for name in book.sheet_names
        ]
    except (CalamineError, ValueError, OSError) as error:
        raise ParseError("damaged-workbook", f"the workbook can't be read: {error}") from error
    return _document(capture, sheets, [])


def parse_csv(capture: Capture, body: bytes) -> tuple[Document, list[Issue]]:
    """Return the document of a CSV file, with commas, semicolons or tabs.

    Raises:
        ParseError: ``undecodable``, ``damaged-csv``, or ``no-text`` for a file without cells.
    """
    text, issues = decode(capture, body, markup=False)
    text = text.lstrip("\ufeff")
    first = text[:4096].partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise ParseError("damaged-csv", f"the CSV can't be read: {error}") from error
    return _document(capture, [("", rows)], issues)


def _refuse_bomb(body: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ParseError("damaged-workbook", f"the workbook can't be read: {error}") from error
    if size > _LARGEST or size > _RATIO * max(len(body), 100_000):
        raise ParseError("workbook-too-large", f"{len(body):,} bytes unpack to {size:,}")


def _shown(value: object) -> str:
    """Return a cell's value as text.

    >>> _shown(311836.0), _shown(200333.333), _shown(True), _shown("Kent ")
    ('311836', '200333.33', 'TRUE', 'Kent')
    """
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.2f}"
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | datetime | time | timedelta):
        return str(value)
    return " ".join(str(value).split())


def _document(
    capture: Capture, sheets: Sequence[tuple[str, Rows]], issues: list[Issue]
) -> tuple[Document, list[Issue]]:
    name = unquote(urlsplit(capture.url).path.rpartition("/")[2])
    parts = [f"<main><h1>{escape(name)}</h1>"]
    for sheet, rows in sheets:
        filled = [_trimmed(row) for row in rows]
        if len(filled) > _MOST_ROWS:
            message = f"the sheet {sheet!r} has {len(filled):,} rows; the first {_MOST_ROWS:,} are read"
            issues.append(parse_issue(capture, "sheet-cut-off", message))
        if any(filled):
            parts += _markup(sheet, filled[:_MOST_ROWS])
    if len(parts) == 1:
        raise ParseError("no-text", "the sheets have no cells with words")
    head = Head(title=name, headline=name, published_on=None, publisher=None, language="en", links={})
    return document_of(capture, "".join([*parts, "</main>"]), head, parser=PARSER, issues=issues)


def _trimmed(row: Sequence[str]) -> list[str]:
    cells = [cell.strip() for cell in row[:_MOST_COLUMNS]]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _markup(sheet: str, rows: list[list[str]]) -> Iterator[str]:
    """Yield a sheet as mark-up: its name, lines above and below the table as paragraphs, and the table."""
    if sheet:
        yield f"<h2>{escape(sheet)}</h2>"
    width = max(map(len, rows))
    table: list[list[str]] = []
    for row in rows:
        # a title, a note or a source stands alone in the first cell of its row
        if width > 1 and sum(map(bool, row)) <= 1 and row[:1] != [""]:
            yield from _table(table)
            table = []
            yield from (f"<p>{escape(cell)}</p>" for cell in row if cell)
        elif row:
            table.append(row)
    yield from _table(table)


def _table(rows: list[list[str]]) -> Iterator[str]:
    if not rows:
        return
    width = max(map(len, rows))
    yield "<table>"
    for number, row in enumerate(rows):
        tag = "th" if number == 0 and len(rows) > 1 else "td"
        cells = "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in [*row, *[""] * (width - len(row))])
        yield f"<tr>{cells}</tr>"
    yield "</table>"
