"""The role of each amount: the words around it first, then what the document's other amounts say of it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.model import Cue, MoneyMention, Role
from extractors.reader import Reading
from extractors.relate.amounts import same_sum
from extractors.relate.clauses import Clause
from extractors.relate.features import all_features
from extractors.relate.fitted import RULE_ID, choose
from extractors.relate.links import Link
from extractors.relate.receiving import verb_of_receiving
from extractors.relate.weighing import Weighing, weigh

#: Below this a decision is weak: it yields to a surer mention of the same sum, or to the amount before it.
_SURE = 3
#: The rule of a line that pairs names with amounts: :func:`extractors.relate.entries.fused`.
_PAIRS = "list-fused"


def weigh_all(
    clauses: Sequence[Clause],
    links: Mapping[str, Sequence[Link]],
    table_roles: Mapping[str, Role],
    opening: str,
) -> list[Weighing]:
    """Return what speaks for each role of each amount outside of tables, in text order.

    ``opening`` is the document's title and first sentences, for rules that look at what a document is about.
    """
    weighings = [
        weigh(clause, at, mention, links.get(mention.mention_id, ()), clauses[: clause.number], opening)
        for clause in clauses
        for at, mention in clause.money
        if mention.mention_id not in table_roles
    ]
    _sums(weighings)
    _carry_on(weighings)
    _parts_of_other(weighings)
    _lone_parts(weighings)
    _repeat(weighings)
    return weighings


def judge(
    clauses: Sequence[Clause],
    links: Mapping[str, Sequence[Link]],
    table_roles: Mapping[str, Role],
    opening: str,
    reading: Reading,
) -> dict[str, MoneyMention]:
    """Return each amount, by mention_id, with its role and the cues that decided it.

    ``table_roles`` are the roles that a table's place gives; they are final. For ``opening`` see :func:`weigh_all`;
    ``reading`` is what the reader makes of the document. It is not asked about lines that pair names with amounts:
    they are tables that lost their shape, and it was taught on prose.
    """
    judged: dict[str, MoneyMention] = {}
    for clause in clauses:
        for _, mention in clause.money:
            if (role := table_roles.get(mention.mention_id)) is not None:
                cue = Cue(
                    attribute="role", value=role.value, text="place in a table", rule_id="role.table.v1"
                )
                judged[mention.mention_id] = replace(mention, role=role, cues=(*mention.cues, cue))
    weighings = weigh_all(clauses, links, table_roles, opening)
    for weighing, seen in zip(weighings, all_features(weighings), strict=True):
        mention = weighing.mention
        paired = any(link.rule == _PAIRS for link in links.get(mention.mention_id, ()))
        read = {} if paired else reading.roles((mention.start_char, mention.end_char))
        judged[mention.mention_id] = _decided(weighing, seen, read)
    return judged


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


def _parts_of_other(weighings: Sequence[Weighing]) -> None:
    """What is "of" a sum that is no funding given is none either: a budget's shares, a recipient's own match."""
    for earlier, later in pairwise(weighings):
        role, weight = earlier.best
        own = later.best[0] is Role.PART and later.clause is earlier.clause
        if (
            own
            and role is Role.OTHER
            and weight > _SURE
            and later.mention.amount_low < earlier.mention.amount_low
        ):
            later.add(
                role,
                later.best[1] + 1,
                "role.part-of-other.v1",
                f"a part of {earlier.mention.text}, or its like",
            )


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
    for earlier, later in pairwise(weighings):
        role, weight = earlier.best
        if earlier.clause is not later.clause or later.best[1] >= 2 * _SURE or weight < _SURE:
            continue
        if verb_of_receiving(later.clause, later.at) is not None:
            continue
        between = later.clause.text[earlier.at + 1 : later.at]
        if len(between) <= 80 and ";" not in between and role is not Role.AWARD:
            later.add(role, 3, "role.carried-on.v1", f"goes on from {earlier.mention.text}")


def _repeat(weighings: Sequence[Weighing]) -> None:
    """The same sum again has the same role, unless its own sentence says otherwise: the surest mention leads."""
    for weighing in weighings:
        role, weight = weighing.best
        if weight > _SURE and not weighing.clause.is_heading:
            continue
        rivals = [
            w
            for w in weighings
            if w is not weighing
            and same_sum(w.mention, weighing.mention)
            # A limit on each grant is no word on a grant of just that size.
            and (w.best[0] is not Role.PART or w.mention.per is weighing.mention.per)
        ]
        if not rivals:
            continue
        leader = max(rivals, key=lambda w: w.best[1])
        lead_role, lead_weight = leader.best
        undecided = weight <= 0
        if (undecided or lead_role is not role) and lead_weight >= weight + 2:
            weighing.spoken[role] = []
            weighing.spoken[lead_role] = [lead_weight]
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


def _decided(weighing: Weighing, seen: Mapping[str, float], read: Mapping[Role, float]) -> MoneyMention:
    mention = weighing.mention
    role, reasons = choose(seen, by_rules=weighing.best, read=read)
    cues = [cue for cue in weighing.cues if cue.value == role.value]
    if read:
        said = f"read in its context: {math.exp(read[role]):.2f} of 1"
        cues.append(Cue(attribute="role", value=role.value, text=said, rule_id="role.read.v1"))
    cues.append(
        Cue(attribute="role", value=role.value, text="weighed: " + "; ".join(reasons), rule_id=RULE_ID)
    )
    return replace(mention, role=role, cues=(*mention.cues, *cues))
