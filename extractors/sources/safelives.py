"""SafeLives: a charity against domestic abuse, on WordPress; news under /news-views/."""

from __future__ import annotations

from extractors.sources import wordpress
from extractors.sources.base import Expect, Source, Way
from extractors.sources.pages import listing_page

SITE = "https://safelives.org.uk"
SOURCE = Source(
    source_id="safelives",
    name="SafeLives",
    publisher="SafeLives",
    kind="wordpress",
    homepage=f"{SITE}/news-views/",
    licence=None,
    publisher_rank=3,
    schedule="55 8 * * *",
    recapture_days=60,
    expect=Expect(min_documents=3),
    hosts=("safelives.org.uk", "www.safelives.org.uk"),
)

discover = listing_page(path=r"/news-views/(?!page/)[\w%-]+/", entry="article, li, .card")


def ways(source: Source) -> tuple[Way, ...]:
    news = Way(name="news page", starts=lambda _: (f"{SITE}/news-views/",), discover=discover, windowed=False)
    return (*wordpress.ways(SITE), news)
