"""The role of each amount: rules speak for roles with weights, the words that spoke are kept as cues."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from extractors.model import Cue, MoneyMention, Per, Role
from extractors.relate.amounts import same_sum
from extractors.relate.clauses import FUND, PROGRAMME, Clause
from extractors.relate.lexicon import Scope, role_rules
from extractors.relate.links import Link

#: What an amount's own recipient weighs, by the rank of the rule that found it (1 the surest).
_LINK_WEIGHT = {1: 9, 2: 8, 3: 8, 4: 6, 5: 6, 6: 5}
#: Where two roles weigh the same, the earlier wins (the guide: award beats part and cumulative).
_ORDER = (Role.AWARD, Role.OTHER, Role.BID, Role.CUMULATIVE, Role.PART, Role.TOTAL)
#: Below this a decision is weak: it yields to a surer mention of the same sum, or to the amount before it.
_SURE = 3
# Words that say that a sentence speaks of money given.
_FUNDING = re.compile(
    r"\b(?:fund|funds|funded|funding|grants?|award|awards|awarded|invest|invests|invested|investment|allocat\w+|receiv\w+"
    r"|bids?|bidding|appl(?:y|ied|ication|ications)|given|commit\w*|secured|packages?|pot|boost|package|donat\w+|announced?"
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


def _spoken(weighing: Weighing, before: Sequence[Clause], opening: str) -> None:
    clause, aimed = weighing.clause, weighing.clause.aimed(weighing.at)
    context = before[-1].text if before and before[-1].segment.block_no >= clause.segment.block_no - 1 else ""
    for rule in role_rules():
        if rule.scope is Scope.SENTENCE:
            for match in rule.pattern.finditer(aimed):
                if match.start() <= weighing.at < match.end():
                    span = clause.span(match.start(), match.end())
                    text = clause.source(match.start(), match.end())
                    weighing.add(rule.role, rule.weight, rule.rule_id, text, span)
                    break
        else:
            match_ = rule.pattern.search(context if rule.scope is Scope.CONTEXT else opening)
            if match_:
                weighing.add(rule.role, rule.weight, rule.rule_id, match_.group())


def _linked(weighing: Weighing, links: Sequence[Link]) -> None:
    """A recipient of its own speaks for award; several recipients of one sum for total."""
    if not links:
        return
    first = links[0]
    span = weighing.clause.span(*first.cue)
    text = weighing.clause.source(*first.cue)
    if first.shared > 1:
        weighing.add(Role.TOTAL, 7, "role.total.several-recipients.v1", text, span)
    else:
        weighing.add(Role.AWARD, _LINK_WEIGHT[first.rank], "role.award.recipient.v1", text, span)


def _sums(weighings: Sequence[Weighing]) -> None:
    """Amounts of one or two sentences that add up to a larger one before them are its parts."""
    for index, whole in enumerate(weighings):
        following = [
            w
            for w in weighings[index + 1 : index + 8]
            if w.mention.amount_low < whole.mention.amount_low and w.clause.number - whole.clause.number <= 3
        ]
        for count in range(2, len(following) + 1):
            parts = following[:count]
            total = sum(w.mention.amount_low for w in parts)
            if abs(total - whole.mention.amount_low) * 100 <= whole.mention.amount_low:
                for part in parts:
                    part.add(Role.PART, 4, "role.part.adds-up.v1", f"adds up to {whole.mention.text}")
                whole.add(Role.TOTAL, 3, "role.total.adds-up.v1", "the following amounts add up to it")
                break


def judge(
    clauses: Sequence[Clause],
    links: Mapping[str, Sequence[Link]],
    table_roles: Mapping[str, Role],
    opening: str,
) -> dict[str, MoneyMention]:
    """Return each amount, by mention_id, with its role and the cues that decided it.

    ``table_roles`` are the roles that a table's place gives; they are final. ``opening`` is the document's title and
    first sentences, for rules that look at what a document is about.
    """
    weighings: list[Weighing] = []
    judged: dict[str, MoneyMention] = {}
    for clause in clauses:
        for at, mention in clause.money:
            if mention.mention_id in table_roles:
                role = table_roles[mention.mention_id]
                cue = Cue(
                    attribute="role", value=role.value, text="place in a table", rule_id="role.table.v1"
                )
                judged[mention.mention_id] = replace(mention, role=role, cues=(*mention.cues, cue))
                continue
            weighing = Weighing(clause, at, mention)
            _spoken(weighing, clauses[: clause.number], opening)
            _linked(weighing, links.get(mention.mention_id, ()))
            if mention.per is Per.ITEM and _FUNDING.search(clause.text):
                weighing.add(Role.PART, 4, "role.part.rate.v1", "a rate per item")
            elif mention.per in (Per.HOUR, Per.DAY, Per.WEEK, Per.MONTH):
                weighing.add(Role.OTHER, 9, "role.other.rate.v1", "a rate per hour, day, week or month")
            weighings.append(weighing)
    _sums(weighings)
    _carry_on(weighings)
    _lone_parts(weighings)
    _repeat(weighings)
    for weighing in weighings:
        judged[weighing.mention.mention_id] = _decided(weighing)
    return judged


def _lone_parts(weighings: Sequence[Weighing]) -> None:
    """Weak words for a part mean nothing where the document has no larger sum that it could be a part of."""
    for weighing in weighings:
        role, weight = weighing.best
        if role is not Role.PART or weight > _SURE:
            continue
        if not any(
            w.mention.amount_low > weighing.mention.amount_low and w.best[0] in (Role.TOTAL, Role.AWARD)
            for w in weighings
        ):
            weighing.spoken[Role.PART] = []


def _carry_on(weighings: Sequence[Weighing]) -> None:
    """An amount of a list with no strong words of its own goes on in the role of the one before it."""
    for earlier, later in zip(weighings, weighings[1:], strict=False):
        role, weight = earlier.best
        if earlier.clause is not later.clause or later.best[1] >= 2 * _SURE or weight < _SURE:
            continue
        between = later.clause.text[earlier.at + 1 : later.at]
        if len(between) <= 80 and ";" not in between and role is not Role.AWARD:
            later.add(role, 3, "role.carried-on.v1", f"goes on from {earlier.mention.text}")


def _repeat(weighings: Sequence[Weighing]) -> None:
    """The same sum again has the same role, unless its own sentence says otherwise: the surest mention leads."""
    for weighing in weighings:
        role, weight = weighing.best
        rivals = [w for w in weighings if w is not weighing and same_sum(w.mention, weighing.mention)]
        if not rivals:
            continue
        leader = max(rivals, key=lambda w: w.best[1])
        lead_role, lead_weight = leader.best
        if (
            lead_role is not role
            and lead_weight >= weight + 2
            and (weight <= _SURE or weighing.clause.is_heading)
        ):
            weighing.spoken[lead_role] = [lead_weight]
            weighing.spoken[role] = []
            weighing.cues.append(
                Cue(
                    attribute="role",
                    value=lead_role.value,
                    text=leader.mention.text,
                    rule_id="role.repeated.v1",
                    start_char=leader.mention.start_char,
                    end_char=leader.mention.end_char,
                )
            )


def _decided(weighing: Weighing) -> MoneyMention:
    role, weight = weighing.best
    if weight <= 0:
        role = (
            Role.TOTAL if _FUNDING.search(weighing.clause.text) or weighing.clause.is_heading else Role.OTHER
        )
        cue = Cue(attribute="role", value=role.value, text="no words decide", rule_id="role.default.v1")
        return replace(weighing.mention, role=role, cues=(*weighing.mention.cues, cue))
    cues = tuple(cue for cue in weighing.cues if cue.value == role.value)
    return replace(weighing.mention, role=role, cues=(*weighing.mention.cues, *cues))
