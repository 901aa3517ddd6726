"""The day that a listing gives a document is London's."""

from __future__ import annotations

import pytest

from extractors.sources.feeds import discover_feed


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Tue, 10 Aug 2021 23:01:00 +0000", "2021-08-11"),
        ("Wed, 11 Aug 2021 00:01:00 +0100", "2021-08-11"),
        ("Wed, 11 Aug 2021 00:01:00 GMT", "2021-08-11"),
        ("Thu, 06 Jan 2022 23:30:00 +0000", "2022-01-06"),
        ("2021-08-10T23:01:00Z", "2021-08-11"),
        ("soon", "None"),
    ],
)
def test_the_day_of_a_feeds_entry(stamp: str, day: str) -> None:
    entry = f"<item><link>https://site.test/a</link><pubDate>{stamp}</pubDate></item>"
    body = f'<?xml version="1.0"?><rss version="2.0"><channel>{entry}</channel></rss>'.encode()
    (item,) = discover_feed(body, "https://site.test/feed/").items
    assert str(item.published_on) == day
