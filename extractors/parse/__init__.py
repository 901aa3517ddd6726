"""Captures to documents: one canonical text with its structure, whatever the publisher's format."""

from __future__ import annotations

from extractors.model import Capture, Document, Issue
from extractors.parse.errors import ParseError
from extractors.parse.sniff import BodyKind, sniff

__all__ = ["VERSION", "ParseError", "parse"]

VERSION = "fundtrail.parse.v2"


def parse(capture: Capture, body: bytes) -> tuple[Document, list[Issue]]:
    """Return the document that a capture holds, and what was odd about it. Pure: no network, clock or disk.

    The bytes decide how they are read, the media type only where they leave it open: PDF, HTML, GOV.UK Content API
    JSON, WordPress REST JSON, ODS and XLSX, CSV (by its media type), else plain text, whose characters are the
    document's text unchanged.

    Raises:
        ParseError: the body cannot be read at all (empty, binary, encrypted, truncated, undecodable).
    """
    kind, value = sniff(body, capture.media_type)
    if kind is BodyKind.TEXT:
        from extractors.parse.text import parse_text

        return parse_text(capture, body)
    if kind is BodyKind.PDF:
        from extractors.parse.pdf import parse_pdf

        return parse_pdf(capture, body)
    if kind is BodyKind.GOVUK:
        from extractors.parse.govuk import parse_content_item

        return parse_content_item(capture, value)
    if kind is BodyKind.WORKBOOK:
        from extractors.parse.sheets import parse_workbook

        return parse_workbook(capture, body)
    if kind is BodyKind.CSV:
        from extractors.parse.sheets import parse_csv

        return parse_csv(capture, body)
    if kind is BodyKind.WORDPRESS:
        from extractors.parse.wordpress import parse_post

        return parse_post(capture, value)
    from extractors.parse.html import parse_html

    return parse_html(capture, body)
