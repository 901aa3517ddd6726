"""Whether an amount is a rate: a year, a month, a week, a day, an hour, or for each of several."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.model import Per
from extractors.money.context import Decision, Place

_RULE = "money.rate.v1"
_UNITS = {"year": Per.YEAR, "month": Per.MONTH, "week": Per.WEEK, "day": Per.DAY, "hour": Per.HOUR}
_ADVERBS = {
    "annually": Per.YEAR,
    "yearly": Per.YEAR,
    "annual": Per.YEAR,
    "monthly": Per.MONTH,
    "weekly": Per.WEEK,
}
_ADVERBS |= {
    "daily": Per.DAY,
    "hourly": Per.HOUR,
    "annum": Per.YEAR,
    "pa": Per.YEAR,
    "pcm": Per.MONTH,
    "hr": Per.HOUR,
}
_ADVERBS |= {"yr": Per.YEAR, "nightly": Per.DAY, "fortnightly": Per.WEEK}

_TIME = (
    r"(?:(?:a|an|per|each|every|/)[ -]?(?P<unit>year|month|week|day|hour)(?![\w-]*ly)(?: period)?(?![\w])(?!-(?:old|long))"
    r"|per[ -](?P<latin>annum)\b|(?P<short>p\.? ?a\b|pcm\b)\.?|/ ?(?P<slash>hr|yr)\b"
    r"|(?P<adverb>annually|yearly|monthly|weekly|daily|hourly)\b)"
)
_PER_THING = re.compile(
    r" ?\(?(?:(?P<each>each|apiece|a head|a piece)\b(?! (?:year|month|week|day|hour)\b)"
    r"|-?per[ -](?P<thing>(?!cent|annum|year|month|week|day|hour|calendar)[a-z][\w-]*)"
    r"|(?P<for>(?:for|to) (?:each|every)(?: of| one of)?(?! (?:year|month|week|day)\b)))",
    re.IGNORECASE,
)
#: What may stand between an amount and "a year": "£18 million worth of funding a year", "£1.2m of extra money each year".
_NOUN_PHRASE = (
    r"(?: ?(?:\+|-plus))?(?: (?:extra|more|less|cheaper))?(?:,? (?:worth )?(?:of|in)(?: [\w'-]+){1,4}?)?"
    r"(?: (?:grant|funding|budget|increase|rise|pay|salary|fund|contract|payment|investment|extra))?[ ,(-]{1,2}"
)
_RIGHT_TIME = re.compile(rf"{_NOUN_PHRASE}{_TIME}", re.IGNORECASE)
_RIGHT_EACH = re.compile(rf"{_NOUN_PHRASE.replace('[ ,(-]{1,2}', '')}{_PER_THING.pattern}", re.IGNORECASE)
#: "is spent on it each year": a time at a distance, when nothing that could be counted stands between.
_FAR_TIME = re.compile(
    r"(?P<gap>(?: of (?:which|this))?(?P<words>(?: [a-z'&-]+|,){1,9}?)),? (?:(?:each|every|per) (?P<unit>year|month|week)\b|per (?P<latin>annum)\b|(?P<adverb>annually)\b)",
    re.IGNORECASE,
)
_COUNTING = re.compile(
    r"[0-9]|\b(?:people|victims|children|cases|incidents|survivors|women|offenders|officers|hours|times|calls|in the region|thousands|hundreds"
    r"|who|which|that|where|while|and|but)\b",
    re.IGNORECASE,
)
_LEFT_EACH_YEAR = re.compile(
    r"\b(?:each|every) (?P<unit>year|month|week)\b(?:,| (?:we|the|it|they|he|she|i|for)\b)?[^.;:0-9]{0,60}$|\bper year(?:,| (?:of|is|was))[^.;:0-9]{0,20}$"
    r"|\b(?P<adverb>annually)\b[^.;:0-9]{0,25}$",
    re.IGNORECASE,
)
_MONEY_NOUN = (
    r"(?:funding|fund|funds|grants?|budgets?|costs?|savings?|increases?|rises?|precept|income|salar(?:y|ies)|spend(?:ing)?|investments?"
    r"|allowances?|payments?|fees?|contributions?|bills?|turnover|sums?|total|awards?|rent|subsid(?:y|ies)|uplift|allocations?|pay|pot"
    r"|amounts?|charges?|expenditure|core|running|operating|base|basic|revenue|council tax|membership|subscription|value|bonus)"
)
#: "an annual funding pot of £200,000", "the annual precept ... from £223 to £238".
_LEFT_ADJECTIVE = re.compile(
    rf"\b(?P<adverb>annual|yearly|monthly|weekly|daily|hourly)(?:[ -](?:\w+ )?{_MONEY_NOUN}\b(?: (?!and\b|but\b|which\b|who\b)[\w'&-]+){{0,9}})?"
    r"(?: (?:of|to|at|by|is|was|for|from|worth|totalling|over|around|about|up))*[ :]*(?:\(?)$",
    re.IGNORECASE,
)
_THINGS = (
    r"(?:pccs?|police and crime commissioners?|commissioners?|forces?|police forces?|areas?|projects?|organisations?|groups?|charit(?:y|ies)"
    r"|applicants?|applications?|bids?|councils?|schools?|schemes?|recipients?|winners?|teams?|districts?|count(?:y|ies)|persons?|people|households?"
    r"|victims?|officers?|members?|services?|providers?|centres?|units?|boroughs?|initiatives?|communit(?:y|ies)|partners?|bodies|body|force areas?|authorit(?:y|ies)|candidates?)"
)
_GIVING = (
    r"(?:receiv\w+|get\w*|got|be (?:given|awarded|allocated|offered|paid)|(?:been|were|was) (?:given|awarded|allocated|offered|paid)|given|awarded|allocated"
    r"|secur\w+|cost\w*|pay\w*|paid|worth|benefit\w*|have|had|has|earn\w*|share)"
)
#: "will each receive up to £880,000", "each PCC will get £1m", "every force in England will receive at least £1m".
_LEFT_EACH = re.compile(
    rf"\b(?P<each>each)(?: (?:also|will|would|can|could|then|now))* {_GIVING}\b[^.;:£]{{0,40}}$"
    rf"|\b(?P<every>(?:each|every)(?: one)?(?: of)?(?: the| our| these)?(?: [\w-]+){{0,3}}? {_THINGS}|each of (?:the|these|our|them)(?: [\w-]+){{0,4}})\b[^.;:£]{{0,90}}?\b{_GIVING}\b[^.;:£]{{0,40}}$",
    re.IGNORECASE,
)
_QUALIFIED = r"(?:up to|between|from|ranging from|ranging between|of|less than|under|more than|over|around|about|approximately|a maximum of|at least|no more than|not exceeding|none exceeding)"
#: The size of one grant: "grants of up to £5,000", "grants of between £100 and £3,000", "can bid for up to £20,000".
_GRANTS_OF = re.compile(
    r"\b(?P<cue>(?:(?:individual|small|micro|single|community|one-off|maximum|minimum|average|typical|larger|smaller) )?(?:grants|awards|bursaries|donations|payments|bids|prizes|vouchers|loans|sums)"
    rf"(?: (?:available|worth|ranging|varying|starting|made|offered|paid|capped|limited|awarded|funding))*(?: (?:of|at|to)| (?:up to|between|from|worth|ranging|not exceeding|none exceeding))(?: {_QUALIFIED})*) ?(?:a |an )?$",
    re.IGNORECASE,
)
_ONE_GRANT = re.compile(
    r"\b(?P<cue>(?:bid|bids|bidding|apply|applies|applying|applications?|request|ask) for(?: (?:a|one-off|small|grants?|grant|funding|sums?|awards?|community))*(?: of)? (?:up to|between|from|a maximum of|anything from|anything up to|a share of up to)"
    r"|(?:maximum|minimum|average|typical) (?:grant|award|bid|application|size of grant|grant size|amount (?:available|that can be|you can|of grant))(?: [\w'-]+){0,9}? (?:is|was|of|be|for|at|to)"
    r"|(?:maximum|average|minimum) (?:grant|award|bid)) (?:(?:up to|about|around|just|over|under|only) )*$",
    re.IGNORECASE,
)
#: "funding of between £1,000 and £6,925" to several: a range in front of which nothing but what is given stands.
_RANGE_OF = re.compile(
    r"\b(?P<cue>(?:grants?|awards?|funding|amounts|payments|donations|sums|bids)(?: (?:of|worth|ranging|varying|range|ranged|vary|varied|were|was|are|totalling|available|for))* (?:between|from))(?: (?:just|about|around))? $",
    re.IGNORECASE,
)
_TO_EACH = re.compile(
    r"(?: (?:in|of) [\w' -]{3,40}?)? (?P<cue>(?:to|for) (?:each|every)\b(?! (?:year|month|week|day)\b)|(?:was|were|has been|have been|is being|will be) (?:given|awarded|allocated|paid|made available|provided) (?:to|for) (?:each|every)\b"
    r"|(?:limit|cap|maximum)? ?per (?!cent|annum|year|month|week|day|hour|calendar)[a-z][\w-]*)",
    re.IGNORECASE,
)
#: "£500 grants for youth groups": the figure is one grant's.
_GRANTS_BEHIND = re.compile(
    r" (?P<cue>(?:community )?(?:grants|awards|prizes|vouchers|bursaries))\b(?! (?:fund|scheme|programme|pot)\b)",
    re.IGNORECASE,
)
_LARGEST_SINGLE = Decimal(1_000_000)


def rate_of(place: Place, previous: Decision[Per] | None) -> Decision[Per] | None:
    """Return the unit of a rate that the words make of an amount, or None where it is no rate.

    Positive: "£18 million worth of funding a year", "£5 per household", "grants of up to £7,500".
    Negative: "£5m over the year", "a grant of £5,000", "£2m to support 300 victims a year".
    """
    return _right(place) or _left(place) or _size_of_one(place) or _far(place) or _shared(place, previous)


def _time_of(match: re.Match[str]) -> Per:
    groups = match.groupdict()
    word = next(groups[name] for name in ("unit", "adverb", "latin", "short", "slash") if groups.get(name))
    word = re.sub(r"[^a-z]", "", word.lower())
    return _UNITS[word] if word in _UNITS else _ADVERBS[word]


def _right(place: Place) -> Decision[Per] | None:
    after, offset = place.after, place.amount.end
    time, each = _RIGHT_TIME.match(after), _RIGHT_EACH.match(after)
    if time and not (each and each.end() < time.end()):
        start = min(time.start(name) for name, word in time.groupdict().items() if word)
        return Decision(value=_time_of(time), start=offset + start, end=offset + time.end(), rule=_RULE)
    if each:
        start = min(each.start(name) for name, word in each.groupdict().items() if word)
        return Decision(value=Per.ITEM, start=offset + start, end=offset + each.end(), rule=_RULE)
    return None


def _left(place: Place) -> Decision[Per] | None:
    before, offset = place.before, place.left_edge
    each = _LEFT_EACH.search(before)
    if each:
        name = "each" if each["each"] else "every"
        return Decision(
            value=Per.ITEM, start=offset + each.start(name), end=offset + each.end(name), rule=_RULE
        )
    adjective = _LEFT_ADJECTIVE.search(before)
    if adjective:
        start, end = offset + adjective.start("adverb"), offset + adjective.end("adverb")
        return Decision(value=_time_of(adjective), start=start, end=end, rule=_RULE)
    yearly = _LEFT_EACH_YEAR.search(before)
    if yearly and (yearly["unit"] or yearly["adverb"]):
        value = _time_of(yearly)
        return Decision(
            value=value, start=offset + yearly.start(), end=offset + yearly.start() + 9, rule=_RULE
        )
    return None


def _size_of_one(place: Place) -> Decision[Per] | None:
    before, offset = place.before, place.left_edge
    ranged = place.amount.high > place.amount.low
    for rule in (_GRANTS_OF, _ONE_GRANT, *((_RANGE_OF,) if ranged else ())):
        match = rule.search(before)
        if match is None:
            continue
        words = match["cue"].lower()
        bounded = ranged or re.search(r"up to|between|from|max|min|than|exceed|bid|appl|ask|request", words)
        if rule is _GRANTS_OF and not bounded and place.amount.high >= _LARGEST_SINGLE:
            return None
        if rule is _GRANTS_OF and re.search(r"total|worth", words) and not bounded:
            return None
        return Decision(
            value=Per.ITEM, start=offset + match.start("cue"), end=offset + match.end("cue"), rule=_RULE
        )
    match = _TO_EACH.match(place.after) or _GRANTS_BEHIND.match(place.after)
    if match:
        start = place.amount.end + match.start("cue")
        return Decision(value=Per.ITEM, start=start, end=place.amount.end + match.end("cue"), rule=_RULE)
    return None


def _far(place: Place) -> Decision[Per] | None:
    match = _FAR_TIME.match(place.after)
    if match is None or _COUNTING.search(match["words"]):
        return None
    start, end = place.amount.end + match.end("gap"), place.amount.end + match.end()
    return Decision(value=_time_of(match), start=start, end=end, rule=_RULE)


_SAME_BREATH = re.compile(r" ?(?:,? or(?: up to)?|/|\(|to|from|,? and) ?\(?", re.IGNORECASE)
_REPLACES = re.compile(
    r"\b(?:doubl|tripl|rais|increas|lift|reduc|lower|cut)\w* (?:that|this|it|the (?:limit|maximum|cap))(?: up)? (?:to|from) $",
    re.I,
)


def _shared(place: Place, previous: Decision[Per] | None) -> Decision[Per] | None:
    """A rate said of the amount before that this one only restates or replaces: "from £223 to £238", "(£10m)"."""
    if previous is None or place.index == 0:
        return None
    between = place.before
    if previous.start > place.amounts[place.index - 1].start and not _REPLACES.search(between):
        return None  # the words stood behind the other amount: "£12 a year or £1 in all"
    if _SAME_BREATH.fullmatch(between) or _REPLACES.search(between):
        return previous
    return None
