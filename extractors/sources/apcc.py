"""News of the Association of Police and Crime Commissioners: dated listing pages."""

from __future__ import annotations

from extractors.sources.base import Expect, Source
from extractors.sources.pages import listing_page

SOURCE = Source(
    source_id="apcc",
    name="APCC news",
    publisher="Association of Police and Crime Commissioners",
    kind="listing",
    homepage="https://www.apccs.police.uk/latest-news/",
    licence=None,
    publisher_rank=3,
    schedule="20 7,13 * * *",
    recapture_days=60,
    expect=Expect(min_documents=5),
    hosts=("www.apccs.police.uk", "apccs.police.uk"),
    listings=("https://www.apccs.police.uk/latest-news/?page=1&type=1",),
)

discover = listing_page(
    path=r"/(?:latest-news|public/apcc-bulletins)/[\w%.-]+(?:/[\w%.-]+)*/?",
    entry="li, article, .news-item, .card",
)
