"""Public Sector Executive: trade press. Its articles stand among event adverts and related stories."""

from __future__ import annotations

from extractors.sources.base import Expect, Source, Way
from extractors.sources.feeds import discover_feed
from extractors.sources.pages import listing_page

SOURCE = Source(
    source_id="publicsectorexecutive",
    name="Public Sector Executive",
    publisher="Public Sector Executive",
    kind="listing",
    homepage="https://www.publicsectorexecutive.com/",
    licence=None,
    publisher_rank=5,
    schedule="35 7,15 * * *",
    recapture_days=30,
    expect=Expect(min_documents=5),
    hosts=("www.publicsectorexecutive.com", "publicsectorexecutive.com"),
)

discover = listing_page(path=r"/articles?/[\w%-]+/?", entry="article, li, .views-row, .card")


def ways(source: Source) -> tuple[Way, ...]:
    return (
        Way(
            name="feed",
            starts=lambda _: ("https://www.publicsectorexecutive.com/feed/",),
            discover=discover_feed,
            windowed=False,
        ),
        Way(
            name="front page",
            starts=lambda _: ("https://www.publicsectorexecutive.com/",),
            discover=discover,
            windowed=False,
        ),
    )
