"""Bytes to characters. What cannot be UTF-8 is read as its page says, as Windows-1252, or as it most likely is."""

from __future__ import annotations

import codecs
import re

from extractors.model import Capture, Issue
from extractors.parse.errors import ParseError, parse_issue

_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding=[\"']([\w.:-]+)", re.I
)
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Text of a Latin script has few bytes above ASCII; text of another script has half or more.
_MOSTLY_ASCII = 0.35
# Bytes that Windows-1252 leaves undefined.
_UNDEFINED = frozenset(b"\x81\x8d\x8f\x90\x9d")


def decode(capture: Capture, body: bytes, *, markup: bool) -> tuple[str, list[Issue]]:
    """Return the characters of a body, unchanged, with an issue where they had to be guessed.

    UTF-8 comes first (a byte order mark stays in the text), then the charset of the page's ``meta`` or of the header
    ``Content-Type``, then UTF-8 with single bytes of Windows-1252 among it, then Windows-1252, then a guess.

    Raises:
        ParseError: ``undecodable``, when no reading makes sense.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return _strict(body, name), []
    try:
        return body.decode("utf-8"), []
    except UnicodeDecodeError as error:
        fragment = repr(body[max(0, error.start - 10) : error.start + 10])
    for name in _declared(capture, body, markup=markup):
        text = _try(body, name)
        if text is not None:
            return text, []
    mixed = _mixed(body)
    if mixed is not None:
        message = "UTF-8 with single bytes of another encoding, which were read as Windows-1252"
        return mixed, [parse_issue(capture, "mixed-encoding", message, fragment=fragment)]
    name, text = _guess(body)
    return text, [parse_issue(capture, "guessed-encoding", f"not UTF-8: read as {name}", fragment=fragment)]


def _strict(body: bytes, name: str) -> str:
    try:
        return body.decode(name)
    except UnicodeDecodeError as error:
        raise ParseError(
            "undecodable", f"the byte order mark says {name}, the bytes do not: {error.reason}"
        ) from error


def _declared(capture: Capture, body: bytes, *, markup: bool) -> list[str]:
    headers = {key.lower(): value for key, value in capture.headers.items()}
    stated = (_CHARSET.search(value) for value in (headers.get("content-type", ""), capture.media_type))
    names = [found.group(1) for found in stated if found]
    if markup and (meta := _META.search(body, 0, 4096)):
        names.append((meta.group(1) or meta.group(2)).decode("ascii"))
    # The web reads these three as Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels).
    return ["cp1252" if name.lower() in ("iso-8859-1", "latin1", "us-ascii") else name for name in names]


def _try(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except (LookupError, UnicodeDecodeError):
        return None


def _mixed(body: bytes) -> str | None:
    """Return text that is UTF-8 in most of its places and Windows-1252 in a few, or None."""
    damage = 0
    pieces: list[str] = []
    rest = body
    while rest:
        try:
            pieces.append(rest.decode("utf-8"))
            break
        except UnicodeDecodeError as error:
            bad = rest[error.start : error.start + 1]
            damage += 1
            if bad[0] in _UNDEFINED or damage > 2000:
                return None
            pieces += [rest[: error.start].decode("utf-8"), bad.decode("cp1252")]
            rest = rest[error.start + 1 :]
    text = "".join(pieces)
    wide = sum(1 for char in text if ord(char) > 127) - damage
    return text if 0 < damage <= wide else None


def _guess(body: bytes) -> tuple[str, str]:
    high = sum(1 for byte in body if byte > 127)
    if high <= len(body) * _MOSTLY_ASCII and not _UNDEFINED & set(body):
        return "Windows-1252", body.decode("cp1252")
    from charset_normalizer import from_bytes

    best = from_bytes(body[:200_000]).best()
    if best is not None:
        text = _try(body, best.encoding)
        if text is not None:
            return best.encoding, text
    raise ParseError("undecodable", "the bytes are text in no encoding that is known here")
