"""From an amount in a segment to the record with all its attributes and the words that decided each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.model import Cue, Document, MoneyMention, Per, Qualifier
from extractors.money.context import Decision, Place, places
from extractors.money.durations import Duration
from extractors.money.grammar import Amount
from extractors.money.qualifiers import qualifier_of
from extractors.money.rates import rate_of
from extractors.money.terms import terms_of
from extractors.money.years import financial_year_of, financial_years_in
from extractors.segments import Segment
from extractors.tables.reading import AmountField

_CENT = Decimal("0.01")


def mentions_of(
    document: Document,
    segment: Segment,
    amounts: tuple[Amount, ...],
    durations: Sequence[Duration],
    field: AmountField | None,
) -> list[MoneyMention]:
    """Return the mentions of a segment's amounts. ``field`` is the table's field of amounts that the segment is in."""
    if not amounts:
        return []
    sites = places(segment.text, amounts)
    qualifiers: list[Decision[Qualifier] | None] = []
    rates: list[Decision[Per] | None] = []
    for site in sites:
        qualifiers.append(qualifier_of(site, qualifiers[-1] if qualifiers else None))
        rates.append(rate_of(site, rates[-1] if rates else None))
    yearly = [index for index, rate in enumerate(rates) if rate is not None and rate.value is Per.YEAR]
    terms = terms_of(sites, durations, yearly=yearly)
    years = financial_years_in(segment.text)
    return [
        _mention(
            document,
            segment,
            site,
            field,
            qualifier,
            rate,
            terms.get(site.index),
            financial_year_of(site, years, durations),
        )
        for site, qualifier, rate in zip(sites, qualifiers, rates, strict=True)
    ]


def _mention(
    document: Document,
    segment: Segment,
    site: Place,
    field: AmountField | None,
    qualifier: Decision[Qualifier] | None,
    rate: Decision[Per] | None,
    term: Decision[Decimal] | None,
    year: Decision[str] | None,
) -> MoneyMention:
    amount = site.amount
    start, end = segment.view.span(amount.start, amount.end)
    mention = MoneyMention(
        document_id=document.document_id,
        start_char=start,
        end_char=end,
        text=document.text[start:end],
        sentence=segment.text,
        rule_id=amount.rule,
        amount_low=_plain(amount.low),
        amount_high=_plain(amount.high),
        currency=amount.currency,
        qualifier=qualifier.value if qualifier else Qualifier.EXACT,
        per=rate.value if rate else None,
        term_years=term.value if term else None,
        financial_year=year.value if year else None,
        page=document.page_of(start),
        table_no=segment.table_no,
        row_no=segment.row,
        flags=amount.flags,
        cues=tuple(_cues(segment, qualifier=qualifier, per=rate, term_years=term, financial_year=year)),
    )
    return mention if field is None else _from_header(mention, field)


def _cues(
    segment: Segment,
    *,
    qualifier: Decision[Qualifier] | None,
    per: Decision[Per] | None,
    term_years: Decision[Decimal] | None,
    financial_year: Decision[str] | None,
) -> list[Cue]:
    cues = []
    if qualifier is not None:
        cues.append(
            cue_of(segment, "qualifier", qualifier.value, qualifier.start, qualifier.end, qualifier.rule)
        )
    if per is not None:
        cues.append(cue_of(segment, "per", per.value, per.start, per.end, per.rule))
    if term_years is not None:
        cues.append(
            cue_of(
                segment,
                "term_years",
                str(term_years.value),
                term_years.start,
                term_years.end,
                term_years.rule,
            )
        )
    if financial_year is not None:
        cues.append(
            cue_of(
                segment,
                "financial_year",
                financial_year.value,
                financial_year.start,
                financial_year.end,
                financial_year.rule,
            )
        )
    return cues


def cue_of(segment: Segment, attribute: str, value: str, start: int, end: int, rule_id: str) -> Cue:
    """Return the cue for the words ``segment.text[start:end]``."""
    first, last = segment.view.span(start, end)
    return Cue(
        attribute=attribute,
        value=value,
        text=segment.text[start:end],
        rule_id=rule_id,
        start_char=first,
        end_char=last,
    )


def _from_header(mention: MoneyMention, field: AmountField) -> MoneyMention:
    """Add what the header of a table's field says of every amount under it."""
    cues = list(mention.cues)
    words = f"column header {field.header!r}" if field.header else "table caption"
    if "unit-from-header" in mention.flags:
        cues.append(
            Cue(
                attribute="amount",
                value=f"{field.currency} x {field.scale}",
                text=words,
                rule_id="money.cell.v1",
            )
        )
    per, year = mention.per, mention.financial_year
    if per is None and field.per is not None:
        per = field.per
        cues.append(Cue(attribute="per", value=per, text=words, rule_id="money.cell.v1"))
    if year is None and field.financial_year is not None:
        year = field.financial_year
        cues.append(Cue(attribute="financial_year", value=year, text=words, rule_id="money.cell.v1"))
    return replace(mention, per=per, financial_year=year, cues=tuple(cues))


def _plain(value: Decimal) -> Decimal:
    """Return an amount without an exponent, with two decimals where it has pence."""
    if value == value.to_integral_value():
        return value.quantize(Decimal(1))
    cents = value.quantize(_CENT)
    return cents if cents == value else value.normalize()
