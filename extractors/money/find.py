"""All amounts of money of a document, with what their words say about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.model import BlockKind, Document, Issue, MoneyMention, Per, Qualifier, Severity
from extractors.money.cells import amounts_in_cell, field_at
from extractors.money.durations import Duration, durations_in
from extractors.money.footnotes import footnotes_of, without_marks
from extractors.money.grammar import Amount, amounts_in
from extractors.money.headline import signless, signless_in_prose
from extractors.money.mention import cue_of, mentions_of
from extractors.money.per_item import asks_for_size
from extractors.money.terms import goes_on
from extractors.money.titles import signless_in_title
from extractors.segments import Segment
from extractors.tables.reading import AmountField, TableReading

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

    All attributes but ``role`` are decided here; ``role`` is left ``other``. ``readings`` give the bare figures of
    tables their currency and unit.
    """
    found = _with_footnotes(document, [_read(segment, readings) for segment in segments])
    signed = {amount.low for one in found for amount in one.amounts}
    mentions: list[MoneyMention] = []
    before: tuple[Segment, int] | None = None  # the segment before, and where its mentions start
    for one in _with_headlines(document, found, signed):
        durations = (
            durations_in(one.segment.text) if one.amounts or (before and before[1] < len(mentions)) else ()
        )
        own = mentions_of(document, one.segment, one.amounts, durations, one.field)
        if before is not None and _goes_together(before[0], one.segment):
            mentions[before[1] :] = _spread(mentions[before[1] :], one.segment, durations)
            own = _answering(own, before[0])
        before = (one.segment, len(mentions))
        mentions += own
    return mentions, [_doubt(document, mention) for mention in mentions if "malformed" in mention.flags]


def _read(segment: Segment, readings: Sequence[TableReading]) -> _Found:
    amounts = amounts_in(segment.text)
    place = field_at(segment, readings)
    if place is None:
        return _Found(segment, amounts, None)
    return _Found(segment, amounts_in_cell(segment.text, amounts, *place), place[0])


def _with_footnotes(document: Document, found: list[_Found]) -> list[_Found]:
    """Part figures from the footnote marks that are glued to them, where the document shows such marks."""
    if not any("malformed" in amount.flags for one in found for amount in one.amounts):
        return found
    notes = footnotes_of(document.text)
    return [
        replace(one, amounts=without_marks(one.amounts, text=one.segment.text, marks=notes.marks))
        if one.segment.end_char <= notes.start
        else one
        for one in found
    ]


def _with_headlines(document: Document, found: Sequence[_Found], signed: set[Decimal]) -> list[_Found]:
    """Add the amounts that lost their sign: of the headline and standfirst, and of prose where words tell."""
    title = " ".join((document.title or "").split())
    first = sorted({one.segment.block_no for one in found})[:_TOP_BLOCKS]
    result = []
    for one in found:
        block = one.segment.block
        readers = [signless_in_prose]
        if block.kind is BlockKind.HEADING or one.segment.text == title:
            readers = [signless, signless_in_title, signless_in_prose]
        elif one.segment.block_no in first:
            readers = [signless, signless_in_prose]
        if one.segment.table_no is None:
            amounts = one.amounts
            for reader in readers:
                taken = [(amount.start, amount.end) for amount in amounts]
                extra = reader(one.segment.text, signed=signed, taken=taken)
                amounts = tuple(sorted((*amounts, *extra), key=lambda amount: amount.start))
            result.append(replace(one, amounts=amounts))
        else:
            result.append(one)
    return result


def _goes_together(first: Segment, second: Segment) -> bool:
    """Whether the second segment goes on where the first ends: in its block, or in the paragraph after it."""
    return second.block_no - first.block_no in (0, 1) and second.table_no is None and first.table_no is None


def _spread(
    mentions: list[MoneyMention], segment: Segment, durations: Sequence[Duration]
) -> list[MoneyMention]:
    """Give a sentence's amounts the term that the next one says of them ("Funding is spread over two years")."""
    ahead = goes_on(segment.text, durations)
    if ahead is None:
        return mentions
    cue = cue_of(segment, "term_years", str(ahead.years), ahead.start, ahead.end, "money.term.v1")
    return [
        mention
        if mention.term_years is not None
        else replace(mention, term_years=ahead.years, cues=(*mention.cues, cue))
        for mention in mentions
    ]


def _answering(mentions: list[MoneyMention], question: Segment) -> list[MoneyMention]:
    """Make the limit that answers "How much can we ask for?" one applicant's."""
    if not mentions or not asks_for_size(question.text):
        return mentions
    first = mentions[0]
    if first.per is not None or (
        first.qualifier is Qualifier.EXACT and first.amount_low == first.amount_high
    ):
        return mentions
    cue = cue_of(question, "per", Per.ITEM, 0, len(question.text), "money.per-item.v1")
    return [replace(first, per=Per.ITEM, cues=(*first.cues, cue)), *mentions[1:]]


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
