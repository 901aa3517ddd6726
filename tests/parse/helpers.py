"""Captures and readings of documents in a form that tests can compare with literals."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from extractors.model import Capture, Document, Table
from extractors.parse import parse

URL = "https://news.example/story"


def capture_of(body: bytes, *, media_type: str = "text/plain", url: str = URL) -> Capture:
    return Capture(
        capture_id=hashlib.sha256(body).hexdigest(),
        source_id="test",
        url=url,
        final_url=url,
        captured_at=datetime(2024, 1, 1, tzinfo=UTC),
        http_status=200,
        media_type=media_type,
        byte_size=len(body),
        raw_path="blob",
    )


def read(body: str | bytes, *, media_type: str = "text/plain", url: str = URL) -> Document:
    """Return the document of a body."""
    raw = body.encode() if isinstance(body, str) else body
    return parse(capture_of(raw, media_type=media_type, url=url), raw)[0]


def page(markup: str) -> Document:
    """Return the document of an HTML page with this body."""
    return read(f"<!doctype html><html><head></head><body>{markup}</body></html>", media_type="text/html")


def blocks(document: Document) -> list[tuple[str, str]]:
    """Return kind and words of the article's blocks."""
    return [
        (block.kind.value, document.text[block.start_char : block.end_char])
        for block in document.blocks
        if block.furniture is None
    ]


def article(document: Document) -> list[str]:
    return [words for _, words in blocks(document)]


def furniture(document: Document) -> list[tuple[str, str]]:
    """Return label and words of the blocks that are no part of the article."""
    return [
        (block.furniture, document.text[block.start_char : block.end_char])
        for block in document.blocks
        if block.furniture is not None
    ]


def rows(document: Document, table: Table | None = None) -> list[list[str]]:
    """Return the words of a table's cells by row (of the first table, by default)."""
    chosen = table or document.tables[0]
    lines: list[list[str]] = [[] for _ in range(chosen.row_count)]
    for cell in chosen.cells:
        lines[cell.row].append(document.text[cell.start_char : cell.end_char])
    return lines


def header(document: Document) -> list[str]:
    return [document.text[c.start_char : c.end_char] for c in document.tables[0].cells if c.is_header]
