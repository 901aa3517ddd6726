"""Spreadsheets and CSV as documents with tables."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import pytest
from openpyxl import Workbook

from extractors.model import Capture, Document
from extractors.parse import ParseError, parse

ROWS: list[list[str | float | None]] = [
    ["Allocations to commissioners", None],
    ["Area", "Allocation (£)"],
    ["Kent", 378967],
    ["Cleveland", 200333.33],
]


def capture(name: str, media_type: str) -> Capture:
    return Capture(
        capture_id="0" * 64,
        source_id="local",
        url=f"https://example.org/files/{name}",
        final_url=f"https://example.org/files/{name}",
        captured_at=datetime(2024, 1, 1, tzinfo=UTC),
        http_status=200,
        media_type=media_type,
        byte_size=1,
        raw_path="x",
    )


def xlsx() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Awards"
    for row in ROWS:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods() -> bytes:
    """A minimal OpenDocument spreadsheet (OASIS ODF 1.2, content.xml)."""

    def cell(value: object) -> str:
        kind = f'float" office:value="{value}' if isinstance(value, int | float) else "string"
        return (
            f'<table:table-cell office:value-type="{kind}"><text:p>{value or ""}</text:p></table:table-cell>'
        )

    rows = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in ROWS)
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {names}><office:body><office:spreadsheet>'
        f'<table:table table:name="Awards">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
        )
    return out.getvalue()


CSV = b"Allocations to commissioners,\r\nArea,Allocation (\xa3)\r\nKent,378967\r\nCleveland,200333.33\r\n"


def cells(document: Document) -> list[list[str]]:
    (table,) = document.tables
    grid = [["" for _ in range(table.col_count)] for _ in range(table.row_count)]
    for one in table.cells:
        grid[one.row][one.col] = document.text[one.start_char : one.end_char]
    return grid


@pytest.mark.parametrize(
    ("name", "media_type", "body"),
    [("a.xlsx", "application/octet-stream", xlsx()), ("a.ods", "", ods()), ("a.csv", "text/csv", CSV)],
)
def test_a_sheet_is_a_table_with_its_title_above(name: str, media_type: str, body: bytes) -> None:
    document, _ = parse(capture(name, media_type), body)
    assert cells(document) == [["Area", "Allocation (£)"], ["Kent", "378967"], ["Cleveland", "200333.33"]]
    assert "Allocations to commissioners" in document.text
    assert document.title == name
    assert document.tables[0].cells[0].is_header


@pytest.mark.parametrize(
    ("body", "code"),
    [(xlsx()[:300], "binary-body"), (xlsx()[:-400], "damaged-workbook")],
)
def test_a_damaged_workbook_is_named(body: bytes, code: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse(capture("a.xlsx", ""), body)
    assert caught.value.code == code


def test_a_workbook_that_unpacks_to_gigabytes_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 250_000_000)
    with pytest.raises(ParseError) as caught:
        parse(capture("a.xlsx", ""), out.getvalue())
    assert caught.value.code == "workbook-too-large"
