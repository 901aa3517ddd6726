"""The blog of King's College London's ADVANCE study: a site of a WordPress network, below a folder of its host."""

from __future__ import annotations

from extractors.sources import wordpress
from extractors.sources.base import Expect, Source, Way
from extractors.sources.pages import listing_page

SITE = "https://blogs.kcl.ac.uk/advance"
SOURCE = Source(
    source_id="kcl-advance",
    name="ADVANCE blog",
    publisher="King's College London",
    kind="wordpress",
    homepage=f"{SITE}/",
    licence=None,
    publisher_rank=5,
    schedule="20 9 * * 1",
    recapture_days=120,
    expect=Expect(min_documents=1),
    hosts=("blogs.kcl.ac.uk",),
)

discover = listing_page(path=r"/advance/\d{4}/\d\d/\d\d/[\w%-]+/", entry="article, .post")


def ways(source: Source) -> tuple[Way, ...]:
    blog = Way(name="blog pages", starts=lambda _: (f"{SITE}/",), discover=discover, windowed=False)
    return (*wordpress.ways(SITE), blog)
