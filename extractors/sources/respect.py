"""Respect: the charity that accredits work with perpetrators. Listing pages."""

from __future__ import annotations

from extractors.sources.base import Expect, Source
from extractors.sources.pages import listing_page

SOURCE = Source(
    source_id="respect",
    name="Respect",
    publisher="Respect",
    kind="listing",
    homepage="https://www.respect.org.uk/",
    licence=None,
    publisher_rank=3,
    schedule="5 9 * * *",
    recapture_days=60,
    expect=Expect(min_documents=3),
    hosts=("www.respect.org.uk", "respect.org.uk"),
    listings=("https://www.respect.org.uk/news",),
)

discover = listing_page(path=r"/(?:news|blog|posts|pages)/[\w%-]+/?", entry="article, li, .card")
