"""The same award told twice in a document is one claim, at its most exact figure."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

from extractors.model import AwardClaim, ClaimMethod, MoneyMention, Qualifier
from extractors.relate.amounts import same_sum, step

#: No two amounts that differ by more than one part in so many are one sum.
_PART = 10
_PLAIN = re.compile(r"[^a-z0-9]+")


def same_recipient(one: AwardClaim, other: AwardClaim) -> bool:
    """Say whether two claims name one recipient: one police area, or names of which one holds the other."""
    if one.area_id or other.area_id:
        return one.area_id == other.area_id
    a, b = (_PLAIN.sub(" ", claim.recipient.lower()).strip() for claim in (one, other))
    return a in b or b in a or difflib.SequenceMatcher(None, a, b).ratio() > 0.75


def _weak(claim: AwardClaim) -> bool:
    """Say whether the recipient was not named at the amount but only stood for."""
    return claim.rule_id.startswith(
        (
            "claim.receive-official",
            "claim.receive-body",
            "claim.receive-place",
            "claim.to-official",
            "claim.given",
            "claim.for-area",
            "claim.story",
            "claim.opening-",
            "claim.relative-official",
        )
    )


def _exactness(claim: AwardClaim, mention: MoneyMention) -> tuple[bool, bool, object, int]:
    return (
        claim.method is not ClaimMethod.TABLE,
        claim.qualifier is not Qualifier.EXACT,
        step(mention),
        claim.start_char,
    )


def merge(claims: Iterable[AwardClaim], money: Mapping[str, MoneyMention]) -> tuple[AwardClaim, ...]:
    """Return the claims with each award once, in text order. Rows of tables are never merged with each other."""
    kept: list[tuple[int, AwardClaim]] = []
    ordered = sorted(
        claims, key=lambda c: (_weak(c), *_exactness(c, money[c.money_mention_id])[:3], c.start_char)
    )
    for claim in ordered:
        mention = money[claim.money_mention_id]
        size = int(mention.amount_low)
        told = any(
            abs(size - other) * _PART <= max(size, other) + _PART
            and same_sum(mention, money[k.money_mention_id])
            and (same_recipient(claim, k) or _weak(claim))
            and not (claim.method is ClaimMethod.TABLE and k.method is ClaimMethod.TABLE)
            for other, k in kept
        )
        if not told:
            kept.append((size, claim))
    return tuple(sorted((claim for _, claim in kept), key=lambda c: (c.start_char, c.recipient)))
