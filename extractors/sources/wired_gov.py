"""wired-gov: republishes releases of departments and of the APCC, the same day or the next. Lotus Domino."""

from __future__ import annotations

from extractors.sources.base import Expect, Source, Way
from extractors.sources.feeds import discover_feed
from extractors.sources.pages import listing_page

SOURCE = Source(
    source_id="wired-gov",
    name="wired-gov",
    publisher="wired-gov",
    kind="feed",
    homepage="https://www.wired-gov.net/",
    licence=None,
    publisher_rank=5,
    schedule="5 8,16 * * *",
    recapture_days=14,
    expect=Expect(min_documents=5),
    hosts=("www.wired-gov.net",),
)

discover = listing_page(path=r"/wg/(?:news\.nsf/articles/.+|wg-news-\d\.nsf/0/[0-9A-F]{32})")


def ways(source: Source) -> tuple[Way, ...]:
    home = "https://www.wired-gov.net/wg/home.nsf/home"
    return (
        Way(name="feed", starts=lambda _: (f"{home}?openform&rss",), discover=discover_feed, windowed=False),
        Way(name="front page", starts=lambda _: (f"{home}?openform",), discover=discover, windowed=False),
    )
