"""What else a claim says: the programme that the money comes from, who gives it, and for what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from extractors.model import MoneyMention, ProgrammeKind, ProgrammeMention, Role
from extractors.relate.clauses import FUND, MONEY, TARGET, Clause
from extractors.relate.lexicon import words

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

# How far from an amount a sentence names its funder, in characters.
_REACH = 400
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


@cache
def _funders() -> re.Pattern[str]:
    names = sorted(words("funder"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)


def funder_of(clause: Clause, at: int) -> str | None:
    """Return the funder that the sentence names, in the words of ``words.csv``; the nearest to the amount."""
    found = [
        (abs(match.start() - at), clause.source(match.start(), match.end()))
        for match in _funders().finditer(clause.text, max(0, at - _REACH), at + _REACH)
    ]
    return min(found)[1] if found else None


def funder_of_totals(clauses: Sequence[Clause], judged: Mapping[str, MoneyMention]) -> str | None:
    """Return the funder of a table's rows: the one that the sentences with the document's totals name most often.

    None where they name nobody, or two as often.
    """
    counts = Counter(
        funder
        for clause in clauses
        for at, mention in clause.money
        if judged[mention.mention_id].role is Role.TOTAL and (funder := funder_of(clause, at)) is not None
    ).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
        return None
    return counts[0][0]


def purpose_of(clause: Clause, at: int) -> str | None:
    """Return the words of purpose behind the amount ("to install new lights"), or None."""
    match = _PURPOSE.match(clause.text, at + 1)
    if match is None:
        return None
    return clause.source(*match.span("purpose")).rstrip(" ,")
