"""What a body is, by its bytes; the header is only believed where the bytes leave it open."""

from __future__ import annotations

import re

from raw.fetch.errors import FetchError

ODS = "application/vnd.oasis.opendocument.spreadsheet"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(!doctype\s+html|[a-z][\w:-]*)", re.I | re.S
)
_XML_ROOTS = (b"rss", b"feed", b"urlset", b"sitemapindex", b"rdf:rdf")
_OTHER = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "application/octet-stream"),
    (b"\x7fELF", "application/octet-stream"),
    (b"MZ\x90", "application/octet-stream"),
    (b"\xd0\xcf\x11\xe0", "application/vnd.ms-office"),
    (b"7z\xbc\xaf", "application/x-7z-compressed"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
)
#: What is kept. Everything else is refused with an issue.
KEPT = frozenset(
    {
        "text/html",
        "text/plain",
        "text/csv",
        "application/json",
        "application/xml",
        "application/pdf",
        "application/gzip",
        ODS,
        XLSX,
    }
)


def media_type(body: bytes, declared: str) -> str:
    """Return the media type of a body, without parameters.

    >>> media_type(b"%PDF-1.7 ...", "text/html"), media_type(b"<!doctype html><p>", "text/plain")
    ('application/pdf', 'text/html')
    """
    declared = declared.split(";")[0].strip().lower()
    head = body[:4096]
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zip_kind(body)
    if head.startswith(b"\x1f\x8b"):
        return "application/gzip"
    for magic, name in _OTHER:
        if head.startswith(magic):
            return name
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") and "html" not in declared:
        return "application/json"
    if found := _MARKUP.match(head):
        root = found.group(1).lower()
        if root in _XML_ROOTS or (b"<?xml" in head[:200] and b"html" not in root and "html" not in declared):
            return "application/xml"
        return "text/html"
    if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "application/octet-stream"
    if "html" in declared:
        return "text/html"
    return (
        "text/csv"
        if declared in ("text/csv", "application/csv", "application/vnd.ms-excel")
        else "text/plain"
    )


def _zip_kind(body: bytes) -> str:
    if b"mimetype" + ODS.encode() in body[:200]:
        return ODS
    if b"xl/workbook.xml" in body or b"xl/worksheets/" in body:
        return XLSX
    return "application/zip"


def kept_type(body: bytes, declared: str) -> str:
    """Return the media type of a body that is kept.

    Raises:
        FetchError: ``unexpected-content``: an image, an archive, a program.
    """
    name = media_type(body, declared)
    if name not in KEPT:
        raise FetchError(
            "unexpected-content", f"the body is {name}, no page and no table (declared {declared[:60]!r})"
        )
    return name
