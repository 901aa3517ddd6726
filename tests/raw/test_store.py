"""The landing zone keeps every byte, once, and survives a kill."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from raw.store import DamagedBodyError, Observation, Store, latest

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
#: sha256 of b"hello", FIPS 180-4
HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"


def seen(url: str = "https://a.example/x", at: datetime = NOON) -> Observation:
    return Observation(
        source_id="s",
        url=url,
        final_url=url,
        captured_at=at,
        http_status=200,
        media_type="text/html",
        headers={},
    )


def test_a_body_lies_under_its_sha256(tmp_path: Path) -> None:
    capture = Store(tmp_path).add(seen(), b"hello")
    assert capture.capture_id == HELLO
    assert (tmp_path / capture.raw_path).read_bytes() == b"hello"
    assert capture.byte_size == 5


def test_the_same_bytes_make_a_new_observation_not_a_new_blob(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add(seen(), b"hello")
    store.add(seen(at=NOON.replace(hour=13)), b"hello")
    captures, issues = store.captures()
    assert [capture.captured_at.hour for capture in captures] == [12, 13]
    assert issues == []
    assert [path.name for path in (tmp_path / "blobs").rglob("*") if path.is_file()] == [HELLO]


def test_what_is_read_back_is_what_was_written(tmp_path: Path) -> None:
    store = Store(tmp_path)
    written = store.add(seen("https://a.example/ü?q=£"), b"\x00\xff")
    assert store.captures() == ([written], [])
    assert store.read(written.capture_id) == b"\x00\xff"


def test_a_damaged_body_is_refused(tmp_path: Path) -> None:
    store = Store(tmp_path)
    capture = store.add(seen(), b"hello")
    path = store.blob_path(capture.capture_id)
    path.chmod(0o644)
    path.write_bytes(b"hellO")
    with pytest.raises(DamagedBodyError, match="damaged on disk"):
        store.read(capture.capture_id)


def test_a_missing_body_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DamagedBodyError, match="can't be read"):
        Store(tmp_path).read(HELLO)


def test_a_torn_line_is_an_issue_and_the_next_line_stands_alone(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add(seen("https://a.example/1"), b"1")
    with store.manifest.open("ab") as manifest:
        manifest.write(b'{"capture_id":"12')
    store.add(seen("https://a.example/2"), b"2")
    captures, issues = store.captures()
    assert [capture.url for capture in captures] == ["https://a.example/1", "https://a.example/2"]
    assert [(issue.code, issue.fragment) for issue in issues] == [
        ("damaged-manifest-line", '{"capture_id":"12\n')
    ]


def test_the_newest_observation_of_each_page(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add(seen(), b"old")
    new = store.add(seen(at=NOON.replace(hour=13)), b"new")
    other = store.add(seen("https://a.example/y"), b"old")
    assert latest(store.captures()[0]) == {
        ("s", "https://a.example/x"): new,
        ("s", "https://a.example/y"): other,
    }


def _write_for_ever(root: Path) -> None:
    store = Store(root)
    number = 0
    while True:
        number += 1
        store.add(seen(f"https://a.example/{os.getpid()}/{number}"), b"body %d " % number * 4000)


def test_killed_writers_leave_whole_bodies_and_readable_lines(tmp_path: Path) -> None:
    """Every line that can be read names a body that is whole, whenever the writers were killed."""
    context = multiprocessing.get_context("fork")
    rng = random.Random(7)
    for _ in range(6):
        writers = [context.Process(target=_write_for_ever, args=(tmp_path,)) for _ in range(2)]
        for writer in writers:
            writer.start()
        time.sleep(rng.uniform(0.02, 0.2))
        for writer in writers:
            assert writer.pid is not None
            os.kill(writer.pid, signal.SIGKILL)
            writer.join()
    store = Store(tmp_path)
    captures, _ = store.captures()
    assert captures
    for capture in captures:
        assert len(store.read(capture.capture_id)) == capture.byte_size
