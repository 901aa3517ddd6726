"""Amounts that lost their sign: "11.3 million awarded to 25 commissioners" in a headline."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

from extractors.money.grammar import Amount
from extractors.money.numbers import FIGURE, MAGNITUDE, WORDS, read_figure, read_magnitude, read_words

#: How far back, in characters, words in front of a figure are looked for.
_NEAR = 80
#: A figure with a magnitude, or number words, without a sign.
BARE = re.compile(
    rf"(?<![\w.,£€$/-])(?:(?P<figure>{FIGURE})(?P<magnitude>{MAGNITUDE})|(?P<words>{WORDS}))(?![\w%])",
    re.IGNORECASE,
)
#: A figure in groups of three without sign and magnitude.
GROUPED = re.compile(r"(?<![\w.,£€$/-])(?P<figure>[0-9]{1,3}(?:,[0-9]{3})+)(?![\w%,])")
_MONEY = (
    r"(?:funding|funds?|boost|grants?|investment|package|cash|pot|payout|windfall|award(?:s|ed)?|budget"
    r"|settlement|injection|bid|share|lifeline|spend|savings?|contract|project|scheme|programme"
    r"|support package|to (?:tackle|help|fight|support|fund|cut|make|keep|improve|boost)"
    r"|for (?:the )?(?:police|safer|victims|pcc|domestic))"
)
_MONEY_BEHIND = re.compile(
    rf" ?(?:(?:extra|of|in|new|home office|government|additional|more|further|total|police) )*{_MONEY}\b",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(
    r"\b(?:award(?:s|ed|ing)?|funding of|grants? of|fund of|investment of|invest(?:s|ed|ing)?|secur(?:e|es"
    r"|ed|ing)|worth|costs?|costing|spend(?:s|ing)?|spent|receiv(?:e|es|ed|ing)|gets?|share of|boost of"
    r"|package of|pledg(?:e|es|ed)|commit(?:s|ted)?|allocat(?:es|ed)|gives?|wins?|bid for|pot of|budget of"
    r"|given|lands|announc\w+)(?: (?:up to|over|more than|nearly|almost|around|about|an?|the|extra|further"
    r"|another|additional|at least|of|total|some))* $",
    re.IGNORECASE,
)
#: What is counted in millions and is no money.
_COUNTED = re.compile(
    r" (?:of (?:the|our|all)? ?)?(?:(?!(?:for|to|from|in|into|on|by|at)\b)[\w'-]+ ){0,2}?"
    r"(?:people|crimes?|offences|victims|women|men|children"
    r"|adults|incidents|calls|residents|households|homes|homeowners|hits|visits|views|users|times|hours"
    r"|days|miles|pupils|drivers|passengers|customers|records|vehicles|cars|cases|cannabis|plants|journeys"
    r"|jobs|survivors|properties|population|tonnes|litres|messages|emails|reports|members|followers|copies"
    r"|years|tests|images|items|cigarettes|businesses|workers|older|young|visitors|spectators|fans|signatures"
    r"|votes|voters|trees|meals|jabs|doses|lights)\b",
    re.IGNORECASE,
)

#: In running text the words must be closer: "give us even 5k", "a grant of 1.2 million", "the 5k grant".
_GIVEN_BEFORE = re.compile(
    r"\b(?:giv(?:e|es|en|ing)|gave|award(?:s|ed|ing)?|(?:grants?|fund|funding|pot|budget|award|sum|total|package"
    r"|investment|boost) of|worth|cost(?:s|ing)?|spend(?:s|ing)?|spent|invest(?:s|ed|ing)?|receiv(?:e|es|ed|ing)"
    r"|secur(?:e|es|ed|ing)|won|rais(?:e|es|ed|ing)|donat(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|pa(?:y|ys|id|ying)"
    r"|asked for|bid for|allocat(?:e|es|ed|ing))(?: (?:us|them|me|him|her|it|you|up to|even|just|only|over"
    r"|about|around|nearly|almost|roughly|some|an?|another|extra|further|additional|at least|more than))* $",
    re.IGNORECASE,
)
_GRANT_BEHIND = re.compile(
    r"[ -](?:fund|funding|grants?|package|boost|investment|pot|award|settlement|bid|donation)\b",
    re.IGNORECASE,
)
#: What may follow an amount, so that it counts nothing: "5k and we will", but not "5k runners".
_NOTHING_COUNTED = re.compile(
    r"(?:$|[^\w\s-]| (?:from|for|to|in|and|by|over|a (?:year|month|week)|per|each|that|which|will|towards|into|on"
    r"|with|more|or|but|as|at|is|was|of (?:funding|money|public|grant|government)|went|goes|would|could|so)\b)",
    re.IGNORECASE,
)
_METRES = re.compile(r" ?m", re.IGNORECASE)


def signless_in_prose(
    text: str, *, signed: Collection[Decimal], taken: Collection[tuple[int, int]]
) -> list[Amount]:
    """Return the amounts of running text that have a magnitude but no sign, flagged ``sign-lost``.

    Words of giving must stand right beside them, or the document must state the same value with its sign; "5m"
    alone may be metres. Positive: "Give us even 5k and we will show you". Negative: "she ran a 5k", "received 2
    million calls".
    """
    found = []
    for match in BARE.finditer(text):
        if not match["figure"] or any(match.start() < end and start < match.end() for start, end in taken):
            continue
        amount = sign_lost(match)
        nothing_counted = _NOTHING_COUNTED.match(text, match.end()) and not _COUNTED.match(text, match.end())
        near = text[max(match.start() - _NEAR, 0) : match.start()]
        given = _GIVEN_BEFORE.search(near) and not _METRES.fullmatch(match["magnitude"])
        said = (amount.low in signed and nothing_counted) or _GRANT_BEHIND.match(text, match.end())
        if amount.low >= 1000 and (said or (given and nothing_counted)):
            found.append(amount)
    return found


def sign_lost(match: re.Match[str]) -> Amount:
    """Return the amount of a match of :data:`BARE` or :data:`GROUPED`, in sterling and flagged ``sign-lost``."""
    groups = match.groupdict()
    scale = read_magnitude(groups.get("magnitude") or "")
    value = read_figure(groups["figure"])[0] * scale if groups["figure"] else read_words(groups["words"])
    return Amount(
        start=match.start(), end=match.end(), low=value, high=value, currency="GBP", magnitude=scale,
        rule="money.headline.v1", flags=("sign-lost",),
    )  # fmt: skip


def signless(text: str, *, signed: Collection[Decimal], taken: Collection[tuple[int, int]]) -> list[Amount]:
    """Return the amounts of a headline or standfirst that have no sign, in sterling and flagged ``sign-lost``.

    ``signed`` are the amounts that the document states with a sign; ``taken`` the spans already read.
    Positive: "11.3 million awarded to commissioners". Negative: "1.2 million people", "5,000 crimes".
    """
    found = []
    for match in (*BARE.finditer(text), *GROUPED.finditer(text)):
        groups = match.groupdict()
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        if _COUNTED.match(text, match.end()):
            continue
        amount = sign_lost(match)
        beside = _MONEY_BEHIND.match(text, match.end()) or _MONEY_BEFORE.search(
            text, max(match.start() - _NEAR, 0), match.start()
        )
        if amount.low < 1000 or not (
            amount.low in signed or (beside and (groups.get("magnitude") or groups.get("words")))
        ):
            continue
        found.append(amount)
    return found
