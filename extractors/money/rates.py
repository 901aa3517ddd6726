"""Whether an amount is a rate over time (a year, month, week, day or hour), and how neighbours share a rate."""

from __future__ import annotations

import re

from extractors.model import Per
from extractors.money.context import Decision, Place
from extractors.money.per_item import item_of
from extractors.money.qualifiers import REPLACES

_RULE = "money.rate.v1"
_UNITS = {
    "year": Per.YEAR, "annum": Per.YEAR, "pa": Per.YEAR, "yr": Per.YEAR, "annually": Per.YEAR, "yearly": Per.YEAR,
    "annual": Per.YEAR, "month": Per.MONTH, "monthly": Per.MONTH, "pcm": Per.MONTH,
    "pw": Per.WEEK, "week": Per.WEEK,
    "weekly": Per.WEEK, "day": Per.DAY, "daily": Per.DAY, "hour": Per.HOUR, "hourly": Per.HOUR, "hr": Per.HOUR,
}  # fmt: skip
_TIME = (
    r"(?:(?:a|an|per|each|every|for (?:each|every)|/)[ -]?(?:financial |calendar )?(?P<unit>year|month|week|day"
    r"|hour)(?!\w)(?!-(?:old|long))|per[ -](?P<latin>annum)\b|(?P<short>p\.? ?a\b|pcm\b|pw\b)\.?"
    r"|per calendar (?P<calendar>month)\b|in each (?P<every>year)\b|(?:in|for) each of (?:the |those "
    r"|these )?(?:next |following |coming )?(?:\w+ )?(?:financial )?(?P<years>year)s\b|/ ?(?P<slash>hr"
    r"|yr)\b|(?P<adverb>annually|yearly|monthly|weekly|daily|hourly)\b)"
)
#: What may stand between an amount and "a year": "£18 million worth of funding a year".
_NOUN_PHRASE = (
    r"(?: ?(?:\+|-plus))?(?: (?:extra|more|less|cheaper))?(?:,? (?:worth )?(?:of"
    r"|in)(?: [\w'-]+){1,4}?)?(?: (?:grant|funding|budget|increase|rise|pay|salary|fund|contract|payment"
    r"|investment|extra))?"
)
_RIGHT_TIME = re.compile(rf"{_NOUN_PHRASE}(?:[ ,(-]{{1,2}}|(?=/)){_TIME}", re.IGNORECASE)
#: "is spent on it each year": a time at a distance, when nothing that could be counted stands between.
_FAR_TIME = re.compile(
    r"(?P<gap>(?: of (?:which|this))?(?P<words>(?: [a-z'&-]+){1,7}?)),? (?:(?:each|every|per) (?P<unit>year"
    r"|month|week)\b|per (?P<latin>annum)\b|(?P<adverb>annually)\b)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[0-9]|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|can|could|may|might|must|should"
    r"|sessions?|classes|meetings|visits|people|victims|children|cases|incidents|survivors|women|offenders|officers|hours|times"
    r"|calls|thousands|hundreds|who|which|that|where|while|and|but)\b",
    re.IGNORECASE,
)
#: "each year £3m goes", "in an ordinary year the fund has".
_LEFT_TIME = re.compile(
    r"\b(?:each|every) (?P<unit>year|month|week)\b(?:,| (?:we|the|it|they|he|she|i|for)\b)?[^.;:0-9]{0,60}$"
    r"|\bin an? (?:ordinary|average|typical|normal) (?P<usual>year)\b[^.;:0-9]{0,40}$"
    r"|\b(?P<adverb>annually)\b[^.;:0-9]{0,25}$",
    re.IGNORECASE,
)
_MONEY_NOUN = (
    r"(?:funding|funds?|grants?|budgets?|costs?|savings?|increases?|rises?|precept|income|salar(?:y|ies)"
    r"|spend(?:ing)?|investments?|allowances?|payments?|fees?|contributions?|bills?|turnover|sums?|total"
    r"|awards?|rent|subsid(?:y|ies)|uplift|allocations?|pay|pot|amounts?|charges?|expenditure|core|running"
    r"|operating|base|basic|rates?|revenue|council tax|membership|subscription|value|bonus)"
)
#: "an annual funding pot of £200,000", "the annual precept ... from £223 to £238".
_LEFT_ADJECTIVE = re.compile(
    r"\b(?P<adverb>annual|yearly|monthly|weekly|daily|hourly)"
    rf"(?:[ -](?:\w+ )?{_MONEY_NOUN}\b(?: (?!and\b|but\b|which\b|who\b)[\w'&-]+){{0,9}})?"
    r"(?: (?:of|to|at|by|is|was|for|from|worth|totalling|over|around|about|up))*[ :]*(?:\(?)$",
    re.IGNORECASE,
)
_SAME_BREATH = re.compile(
    r"(?: for [\w' -]{1,40},? or| ?(?:,? or(?: up to)?|/|\(|to|from"
    r"|,? and)) ?\(?",
    re.IGNORECASE,
)
#: "29p a week for a Band D household and 22p for Band B".
_PARALLEL = re.compile(r"^[^.;]{0,20} for [^.;]{0,50}(?:,| and) $", re.IGNORECASE)
#: "£10 per annum and band H homes £30", "£12 a year, villages £8": the verb and the rate are left out.
_GAPPED = re.compile(
    r"(?:,| and|, and)(?: (?!(?:of|for|to|with|by|from|in|on|at|is|was|has|had|will|would|another|further|extra"
    r"|additional|about|over|plus|an?|that|which|it|they|he|she|we|one-off|spent|gave|paid|costs?)\b)[\w'-]+){1,4} ",
    re.IGNORECASE,
)
#: "£250 or more, never above £3,000": two limits on the same thing.
_OTHER_LIMIT = re.compile(
    r"(?: or (?:more|less))?, ?(?:and |but )*(?:never|not|no) (?:above|more than|over|to exceed|exceeding"
    r"|below) ",
    re.I,
)
#: "£880,000 and £1.16 million apiece respectively".
_RESPECTIVELY = re.compile(r",? (?:each|apiece|a head) respectively\b|,? respectively each\b", re.IGNORECASE)


