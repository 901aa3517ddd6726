"""A one-paragraph document and what the rules find in it."""

from __future__ import annotations

from datetime import date

from extractors.model import Block, BlockKind, Document, Issue, PccMention
from extractors.pcc import find_pcc
from extractors.segments import segment


def document_of(
    *paragraphs: str,
    day: date | None = None,
    publisher: str | None = None,
    kind: BlockKind = BlockKind.PARAGRAPH,
) -> Document:
    """Return a document whose blocks are the paragraphs, one line each, under an empty first line."""
    blocks = [Block(kind=BlockKind.HEADING, start_char=0, end_char=0)]
    text = "\n"
    for paragraph in paragraphs:
        blocks.append(Block(kind=kind, start_char=len(text), end_char=len(text) + len(paragraph)))
        text += paragraph + "\n"
    return Document(
        document_id="d",
        capture_id="c",
        source_id="test",
        url="file:///d.txt",
        text=text,
        blocks=tuple(blocks),
        parser="test",
        published_on=day,
        publisher=publisher,
    )


def read(*paragraphs: str, **facts: object) -> tuple[list[PccMention], list[Issue]]:
    document = document_of(*paragraphs, **facts)  # type: ignore[arg-type]
    return find_pcc(document, segment(document))


def found(*paragraphs: str, **facts: object) -> list[tuple[str, str, str]]:
    """Return (words, kind, area) of each mention in text order."""
    return [(m.text, m.kind.value, m.area_id) for m in read(*paragraphs, **facts)[0]]
