"""A capture to a document by way of its source: its own parser where it has one, and what it knows of its site."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from extractors.model import Capture, Document, Issue
from extractors.sources.base import LISTED_DAY, LISTED_TITLE, Source
from extractors.sources.catalogue import all_sources, parser_for


@cache
def _by_id() -> dict[str, Source]:
    return {source.source_id: source for source in all_sources()}


def read(capture: Capture, body: bytes) -> tuple[Document, list[Issue]]:
    """Return the document of a capture, read by the source's parser of the capture's date.

    Raises:
        extractors.parse.ParseError: the body can't be read, or does not have the layout that the parser expects.
    """
    dated = parser_for(capture.source_id, capture.captured_at)
    if dated is not None:
        document, issues = dated.parse(capture, body)
        document = replace(document, parser=f"{dated.name}+{document.parser}")
    else:
        from extractors.parse import parse

        document, issues = parse(capture, body)
    if document.published_on is None and (day := capture.headers.get(LISTED_DAY)):
        document = replace(document, published_on=date.fromisoformat(day))
    # a table's own title is the name of its file
    named_after_file = document.title == urlsplit(document.url).path.rpartition("/")[2]
    if named_after_file and (title := capture.headers.get(LISTED_TITLE)):
        document = replace(document, title=title)
    source = _by_id().get(capture.source_id)
    if source is not None and source.site_area_id and not document.site_area_id:
        document = replace(document, site_area_id=source.site_area_id)
    if source is not None and source.publisher_rank < 9 and not document.publisher:
        document = replace(document, publisher=source.publisher)
    return document, issues


def visible_text(capture: Capture, body: bytes) -> str:
    """Return what a reader of the page sees of its article: change is judged on this, not on the bytes.

    Raises:
        extractors.parse.ParseError: as :func:`read`.
    """
    document, _ = read(capture, body)
    shown = [document.text[b.start_char : b.end_char] for b in document.blocks if b.furniture is None]
    notes = (f"{change.changed_at.isoformat()} {change.note}" for change in document.changes)
    facts = (
        document.title,
        document.published_on,
        document.withdrawn,
        *sorted(document.links.items()),
        *notes,
    )
    return "\n".join([*map(str, facts), *(" ".join(words.split()) for words in shown)])
