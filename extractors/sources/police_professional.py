"""Police Professional: trade press. Before about 2018 its stories had addresses like /news.aspx?id=123."""

from __future__ import annotations

from datetime import date

from extractors.sources.base import Expect, Source, Way
from extractors.sources.catalogue import parser
from extractors.sources.feeds import discover_feed
from extractors.sources.pages import article, listing_page

SOURCE = Source(
    source_id="policeprofessional",
    name="Police Professional",
    publisher="Police Professional",
    kind="feed",
    homepage="https://policeprofessional.com/news/",
    licence=None,
    publisher_rank=5,
    schedule="50 7,15 * * *",
    recapture_days=30,
    expect=Expect(min_documents=5),
    hosts=("policeprofessional.com", "www.policeprofessional.com"),
)

discover = listing_page(path=r"/news/(?!page/)[\w%-]+/", entry="article, li, .post")


def ways(source: Source) -> tuple[Way, ...]:
    return (
        Way(
            name="feed",
            starts=lambda _: ("https://www.policeprofessional.com/feed/",),
            discover=discover_feed,
            windowed=False,
        ),
        Way(
            name="news page",
            starts=lambda _: ("https://policeprofessional.com/news/",),
            discover=discover,
            windowed=False,
        ),
    )


# archived captures of the old site have no article element
parser(SOURCE, version=1)(article("#content", ".newsStory", "#main"))
parser(SOURCE, version=2, since=date(2018, 6, 1))(article("article", ".post", "main", "#content"))
