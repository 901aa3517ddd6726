"""Small documents for the tests of money."""

from __future__ import annotations

from extractors.model import Block, BlockKind, Document, MoneyMention
from extractors.money import find_money
from extractors.segments import segment


def document_of(*paragraphs: str, headings: int = 0) -> Document:
    """Return a document of paragraphs, the first ``headings`` of them headings."""
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for number, paragraph in enumerate(paragraphs):
        kind = BlockKind.HEADING if number < headings else BlockKind.PARAGRAPH
        blocks.append(
            Block(kind=kind, start_char=at, end_char=at + len(paragraph), level=1 if number < headings else 0)
        )
        at += len(paragraph) + 2
    return Document(
        document_id="d", capture_id="c" * 64, source_id="s", url="https://example.org/a", text=text,
        blocks=tuple(blocks), parser="test",
    )  # fmt: skip


def money_in(*paragraphs: str, headings: int = 0) -> list[MoneyMention]:
    """Return the money of the paragraphs, in text order."""
    document = document_of(*paragraphs, headings=headings)
    return find_money(document, segment(document))[0]
