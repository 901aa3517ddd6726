"""Local files and folders."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from extractors.model import Capture, Issue
from raw.local import capture_file, url_of, walk
from raw.store import Store

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)


def names(root: Path) -> list[str]:
    return [found.issue.code if found.issue else found.path.name for found in walk(root, source_id="local")]


def test_a_folder_gives_its_pages_in_name_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "c.PDF", "notes.md", "x.htm"):
        (tmp_path / name).write_text("x")
    assert names(tmp_path) == ["a.html", "b.txt", "c.PDF", "x.htm"]


def test_json_counts_only_when_it_holds_a_page(tmp_path: Path) -> None:
    (tmp_path / "gold.json").write_text('{"money": []}')
    (tmp_path / "item.json").write_text('{"base_path": "/x", "content_id": "1"}')
    (tmp_path / "post.json").write_text('{"content": {"rendered": "<p>x</p>"}}')
    assert names(tmp_path) == ["item.json", "post.json"]


def test_a_loop_of_links_is_an_issue(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert names(tmp_path) == ["symlink-not-followed", "a.txt", "self.txt"]
    outcome = capture_file(
        tmp_path / "self.txt", store=Store(tmp_path / "raw"), source_id="local", now=NOON, known=None
    )
    assert isinstance(outcome, Issue)
    assert outcome.code == "unreadable-file"


def test_the_url_keeps_the_name(tmp_path: Path) -> None:
    assert url_of(tmp_path / "Kent £1m.txt").endswith("/Kent%20%C2%A31m.txt")


def test_the_same_bytes_are_not_captured_again(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("one")
    store = Store(tmp_path / "raw")
    first = capture_file(file, store=store, source_id="local", now=NOON, known=None)
    assert isinstance(first, Capture)
    assert capture_file(file, store=store, source_id="local", now=NOON, known=first) is None
    file.write_text("two")
    second = capture_file(file, store=store, source_id="local", now=NOON, known=first)
    assert isinstance(second, Capture)
    assert second.capture_id != first.capture_id
    assert len(store.captures()[0]) == 2
