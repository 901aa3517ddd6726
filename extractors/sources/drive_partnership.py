"""The Drive Partnership (before: the Drive Project at driveproject.org.uk, whose addresses redirect)."""

from __future__ import annotations

from extractors.sources import wordpress
from extractors.sources.base import Expect, Source, Way
from extractors.sources.pages import listing_page

SITE = "https://drivepartnership.org.uk"
SOURCE = Source(
    source_id="drive",
    name="Drive Partnership",
    publisher="Drive Partnership",
    kind="listing",
    homepage=SITE,
    licence=None,
    publisher_rank=3,
    schedule="40 8 * * *",
    recapture_days=60,
    expect=Expect(min_documents=3),
    hosts=(
        "drivepartnership.org.uk",
        "www.drivepartnership.org.uk",
        "driveproject.org.uk",
        "www.driveproject.org.uk",
    ),
)

discover = listing_page(path=r"/(?:publication|news)/[\w%-]+/?", entry="article, li, .card")


def ways(source: Source) -> tuple[Way, ...]:
    pages = Way(
        name="publications", starts=lambda _: (f"{SITE}/publications/",), discover=discover, windowed=False
    )
    return (pages, *wordpress.ways(SITE))
