"""What GOV.UK's sources share: the shapes of its Search and Content APIs. Declares no source itself."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit
from zoneinfo import ZoneInfo

from extractors.model import Capture, Document, Issue, document_id_of
from extractors.sources.base import Item, LayoutError, Listing, Page

SITE = "https://www.gov.uk"
_LONDON = ZoneInfo("Europe/London")
_CONTENT_ID = re.compile(rb'<meta name="govuk:content-id" content="([0-9a-f-]{36})"')
OGL = "Open Government Licence v3.0"


def moment(value: object) -> datetime | None:
    """Return an ISO 8601 time in UTC, None for anything else."""
    if not isinstance(value, str):
        return None
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def london_day(at: datetime | None) -> date | None:
    """Return the day that it was in London: releases are often held back until one minute past midnight there.

    >>> london_day(datetime(2021, 8, 10, 23, 1, tzinfo=UTC))
    datetime.date(2021, 8, 11)
    """
    return at.astimezone(_LONDON).date() if at else None


def content_item(path: str, *, changed_at: datetime | None = None) -> Item:
    """Return the item of a base path ("/government/news/x"): read by people there, fetched from the Content API."""
    return Item(url=SITE + path, fetch_url=f"{SITE}/api/content{path}", changed_at=changed_at)


def read_item(capture: Capture, body: bytes) -> tuple[Document, list[Issue]]:
    """Read a content item, or a file that is attached to one. An item's document is known by its ``content_id`` and
    language, which stay when its address changes."""
    from extractors.parse import parse

    document, issues = parse(capture, body)
    content_id = json.loads(body).get("content_id") if body[:1] == b"{" else _stated_id(body)
    if not content_id:
        return document, issues
    document_id = document_id_of(capture.source_id, f"{content_id}:{document.language}")
    own = [replace(issue, document_id=document_id) if issue.document_id else issue for issue in issues]
    return replace(document, document_id=document_id), own


def _stated_id(body: bytes) -> str | None:
    """Return the content_id that a GOV.UK page states in its head, None for a page without and for a file."""
    found = _CONTENT_ID.search(body, 0, 50_000) if body[:1] == b"<" else None
    return found.group(1).decode("ascii") if found else None


def _json(body: bytes, what: str) -> dict[str, Any]:
    try:
        value = json.loads(body)
    except ValueError as error:
        raise LayoutError(f"{what}: the answer is no JSON ({error})") from error
    if not isinstance(value, dict):
        raise LayoutError(f"{what}: the answer is no JSON object")
    return value


def discover_search(body: bytes, url: str) -> Listing:
    """Return the items of one page of the Search API and the URL of the next.

    Raises:
        LayoutError: ``results`` or ``total`` are missing.
    """
    answer = _json(body, "Search API")
    results, total = answer.get("results"), answer.get("total")
    if not isinstance(results, list) or not isinstance(total, int):
        raise LayoutError("Search API: the fields results and total are missing")
    items = []
    for result in results:
        link = result.get("link") if isinstance(result, dict) else None
        if not isinstance(link, str):
            raise LayoutError("Search API: a result without the field link")
        parts = urlsplit(urljoin(SITE, link))
        # a result may lead to another site; that is another source's business
        if parts.netloc == urlsplit(SITE).netloc and not parts.path.startswith("/api/"):
            items.append(content_item(parts.path, changed_at=moment(result.get("public_timestamp"))))
    return Listing(items=tuple(items), found_by="results[].link", next_page=_next(url, len(results), total))


def _next(url: str, shown: int, total: int) -> str | None:
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    start = int(dict(pairs).get("start", "0")) + shown
    if shown == 0 or start >= total:
        return None
    query = [(name, str(start) if name == "start" else value) for name, value in pairs]
    return urlunsplit(parts._replace(query=urlencode(query, safe=":,")))


def content_page(body: bytes, item: Item) -> Page:
    """Return a content item's own address and its attachments. An item of the type ``redirect`` leads elsewhere.

    Raises:
        LayoutError: the answer is no content item.
    """
    content = _json(body, "Content API")
    if content.get("document_type") == "redirect":
        targets = [r.get("destination") for r in content.get("redirects", []) if isinstance(r, dict)]
        if not targets or not isinstance(targets[0], str):
            raise LayoutError("Content API: a redirect without a destination")
        path = urlsplit(urljoin(SITE, targets[0])).path
        return Page(url=item.url, moved_to=content_item(path))
    base_path = content.get("base_path")
    if not isinstance(base_path, str):
        raise LayoutError("Content API: the field base_path is missing")
    return Page(url=SITE + base_path, items=tuple(_attachments(content)))


def _attachments(content: dict[str, Any]) -> list[Item]:
    details = content.get("details")
    listed = details.get("attachments", []) if isinstance(details, dict) else []
    items = []
    for attachment in listed:
        address = attachment.get("url") if isinstance(attachment, dict) else None
        if not isinstance(address, str):
            continue
        changed, day = (
            moment(content.get("public_updated_at")),
            london_day(moment(content.get("first_published_at"))),
        )
        if attachment.get("attachment_type") == "html":
            items.append(content_item(urlsplit(urljoin(SITE, address)).path, changed_at=changed))
        elif attachment.get("attachment_type") == "file":
            title = attachment.get("title")
            words = " ".join(title.split()) if isinstance(title, str) and title.strip() else None
            items.append(Item(url=urljoin(SITE, address), changed_at=changed, published_on=day, title=words))
    return items
