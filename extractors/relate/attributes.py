"""What else a claim says: the programme that the money comes from, and for what it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extractors.model import ProgrammeKind, ProgrammeMention
from extractors.relate.clauses import FUND, MONEY, TARGET, Clause

_ACTS = (
    "help|fund|provide|support|run|install|pay|tackle|deliver|continue|develop|improve|buy|make|create"
    "|cut|reduce"
    "|expand|extend|set up|launch|recruit|keep|work|purchase|employ|train|open|build|protect|stop|prevent"
)
_PURPOSE = re.compile(
    rf"[^{MONEY}{TARGET};]{{0,120}}?\b(?P<purpose>(?:to (?:{_ACTS}) |(?:for|towards) (?:the |a |an |its "
    rf"|their )?)"
    rf"[^{MONEY}-{FUND};.]{{4,200}})"
)

# How far before an amount a fund is named that still governs it, in characters: some dozen sentences.
_BEFORE = 1500


def dominant_fund(programmes: Sequence[ProgrammeMention]) -> str | None:
    """Return the one fund of a document (or the one programme, where no fund is named), else None."""
    for kinds in ((ProgrammeKind.FUND,), tuple(ProgrammeKind)):
        counts = Counter(mention.programme_id for mention in programmes if mention.kind in kinds)
        if len(counts) == 1:
            return next(iter(counts))
        if counts:
            (first, most), (_, second) = counts.most_common(2)
            return first if most >= 2 * second else None
    return None


def programme_of(clause: Clause, at: int, programmes: Sequence[ProgrammeMention]) -> str | None:
    """Return the programme that governs the amount at ``at``.

    A fund of its sentence; else the document's one fund, or the fund named last before; else a programme of its
    sentence or the one named last before. A project in the sentence is more often what the money is for, so that a
    fund of the document comes before it.

    Positive: the Community Fund for "The Link Project was given £5,000" in a document on that fund. Negative: a fund
    that is named only behind the amount, in another sentence, beside others.
    """
    start = clause.span(at, at + 1)[0]
    funds = [mention for mention in programmes if mention.kind is ProgrammeKind.FUND]
    for some in (funds, programmes):
        near = [(abs(place - at), mention) for place, mention in clause.programmes if mention in some]
        if near:
            return min(near, key=lambda item: item[0])[1].programme_id
        one = dominant_fund(some)
        if one is not None:
            return one
        earlier = [mention for mention in some if start - _BEFORE <= mention.start_char < start]
        if earlier:
            return max(earlier, key=lambda mention: mention.start_char).programme_id
    return None


def purpose_of(clause: Clause, at: int) -> str | None:
    """Return the words of purpose behind the amount ("to install new lights"), or None."""
    match = _PURPOSE.match(clause.text, at + 1)
    if match is None:
        return None
    return clause.source(*match.span("purpose")).rstrip(" ,")
