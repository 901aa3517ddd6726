"""A sentence with its mentions folded into one character each, so that rules read its grammar and not its figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractors.model import BlockKind, Mention, MoneyMention, PccMention, ProgrammeKind, ProgrammeMention
from extractors.segments import Segment

MONEY = "\ue000"
PCC = "\ue001"
PROGRAMME = "\ue002"
#: The amount that a rule is asked about; the other amounts of the sentence stay ``MONEY``.
TARGET = "\ue003"
#: A programme of kind fund: money comes out of it. Other programmes receive money.
FUND = "\ue004"

_MARKS = str.maketrans({"@": TARGET, "#": MONEY, "%": PCC, "~": f"[{PROGRAMME}{FUND}]"})
_GAP = re.compile(r"<(\d+)>")


def pattern(source: str, *, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Compile a rule over folded text.

    ``@`` is the amount asked about, ``#`` any other amount, ``%`` a police area, office, person or force, ``~`` a
    programme or fund; ``<3>`` stands for up to three words that hold no other amount.

    >>> bool(pattern("bid for <2>@").search("a bid for another " + TARGET))
    True
    """
    gap = _GAP.sub(lambda m: rf"(?:[^\s#;]+ ){{0,{m.group(1)}}}?", source)
    return re.compile(gap.translate(_MARKS), flags)


@dataclass(eq=False)
class Clause:
    """One segment as rules read it. ``text`` has one mark for each mention; ``marks`` tells which mention it is."""

    segment: Segment
    text: str
    spans: Sequence[tuple[int, int]]
    marks: Mapping[int, Mention]
    number: int = 0

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the document span of ``text[start:end]``, which must not be empty."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"[{start}, {end}) is no span of {self.text!r}")
        return self.spans[start][0], self.spans[end - 1][1]

    def source(self, start: int, end: int) -> str:
        """Return the document's own words under ``text[start:end]``, white space made plain."""
        first, last = self.span(start, end)
        return " ".join(self.segment.document.text[first:last].split())

    @cached_property
    def money(self) -> tuple[tuple[int, MoneyMention], ...]:
        return tuple((at, m) for at, m in sorted(self.marks.items()) if isinstance(m, MoneyMention))

    @cached_property
    def programmes(self) -> tuple[tuple[int, ProgrammeMention], ...]:
        return tuple((at, m) for at, m in sorted(self.marks.items()) if isinstance(m, ProgrammeMention))

    @cached_property
    def _amounts_at(self) -> tuple[int, ...]:
        return tuple(at for at, _ in self.money)

    def floor(self, at: int) -> int:
        """Return where the text behind the amount before ``at`` begins, 0 where it is the first."""
        index = bisect_left(self._amounts_at, at)
        return self._amounts_at[index - 1] + 1 if index else 0

    def pcc_at(self, at: int) -> PccMention | None:
        mention = self.marks.get(at)
        return mention if isinstance(mention, PccMention) else None

    def programme_at(self, at: int) -> ProgrammeMention | None:
        mention = self.marks.get(at)
        return mention if isinstance(mention, ProgrammeMention) else None

    def aimed(self, at: int) -> str:
        """Return the text with the amount at ``at`` marked as the one asked about."""
        return self.text[:at] + TARGET + self.text[at + 1 :]

    @property
    def is_heading(self) -> bool:
        return self.segment.block.kind is BlockKind.HEADING

    @cached_property
    def is_title_case(self) -> bool:
        """No sentence, and most words start with a capital, so that a capital says nothing of a name."""
        if not (self.is_heading or self.number == 0) or self.text.rstrip("\"')").endswith(
            (".", "!", "?", ";", ":")
        ):
            return False
        words = [w for w in re.findall(r"[A-Za-z][\w'-]*", self.text) if len(w) > 3]
        return len(words) >= 4 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


def _mark_of(mention: Mention) -> str:
    if isinstance(mention, MoneyMention):
        return MONEY
    if isinstance(mention, PccMention):
        return PCC
    if isinstance(mention, ProgrammeMention) and mention.kind is ProgrammeKind.FUND:
        return FUND
    return PROGRAMME


def _apart(mentions: Iterable[Mention]) -> list[Mention]:
    """Return mentions that do not overlap: money before names, a longer name before a shorter one."""
    ordered = sorted(
        mentions, key=lambda m: (not isinstance(m, MoneyMention), m.start_char - m.end_char, m.start_char)
    )
    kept: list[Mention] = []
    for mention in ordered:
        if all(mention.end_char <= k.start_char or k.end_char <= mention.start_char for k in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start_char)


def fold(segment: Segment, mentions: Iterable[Mention], *, number: int = 0) -> Clause:
    """Return the segment with each of its mentions as one mark."""
    starts = segment.view.starts
    chars: list[str] = []
    spans: list[tuple[int, int]] = []
    marks: dict[int, Mention] = {}
    at = 0
    for mention in _apart(mentions):
        first = bisect_left(starts, mention.start_char)
        last = bisect_left(starts, mention.end_char)
        if first < at or last <= first:
            continue
        chars.extend(segment.text[at:first])
        spans.extend((offset, offset + 1) for offset in starts[at:first])
        marks[len(chars)] = mention
        chars.append(_mark_of(mention))
        spans.append((mention.start_char, min(mention.end_char, segment.end_char)))
        at = last
    chars.extend(segment.text[at:])
    spans.extend((offset, offset + 1) for offset in starts[at:])
    return Clause(segment, "".join(chars), spans, marks, number)


def clauses_of(
    segments: Sequence[Segment],
    money: Iterable[MoneyMention],
    pcc: Iterable[PccMention],
    programmes: Iterable[ProgrammeMention],
) -> tuple[Clause, ...]:
    """Return each segment with the mentions that start in it, in text order."""
    starts = [segment.start_char for segment in segments]
    held: list[list[Mention]] = [[] for _ in segments]
    for mention in (*money, *pcc, *programmes):
        index = bisect_left(starts, mention.start_char + 1) - 1
        if index >= 0 and mention.start_char < segments[index].end_char:
            held[index].append(mention)
    return tuple(
        fold(segment, mentions, number=number)
        for number, (segment, mentions) in enumerate(zip(segments, held, strict=True))
    )
