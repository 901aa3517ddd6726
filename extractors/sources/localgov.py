"""LocalGov: news for councils. A story's address is its title and a number. Feed, else the news page."""

from __future__ import annotations

from extractors.sources.base import Expect, Source, Way
from extractors.sources.feeds import discover_feed
from extractors.sources.pages import listing_page

SOURCE = Source(
    source_id="localgov",
    name="LocalGov",
    publisher="LocalGov",
    kind="feed",
    homepage="https://www.localgov.co.uk/",
    licence=None,
    publisher_rank=5,
    schedule="25 8,16 * * *",
    recapture_days=30,
    expect=Expect(min_documents=5),
    hosts=("www.localgov.co.uk", "localgov.co.uk"),
)

discover = listing_page(path=r"/[\w%.,'-]+/\d{4,7}", entry="article, li, .article, .story")


def ways(source: Source) -> tuple[Way, ...]:
    site = "https://www.localgov.co.uk"
    return (
        Way(name="feed", starts=lambda _: (f"{site}/rss/news",), discover=discover_feed, windowed=False),
        Way(name="listing", starts=lambda _: (f"{site}/News",), discover=discover, windowed=False),
    )
