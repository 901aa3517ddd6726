"""Which programme the amounts of a table come from."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.model import BlockKind, Document, ProgrammeKind, ProgrammeMention, Table
from extractors.tables.lattice import Lattice
from extractors.tables.reading import AmountField, Span, TableReading


def programme_of(
    document: Document,
    table: Table,
    reading: TableReading,
    lattice: Lattice,
    record: int,
    field: AmountField,
    programmes: Sequence[ProgrammeMention],
) -> ProgrammeMention | None:
    """Return the programme named by the column's header, the row's programme cell, the caption, the heading above,
    or the only fund that the text in front of the table names.
    """
    spans = list(field.header_spans)
    if reading.programme_field is not None:
        cell = lattice.cell(record, reading.programme_field)
        if cell is not None:
            spans.append((cell.start_char, cell.end_char))
    spans += _above(document, table)
    for start, end in spans:
        for mention in programmes:
            if start <= mention.start_char and mention.end_char <= end:
                return mention
    funds = {
        mention.programme_id: mention
        for mention in programmes
        if mention.kind is ProgrammeKind.FUND and mention.start_char < table.start_char
    }
    return next(iter(funds.values())) if len(funds) == 1 else None


def _above(document: Document, table: Table) -> list[Span]:
    """Return the spans of the table's caption, where the text right above holds it, and of the heading above it."""
    before = [
        block for block in document.blocks if block.end_char <= table.start_char and block.furniture is None
    ]
    spans = []
    if (
        before
        and table.caption
        and " ".join(table.caption.split())
        in " ".join(document.text[before[-1].start_char : before[-1].end_char].split())
    ):
        spans.append((before[-1].start_char, before[-1].end_char))
    headings = [block for block in before if block.kind is BlockKind.HEADING and block.level != 1]
    if headings:
        spans.append((headings[-1].start_char, headings[-1].end_char))
    return spans