def rate_of(place: Place, previous: Decision[Per] | None) -> Decision[Per] | None:
    """Return the unit of a rate that the words make of an amount, or None where it is no rate.

    ``previous`` is what was decided of the amount before it in the sentence.
    Positive: "£18 million worth of funding a year", "£5 per household", "grants of up to £7,500".
    Negative: "£5m over the year", "a grant of £5,000", "£2m to support 300 victims a year".
    """
    right = _right(place)
    item = item_of(place)
    if right is not None and not (item is not None and place.amount.end <= item.start < right.start):
        return right
    if item is not None and item.start >= place.amount.end:
        return item
    return _left(place) or item or _far(place) or _shared(place, previous) or _respectively(place)


def _decided(match: re.Match[str], offset: int) -> Decision[Per]:
    name = next(name for name, word in match.groupdict().items() if word and name not in ("gap", "words"))
    word = re.sub(r"[^a-z]", "", match[name].lower())
    start = offset + match.start(name)
    return Decision(value=_UNITS[word], start=start, end=start + len(match[name]), rule=_RULE)


def _right(place: Place) -> Decision[Per] | None:
    match = _RIGHT_TIME.match(place.after)
    return _decided(match, place.amount.end) if match else None


def _left(place: Place) -> Decision[Per] | None:
    match = _LEFT_ADJECTIVE.search(place.before) or _LEFT_TIME.search(place.before)
    return _decided(match, place.left_edge) if match else None


def _far(place: Place) -> Decision[Per] | None:
    match = _FAR_TIME.match(place.after)
    return _decided(match, place.amount.end) if match and not _COUNTED.search(match["words"]) else None


def _shared(place: Place, previous: Decision[Per] | None) -> Decision[Per] | None:
    """A rate said of the amount before that this one only restates, replaces or pairs with."""
    if previous is None or place.index == 0:
        return None
    between = place.before
    if previous.value is not Per.ITEM and _PARALLEL.search(between) and place.after.startswith(" for "):
        return previous
    if previous.value is not Per.ITEM and _GAPPED.fullmatch(between[_said(place, previous) :]):
        return previous
    if REPLACES.search(between) or (previous.value is Per.ITEM and _OTHER_LIMIT.fullmatch(between)):
        return previous
    if previous.start > place.amounts[place.index - 1].start:
        return None  # the words stood behind the other amount: "£12 a year or £1 in all"
    return previous if _SAME_BREATH.fullmatch(between) else None


def _said(place: Place, previous: Decision[Per]) -> int:
    """Return how far into the words between two amounts the first one's rate reaches."""
    return max(previous.end - place.left_edge, 0)


def _respectively(place: Place) -> Decision[Per] | None:
    if place.after != " and " or place.index + 1 == len(place.amounts):
        return None
    end = place.amounts[place.index + 1].end
    match = _RESPECTIVELY.match(place.text, end)
    return Decision(value=Per.ITEM, start=end, end=match.end(), rule=_RULE) if match else None
