"""Who could get an amount: whom the wording rules name, the names of its sentence and beside it, the document's area.

The candidates of one amount are bodies, each with the places where it stands. Which of them is chosen, if any, is
weighed in :mod:`extractors.relate.choosing`; nobody else can be.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from extractors.model import PccMention
from extractors.relate.clauses import Clause
from extractors.relate.links import Link
from extractors.relate.names import Recipient, doubtful, name_runs, split_names
from extractors.relate.whole_names import whole_name

#: How many names of the amount's own sentence, on each side, and how many of each sentence around it are looked at.
_NEAR, _AROUND = 4, 2
#: Names further from the amount than this, in characters of the folded sentence, belong to something else.
_REACH = 320
#: How many sentences back a name can be taken up again.
_BACK = 3
_PLAIN = re.compile(r"[^a-z0-9]+")


class Source(StrEnum):
    """Where a candidate stands: in the amount's sentence, in one near it, or only as the document's own area."""

    BEFORE = "before"
    BEHIND = "behind"
    EARLIER = "earlier"
    HEADING = "heading"
    LATER = "later"
    AREA = "area"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Named:
    """One name of a clause: its recipient and its folded span."""

    recipient: Recipient
    start: int
    end: int
    doubtful: bool


@dataclass(slots=True)
class Candidate:
    """One body that could get the amount. ``links`` are the rules' words for it, surest first; ``named`` its nearest
    name, of the clause ``steps`` sentences before (or, below nought, behind) the amount's; ``order`` its place among
    the names on that side, the nearest first.
    """

    recipient: Recipient
    source: Source
    links: list[Link] = field(default_factory=list)
    named: Named | None = None
    steps: int = 0
    order: int = 0


class Names:
    """The names of a document's clauses, each clause read once."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self.clauses = clauses
        self._read: dict[int, list[Named]] = {}
        self._told: dict[str, tuple[int, int]] = {}

    def of(self, clause: Clause) -> list[Named]:
        """Return the names of a clause in their order."""
        if clause.number not in self._read:
            self._read[clause.number] = list(_names(clause))
        return self._read[clause.number]

    def told(self, text: str) -> tuple[int, int]:
        """Return how often the document has these words, and where first (-1: nowhere). Each is looked up once."""
        if text not in self._told:
            document = self.clauses[0].segment.document.text
            self._told[text] = document.count(text), document.find(text)
        return self._told[text]


def _names(clause: Clause) -> Iterator[Named]:
    starts = [start for start, _ in clause.spans]
    for run in name_runs(clause, 0, len(clause.text)):
        unsure = doubtful(clause, run)
        for named in split_names(clause, *run):
            recipient = whole_name(clause, named)
            if recipient is None:
                continue
            start = bisect_left(starts, recipient.start_char)
            end = bisect_left(starts, recipient.end_char)
            yield Named(recipient, start, max(end, start + 1), unsure)


def key_of(recipient: Recipient) -> str:
    """Return what two mentions of one body share: the area, or the plain words of the name."""
    if recipient.area_id:
        return f"={recipient.area_id}"
    return _PLAIN.sub(" ", recipient.text.lower().removeprefix("the ")).strip()


def candidates(
    names: Names,
    clause: Clause,
    at: int,
    links: Sequence[Link],
    area: PccMention | None,
) -> list[Candidate]:
    """Return the bodies that could get the amount at ``at``, at most some twenty.

    ``links`` are the links of all rules that spoke, ``area`` the one police area that the document is about.

    Positive: for "£5,000 ... Refuge" Refuge. Negative: no candidate is a name that the text does not have.
    """
    found: dict[str, Candidate] = {}
    for link in sorted(links, key=lambda link: link.rank):
        who = whole_name(clause, link.recipient)
        if who is None:
            continue
        one = found.setdefault(key_of(who), Candidate(who, Source.RULE))
        one.links.append(link)
    for source, steps, order, named in _around(names, clause, at):
        one = _linked(found.values(), named.recipient) or found.setdefault(
            key_of(named.recipient), Candidate(named.recipient, source)
        )
        if one.named is None:
            one.source, one.named, one.steps, one.order = source, named, steps, order
    if area is not None and f"={area.area_id}" not in found:
        own = Recipient(
            text=" ".join(area.text.split()),
            start_char=area.start_char,
            end_char=area.end_char,
            area_id=area.area_id,
        )
        found[key_of(own)] = Candidate(own, Source.AREA)
    return list(found.values())


def _linked(found: Iterable[Candidate], named: Recipient) -> Candidate | None:
    """Return the candidate that a rule named with more or fewer words at the same place, if there is one."""
    return next(
        (
            one
            for one in found
            if one.links
            and one.recipient.start_char < named.end_char
            and named.start_char < one.recipient.end_char
            and (one.recipient.area_id is None or named.area_id == one.recipient.area_id)
        ),
        None,
    )


def _around(names: Names, clause: Clause, at: int) -> Iterator[tuple[Source, int, int, Named]]:
    """Yield the names near an amount, the nearest first: its sentence's, those of the sentences around it."""
    own = names.of(clause)
    middle = bisect_left(own, at, key=lambda named: named.start)
    before = [n for n in own[max(0, middle - _NEAR) : middle] if n.end <= at and at - n.end <= _REACH][::-1]
    behind = [n for n in own[middle : middle + _NEAR] if n.start > at and n.start - at <= _REACH]
    yield from ((Source.BEFORE, 0, order, named) for order, named in enumerate(before))
    yield from ((Source.BEHIND, 0, order, named) for order, named in enumerate(behind))
    first = max(0, clause.number - _BACK)
    for earlier in reversed(names.clauses[first : clause.number]):
        steps = clause.number - earlier.number
        for order, named in enumerate(names.of(earlier)[:_AROUND]):
            yield Source.EARLIER, steps, order, named
    heading = _heading(names.clauses, clause.number - 1)
    if heading is not None and heading.number < first:
        for order, named in enumerate(names.of(heading)[:_AROUND]):
            yield Source.HEADING, clause.number - heading.number, order, named
    for later in names.clauses[clause.number + 1 : clause.number + 2]:
        for order, named in enumerate(names.of(later)[:_AROUND]):
            yield Source.LATER, -1, order, named


def _heading(clauses: Sequence[Clause], last: int) -> Clause | None:
    """Return the nearest heading at or before ``last``, of twelve sentences at most, else None."""
    for number in range(last, max(-1, last - 12), -1):
        if clauses[number].is_heading:
            return clauses[number]
    return None
