"""Web archives: each response an observation of its own time; damage is named and stops nothing before it."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractors.model import Capture, Issue
from flows.stages import capture_paths
from raw.store import Store
from raw.warc import capture_archive, unchunked

PAGE = b"<html><body><p>" + b"Kent got a thousand pounds. " * 60 + b"</p></body></html>"
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def response(
    url: str,
    body: bytes = PAGE,
    *,
    status: str = "200 OK",
    head: str = "",
    kind: str = "text/html",
    year: int = 2021,
) -> bytes:
    """A WARC/1.0 response record (ISO 28500)."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{head}\r\n".encode() + body
    lines = [
        "WARC/1.0",
        "WARC-Type: response",
        f"WARC-Target-URI: {url}",
        f"WARC-Date: {year}-09-01T10:00:00Z",
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(http)}",
    ]
    return "\r\n".join([*lines, "", ""]).encode() + http + b"\r\n\r\n"


CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
RECORDS = (
    response("https://a.example.org/1"),
    response("https://a.example.org/2", gzip.compress(PAGE), head="Content-Encoding: gzip\r\n"),
    response("https://a.example.org/3", CHUNKED, head="Transfer-Encoding: chunked\r\n"),
    response("https://a.example.org/4", b"\x89PNG\r\n\x1a\n", kind="image/png"),
    response("https://a.example.org/5", b"", status="302 Found", head="Location: /1\r\n"),
    response("https://a.example.org/6", gzip.compress(b"\0" * 40_000_000), head="Content-Encoding: gzip\r\n"),
    response("https://a.example.org/1?token=hunter2", year=2023),
)


def read(path: Path, store: Store) -> tuple[list[Capture], list[Issue]]:
    found = list(capture_archive(path, store=store, source_of=lambda host: "archive", known=set()))
    return [f for f in found if isinstance(f, Capture)], [f for f in found if isinstance(f, Issue)]


@pytest.mark.parametrize("zipped", [False, True])
def test_responses_become_observations(tmp_path: Path, zipped: bool) -> None:
    path = tmp_path / ("crawl.warc.gz" if zipped else "crawl.warc")
    path.write_bytes(b"".join(map(gzip.compress, RECORDS)) if zipped else b"".join(RECORDS))
    store = Store(tmp_path / "raw")
    captures, issues = read(path, store)
    assert [(c.url, c.captured_at.year) for c in captures] == [
        ("https://a.example.org/1", 2021),
        ("https://a.example.org/2", 2021),
        ("https://a.example.org/3", 2021),
        ("https://a.example.org/1", 2023),
    ]
    assert {store.read(c.capture_id) for c in captures} == {PAGE}
    assert {i.code for i in issues} == {"unexpected-content", "decompression-limit"}
    assert b"hunter2" not in store.manifest.read_bytes()


@pytest.mark.parametrize(
    ("content", "kept", "code"),
    [
        (b"".join(RECORDS[:3])[:-600], 2, "interrupted-body"),
        (b"".join(map(gzip.compress, RECORDS[:3]))[:-30], 2, "interrupted-body"),
        (RECORDS[0] + RECORDS[1].replace(b"WARC-Date: 2021", b"WARC-Date: year"), 1, "damaged-archive"),
        (b"this is no archive" * 50, 0, "damaged-archive"),
        (b"", 0, "damaged-archive"),
    ],
)
def test_a_damaged_archive_gives_what_stands_before(
    tmp_path: Path, content: bytes, kept: int, code: str
) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(content)
    captures, issues = read(path, Store(tmp_path / "raw"))
    assert (len(captures), [issue.code for issue in issues]) == (kept, [code])


def test_an_archive_read_twice_adds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(b"".join(RECORDS[:3]))
    places = {"raw_dir": tmp_path / "raw", "work_dir": tmp_path / "work"}
    first = capture_paths([path], **places, source_id="local", now=NOW)
    second = capture_paths([path], **places, source_id="local", now=NOW)
    assert (first.new, first.unchanged, second.new, second.unchanged) == (3, 0, 0, 3)


def test_a_page_on_a_sources_host_belongs_to_that_source(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(response("https://www.policeprofessional.com/news.aspx?id=1", year=2016))
    capture_paths([path], raw_dir=tmp_path / "raw", work_dir=tmp_path / "work", source_id="local", now=NOW)
    (capture,) = Store(tmp_path / "raw").captures()[0]
    assert (capture.source_id, capture.captured_at.year) == ("policeprofessional", 2016)


@pytest.mark.parametrize(
    ("data", "body"),
    [(b"3\r\nabc\r\n0\r\n\r\n", b"abc"), (b"0\r\n\r\n", b""), (b"stored plainly", b"stored plainly")],
)
def test_chunks_are_joined(data: bytes, body: bytes) -> None:
    assert unchunked(data) == body
