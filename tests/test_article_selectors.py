"""Parsers that read one element of a page: which one, and what happens when it is not there."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from extractors.model import Capture
from extractors.parse import ParseError
from extractors.sources.pages import article

HEAD = (
    '<head><title>Lamps</title><meta property="article:published_time" content="2024-05-02T09:00:00Z"></head>'
)


def read(body: str, *selectors: str) -> list[str]:
    capture = Capture(
        capture_id="0" * 64,
        source_id="test",
        url="https://site.test/a",
        final_url="https://site.test/a",
        captured_at=datetime(2024, 5, 3, tzinfo=UTC),
        http_status=200,
        media_type="text/html",
        byte_size=1,
        raw_path="",
    )
    page = f"<!doctype html><html>{HEAD}<body>{body}</body></html>".encode()
    document, _ = article(*selectors)(capture, page)
    assert str(document.published_on) == "2024-05-02"
    return [document.text[b.start_char : b.end_char] for b in document.blocks]


@pytest.mark.parametrize(
    ("body", "selectors", "words"),
    [
        ("<p>Menu</p><article><p>Kent gets lamps.</p></article>", ["article"], ["Kent gets lamps."]),
        ("<p>Menu</p><main><p>Kent gets lamps.</p></main>", ["article", "main"], ["Kent gets lamps."]),
        (
            "<main><p>Aside</p><article><p>Kent gets lamps.</p></article></main>",
            ["article", "main"],
            ["Kent gets lamps."],
        ),
        (
            "<main><article><p>Kent gets lamps.</p></article></main>",
            ["main, article"],
            ["Kent gets lamps."],
        ),
        (
            "<div class=part><p>One.</p></div><p>Between</p><div class=part><p>Two.</p></div>",
            [".part"],
            ["One.", "Two."],
        ),
    ],
)
def test_the_first_selector_that_finds_something_counts_and_nothing_is_read_twice(
    body: str, selectors: list[str], words: list[str]
) -> None:
    assert read(body, *selectors) == words


def test_a_page_without_the_element_says_which_was_looked_for() -> None:
    with pytest.raises(ParseError, match="the selector 'article' or 'main' finds nothing") as caught:
        read("<div><p>Kent gets lamps.</p></div>", "article", "main")
    assert caught.value.code == "layout-changed"
