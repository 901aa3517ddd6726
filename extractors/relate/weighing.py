"""What speaks for each role of one amount: words around it, its recipients, its rate."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from extractors.model import Cue, MoneyMention, Per, Role
from extractors.relate.clauses import FUND, PROGRAMME, Clause
from extractors.relate.lexicon import Scope, role_rules
from extractors.relate.links import Link

#: What an amount's own recipient weighs, by the rank of the rule that found it (1 the surest).
_LINK_WEIGHT = {1: 9, 2: 8, 3: 8, 4: 6, 5: 6, 6: 5, 7: 4}
#: The rank up to which a recipient is named beside its amount, so that no words for a part outweigh it.
_NAMED = 4
#: Words for a part of this weight or more state a limit or a match, whoever is named beside it.
_LIMIT = 9
#: In a sentence of more amounts than this words reach less far, and past so many amounts only recipients count.
_DENSE, _MOST = 40, 200
_DENSE_REACH = 90
#: Where two roles weigh the same, the earlier wins (the guide: award beats part and cumulative).
_ORDER = (Role.AWARD, Role.OTHER, Role.BID, Role.CUMULATIVE, Role.PART, Role.TOTAL)
#: A bare amount below this is seldom the size of a fund.
_SMALL = Decimal(5000)
#: How far a sentence's words reach, in characters of its folded text: lists and flattened tables run on for pages.
_REACH = 320
_GRANTED = re.compile(
    r"\b(?:grants?|settlement|home office|awarded|allocat\w+|ministry|government)\b", re.IGNORECASE
)
# Words that say that a sentence speaks of money given.
_FUNDING = re.compile(
    r"\b(?:fund|funds|funded|funding|grants?|award|awards|awarded|invest|invests|invested|investment"
    r"|allocat\w+|receiv\w+"
    r"|bids?|bidding|appl(?:y|ied|ication|ications)|given|commit\w*|secured|packages?|pot|boost|donat\w+"
    r"|announced?"
    rf"|money|provided|support|eligible|shared?)\b|[{FUND}{PROGRAMME}]",
    re.IGNORECASE,
)


@dataclass
class Weighing:
    """What speaks for each role of one amount."""

    clause: Clause
    at: int
    mention: MoneyMention
    spoken: dict[Role, list[int]] = field(default_factory=lambda: defaultdict(list))
    cues: list[Cue] = field(default_factory=list)
    #: What the role is where no words decide.
    default: Role = Role.OTHER

    def add(
        self, role: Role, weight: int, rule_id: str, text: str, span: tuple[int, int] | None = None
    ) -> None:
        self.spoken[role].append(weight)
        if weight > 0:
            start, end = span or (None, None)
            self.cues.append(
                Cue(
                    attribute="role",
                    value=role.value,
                    text=text,
                    rule_id=rule_id,
                    start_char=start,
                    end_char=end,
                )
            )

    def weight(self, role: Role) -> int:
        """Return the weight of the strongest words for a role; each further word adds one, up to two."""
        weights = self.spoken[role]
        favour = [weight for weight in weights if weight > 0]
        against = sum(weight for weight in weights if weight < 0)
        return (max(favour) + min(2, len(favour) - 1) if favour else 0) + against

    @property
    def best(self) -> tuple[Role, int]:
        return max(
            ((role, self.weight(role)) for role in _ORDER), key=lambda item: (item[1], -_ORDER.index(item[0]))
        )


def _hear_words(weighing: Weighing, before: Sequence[Clause], opening: str) -> None:
    clause, aimed = weighing.clause, weighing.clause.aimed(weighing.at)
    amounts = len(clause.money)
    if amounts > _MOST and weighing.at > clause.money[_MOST][0]:
        return
    reach = _DENSE_REACH if amounts > _DENSE else _REACH
    first, last = max(0, weighing.at - reach), weighing.at + reach
    context = before[-1].text if before and before[-1].segment.block_no >= clause.segment.block_no - 1 else ""
    for rule in role_rules():
        if rule.scope is Scope.SENTENCE:
            for match in rule.pattern.finditer(aimed, first, last):
                if match.start() <= weighing.at < match.end():
                    span = clause.span(match.start(), match.end())
                    text = clause.source(match.start(), match.end())
                    weighing.add(rule.role, rule.weight, rule.rule_id, text, span)
                    break
        else:
            match_ = rule.pattern.search(context if rule.scope is Scope.CONTEXT else opening)
            if match_:
                weighing.add(rule.role, rule.weight, rule.rule_id, match_.group())


def _on_a_budget(weighing: Weighing) -> bool:
    """Say whether the document is on a budget: there "has", "for" and "'s" mostly speak of budget lines."""
    budgets = {rule.rule_id for rule in role_rules() if rule.scope is Scope.DOCUMENT}
    near = weighing.clause.text[max(0, weighing.at - _REACH) : weighing.at + _REACH]
    return any(cue.rule_id in budgets for cue in weighing.cues) and not _GRANTED.search(near)


def _hear_links(weighing: Weighing, links: Sequence[Link]) -> None:
    """A recipient of its own speaks for award; several recipients of one sum for total."""
    if not links:
        return
    first = links[0]
    span = weighing.clause.span(*first.cue)
    text = weighing.clause.source(*first.cue)
    if first.shared > 1:
        weighing.add(Role.TOTAL, 7, "role.total.several-recipients.v1", text, span)
    else:
        weight = _LINK_WEIGHT[first.rank]
        if first.rank >= _NAMED and _on_a_budget(weighing):
            weight = 1
        weighing.add(Role.AWARD, weight, "role.award.recipient.v1", text, span)
        if first.rank <= _NAMED:
            # The guide: award beats part. What "each" of two named areas gets is theirs.
            parts = [p if p >= _LIMIT else min(weight, p) for p in weighing.spoken[Role.PART]]
            weighing.spoken[Role.PART] = [max(parts)] if parts else []


def _default(clause: Clause, at: int, mention: MoneyMention, before: Sequence[Clause], opening: str) -> Role:
    """Return total where the sentence or a heading speaks of funding, or the document does and the sum is large."""
    if clause.is_heading or _FUNDING.search(clause.text, max(0, at - _REACH), at + _REACH):
        return Role.TOTAL
    near = bool(before) and bool(_FUNDING.search(before[-1].text))
    return Role.TOTAL if near and mention.amount_low >= _SMALL and _FUNDING.search(opening) else Role.OTHER


def weigh(
    clause: Clause,
    at: int,
    mention: MoneyMention,
    links: Sequence[Link],
    before: Sequence[Clause],
    opening: str,
) -> Weighing:
    """Return what speaks for each role of the amount at ``at``. ``opening`` is the document's title and first words."""
    weighing = Weighing(clause, at, mention, default=_default(clause, at, mention, before, opening))
    _hear_words(weighing, before, opening)
    _hear_links(weighing, links)
    if mention.per is Per.ITEM and _FUNDING.search(clause.text, max(0, at - _REACH), at + _REACH):
        weighing.add(Role.PART, 4, "role.part.rate.v1", "a rate per item")
    elif mention.per in (Per.HOUR, Per.DAY, Per.WEEK, Per.MONTH):
        given = bool(links) and mention.per in (Per.WEEK, Per.MONTH)
        weight = 5 if given else 9
        weighing.add(Role.OTHER, weight, "role.other.rate.v1", "a rate per hour, day, week or month")
    return weighing
