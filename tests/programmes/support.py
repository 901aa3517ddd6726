"""Documents for the tests of programmes: each paragraph of a text is a block."""

from __future__ import annotations

import re

from extractors.model import Block, BlockKind, Document, Issue, ProgrammeMention
from extractors.programmes import find_programmes
from extractors.segments import segment


def document(text: str, *, site_area_id: str | None = None, heading: bool = False) -> Document:
    """Return a document whose paragraphs are ``text``'s; with ``heading`` the first is a heading."""
    spans = [match.span() for match in re.finditer(r"(?:[^\n]|\n(?!\n))+", text)]
    blocks = tuple(
        Block(
            kind=BlockKind.HEADING if heading and number == 0 else BlockKind.PARAGRAPH,
            start_char=start,
            end_char=end,
        )
        for number, (start, end) in enumerate(spans)
    )
    return Document(
        document_id="doc",
        capture_id="0" * 64,
        source_id="test",
        url="file:///test.txt",
        text=text,
        blocks=blocks,
        parser="test",
        site_area_id=site_area_id,
    )


def annotate(doc: Document) -> tuple[list[ProgrammeMention], list[Issue]]:
    return find_programmes(doc, segment(doc))


def mentions(text: str, *, site_area_id: str | None = None, heading: bool = False) -> list[ProgrammeMention]:
    return annotate(document(text, site_area_id=site_area_id, heading=heading))[0]


def surfaces(text: str) -> list[str]:
    """Return the mentions' words, white space made plain."""
    return [" ".join(mention.text.split()) for mention in mentions(text)]
