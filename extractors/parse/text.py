"""Plain text: the file's characters unchanged, with the structure that a reader sees in them."""

from __future__ import annotations

from extractors.model import Capture, Document, Issue, document_id_of
from extractors.parse.dates import dateline
from extractors.parse.decode import decode
from extractors.parse.headline import headline_of
from extractors.parse.layout import layout
from extractors.parse.publisher import stated_publisher

PARSER = "text.v1"


def parse_text(capture: Capture, body: bytes) -> tuple[Document, list[Issue]]:
    """Return the document of a plain-text body. ``Document.text`` is the decoded body, character for character.

    Raises:
        ParseError: the bytes are text in no known encoding.
    """
    text, issues = decode(capture, body, markup=False)
    found = layout(text)
    title = found.title
    article = [text[b.start_char : b.end_char] for b in found.blocks if b.furniture is None]
    document = Document(
        document_id=document_id_of(capture.source_id, capture.url),
        capture_id=capture.capture_id,
        source_id=capture.source_id,
        url=capture.url,
        text=text,
        blocks=found.blocks,
        tables=found.tables,
        parser=PARSER,
        title=headline_of(text[title.start_char : title.end_char]) if title else None,
        published_on=dateline(article),
        publisher=stated_publisher([text[b.start_char : b.end_char] for b in found.blocks]),
    )
    return document, issues
