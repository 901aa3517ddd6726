"""The awards that a table makes: one claim for each recipient and field of amounts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from extractors.model import (
    AwardClaim,
    Cell,
    ClaimMethod,
    Cue,
    Document,
    Issue,
    MoneyMention,
    PccMention,
    ProgrammeMention,
    Severity,
    Table,
)
from extractors.tables.funds import programme_of
from extractors.tables.lattice import Lattice
from extractors.tables.read import read_table
from extractors.tables.reading import AmountField, Orientation, TableKind, TableReading
from extractors.tables.roles import cell_places
from extractors.text import View

RULE = "tables.awards.v1"
_COUNT_BEHIND = re.compile(
    r" ?[(\[] ?(?P<count>[0-9]{1,2})(?: (?:bids?|projects?|awards?|grants?))? ?[)\]]$", re.IGNORECASE
)
_FOR = re.compile(r", (?:for|towards) (?=its |their |the |an? )")
_NOTE_MARK = re.compile(r"(?: ?(?:[*†‡^]+|\[[0-9a-z]{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]+))+$")


def table_claims(
    document: Document,
    table: Table,
    reading: TableReading,
    money: Sequence[MoneyMention],
    pcc: Sequence[PccMention],
    programmes: Sequence[ProgrammeMention],
) -> tuple[list[AwardClaim], list[Issue]]:
    """Return the award claims of one table, and what of it could not be read.

    Only tables of awards make claims; their totals, subtotals, rows for several unnamed recipients and cells of nought
    make none. ``recipient`` is the recipient's cell as written, without a count of bids or a footnote mark behind it.
    """
    reading = oriented(document, table, reading, pcc)
    if reading.kind is not TableKind.AWARDS:
        return [], []
    lattice = Lattice(table, document, reading.orientation)
    fields = {field.index: field for field in reading.amount_fields}
    sums: dict[int, Decimal] = defaultdict(Decimal)
    claims: list[AwardClaim] = []
    issues: list[Issue] = []
    seen: set[tuple[int, int]] = set()
    skipped = (
        reading.header_records | reading.section_records | reading.total_records | reading.subtotal_records
    )
    for mention, record, index in cell_places(table, reading, money):
        field = fields.get(index)
        if (
            field is None
            or record in skipped
            or not field.is_given
            or (record, index) in seen
            or not mention.amount_high
        ):
            continue
        seen.add((record, index))
        recipient, inherited = _recipient(lattice, record, field, skipped)
        if recipient is None:
            issues.append(_no_recipient(document, mention))
            continue
        if inherited and mention.amount_low == sums[index]:
            continue  # the sum of the rows above, without a label
        sums[index] += mention.amount_low
        if (record, field.recipient_field) in reading.collective:
            continue
        claims.append(
            _claim(document, table, reading, lattice, record, field, mention, recipient, pcc, programmes)
        )
    return claims, issues


def oriented(
    document: Document, table: Table, reading: TableReading, pcc: Sequence[PccMention]
) -> TableReading:
    """Return the reading turned round where police areas stand across the top and none down the side."""
    lattice = Lattice(table, document, reading.orientation)
    beside = [
        lattice.cell(record, 0) for record in range(lattice.records) if record not in reading.header_records
    ]
    over = [
        lattice.cell(record, field) for record in reading.header_records for field in range(1, lattice.fields)
    ]
    if reading.orientation is Orientation.COLUMNS or _with_area(beside, pcc) or _with_area(over, pcc) < 2:
        return reading
    return read_table(table, document, orientation=Orientation.COLUMNS)


def _with_area(cells: Sequence[Cell | None], pcc: Sequence[PccMention]) -> int:
    return sum(
        any(cell.start_char <= mention.start_char and mention.end_char <= cell.end_char for mention in pcc)
        for cell in cells
        if cell is not None
    )


def _recipient(
    lattice: Lattice, record: int, field: AmountField, skipped: frozenset[int]
) -> tuple[Cell | None, bool]:
    """Return the recipient's cell, from the nearest record above where a merged or blank cell leaves it out."""
    if field.recipient_field is None:
        return None, False
    for above in range(record, -1, -1):
        if above in skipped:
            break
        cell = lattice.cell(above, field.recipient_field)
        if cell is not None and lattice.text(above, field.recipient_field):
            return cell, above != record
    return None, False


