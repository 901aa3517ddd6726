"""Tables for the tests: rows of strings become a document with cells."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.model import (
    AwardClaim,
    Block,
    BlockKind,
    Cell,
    Document,
    MoneyMention,
    PccKind,
    PccMention,
    ProgrammeKind,
    ProgrammeMention,
    ProgrammeStatus,
    Table,
)  # fmt: skip
from extractors.money import find_money
from extractors.segments import segment
from extractors.tables import TableReading, read_table, table_claims


def table_of(rows: Sequence[Sequence[str]], *, caption: str | None = None, headers: int = 1) -> Document:
    """Return a document that is one table, the first ``headers`` rows marked as headers, under its caption."""
    text = f"{caption}\n" if caption else ""
    blocks = [Block(kind=BlockKind.PARAGRAPH, start_char=0, end_char=len(text) - 1)] if caption else []
    cells = []
    for row, texts in enumerate(rows):
        for col, words in enumerate(texts):
            start = len(text)
            text += words + "\n"
            cells.append(
                Cell(row=row, col=col, start_char=start, end_char=start + len(words), is_header=row < headers)
            )
            if words:
                blocks.append(Block(kind=BlockKind.CELL, start_char=start, end_char=start + len(words)))
    table = Table(
        table_no=0, start_char=cells[0].start_char, end_char=len(text), cells=tuple(cells), caption=caption
    )
    return Document(
        document_id="d", capture_id="c" * 64, source_id="s", url="https://example.org/t", text=text,
        blocks=tuple(blocks),        tables=(table,), parser="test",
    )  # fmt: skip


def read(document: Document) -> tuple[TableReading, list[MoneyMention]]:
    reading = read_table(document.tables[0], document)
    return reading, find_money(document, segment(document), [reading])[0]


def areas_in(document: Document, *names: str) -> list[PccMention]:
    """Return an area mention at the first place of each name; the area's id is the name in lower case."""
    found = []
    for name in names:
        start = document.text.index(name)
        found.append(
            PccMention(
                document_id="d", start_char=start, end_char=start + len(name), text=name, sentence=name,
                rule_id="pcc.area.v1", kind=PccKind.AREA, area_id=name.lower().replace(" ", "-"),
            )
        )  # fmt: skip
    return found


def fund_in(document: Document, name: str, *, programme_id: str) -> ProgrammeMention:
    start = document.text.index(name)
    return ProgrammeMention(
        document_id="d", start_char=start, end_char=start + len(name), text=name, sentence=name,
        rule_id="programmes.known.v1", programme_id=programme_id, name=name, kind=ProgrammeKind.FUND,
        status=ProgrammeStatus.KNOWN,
    )  # fmt: skip


def claims_of(
    document: Document, *, areas: Sequence[str] = (), funds: Sequence[ProgrammeMention] = ()
) -> list[AwardClaim]:
    reading, money = read(document)
    return table_claims(document, document.tables[0], reading, money, areas_in(document, *areas), funds)[0]
