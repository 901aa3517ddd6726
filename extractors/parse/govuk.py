"""GOV.UK Content API items (``/api/content/...``): the body's HTML with the item's own title, date and organisations.

Field names as in alphagov/publishing-api's content schemas for ``news_article`` and ``publication``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import Any

from extractors.model import Capture, Document, Issue
from extractors.parse.changes import changes_of_item, read_moment
from extractors.parse.errors import ParseError
from extractors.parse.html import document_of
from extractors.parse.html_head import Head, read_stamp

PARSER = "govuk-content.v1"
_SITE = "https://www.gov.uk"


def parse_content_item(capture: Capture, item: Mapping[str, Any]) -> tuple[Document, list[Issue]]:
    """Return the document of a content item.

    Raises:
        ParseError: ``unknown-json`` when the item has no title or no body.
    """
    details = item.get("details")
    title = item.get("title")
    if not isinstance(details, Mapping) or not isinstance(title, str):
        raise ParseError("unknown-json", "a content item without title or details")
    body = _body(details)
    if not body.strip():
        raise ParseError("no-text", f"content item {item.get('base_path')} has no body")
    description = item.get("description")
    summary = f"<p>{escape(description)}</p>" if isinstance(description, str) and description.strip() else ""
    markup = f"<article><h1>{escape(title)}</h1>{summary}{body}</article>"
    first = item.get("first_published_at") or details.get("first_public_at")
    base_path = item.get("base_path")
    changes, odd = changes_of_item(capture, details.get("change_history"))
    head = Head(
        title=title,
        headline=title,
        published_on=read_stamp(first) if isinstance(first, str) else None,
        publisher=_organisations(item.get("links")),
        language=str(item.get("locale") or "en")[:2],
        links={"canonical": _SITE + base_path} if isinstance(base_path, str) else {},
        updated_at=read_moment(item.get("public_updated_at")),
        changes=changes,
    )
    document, issues = document_of(capture, markup, head, parser=PARSER, issues=odd)
    notice = item.get("withdrawn_notice")
    return (_withdrawn(document) if isinstance(notice, Mapping) and notice else document), issues


def _body(details: Mapping[str, Any]) -> str:
    """Return the HTML of ``details.body`` (a string, or parts by content type) and of ``details.documents``."""
    parts: list[str] = []
    body = details.get("body")
    if isinstance(body, str):
        parts.append(body)
    elif isinstance(body, list):
        parts += [
            str(part["content"])
            for part in body
            if isinstance(part, Mapping) and part.get("content_type") == "text/html" and "content" in part
        ]
    documents = details.get("documents")
    if isinstance(documents, list):
        parts += [part for part in documents if isinstance(part, str)]
    return "\n".join(parts)


def _organisations(links: Any) -> str | None:
    """Return the names of the publishing organisations, the first one first."""
    if not isinstance(links, Mapping):
        return None
    for name in ("organisations", "primary_publishing_organisation"):
        items = links.get(name)
        if isinstance(items, list):
            titles = [str(i["title"]) for i in items if isinstance(i, Mapping) and i.get("title")]
            if titles:
                return ", ".join(titles)
    return None


def _withdrawn(document: Document) -> Document:
    return replace(document, withdrawn=True)