def _claim(
    document: Document,
    table: Table,
    reading: TableReading,
    lattice: Lattice,
    record: int,
    field: AmountField,
    mention: MoneyMention,
    recipient: Cell,
    pcc: Sequence[PccMention],
    programmes: Sequence[ProgrammeMention],
) -> AwardClaim:
    name, bids = split_count(View.of(document.text, recipient.start_char, recipient.end_char).text)
    name, purpose = _without_purpose(name)
    written = _as_written(document, recipient, name)
    if reading.purpose_field is not None:
        purpose = lattice.text(record, reading.purpose_field) or purpose
    if bids is None and reading.bids_field is not None and lattice.text(record, reading.bids_field).isdigit():
        bids = int(lattice.text(record, reading.bids_field))
    areas = {
        area.area_id
        for area in pcc
        if recipient.start_char <= area.start_char and area.end_char <= recipient.end_char
    }
    programme = programme_of(document, table, reading, lattice, record, field, programmes)
    start, end = min(recipient.start_char, mention.start_char), max(recipient.end_char, mention.end_char)
    return AwardClaim(
        document_id=document.document_id,
        recipient=written,
        area_id=areas.pop() if len(areas) == 1 else None,
        amount_low=mention.amount_low,
        amount_high=mention.amount_high,
        money_mention_id=mention.mention_id,
        method=ClaimMethod.TABLE,
        start_char=start,
        end_char=end,
        quote=document.text[start:end],
        rule_id=RULE,
        currency=mention.currency,
        qualifier=mention.qualifier,
        per=mention.per,
        term_years=mention.term_years,
        financial_year=mention.financial_year or field.financial_year,
        programme_id=programme.programme_id if programme else None,
        bids=bids,
        purpose=purpose,
        table_no=table.table_no,
        row_no=mention.row_no,
        cues=(
            _cue("recipient", written, "recipient column"),
            _cue("amount", mention.text, field.header or "amount column"),
        ),
    )


def _cue(attribute: str, value: str, text: str) -> Cue:
    return Cue(attribute=attribute, value=value, text=text, rule_id=RULE)


def split_count(text: str) -> tuple[str, int | None]:
    """Part a recipient from the count of bids and the footnote marks behind it.

    >>> split_count("Kent (2)"), split_count("Office for Policing (London) (3)"), split_count("Gwent*")
    (('Kent', 2), ('Office for Policing (London)', 3), ('Gwent', None))
    """
    text = _NOTE_MARK.sub("", text)
    count = _COUNT_BEHIND.search(text)
    if count is None:
        return text, None
    return _NOTE_MARK.sub("", text[: count.start()]), int(count["count"])


def _without_purpose(name: str) -> tuple[str, str | None]:
    """Part "Stanley Events, for its Mini Police day" into recipient and purpose."""
    match = _FOR.search(name)
    return (name, None) if match is None else (name[: match.start()], name[match.end() :])


def _as_written(document: Document, cell: Cell, name: str) -> str:
    """Return the recipient in the document's own characters, its white space collapsed."""
    view = View.of(document.text, cell.start_char, cell.end_char)
    if not name:
        return view.text
    start, end = view.span(0, len(name))
    return " ".join(document.text[start:end].split())


def _no_recipient(document: Document, mention: MoneyMention) -> Issue:
    return Issue(
        code="award-without-recipient",
        severity=Severity.INFO,
        stage="relate",
        message="a table's amount has no recipient in its row",
        source_id=document.source_id,
        url=document.url,
        document_id=document.document_id,
        fragment=mention.text,
    )
