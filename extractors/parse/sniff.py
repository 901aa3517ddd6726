"""What a body is, by its bytes first and its media type second."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from typing import Any

from extractors.parse.errors import ParseError

_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|div|p|article|section|main|header|nav|h[1-6]|meta|link|title|table|ul|ol|script|style|span|a|br|img|b|i|strong|em|form|center|font)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_WITHIN = re.compile(rb"<(?:!doctype\s+html|html|body|div|p|article|table|br|h[1-6])\b", re.IGNORECASE)
_BINARY = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x00\x00\x00", "binary data"),
    (b"OggS", "an audio file"),
    (b"ID3", "an audio file"),
    (b"SQLite format 3", "a SQLite database"),
)
_UTF_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


class BodyKind(StrEnum):
    PDF = "pdf"
    HTML = "html"
    TEXT = "text"
    GOVUK = "govuk"
    WORDPRESS = "wordpress"
    WORKBOOK = "workbook"
    CSV = "csv"


def sniff(body: bytes, media_type: str) -> tuple[BodyKind, Any]:
    """Return what a body is and, for JSON, its value.

    Raises:
        ParseError: ``empty-body``, ``binary-body`` or ``unknown-json``.
    """
    if not body.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf"):
        raise ParseError("empty-body", "the body has no characters")
    if b"%PDF-" in body[:1024]:
        return BodyKind.PDF, None
    if _is_workbook(body, media_type):
        return BodyKind.WORKBOOK, None
    _refuse_binary(body)
    if media_type.startswith("application/pdf"):
        raise ParseError("not-a-pdf", "the media type says PDF, the bytes do not")
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        kind = _json_kind(body, media_type)
        if kind is not None:
            return kind
    head = body[:100_000]
    if body.startswith(_UTF_BOMS):
        head = head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    if _HTML_START.match(head) or ("html" in media_type and _HTML_WITHIN.search(head)):
        return BodyKind.HTML, None
    return BodyKind.CSV if media_type.startswith("text/csv") else BodyKind.TEXT, None


def _is_workbook(body: bytes, media_type: str) -> bool:
    """Whether a body is an ODS, XLSX or XLS file."""
    if body.startswith(b"PK\x03\x04"):
        ods = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet" in body[:200]
        return ods or b"xl/workbook.xml" in body or b"xl/worksheets/" in body
    return body.startswith(b"\xd0\xcf\x11\xe0") and "excel" in media_type


def _refuse_binary(body: bytes) -> None:
    if body.startswith(_UTF_BOMS) and not body.startswith(b"\x00\x00\x00"):
        return
    for magic, name in _BINARY:
        if body.startswith(magic):
            raise ParseError("binary-body", f"the body is {name}, not a page or a text")
    head = body[:65_536]
    control = sum(head.count(bytes([byte])) for byte in (*range(0, 9), *range(14, 27), *range(28, 32)))
    if control > len(head) // 100 + 2:
        raise ParseError("binary-body", f"{control} control characters in the first {len(head)} bytes")


def _json_kind(body: bytes, media_type: str) -> tuple[BodyKind, Any] | None:
    try:
        value = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        if "json" in media_type:
            raise ParseError(
                "unknown-json", f"the media type says JSON, the bytes do not: {error}"
            ) from error
        return None
    if isinstance(value, dict):
        title, content = value.get("title"), value.get("content")
        if isinstance(content, dict) and isinstance(title, dict) and "rendered" in content:
            return BodyKind.WORDPRESS, value
        if "base_path" in value and isinstance(value.get("details"), dict):
            return BodyKind.GOVUK, value
    raise ParseError("unknown-json", "JSON that is neither a GOV.UK content item nor a WordPress post")
