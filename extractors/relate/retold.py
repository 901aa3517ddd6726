"""An award that a headline rounds stands at the exact figure that the document gives for it elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extractors.model import AwardClaim, ClaimMethod, Cue, MoneyMention, PccMention, Role
from extractors.relate.amounts import same_sum, step
from extractors.relate.clauses import Clause
from extractors.relate.links import Link

RULE_ID = "claim.exact-figure.v1"
#: What the exact figure may be called where nobody is named beside it; a share or a cost is another sum.
_RETELLS = (Role.AWARD, Role.TOTAL, Role.CUMULATIVE, Role.BID)
#: Up to so many characters between the two figures a claim quotes all that stands between them.
_QUOTED = 600


def at_exact_figures(
    claims: Iterable[AwardClaim],
    judged: Mapping[str, MoneyMention],
    links: Mapping[str, Sequence[Link]],
    clauses: Sequence[Clause],
    *,
    without: Iterable[str] = (),
) -> tuple[tuple[AwardClaim, ...], dict[str, MoneyMention]]:
    """Return the claims, each at the most exact figure told for it, and the mentions with the role that follows.

    The guide: an amount repeated in the text is one award, at its most exact figure. ``without`` are
    mentions that a table has explained.

    Positive: "Kent's PCC has secured over £500,000. The £527,573 will pay for ..." is one award of 527573. Negative:
    "Kent's PCC has secured over £500,000. Refuge received £527,573" are two awards.
    """
    told = list(claims)
    taken = {claim.money_mention_id for claim in told} | set(without)
    free = [m for key, m in judged.items() if key not in taken and m.role in _RETELLS]
    held = {m.mention_id: clause for clause in clauses for _, m in clause.money} if free else {}
    moved: dict[str, MoneyMention] = {}
    kept: list[AwardClaim] = []
    for claim in told:
        exact = _exact_figure(claim, judged[claim.money_mention_id], free, links)
        exact = None if exact is None or _of_others(claim, held[exact.mention_id]) else exact
        if exact is None or any(same_sum(exact, judged[c.money_mention_id]) for c in told if c is not claim):
            kept.append(claim)
            continue
        if exact.role is not Role.AWARD:
            cue = Cue(
                attribute="role",
                value=Role.AWARD.value,
                text=judged[claim.money_mention_id].text,
                rule_id=RULE_ID,
                start_char=claim.start_char,
                end_char=claim.end_char,
            )
            others = tuple(k for k in exact.cues if k.attribute != "role")
            exact = replace(exact, role=Role.AWARD, cues=(*others, cue))
        moved[exact.mention_id] = exact
        kept.append(_moved(claim, exact, held[exact.mention_id]))
    return tuple(kept), dict(judged) | moved


def _exact_figure(
    claim: AwardClaim,
    mention: MoneyMention,
    free: Sequence[MoneyMention],
    links: Mapping[str, Sequence[Link]],
) -> MoneyMention | None:
    """Return the one finer figure of the same sum that belongs to nobody else, or None."""
    if claim.method is ClaimMethod.TABLE:
        return None
    finer = [m for m in free if step(m) < step(mention) and same_sum(m, mention)]
    if len({m.amount_low for m in finer}) != 1:
        return None
    for other in finer:
        others = links.get(other.mention_id, ())
        if any(k.shared > 1 or k.recipient.area_id != claim.area_id for k in others):
            return None
    return finer[0]


def _of_others(claim: AwardClaim, clause: Clause) -> bool:
    """Say whether the exact figure's own sentence speaks of other police areas and not of the claim's."""
    areas = {mark.area_id for mark in clause.marks.values() if isinstance(mark, PccMention)}
    return claim.area_id is not None and bool(areas) and claim.area_id not in areas


def _moved(claim: AwardClaim, exact: MoneyMention, clause: Clause) -> AwardClaim:
    start, end = min(claim.start_char, exact.start_char), max(claim.end_char, exact.end_char)
    if end - start > _QUOTED:
        start, end = exact.start_char, exact.end_char
    return replace(
        claim,
        amount_low=exact.amount_low,
        amount_high=exact.amount_high,
        money_mention_id=exact.mention_id,
        start_char=start,
        end_char=end,
        quote=clause.segment.document.text[start:end],
        rule_id=RULE_ID,
        qualifier=exact.qualifier,
        per=exact.per or claim.per,
        term_years=exact.term_years or claim.term_years,
        financial_year=exact.financial_year or claim.financial_year,
    )
