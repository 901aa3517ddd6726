"""GOV.UK publications and transparency data of the departments that fund policing, with their attachments.

A publication's own page tells little; its attachments (HTML, PDF, CSV, ODS, XLSX) hold the allocations. Shapes:
alphagov/publishing-api content_schemas ``publication`` (``details.documents``, ``details.attachments``).
"""

from __future__ import annotations

from urllib.parse import urlencode

from extractors.sources.base import Expect, Item, Listing, Page, Source, Way, Window
from extractors.sources.catalogue import parser
from extractors.sources.govuk import OGL, SITE, content_page, discover_search, read_item

SOURCE = Source(
    source_id="govuk-publications",
    name="GOV.UK publications",
    publisher="UK Government",
    kind="api",
    homepage="https://www.gov.uk/search/transparency-and-freedom-of-information-releases",
    licence=OGL,
    publisher_rank=1,
    schedule="45 6 * * *",
    recapture_days=90,
    expect=Expect(min_documents=5),
    hosts=("www.gov.uk", "assets.publishing.service.gov.uk"),
    rate=6.0,
    concurrency=4,
    options=("organisations", "words"),
)
ORGANISATIONS = ("home-office", "ministry-of-justice")
#: Values of ``content_store_document_type`` (alphagov/govuk_document_types) under which allocations are published.
TYPES = (
    "transparency",
    "guidance",
    "corporate_report",
    "policy_paper",
    "independent_report",
    "official_statistics",
)


def ways(source: Source) -> tuple[Way, ...]:
    return (Way(name="search", starts=_starts, discover=discover),)


def _starts(window: Window) -> tuple[str, ...]:
    chosen = window.options.get("organisations")
    organisations = [slug.strip() for slug in chosen.split(",")] if chosen else list(ORGANISATIONS)
    query = [("filter_organisations", slug) for slug in organisations if slug]
    query += [("filter_content_store_document_type", name) for name in TYPES]
    if words := window.options.get("words", "police funding"):
        query.append(("q", words))
    query += [
        ("filter_public_timestamp", f"from:{window.since},to:{window.until}"),
        ("order", "-public_timestamp"),
        ("fields", "title,link,public_timestamp,content_store_document_type"),
        ("count", "100"),
        ("start", "0"),
    ]
    return (f"{SITE}/api/search.json?{urlencode(query, safe=':,')}",)


def discover(body: bytes, url: str) -> Listing:
    """Return the items of one page of search results."""
    return discover_search(body, url)


def page(body: bytes, item: Item) -> Page:
    """Return a publication's own address and its attachments; a file is what it is."""
    if item.fetch_url is None or "/api/content/" not in item.fetch_url:
        return Page(url=item.url)
    return content_page(body, item)


parser(SOURCE, version=1)(read_item)
