"""Reading a table: headers, orientation, recipients, amounts, totals, and what kind of table it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.model import Document, Table
from extractors.tables import headers
from extractors.tables.collective import is_collective
from extractors.tables.kinds import kind_of
from extractors.tables.lattice import Lattice, is_figure, is_nothing, is_signed
from extractors.tables.reading import AmountField, Orientation, Span, TableKind, TableReading

_MAX_HEADERS = 3
_LONGEST_CAPTION = 120
#: How far above a table its text may still say what its amounts are, in characters: two or three sentences.
_ABOVE = 400
_SAYS = re.compile(r"[\w£€$]")
_LARGE = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{4,}|[0-9]+\.[0-9]{2}\b")


def read_table(table: Table, document: Document, *, orientation: Orientation | None = None) -> TableReading:
    """Return how a table is to be read. Any table can be read; one without money has no amount fields.

    ``orientation`` overrides what the headers suggest.
    """
    if orientation is None:
        orientation = (
            Orientation.COLUMNS
            if _runs_across(Lattice(table, document, Orientation.ROWS))
            else Orientation.ROWS
        )
    lattice = Lattice(table, document, orientation)
    head = _header_records(lattice)
    caption = table.caption or _line_above(table, document)
    heads = {
        field: " ".join(
            dict.fromkeys(lattice.text(record, field) for record in head if lattice.text(record, field))
        )
        for field in range(lattice.fields)
    }
    sections, totals, subtotals = _special(lattice, [n for n in range(lattice.records) if n not in head])
    body = [n for n in range(lattice.records) if n not in head and n not in sections]
    amounts = [
        field for field in range(lattice.fields) if _holds_amounts(lattice, field, body, heads, caption)
    ]
    recipients = _recipients(lattice, heads, amounts, body)
    fields = tuple(
        _amount_field(lattice, field, head, heads, caption, amounts, recipients) for field in amounts
    )
    others = [field for field in range(lattice.fields) if field not in amounts and field not in recipients]
    kind = TableKind.OTHER
    if fields and recipients:
        rows = [record for record in body if record not in totals]
        kind = kind_of(
            [text for text in lattice.field(recipients[0], rows) if text],
            heads,
            fields,
            caption=caption,
            above=document.text[max(table.start_char - _ABOVE, 0) : table.start_char],
            who=heads[recipients[0]],
            summed=bool(totals),
        )
    return TableReading(
        table_no=table.table_no,
        kind=kind,
        orientation=orientation,
        records=lattice.records,
        header_records=frozenset(head),
        section_records=frozenset(sections),
        total_records=frozenset(totals),
        subtotal_records=frozenset(subtotals),
        amount_fields=fields,
        collective=frozenset(
            (record, field)
            for record in body
            for field in recipients
            if is_collective(lattice.text(record, field))
        ),
        bids_field=_bids(lattice, heads, others, body),
        purpose_field=_purpose(lattice, heads, others, body),
        programme_field=next((f for f in others if headers.PROGRAMME.search(heads[f])), None),
    )


def _line_above(table: Table, document: Document) -> str:
    """Return the line of text right above a table without a caption, where it is short enough to be one."""
    lines = [
        line.strip() for line in document.text[max(table.start_char - 300, 0) : table.start_char].splitlines()
    ]
    above = next((line for line in reversed(lines) if _SAYS.search(line)), "")
    return above if len(above) <= _LONGEST_CAPTION else ""


def _header_records(lattice: Lattice) -> list[int]:
    """Return the records at the top that hold no amounts: marked as headers by the page, or the first one."""
    head: list[int] = []
    for record in range(min(lattice.records, _MAX_HEADERS)):
        cells = lattice.record(record)
        if any(is_signed(text) and is_figure(text) for text in cells):
            break
        marked = lattice.is_header(record)
        if not marked and record != len(head):
            break
        if record == 0 or marked:
            plain = not any(is_figure(text) for text in cells[1:])
            if marked or plain:
                head.append(record)
                continue
        break
    return head


def _runs_across(lattice: Lattice) -> bool:
    """Whether recipients stand in the header row: its cells name no kind of money, and the first column's do."""
    if lattice.records < 2 or lattice.fields < 3:
        return False
    top = [text for text in lattice.record(0)[1:] if text]
    side = [lattice.text(record, 0) for record in range(1, lattice.records) if lattice.text(record, 0)]
    if len(top) < 2 or not side or any(is_signed(text) or is_figure(text) for text in top):
        return False
    money_over = sum(
        _names_money(text) or headers.RECIPIENT.search(text) is not None
        for text in top
        if not headers.TOTAL.search(text)
    )
    money_beside = sum(_names_money(text) for text in side if not headers.TOTAL.search(text))
    filled = any(
        is_signed(lattice.text(record, 1)) or is_figure(lattice.text(record, 1))
        for record in range(1, lattice.records)
    )
    unit_beside = any(headers.unit_of(text) for text in side)
    return filled and money_over == 0 and (money_beside * 2 > len(side) or unit_beside)


def _names_money(text: str) -> bool:
    return bool(
        headers.MONEY.search(text) or headers.PURPOSE.search(text) or headers.PROGRAMME.search(text)
        or headers.COUNT.search(text) or headers.financial_year_of(text)
    )  # fmt: skip


