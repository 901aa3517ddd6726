"""Today's Family Lawyer: news for family practitioners, on WordPress."""

from __future__ import annotations

from extractors.sources import wordpress
from extractors.sources.base import Expect, Source, Way

SOURCE = Source(
    source_id="todaysfamilylawyer",
    name="Today's Family Lawyer",
    publisher="Today's Family Lawyer",
    kind="wordpress",
    homepage="https://todaysfamilylawyer.co.uk",
    licence=None,
    publisher_rank=5,
    schedule="10 8 * * *",
    recapture_days=30,
    expect=Expect(min_documents=3),
    hosts=("todaysfamilylawyer.co.uk", "www.todaysfamilylawyer.co.uk"),
)


def ways(source: Source) -> tuple[Way, ...]:
    return wordpress.ways("https://todaysfamilylawyer.co.uk")
