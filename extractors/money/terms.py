"""The length of the term that the text ties to an amount."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal

from extractors.money.context import Decision, Place
from extractors.money.durations import Duration

_RULE = "money.term.v1"
_FAR = 130
#: Things that are counted and that a length of time behind them belongs to: "50 projects over the next two years".
_COUNTED = re.compile(
    r"(?<![£€$\w.,/-])(?:[0-9]{1,3}(?:,[0-9]{3})*|two|three|four|five|six|seven|eight|nine|ten|twelve"
    r"|fifteen|twenty|thirty|forty|fifty|hundreds of|thousands of)(?: (?:new|more|additional|different"
    r"|local|police|further|extra|other|successful|individual))* (?!(?:years?|months?|weeks?|per|million"
    r"|billion|and|of|in|to|for|areas?|forces?|pccs?|counties|countries|regions|locations"
    r"|boroughs)\b)[a-z-]+s\b",
    re.IGNORECASE,
)
#: A clause of its own between amount and time; what it says is not said of the money.
_OWN_CLAUSE = re.compile(
    r"[;:]|, (?:who|while|whilst|after|as|where|when|although|but|because|since)\b| (?:who|while|whilst"
    r"|although|because|where|since|after|compared (?:to|with)|having|sa(?:id|ys)|told)\b|[.!?] "
    r"|\b(?:jailed|sentenced|imprisoned|worked|working|served|serving|lived|married|banned|suspended) $"
    r"|\b(?:has|have|had) been (?:running|in post|working|\w+ing) $",
    re.IGNORECASE,
)
_SPENT = re.compile(
    r"\b(?:spent|spread|paid|split|provided|available|delivered|invested|allocated) $", re.IGNORECASE
)
#: Nouns whose length in front of an amount is the amount's term: "a two-year programme worth £5m".
_MONEY_BEHIND = re.compile(
    r"^[ -](?:[\w'&-]+ ){0,5}?(?:funding|fund|programme|project|package|deal|settlement|contract|period"
    r"|pilot|investment|grant|scheme|agreement|commitment|budget|plan|boost|initiative|extension|award"
    r"|allocation|term|service|commission)s?\b",
    re.IGNORECASE,
)
#: What happened between two dates is a look-back: "between 2010 and 2017 the force lost £26m".
_PAST = re.compile(
    r"\b(?:lost|spent|fell|dropped|cut|rose|grew|cost|saved|raised|seized|paid)\b", re.IGNORECASE
)
_PACKAGE_FOR = re.compile(
    r"\b(?:funding|package|grants?|settlement|allocations?|money|investment)(?: (?:for|over|from"
    r"|covering))? $",
    re.IGNORECASE,
)
_START = re.compile(r"^[^A-Za-z0-9]*(?:(?:and|but|so|also|then) )?$", re.IGNORECASE)
#: A next sentence that goes on about the same money: "Funding will be spread over two years".
_GOES_ON = re.compile(
    r"^(?:(?:and|but) )?(?:the|this|that|all (?:of )?(?:the|this)|its)? ?(?:new |extra |additional |total "
    r"|overall |latest |further )*(?:funding|money|cash|investment|grant|grants|package|sum|it|payments?"
    r"|allocation|settlement|contract|contracts|agreement)\b(?: [\w'-]+){0,4}? (?:spread|paid|split|spent"
    r"|provided|available|run|runs|last|lasts|cover|covers|delivered|allocated|distributed|invested|shared"
    r"|is|be) $",
    re.IGNORECASE,
)


def terms_of(
    places: Sequence[Place], durations: Sequence[Duration], *, yearly: Collection[int] = ()
) -> dict[int, Decision[Decimal]]:
    """Return the term of each amount of a sentence that has one, by the amount's index.

    ``yearly`` are the indexes of amounts a year: two financial years in a row are a term of theirs ("£1m a
    year in 2023/24 and 2024/25"), while "£1m in 2023/24 and 2024/25" may be one sum in either.

    Positive: "£5m over three years", "over the next two years, £3m will go", "an 18-month project worth £90,000".
    Negative: "50 projects over the next two years", "£200,000 in five years", "£5m since 2020".
    """
    tied: dict[int, Decision[Decimal]] = {}
    for duration in durations:
        index = _amount_of(places, duration, yearly)
        if index is None:
            continue
        decision = Decision(value=duration.years, start=duration.start, end=duration.end, rule=_RULE)
        for each in (index, *_same_breath(places, index)):
            tied.setdefault(each, decision)
    return tied


def _amount_of(places: Sequence[Place], duration: Duration, yearly: Collection[int]) -> int | None:
    before = [place for place in places if place.amount.end <= duration.start]
    behind = [place for place in places if place.amount.start >= duration.end]
    if before and _follows(before[-1], duration, yearly=before[-1].index in yearly):
        return before[-1].index
    if behind and _leads(behind[0], duration, first=not before):
        return behind[0].index
    return None


def _follows(place: Place, duration: Duration, *, yearly: bool) -> bool:
    """Whether a time behind an amount is said of it."""
    between = place.text[place.amount.end : duration.start]
    if len(between) > _FAR or _OWN_CLAUSE.search(between) or _COUNTED.search(between):
        return False
    if duration.kind == "adjective":
        noun = _MONEY_BEHIND.match(place.text[duration.end :])
        return noun is not None and re.fullmatch(
            r",?(?: (?:for|in|to|on|towards|of|a|an|the|its|as|part|fund|funding|funded|through|under|over"
            r"|new|deliver|support|extra|grant|run|pay))* ?(?:an? |the )?", between, re.IGNORECASE
        ) is not None  # fmt: skip
    if duration.kind in ("years", "dates"):
        past = duration.kind == "dates" and _PAST.search(place.before) is not None
        return len(between) < 90 and "," not in between and not past
    if duration.kind == "list":
        return len(between) < 90 and (yearly or duration.years > 2)
    return ", and " not in between or _SPENT.search(between) is not None


def _leads(place: Place, duration: Duration, *, first: bool) -> bool:
    """Whether a time in front of an amount is said of it."""
    text = place.text
    between = text[duration.end : place.amount.start]
    ahead = text[place.left_edge : duration.start]
    if len(between) > _FAR or re.search(r"[;:]|[.!?] ", between) or _COUNTED.search(between):
        return False
    if duration.kind == "adjective":
        return _MONEY_BEHIND.match(between) is not None or re.fullmatch(r",? ?(?:£ ?)?", between) is not None
    if _COUNTED.search(ahead[-70:]):
        return False
    if duration.kind == "list" or (duration.kind == "dates" and _PAST.search(between)):
        return False
    if (duration.start < 12 and _START.match(text[: duration.start])) or (
        duration.kind == "years" and _PACKAGE_FOR.search(ahead)
    ):
        return True
    if not first:
        return (
            len(between) < 40
            and re.search(r"\b(?:meaning|total\w*|worth|making|equal\w*|amount\w*)\b", between) is not None
        )
    return (
        len(between) < 90
        and _OWN_CLAUSE.search(between) is None
        and not re.search(r", (?:and|with)\b", between)
    )


def _same_breath(places: Sequence[Place], index: int) -> list[int]:
    """Return the neighbours that share a term: twin currencies, "£36m (£18m a year)", "£1m and £2m respectively"."""
    shared = []
    if index > 0:
        between = places[index].before
        if re.fullmatch(r" ?\((?:or |about |around )?| ?/ ?|,? or ", between):
            shared.append(index - 1)
    if index + 1 < len(places) and re.match(r" of (?:which|this|that)\b", places[index + 1].after):
        shared.append(index + 1)
    if index + 1 < len(places) and re.fullmatch(r" ?\((?:or |about |around )?", places[index + 1].before):
        shared.append(index + 1)
    return shared


def goes_on(text: str, durations: Sequence[Duration]) -> Duration | None:
    """Return the time that a sentence says of the money of the sentence before it, if it does."""
    for duration in durations:
        if duration.kind == "forward" and duration.start < 200 and _GOES_ON.match(text[: duration.start]):
            return duration
    return None
