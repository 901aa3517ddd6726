"""GOV.UK news of the departments that fund policing: found by the Search API, read from the Content API.

Shapes: alphagov/search-api docs/using-the-search-api.md; alphagov/publishing-api content_schemas ``news_article``. The
Content API allows 10 requests a second and client; unknown search parameters are answered with 422.
"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from extractors.sources.base import Expect, Item, Listing, Page, Source, Way, Window
from extractors.sources.catalogue import parser
from extractors.sources.govuk import OGL, SITE, content_page, discover_search, read_item

SOURCE = Source(
    source_id="govuk-news",
    name="GOV.UK news",
    publisher="UK Government",
    kind="api",
    homepage="https://www.gov.uk/search/news-and-communications",
    licence=OGL,
    publisher_rank=1,
    schedule="15 6,12,18 * * *",
    recapture_days=60,
    expect=Expect(min_documents=20),
    hosts=("www.gov.uk",),
    rate=6.0,
    concurrency=4,
    options=("organisations",),
)
#: Organisations by their GOV.UK slug; the option ``organisations`` replaces them.
ORGANISATIONS = (
    "home-office",
    "ministry-of-justice",
    "prime-ministers-office-10-downing-street",
    "hm-treasury",
)
_PAGE = 100


def _starts(window: Window) -> tuple[str, ...]:
    chosen = window.options.get("organisations")
    organisations = [slug.strip() for slug in chosen.split(",")] if chosen else list(ORGANISATIONS)
    query = [("filter_organisations", slug) for slug in organisations if slug]
    query += [
        ("filter_content_purpose_supergroup", "news_and_communications"),
        ("filter_public_timestamp", f"from:{window.since},to:{window.until}"),
        ("order", "-public_timestamp"),
        ("fields", "title,link,public_timestamp,content_store_document_type"),
        ("count", str(_PAGE)),
        ("start", "0"),
    ]
    return (f"{SITE}/api/search.json?{urlencode(query, safe=':,')}",)


def ways(source: Source) -> tuple[Way, ...]:
    return (Way(name="search", starts=_starts, discover=discover),)


def discover(body: bytes, url: str) -> Listing:
    """Return the items of one page of search results."""
    return discover_search(body, url)


def page(body: bytes, item: Item) -> Page:
    """Return a content item's own address; a redirect item leads on."""
    return replace(content_page(body, item), items=())


parser(SOURCE, version=1)(read_item)
