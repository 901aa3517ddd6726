"""Web archives (WARC, WARC.gz) as captures: one archive is one batch.

Each response record with a page in it becomes an observation at the time of the record, under the address that was
asked for. Format: ISO 28500; read with FastWARC.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from extractors.model import Capture, Issue, Severity
from raw.fetch.decoding import Body
from raw.fetch.errors import FetchError
from raw.fetch.exchange import KEPT_HEADERS
from raw.fetch.sniff import kept_type
from raw.fetch.urls import checked, recorded
from raw.store import Observation, Store

#: Source of pages on hosts that no source claims.
ARCHIVE_SOURCE = "archive"
#: A record beyond this many bytes is no page.
MAX_BYTES = 64 * 1024 * 1024
_MAX_RATIO = 200.0
_KEPT_STATUS = (200, 203, 404, 410)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A response of the archive: what was observed, and the body."""

    observation: Observation
    body: bytes


def is_archive(path: Path) -> bool:
    """Return whether a file's name is that of a web archive."""
    return path.name.lower().endswith((".warc", ".warc.gz"))


def records(path: Path, *, source_of: Callable[[str], str]) -> Iterator[Record | Issue]:
    """Yield the page responses of an archive in its order, and an issue for each that can't be kept.

    ``source_of`` gives the source_id for a host. An archive that breaks off yields what stands before.
    """
    number = 0
    try:
        with path.open("rb") as file:
            for record in ArchiveIterator(file, record_types=WarcRecordType.response, parse_http=True):
                number += 1
                found = _read(record, source_of)
                if found is not None:
                    yield found
    except OSError as error:
        yield _issue(
            "damaged-archive", path.as_uri(), f"the archive breaks off after record {number}: {error}"
        )
        return
    if number == 0:
        yield _issue("damaged-archive", path.as_uri(), "the archive holds no response")


def _read(record: WarcRecord, source_of: Callable[[str], str]) -> Record | Issue | None:
    http = record.http_headers
    if http is None or http.status_code not in _KEPT_STATUS:
        return None
    target = str(record.headers.get("WARC-Target-URI") or "").strip("<>")
    kept = {name: str(value)[:500] for name in KEPT_HEADERS if (value := http.get(name))}
    try:
        url = recorded(checked(target))
        content = _content(record)
        media_type = kept_type(content, kept.get("content-type", ""))
    except FetchError as error:
        return _issue(error.code, recorded(target), error.message)
    # None for a date that can't be read, whatever the stubs say
    moment = cast(datetime | None, record.record_date)
    if moment is None:
        return _issue("damaged-archive", url, "a record without a date that can be read")
    observation = Observation(
        source_id=source_of(urlsplit(url).netloc),
        url=url,
        final_url=url,
        captured_at=moment.astimezone(UTC),
        http_status=int(http.status_code),
        media_type=media_type,
        headers=kept,
    )
    return Record(observation=observation, body=content)


def _content(record: WarcRecord) -> bytes:
    """Return a record's body without its transfer and content codings."""
    http = record.http_headers
    announced = int(record.content_length)
    if announced > MAX_BYTES:
        raise FetchError("too-large", f"a record of {announced:,} bytes")
    data = bytes(record.reader.read())
    if len(data) < announced:
        raise FetchError(
            "interrupted-body", f"the record breaks off after {len(data):,} of {announced:,} bytes"
        )
    if "chunked" in str(http.get("transfer-encoding") or "").lower():
        data = unchunked(data)
    body = Body(str(http.get("content-encoding") or ""), max_bytes=MAX_BYTES, max_ratio=_MAX_RATIO)
    body.feed(data)
    return body.finish()


def unchunked(data: bytes) -> bytes:
    """Return a body without its chunked transfer coding (RFC 9112, section 7.1).

    >>> unchunked(b"3\\r\\nabc\\r\\n2;x=y\\r\\nde\\r\\n0\\r\\n\\r\\n")
    b'abcde'

    Raises:
        FetchError: ``interrupted-body`` when it breaks off.
    """
    pieces: list[bytes] = []
    place = 0
    while True:
        end = data.find(b"\r\n", place)
        size = data[place:end].split(b";")[0].strip() if end >= 0 else b""
        if not re.fullmatch(rb"[0-9A-Fa-f]{1,8}", size):
            # some crawlers keep the header and store the body without its chunks
            if place == 0:
                return data
            raise FetchError("interrupted-body", "the chunks of the record break off")
        length = int(size, 16)
        if length == 0:
            return b"".join(pieces)
        pieces.append(data[end + 2 : end + 2 + length])
        if len(pieces[-1]) < length:
            raise FetchError("interrupted-body", "the chunks of the record break off")
        place = end + 4 + length


def _issue(code: str, url: str, message: str) -> Issue:
    return Issue(
        code=code,
        severity=Severity.ERROR,
        stage="capture",
        message=message,
        source_id=ARCHIVE_SOURCE,
        url=url,
    )


def capture_archive(
    path: Path, *, store: Store, source_of: Callable[[str], str], known: set[tuple[str, str, str, str]]
) -> Iterator[Capture | Issue | None]:
    """Capture an archive's pages; yields None for a response that the store knows already.

    ``known`` are (source_id, url, capture_id, time) of the store's observations; it grows.
    """
    for found in records(path, source_of=source_of):
        if isinstance(found, Issue):
            yield found
            continue
        capture_id = store.put(found.body)
        seen = found.observation
        key = (seen.source_id, seen.url, capture_id, seen.captured_at.isoformat())
        if key in known:
            yield None
            continue
        known.add(key)
        yield store.add(seen, found.body)
