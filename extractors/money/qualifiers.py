"""How exactly the words fix an amount: exact, about, up to, at least, under."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from extractors.model import Qualifier
from extractors.money.context import Decision, Place
from extractors.money.insertions import INSERTION

_RULE = "money.qualifier.v1"
_UP_TO, _AT_LEAST, _ABOUT, _UNDER = Qualifier.UP_TO, Qualifier.AT_LEAST, Qualifier.ABOUT, Qualifier.UNDER

_NOT = r"(?:not|n't|cannot|never|none|no (?![\w ]{1,30}\b(?:that|which|who)\b)[\w ]{1,30}?)"
#: Words right in front of the amount, the longer before the shorter that they contain.
_IN_FRONT: tuple[tuple[str, Qualifier], ...] = (
    (r"just (?:under|over|below|above|less than|more than|short of|shy of)|(?:slightly|a little|marginally"
     r"|a fraction) (?:under|below|less than|short of)|not far (?:off|short of|from)|getting on for"
     r"|not quite|not much more than|barely|all but|the best part of|(?:barely|hardly|little) more than"
     r"|a shade (?:over|under)|an estimated|nearer(?: to)?|near(?: to)?|close on", _ABOUT),
    (r"(?:just|little) (?:shy|short) of|(?:shy|short) of|close to|nearing|approaching|nudging"
     r"|pushing", _ABOUT),
    (r"up to and including|up[ -]?to|as (?:much|many|high) as|to a max(?:imum)? of", _UP_TO),
    (rf"{_NOT}(?: be| to)? (?:more|greater|higher|larger|bigger) than|(?:no|not) (?:more|greater|higher"
     rf"|larger) than|{_NOT}(?: be| to)? (?:exceed(?:ing|s)?|over|above)|without exceeding", _UP_TO),
    (r"(?:no|not|nothing) (?:less|lower|smaller|fewer) than", _AT_LEAST),
    (r"(?:an? |the )?(?:upper |absolute |overall |total |top )*(?:max(?:imum)?|limit|cap"
     r"|ceiling)\.?(?: (?:grant|award|amount|value|sum|bid|contribution|payment|total|limit|budget|funding"
     r"|cost|spend|fee|fine|single grant))?(?: (?:of|at|is|was|being))?:?", _UP_TO),
    (r"(?:capped|limited) (?:at|to)|at (?:the )?most", _UP_TO),
    (r"(?:an? |the )?(?:absolute )?(?:min(?:imum)?|floor)\.?(?: (?:grant|award|amount|value|sum|bid"
     r"|contribution|payment|total))?(?: (?:of|is|was))?:?", _AT_LEAST),
    (r"(?:well |far |way |much |significantly |considerably |substantially |comfortably |slightly "
     r"|a little |marginally )?(?:over and above|more than|in excess of|greater than|higher than"
     r"|larger than|bigger than|upwards? of|north of|at least|exceed(?:s|ed|ing)?|topp(?:ed|ing)|(?:has"
     r"|have|had)(?: now| already| since)? passed|surpass(?:es|ed|ing)?|tops)", _AT_LEAST),
    (r"as (?:little|low|few) as", _AT_LEAST),
    (r"(?:the )?most (?:that )?(?:any|an?|one|you|we|each)(?: [\w'-]+){0,6} (?:is|was|will be)", _UP_TO),
    (r"(?:the )?least (?:that )?(?:any|an?|one|you|we|each)(?: [\w'-]+){0,6} (?:is|was|will be)", _AT_LEAST),
    (r"sub-?", _UNDER),
    (r"(?:well |far |way |much |significantly |considerably |substantially )?(?:less than|fewer than"
     r"|lower than|smaller than)", _UNDER),
    (r"(?:very |quite )?(?:nearly|almost|approximately|approx\.?|roughly|circa|ca\.|in the (?:region|order"
     r"|area|neighbourhood) of|virtually|nigh on|c\.?|~|≈)", _ABOUT),
    (r">=|≥", _AT_LEAST),
    (r"<=|≤", _UP_TO),
    (r">", _AT_LEAST),
    (r"<", _UNDER),
)  # fmt: skip
#: Words that are a qualifier only right in front of the figure: "under the £5m scheme" is another "under".
_BARE: tuple[tuple[str, Qualifier], ...] = (
    (r"(?:well |far |way |slightly |a little |marginally )?(?:over|above|beyond)", _AT_LEAST),
    (r"(?:well |far |way |slightly |a little |marginally )?(?:under|below|beneath)", _UNDER),
    (r"around|about|some", _ABOUT),
)
#: A denial in the clause of the qualifier: "no bid may be for more than", "none has been larger than".
_DENIAL = re.compile(
    r"\b(?:no|none|never|nor|nobody|cannot|can't|not|won't|neither)\b(?! (?:only|just|longer|doubt|least"
    rf"|surprisingly|the same)\b)(?: [\w'&-]+|{INSERTION}){{0,10}} ?$",
    re.IGNORECASE,
)
#: A clause of its own, out of a denial's reach: "we do not pay for meals that cost over £10".
_RELATIVE = re.compile(
    r"\b(?:that|which|who|whose|how|whether|why)(?: (?:it|he|she|they|we|you|i|the [\w'-]+))?"
    r"(?: (?:has|have|had|will|would|can|could|may|might|is|are|was|were))?(?: [\w'-]+)? $",
    re.IGNORECASE,
)
#: "cameras under £323k plan": the plan is what they come under.
_UNDER_A_PLAN = re.compile(
    r" (?:[\w'-]+ ){0,2}(?:plan|scheme|project|deal|programme|initiative|proposals|contract)\b", re.IGNORECASE
)
#: "has passed the £5m mark".
_MARK_BEHIND = re.compile(r" (?:mark|barrier|threshold)\b", re.IGNORECASE)
_OVER_THE = re.compile(
    r"\b(?P<cue>over|above|past|passed|topped|beyond|crossed|broke|broken|through"
    r"|exceeded) the $",
    re.IGNORECASE,
)
#: Words in front of which "over", "under", "about" or "around" is no qualifier.
_OTHER_SENSE = re.compile(
    r"\b(?:hand(?:s|ed|ing)?|carr(?:y|ied|ying)|turn(?:s|ed|ing)?|sign(?:s|ed|ing)?|tak(?:e|es|en|ing)|took"
    r"|control|responsibility|row|dispute|argument|argued|concerns?|concerned|questions?|news"
    r"|announcements?|informed|information|told|talk(?:ed|ing)?|asked|worried|worries|complain(?:ed|ts?)"
    r"|critic\w+|anger|debate|carried) $",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?:^| )(?:an? )?(?:(?:further|additional|extra|another|new|whopping|massive|staggering|cool|full"
    r"|whole|record|combined|overall|potential|possible|maximum|one-off)|(?:the )?(?:total|sum|value|amount"
    r"|grand total|tune|grant|funding|award|investment|payment|budget|cost)(?: value)? of|worth(?: of)?"
    r"|an?) ?$",
    re.IGNORECASE,
)
_INSERTED = re.compile(rf"{INSERTION}$", re.IGNORECASE)
_SMALL_FILLER = re.compile(r"(?:^| )(?:an? (?:further|additional|extra)|another) ?$", re.IGNORECASE)

_BEHIND: tuple[tuple[str, Qualifier], ...] = (
    (r" ?\+(?![0-9£])|-plus\b|plus\b(?! VAT)(?=[^\w]*$| (?:a year|per|of|in|for|to|from|fund|grant|project"
     r"|programme|package|scheme|boost|investment)\b|-)", _AT_LEAST),
    (r",? ?\(?(?:or|and) (?:more|above|over|upwards|greater|higher|up|counting|rising)\b"
     r"| upwards\b", _AT_LEAST),
    (r",? ?\(?(?:or|and) (?:less|under|below|fewer|lower)\b", _UP_TO),
    (r",? ?\(?(?:at (?:the )?(?:very )?least|as a minimum|at a minimum|min(?:imum)?\b)", _AT_LEAST),
    (r",? ?\(?(?:at (?:the )?(?:very )?most|as a maximum|at a maximum|tops\b|at the outside|max\b"
     r"|maximum\b)|(?: grant| award| spending)? (?:limit|cap|ceiling)\b", _UP_TO),
    (r" as (?:the|an?) (?:upper )?(?:ceiling|limit|maximum|cap)\b", _UP_TO),
    (r" as (?:the|an?) (?:minimum|floor)\b", _AT_LEAST),
    (r",? ?\(?(?:or so\b|or thereabouts|approx(?:imately)?\b|give or take|roughly\b)|-?ish\b|-odd\b", _ABOUT),
)  # fmt: skip
#: Words at a distance, in the same clause and with no other amount between.
_LIMIT = re.compile(
    r"\b(?P<cue>max(?:imum)?|(?:upper |funding |spending |grant )?limit|upper one|cap"
    rf"|ceiling)\b(?: (?!and\b|but\b|which\b|who\b)[\w'-]+|{INSERTION}){{0,9}}? (?:is|was|be|being|of|at|to"
    rf"|remains|stands at|will be|would be|set at)(?: just| only)?(?:{INSERTION})? $",
    re.IGNORECASE,
)
_FLOOR = re.compile(
    rf"\b(?P<cue>minimum)\b(?: [\w'-]+|{INSERTION}){{0,7}}? (?:is|was|be|being|of|at|will be)(?: just| only)?"
    rf"(?:{INSERTION})? $",
    re.IGNORECASE,
)
_CAPPED = re.compile(
    rf"\b(?P<cue>capped|limited)\b(?: [\w'-]+|{INSERTION}){{0,6}} (?:at|to)(?:{INSERTION})? $", re.IGNORECASE
)
#: An amount that takes another's place keeps its qualifier: "up to £5,000, but I am doubling that to £10,000".
REPLACES = re.compile(
    r"\b(?:doubl|tripl|rais|increas|lift|reduc|lower|cut)\w* (?:that|this|it|the (?:limit|maximum"
    r"|cap))(?: up)? (?:to|from) $",
    re.IGNORECASE,
)
#: What may stand between two amounts under one qualifier: "up to £5,000 or £10,000", "over £10m ($13m)".
_SAME_BREATH = re.compile(r"(?: (?:for|to|per|a) [\w' -]{1,40},? or| ?(?:,? or|/|\()) ?", re.IGNORECASE)
_PAIR = re.compile(r",? and ", re.IGNORECASE)
_RESPECTIVELY = re.compile(r"(?: [a-z]+)?,? respectively", re.IGNORECASE)
_OR = re.compile(r",? or ", re.IGNORECASE)
#: A longer list of amounts is not looked through.
_MOST_LISTED = 20

_FRONT_RULES = tuple(
    (re.compile(rf"(?:^|[^\w])(?P<cue>{words})$", re.IGNORECASE), value) for words, value in _IN_FRONT
)
_BARE_RULES = tuple(
    (re.compile(rf"(?:^|[^\w-])(?P<cue>{words})$", re.IGNORECASE), value) for words, value in _BARE
)
_RATE = r"(?:-| )?(?:(?:a|per|each) (?:year|month|week|day|hour|annum|head|person))?"
_BEHIND_RULES = tuple(
    (re.compile(rf"(?:{_RATE})?(?:{INSERTION})?(?P<cue>{words})", re.IGNORECASE), value)
    for words, value in _BEHIND
)


def qualifier_of(place: Place, previous: Decision[Qualifier] | None) -> Decision[Qualifier] | None:
    """Return the qualifier that the words give an amount, or None where it is exact.

    ``previous`` is what was decided of the amount before it in the sentence.
    Positive: "grants of up to £5,000", "£120m+", "the limit per bid is £500".
    Negative: "a further £3m", "under the £5m scheme".
    """
    return _in_front(place) or _behind(place) or _at_a_distance(place) or _shared(place, previous)


def _in_front(place: Place) -> Decision[Qualifier] | None:
    """Look for a qualifier right in front of the amount, then in front of each word that may stand between."""
    text, edge = place.text, place.left_edge
    end = edge + len(place.before.rstrip(" (\"'"))
    bare = _UNDER_A_PLAN.match(place.after) is None
    over = _OVER_THE.search(place.before)
    if over and _MARK_BEHIND.match(place.after):
        return Decision(
            value=_AT_LEAST, start=edge + over.start("cue"), end=edge + over.end("cue"), rule=_RULE
        )
    for _ in range(5):
        window = text[max(edge, end - 70) : end]
        offset = max(edge, end - 70)
        cue = _cue_at_end(window, bare=bare)
        if cue is not None:
            value, start, stop = cue
            return _negated(
                text, edge, Decision(value=value, start=offset + start, end=offset + stop, rule=_RULE)
            )
        filler = _FILLER.search(window) or _INSERTED.search(window)
        if filler is None:
            return None
        bare = bare and _SMALL_FILLER.search(window) is not None
        end = offset + len(window[: filler.start()].rstrip())
    return None


def _cue_at_end(window: str, *, bare: bool) -> tuple[Qualifier, int, int] | None:
    for rule, value in _FRONT_RULES:
        match = rule.search(window)
        if match:
            return value, match.start("cue"), match.end("cue")
    if not bare:
        return None
    for rule, value in _BARE_RULES:
        match = rule.search(window)
        if match and not _OTHER_SENSE.search(window, 0, match.start("cue")):
            return value, match.start("cue"), match.end("cue")
    return None


def _negated(text: str, edge: int, decision: Decision[Qualifier]) -> Decision[Qualifier]:
    """Turn a qualifier round that is denied: "no force got less than" is a floor, "none larger than" a ceiling."""
    turned = {_AT_LEAST: _UP_TO, _UNDER: _AT_LEAST}.get(decision.value)
    denial = _DENIAL.search(text, edge, decision.start)
    if turned is None or denial is None or _RELATIVE.search(text, edge, decision.start):
        return decision
    return replace(decision, value=turned, start=denial.start())


def _behind(place: Place) -> Decision[Qualifier] | None:
    for rule, value in _BEHIND_RULES:
        match = rule.match(place.text, place.amount.end, place.right_edge)
        if match:
            return Decision(value=value, start=match.start("cue"), end=match.end("cue"), rule=_RULE)
    return None


def _at_a_distance(place: Place) -> Decision[Qualifier] | None:
    for rule, value in ((_LIMIT, _UP_TO), (_CAPPED, _UP_TO), (_FLOOR, _AT_LEAST)):
        match = rule.search(place.before)
        if match:
            start = place.left_edge + match.start("cue")
            return Decision(value=value, start=start, end=start + len(match["cue"]), rule=_RULE)
    return None


def _shared(place: Place, previous: Decision[Qualifier] | None) -> Decision[Qualifier] | None:
    if previous is None or place.index == 0:
        return None
    between = place.before
    respectively = _RESPECTIVELY.match(place.after)
    twin = place.amounts[place.index - 1].currency != place.amount.currency
    same = _SAME_BREATH.fullmatch(between)
    if same and "(" in between and not twin:
        return None
    if same or (_PAIR.fullmatch(between) and respectively) or REPLACES.search(between) or _is_listed(place):
        return previous
    return None


def _is_listed(place: Place) -> bool:
    """Whether only a comma parts an amount from the one before, and bare amounts up to "or" or "respectively" follow.

    Positive: "up to £500, £1,000 or £2,000", "up to £500, £1,000 and £2,000 respectively".
    Negative: "up to £500, £1,000 in all", "up to £500, £1,000 and £2,000".
    """
    if place.before != ", ":
        return False
    for first, second in pairwise(place.amounts[place.index : place.index + _MOST_LISTED]):
        between = place.text[first.end : second.start]
        if between != ", ":
            paired = _PAIR.fullmatch(between) and _RESPECTIVELY.match(place.text, second.end)
            return paired is not None or _OR.fullmatch(between) is not None
    return False
