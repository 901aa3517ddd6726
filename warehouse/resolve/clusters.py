"""Joining pairs into groups, strongest first, without letting one weak tie chain two different things together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from warehouse.rounding import Reach

#: Documents of one announcement appear within this many days; a retelling years later is a new story.
LONGEST = 60
TOGETHER = 60
BORDERLINE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What a document must have in common with a group to belong to it. None and empty fit everything."""

    published_on: date | None = None
    total: Reach | None = None
    fund_round: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A pair of documents, its points, and whether one links to the other (then no trait keeps them apart)."""

    a: str
    b: str
    points: int
    linked: bool = False


@dataclass(slots=True)
class _Group:
    members: list[str]
    first: date | None
    last: date | None
    totals: set[Reach] = field(default_factory=set)
    rounds: dict[str, set[int]] = field(default_factory=dict)


def cluster(
    ties: Iterable[Tie],
    traits: Mapping[str, Traits],
    apart: frozenset[frozenset[str]] = frozenset(),
) -> list[list[str]]:
    """Return the groups of all documents in ``traits``, each sorted, in order of their first member.

    A tie of :data:`TOGETHER` points or more joins two groups, unless their totals cannot be the same, their days are
    too far apart or they are about different rounds of one fund. A pair in ``apart`` is never in one group.
    """
    groups = {name: _alone(name, own) for name, own in traits.items()}
    strong = [tie for tie in ties if tie.points >= TOGETHER]
    for tie in sorted(strong, key=lambda tie: (-tie.points, tie.a, tie.b)):
        one, other = groups[tie.a], groups[tie.b]
        if one is not other and (tie.linked or _fit(one, other)) and not _kept_apart(one, other, apart):
            if len(one.members) < len(other.members):
                one, other = other, one
            _absorb(one, other)
            for member in other.members:
                groups[member] = one
    distinct = {id(group): sorted(group.members) for group in groups.values()}
    return sorted(distinct.values())


def _alone(name: str, traits: Traits) -> _Group:
    return _Group(
        members=[name],
        first=traits.published_on,
        last=traits.published_on,
        totals={traits.total} if traits.total else set(),
        rounds={traits.fund_round[0]: {traits.fund_round[1]}} if traits.fund_round else {},
    )


def _fit(one: _Group, other: _Group) -> bool:
    if one.first and one.last and other.first and other.last:
        span = max(one.last, other.last) - min(one.first, other.first)
        if span.days > LONGEST:
            return False
    if one.totals and other.totals and not any(a.meets(b) for a in one.totals for b in other.totals):
        return False
    shared = one.rounds.keys() & other.rounds.keys()
    return all(one.rounds[fund] & other.rounds[fund] for fund in shared)


def _kept_apart(one: _Group, other: _Group, apart: frozenset[frozenset[str]]) -> bool:
    return bool(apart) and any(frozenset((a, b)) in apart for a in one.members for b in other.members)


def _absorb(one: _Group, other: _Group) -> None:
    one.members += other.members
    one.first = min((day for day in (one.first, other.first) if day), default=None)
    one.last = max((day for day in (one.last, other.last) if day), default=None)
    one.totals |= other.totals
    for fund, rounds in other.rounds.items():
        one.rounds.setdefault(fund, set()).update(rounds)
