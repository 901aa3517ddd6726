"""Amounts without a sign in a heading that no other words of the document confirm: "Wardens get 78,000 boost"."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

from extractors.money.grammar import Amount
from extractors.money.headline import BARE, GROUPED, sign_lost

#: How far back, in characters, a verb in front of a figure is looked for.
_NEAR = 60
_MORE = (
    r"(?: (?:up to|over|more than|nearly|almost|around|about|an?|the|extra|further|another|additional|at least"
    r"|out))*"
)
#: A number counts plurals; a singular noun right behind makes the figure its size, and these nouns' size is money.
_SIZE_OF = re.compile(
    r"[ -](?:(?:cash|funding|government|home office|lottery|council|extra|new|one-off) ){0,2}"
    r"(?:boost|grant|award|windfall|pay-?out|fund|pot|package|investment|injection|lifeline|donation|bail-?out"
    r"|hand-?out|cash|funding)"
    r"(?=$|[^\w\s-]| (?:for|to|from|in|of|as|after|at|by|on|over|and|will|is|was|has|helps?|keeps?|pays?|opens?"
    r"|goes|set|launched|announced|secured|awarded|given|agreed|welcomed|approved|confirmed|available)\b)",
    re.IGNORECASE,
)
#: A verb that agrees with one sum, or says that it was paid.
_GOES = re.compile(
    r" (?:goes (?:to|towards|into|on)|is on (?:its way|offer)|(?:(?:is|was|has been|to be) )?(?:awarded to"
    r"|invested in(?:to)?|donated (?:to|for)|shared (?:by|between|among)|up for grabs))\b",
    re.IGNORECASE,
)
#: What only money is done with; behind the figure comes who or what for.
_PAID = re.compile(
    rf"\b(?:award(?:s|ed)|pledg(?:es?|ed)|donat(?:es?|ed)|invest(?:s|ed)?|allocat(?:es?|ed)|spen(?:ds?|t)){_MORE} $",
    re.IGNORECASE,
)
#: As the one before, of millions only: people are not won by the million.
_WON = re.compile(
    rf"\b(?:scoops?(?: up)?|bags?|nets?|grabs?|lands?|hands?|injects?|ploughs?|pumps?){_MORE} $",
    re.IGNORECASE,
)
_TO_WHOM = re.compile(r"(?:$|[.,;:!?]| (?:to|for|towards|on|in|into|from)\b)", re.IGNORECASE)
#: A heading that is nothing but a sum and who or what it is for. Those are in the field of police money.
_OPENS = re.compile(
    r"(?:^|[:!?|] | - )(?:(?:more than|over|almost|nearly|around|about|another|an extra|extra|up to) ?)*$",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?: more| extra)? for (?:[\w'-]+ ){0,3}?(?:wardens?|patrols?|polic(?:e|ing)|forces?|officers?|pcsos?|pcc"
    r"|victims?|survivors?|charit(?:y|ies)|groups?|clubs?|projects?|schemes?|services?|schools?|communit(?:y|ies)"
    r"|neighbourhoods?|refuges?|shelters?|hostels?|cctv|cameras?|light(?:s|ing)|lamps?|safety|safer|support"
    r"|training|equipment|vans?|drones?|hubs?|units?|councils?|causes|initiatives?|programmes?|prevention"
    r"|domestic|youth (?:work\w*|clubs?|centres?|services?)|(?:fight|action) against)\b",
    re.IGNORECASE,
)
_RUNS = frozenset((Decimal(5000), Decimal(10000)))
#: What draws a crowd: a sum of heads may be for it.
_CROWD = re.compile(
    r"\b(?:march(?:es|ers)?|rall(?:y|ies)|protests?|festivals?|carnivals?|parades?|concerts?|match(?:es)?|finals?|races?"
    r"|marathons?|vigils?|funerals?|shows?|pride|part(?:y|ies)|jabs?|vaccin\w+)\b",
    re.IGNORECASE,
)
#: Words of a heading whose figure counts heads, hands or names.
_COUNT = re.compile(
    r"\b(?:petitions?|signatures?|sign(?:s|ed)? up|votes?|polls?|surveys?|downloads?|numbers?|membership|members"
    r"|followers|attendances?|turnouts?|crowds?|audiences?|population|recruit\w*|workforce|headcount|queues?)\b",
    re.IGNORECASE,
)


def signless_in_title(
    text: str, *, signed: Collection[Decimal], taken: Collection[tuple[int, int]]
) -> list[Amount]:
    """Return the amounts of a heading that have no sign, in sterling and flagged ``sign-lost``.

    ``signed`` confirms nothing here; ``taken`` are the spans already read. Positive: "Wardens get 78,000 boost", "Half
    a million for street wardens". Negative: "78,000 homes boost", "Half a million for the march", "78,000 people get
    lamps", "Officer numbers get 20,000 boost".
    """
    if _COUNT.search(text):
        return []
    found = []
    for match in (*BARE.finditer(text), *GROUPED.finditer(text)):
        amount = sign_lost(match)
        free = not any(match.start() < end and start < match.end() for start, end in taken)
        if free and amount.low >= 1000 and _is_money(text, match, amount.low):
            found.append(amount)
    return found


def _is_money(text: str, match: re.Match[str], value: Decimal) -> bool:
    start, end = match.span()
    if _SIZE_OF.match(text, end) or _GOES.match(text, end):
        return True
    near = max(start - _NEAR, 0)
    if _PAID.search(text, near, start) and _TO_WHOM.match(text, end):
        return True
    if match.re is GROUPED or value in _RUNS:
        return False
    if _WON.search(text, near, start) and _TO_WHOM.match(text, end):
        return True
    alone = _OPENS.search(text, 0, start) and _FOR.match(text, end)
    return alone is not None and _CROWD.search(text, end) is None
