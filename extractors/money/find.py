"""All amounts of money of a document, with what their words say about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.model import BlockKind, Cue, Document, Issue, MoneyMention, Per, Qualifier, Severity
from extractors.money.cells import amounts_in_cell, field_at
from extractors.money.context import Decision, places
from extractors.money.durations import Duration, durations_in
from extractors.money.grammar import Amount, amounts_in
from extractors.money.headline import signless
from extractors.money.qualifiers import qualifier_of
from extractors.money.rates import rate_of
from extractors.money.terms import financial_year_of, financial_years_in, goes_on, terms_of
from extractors.segments import Segment
from extractors.tables.reading import AmountField, TableReading

_CENT = Decimal("0.01")
#: A headline and its standfirst are the first blocks of an article.
_TOP_BLOCKS = 2


@dataclass(frozen=True, slots=True)
class _Found:
    segment: Segment
    amounts: tuple[Amount, ...]
    field: AmountField | None


def find_money(
    document: Document, segments: Sequence[Segment], readings: Sequence[TableReading] = ()
) -> tuple[list[MoneyMention], list[Issue]]:
    """Return every amount of money of a document's article, in text order, and an issue for each doubtful figure.

    All attributes but ``role`` are decided here; ``role`` is left ``other``.
    """
    found = [_read(segment, readings) for segment in segments]
    signed = {amount.low for one in found for amount in one.amounts}
    found = _with_headlines(document, found, signed)
    mentions: list[MoneyMention] = []
    previous: tuple[Segment, list[int]] | None = None
    for one in found:
        text = one.segment.text
        durations = durations_in(text) if one.amounts or previous else ()
        if previous and _same_paragraph(previous[0], one.segment):
            ahead = goes_on(text, durations)
            if ahead is not None:
                cue = _cue(
                    one.segment,
                    "term_years",
                    Decision(value=ahead.years, start=ahead.start, end=ahead.end, rule="money.term.v1"),
                )
                for index in previous[1]:
                    if mentions[index].term_years is None:
                        mentions[index] = _with_term(mentions[index], ahead.years, cue)
        start = len(mentions)
        mentions += _mentions(document, one, durations)
        if one.amounts or previous:
            previous = (one.segment, list(range(start, len(mentions)))) if one.amounts else None
    issues = [_doubt(document, mention) for mention in mentions if "malformed" in mention.flags]
    return mentions, issues


def _read(segment: Segment, readings: Sequence[TableReading]) -> _Found:
    amounts = amounts_in(segment.text)
    place = field_at(segment, readings)
    if place is None:
        return _Found(segment, amounts, None)
    return _Found(segment, amounts_in_cell(segment.text, amounts, *place), place[0])


def _with_headlines(document: Document, found: Sequence[_Found], signed: set[Decimal]) -> list[_Found]:
    """Add the amounts of the headline and standfirst that lost their sign."""
    title = " ".join((document.title or "").split())
    first = sorted({one.segment.block_no for one in found})[:_TOP_BLOCKS]
    result = []
    for one in found:
        block = one.segment.block
        top = (
            block.kind is BlockKind.HEADING
            or one.segment.block_no in first
            or (title and one.segment.text == title)
        )
        if not top or one.segment.table_no is not None:
            result.append(one)
            continue
        taken = [(amount.start, amount.end) for amount in one.amounts]
        extra = signless(one.segment.text, signed=signed, taken=taken)
        result.append(
            _Found(one.segment, tuple(sorted((*one.amounts, *extra), key=lambda a: a.start)), one.field)
            if extra
            else one
        )
    return result


def _same_paragraph(first: Segment, second: Segment) -> bool:
    """Whether the second segment goes on where the first ends: in the same block, or in the paragraph after it."""
    return second.block_no - first.block_no in (0, 1) and second.table_no is None and first.table_no is None


def _mentions(document: Document, one: _Found, spans: Sequence[Duration]) -> list[MoneyMention]:
    text, segment = one.segment.text, one.segment
    sites = places(text, one.amounts)
    if not sites:
        return []
    rates: list[Decision[Per] | None] = []
    for site in sites:
        rates.append(rate_of(site, rates[-1] if rates else None))
    yearly = [index for index, rate in enumerate(rates) if rate is not None and rate.value is Per.YEAR]
    terms = terms_of(sites, spans, yearly=yearly)
    years = financial_years_in(text)
    qualifier: Decision[Qualifier] | None = None
    mentions = []
    for site, rate in zip(sites, rates, strict=True):
        amount = site.amount
        qualifier = qualifier_of(site, qualifier)
        term = terms.get(site.index)
        year = financial_year_of(site, years, spans)
        start, end = segment.view.span(amount.start, amount.end)
        field_year = one.field.financial_year if one.field else None
        field_per = one.field.per if one.field else None
        cues = [
            _cue(segment, name, decision)
            for name, decision in (
                ("qualifier", qualifier),
                ("per", rate),
                ("term_years", term),
                ("financial_year", year),
            )
            if decision is not None
        ]
        if one.field and "unit-from-header" in amount.flags:
            cues.append(_column_cue("amount", f"{amount.currency} x {one.field.scale}", one.field))
        if one.field and field_per and rate is None:
            cues.append(_column_cue("per", field_per, one.field))
        if one.field and field_year and year is None:
            cues.append(_column_cue("financial_year", field_year, one.field))
        mentions.append(
            MoneyMention(
                document_id=document.document_id,
                start_char=start,
                end_char=end,
                text=document.text[start:end],
                sentence=text,
                rule_id=amount.rule,
                cues=tuple(cues),
                amount_low=_plain(amount.low),
                amount_high=_plain(amount.high),
                currency=amount.currency,
                qualifier=qualifier.value if qualifier else Qualifier.EXACT,
                per=rate.value if rate else field_per,
                term_years=term.value if term else None,
                financial_year=year.value if year else field_year,
                page=document.page_of(start),
                table_no=segment.table_no,
                row_no=segment.row,
                flags=amount.flags,
            )
        )
    return mentions


def _plain(value: Decimal) -> Decimal:
    """Return an amount without an exponent, with two decimals where it has pence."""
    value = value.normalize()
    if value == value.to_integral_value():
        return value.quantize(Decimal(1))
    exact = value.quantize(_CENT)
    return exact if exact == value else value


def _with_term(mention: MoneyMention, years: Decimal, cue: Cue) -> MoneyMention:
    return replace(mention, term_years=years, cues=(*mention.cues, cue))


def _cue(segment: Segment, attribute: str, decision: Decision[object]) -> Cue:
    start, end = segment.view.span(decision.start, decision.end)
    words = segment.text[decision.start : decision.end]
    return Cue(
        attribute=attribute,
        value=str(decision.value),
        text=words,
        rule_id=decision.rule,
        start_char=start,
        end_char=end,
    )


def _column_cue(attribute: str, value: str, field: AmountField) -> Cue:
    return Cue(
        attribute=attribute, value=value, text=f"column header {field.header!r}", rule_id="money.cell.v1"
    )


def _doubt(document: Document, mention: MoneyMention) -> Issue:
    return Issue(
        code="malformed-amount",
        severity=Severity.WARNING,
        stage="annotate",
        message=f"read literally as {mention.currency} {mention.amount_low}",
        source_id=document.source_id,
        url=document.url,
        document_id=document.document_id,
        fragment=mention.text,
    )
