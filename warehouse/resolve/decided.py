"""People's decisions on awards, carried out on the groups that the rules made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from warehouse.decisions import Found
from warehouse.resolve.claims import Claim

#: Announcement, recipient, currency and unit of time of a group of claims.
Place = tuple[str, str, str, str]


def put_together(
    placed: Sequence[tuple[Place, list[Claim]]], wanted: Iterable[Found], apart: frozenset[frozenset[str]]
) -> tuple[list[tuple[Place, list[Claim]]], list[tuple[Found, str]]]:
    """Return the groups after joining those of the claims that a person put together, and what could not be joined,
    each with the reason.

    A joined group stands where its most authoritative claim does. One award is of one announcement, one currency and
    one unit of time, so claims that differ in these are not joined, nor are claims that another decision keeps apart.
    """
    groups: dict[int, tuple[Place, list[Claim]]] = dict(enumerate(placed))
    home = {claim.claim_id: number for number, (_, group) in groups.items() for claim in group}
    refused = []
    for found in wanted:
        one, other = home[found.a], home[found.b]
        if one == other:
            continue
        reason = _reason(groups[one], groups[other], apart)
        if reason:
            refused.append((found, reason))
            continue
        joined = sorted((*groups[one][1], *groups[other][1]), key=lambda claim: claim.authority)
        best = joined[0].claim_id
        groups[one] = (groups[home[best]][0], joined)
        home.update((claim.claim_id, one) for claim in groups.pop(other)[1])
    return list(groups.values()), refused


def _reason(
    one: tuple[Place, list[Claim]], other: tuple[Place, list[Claim]], apart: frozenset[frozenset[str]]
) -> str:
    (announcement, _, currency, per), (announcement_b, _, currency_b, per_b) = one[0], other[0]
    if announcement != announcement_b:
        return "they are of different announcements; put their documents together first"
    if currency != currency_b:
        return f"one is in {currency}, the other in {currency_b}"
    if per != per_b:
        return f"one is {_rate(per)}, the other {_rate(per_b)}"
    if any(frozenset((a.claim_id, b.claim_id)) in apart for a in one[1] for b in other[1]):
        return "another decision keeps claims of the two apart"
    return ""


def _rate(per: str) -> str:
    return f"an amount a {per}" if per else "a sum"
