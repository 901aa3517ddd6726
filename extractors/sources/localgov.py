"""LocalGov: news for councils. A story's address is its title and a number."""

from __future__ import annotations

from extractors.sources.base import Expect, Source
from extractors.sources.pages import listing_page

SOURCE = Source(
    source_id="localgov",
    name="LocalGov",
    publisher="LocalGov",
    kind="listing",
    homepage="https://www.localgov.co.uk/",
    licence=None,
    publisher_rank=5,
    schedule="25 8,16 * * *",
    recapture_days=30,
    expect=Expect(min_documents=5),
    hosts=("www.localgov.co.uk",),
    listings=("https://www.localgov.co.uk/News",),
)

discover = listing_page(path=r"/[\w%.,'-]+/\d{4,7}", entry="article, li, .article, .story")
