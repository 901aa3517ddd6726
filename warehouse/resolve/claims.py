"""Which claims tell of one and the same award."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal

from warehouse.rounding import Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What matters of an award claim here. ``rank`` is its publisher's (1 the most authoritative); ``row`` its
    place as (document, table, row) when it stands in a table. ``told`` is its document's day of publication and
    the hash of its bytes: among equals the first teller is the best, wherever its file lay."""

    claim_id: str
    document_id: str
    reach: Reach
    rank: int
    start_char: int
    programme_id: str | None = None
    financial_year: str | None = None
    row: tuple[str, int, int] | None = None
    told: str = ""

    @property
    def authority(self) -> tuple[int, Decimal, bool, str, str, int, str]:
        """Sort key: the most authoritative and exact claim first."""
        return (
            self.rank,
            self.reach.high - self.reach.low,
            self.row is None,
            self.told,
            self.document_id,
            self.start_char,
            self.claim_id,
        )


#: Pairs of claims that a person keeps apart.
Pairs = AbstractSet[frozenset[str]]


def group_claims(claims: Sequence[Claim], apart: Pairs = frozenset()) -> list[list[Claim]]:
    """Return groups of claims of one recipient in one announcement, the best claim of each first.

    Claims belong together when their amounts can be the same and neither programme nor year speaks against it; two
    rows of one table never do. Where each document knows of one award only, different amounts contradict each
    other about that one; where a document has several, an amount that fits none of them is an award of its own.
    Claims in ``apart`` are never in one group.
    """
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda c: (c.reach.high - c.reach.low, c.authority)):
        home = next((group for group in groups if _belongs(claim, group, apart)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return [sorted(group, key=lambda claim: claim.authority) for group in _contradicting(groups, apart)]


def _belongs(claim: Claim, group: Sequence[Claim], apart: Pairs) -> bool:
    return all(
        claim.reach.meets(other.reach) and _compatible(claim, other) and not _two_rows(claim, other)
        for other in group
    ) and not _kept_apart((claim, *group), apart)


def _kept_apart(claims: Sequence[Claim], apart: Pairs) -> bool:
    """Say whether a pair of the claims must not be in one group. Decisions are few, groups may be large."""
    names = {claim.claim_id for claim in claims} if apart else set()
    return any(pair <= names for pair in apart)


def _compatible(one: Claim, other: Claim) -> bool:
    return all(
        a is None or b is None or a == b
        for a, b in ((one.programme_id, other.programme_id), (one.financial_year, other.financial_year))
    )


def _two_rows(one: Claim, other: Claim) -> bool:
    return (
        one.row is not None
        and other.row is not None
        and one.row[:2] == other.row[:2]
        and one.row[2] != other.row[2]
    )


def _contradicting(groups: list[list[Claim]], apart: Pairs) -> list[list[Claim]]:
    """Join the groups when every document has a claim in just one of them and all are compatible."""
    homes: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for claim in group:
            homes[claim.document_id].add(number)
    everyone = [claim for group in groups for claim in group]
    if any(len(places) > 1 for places in homes.values()):
        return groups
    if not all(_compatible(a, b) for a in everyone for b in everyone) or _kept_apart(everyone, apart):
        return groups
    return [everyone]