def _special(lattice: Lattice, body: Sequence[int]) -> tuple[set[int], set[int], set[int]]:
    """Return the records that head a section, that sum the table, and that sum a part of it."""
    sections: set[int] = set()
    totals: set[int] = set()
    subtotals: set[int] = set()
    for record in body:
        texts = [text for text in lattice.record(record) if text]
        label = next((text for text in texts if not is_figure(text) and not is_signed(text)), "")
        amounts = [text for text in texts if is_signed(text) or is_figure(text)]
        if headers.SUBTOTAL.search(label):
            subtotals.add(record)
        elif headers.TOTAL.search(label) and (amounts or len(label) < 25):
            totals.add(record)
        elif len(set(texts)) <= 1 and not amounts and lattice.fields > 1:
            sections.add(record)
    rows = [record for record in body if record not in sections | totals | subtotals]
    if len(rows) > 3 and lattice.sums_up(rows[-1], rows[:-1]):
        totals.add(rows[-1])
    return sections, totals, subtotals


def _holds_amounts(
    lattice: Lattice, field: int, body: Sequence[int], heads: dict[int, str], caption: str
) -> bool:
    """Whether most filled cells of a field are amounts, by their own sign or by their header's."""
    texts = [text for text in lattice.field(field, list(body)) if not is_nothing(text)]
    if not texts:
        return False
    signed = sum(is_signed(text) for text in texts)
    figures = sum(is_figure(text) for text in texts)
    if signed * 2 >= len(texts) and any(is_figure(text) or len(text) < 40 for text in texts):
        return True
    words = heads[field]
    if figures * 10 < len(texts) * (4 if headers.unit_of(words) else 6):
        return False
    if signed or headers.unit_of(words):
        return True
    if headers.COUNT.search(words) or "%" in words or any(text.endswith("%") for text in texts):
        return False
    large = sum(_LARGE.search(text) is not None for text in texts) * 2 > len(texts)
    if headers.unit_of(caption):
        return field > 0
    signs = any(is_signed(lattice.text(n, f)) for n in body for f in range(lattice.fields))
    return large and (headers.MONEY.search(words) is not None or (not words and signs))


def _recipients(
    lattice: Lattice, heads: dict[int, str], amounts: Sequence[int], body: Sequence[int]
) -> list[int]:
    """Return the fields that name who gets the money: one, or one per group of columns set side by side."""
    texts = [
        field for field in range(lattice.fields) if field not in amounts and _is_text(lattice, field, body)
    ]
    named = [
        field
        for field in texts
        if headers.RECIPIENT.search(heads[field]) and not _is_long(lattice, field, body)
    ]
    repeated = [field for field in named if heads[field] == heads[named[0]]]
    if len(repeated) > 1:
        return repeated
    for rule in (
        re.compile(
            r"\b(?:recipients?|organi[sz]ations?|applicants?|grantees?|awarded to|providers?|beneficiar\w+"
            r"|pccs?|commissioners?)\b",
            re.I,
        ),
        headers.RECIPIENT,
        headers.PROJECT,
    ):
        for field in texts:
            if rule.search(heads[field]) and not _is_long(lattice, field, body):
                return [field]
    return texts[:1]


def _is_text(lattice: Lattice, field: int, body: Sequence[int]) -> bool:
    texts = [text for text in lattice.field(field, list(body)) if text]
    return bool(texts) and sum(is_figure(text) or is_signed(text) for text in texts) * 2 < len(texts)


def _is_long(lattice: Lattice, field: int, body: Sequence[int]) -> bool:
    texts = [text for text in lattice.field(field, list(body)) if text]
    return bool(texts) and sum(len(text) for text in texts) / len(texts) > 90


def _amount_field(
    lattice: Lattice,
    field: int,
    head: Sequence[int],
    heads: dict[int, str],
    caption: str,
    amounts: Sequence[int],
    recipients: Sequence[int],
) -> AmountField:
    unit = headers.unit_of(heads[field]) or headers.unit_of(caption) or ("GBP", Decimal(1))
    left = [recipient for recipient in recipients if recipient < field]
    cells = [lattice.cell(record, field) for record in head]
    spans: list[Span] = [
        (cell.start_char, cell.end_char) for cell in cells if cell and cell.end_char > cell.start_char
    ]
    return AmountField(
        index=field,
        header=heads[field],
        header_spans=tuple(dict.fromkeys(spans)),
        currency=unit[0],
        scale=unit[1],
        from_header=True,
        recipient_field=left[-1] if left else (recipients[0] if recipients else None),
        financial_year=headers.financial_year_of(heads[field]) or headers.financial_year_of(caption),
        per=headers.per_of(heads[field]),
        is_total=len(amounts) > 1 and headers.TOTAL_COLUMN.search(heads[field]) is not None,
        is_rate=len(amounts) > 1 and headers.RATE_COLUMN.search(heads[field]) is not None,
        is_bid=headers.asks(heads[field], caption="" if len(amounts) > 1 else caption),
        is_cost=len(amounts) > 1
        and headers.COST_COLUMN.search(heads[field]) is not None
        and not headers.bestows(heads[field]),
    )


def _bids(lattice: Lattice, heads: dict[int, str], others: Sequence[int], body: Sequence[int]) -> int | None:
    for field in others:
        texts = [text for text in lattice.field(field, list(body)) if text]
        if (
            texts
            and headers.COUNT.search(heads[field])
            and all(re.fullmatch(r"[0-9]{1,4}|-|n/?a", text, re.I) for text in texts)
        ):
            return field
    return None


def _purpose(
    lattice: Lattice, heads: dict[int, str], others: Sequence[int], body: Sequence[int]
) -> int | None:
    texts = [field for field in others if _is_text(lattice, field, body)]
    named = [field for field in texts if headers.PURPOSE.search(heads[field])]
    return next(iter(named), None) or next((field for field in texts if _is_long(lattice, field, body)), None)
