"""Whether an amount is for each of several: "£1m each", "£5 per household", "grants of up to £7,500"."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.model import Per
from extractors.money.context import Decision, Place

_RULE = "money.per-item.v1"
_NO_TIME = (
    r"(?!(?: of)?(?: the| those| these)?(?: next| following| coming)?(?: \w+)?(?: financial| calendar)?"
    r" ?(?:year|month|week|day|hour)s?\b)"
)
_NO_THING = (
    r"(?!cent\b|annum|(?:financial |calendar |municipal )?year|month|week|day|hour|calendar|square|sq\b|cubic"
    r"|mile|litre|kilo|kg\b|tonne|acre|metre|gram)"
)
_SINGULAR = (
    r"(?:project|bid|application|household|property|person|place|grant|force|officer|child|pupil|victim"
    r"|session|home|house|ticket|visit|case|group|head|piece|time)"
)
#: Words right behind the amount: "each", "per household", "a project", "to each council", "for any one application".
_BEHIND = re.compile(
    r"(?: ?(?:\+|-plus))?(?: (?:extra|more|less))?(?:,? (?:worth )?(?:of|in)(?: [\w'-]+){1,4}?)?"
    r"(?: (?:grant|funding|extra))?,? ?\(?"
    rf"(?P<cue>(?:each|apiece)\b{_NO_TIME}|-?per[ -]{_NO_THING}[a-z][\w-]*|-?a[ -]{_SINGULAR}\b"
    rf"|(?:for|to) (?:each|every)(?: of| one of)?{_NO_TIME} [a-z]|for any (?:one|single)\b"
    r"|for (?:a|one) single\b|(?:(?:is|are|was|were|has been|have been|is being|will be) )?"
    r"(?:given|awarded|allocated|paid|provided|on offer|available)"
    rf" (?:(?:to|for) (?:each|every)\b|per {_NO_THING}[a-z])"
    r"|(?:will|would|is to|are to) [a-z ]{2,25} (?:to|for) (?:each|every)\b"
    rf"|(?:limit|cap|maximum) per {_NO_THING}[a-z]+)",
    re.IGNORECASE,
)
#: "£500 grants for youth groups": the figure is one grant's.
_GRANTS_BEHIND = re.compile(
    r" (?P<cue>(?:community )?(?:grants|prizes|vouchers|bursaries))\b(?! (?:fund|scheme|programme|pot)\b)",
    re.IGNORECASE,
)
_GIVING = (
    r"(?:receiv\w+|gets?|getting|got|secur\w+|costs?|pays?|paid|benefit\w*|have|had|has|earn\w*|share|given"
    r"|awarded|allocated|offered|worth)"
)
#: "will each receive up to £880,000", "each PCC will get £1m", "every force in England will receive at least £1m".
_EACH_IN_FRONT = re.compile(
    rf"\b(?P<cue>each)(?: (?:also|will|would|can|could|then|now|be|been|was|were"
    rf"|to))* {_GIVING}\b[^.;:£]{{0,40}}$|\b(?P<cue2>(?:each|every)"
    rf"(?! (?:and|but|or|to|from|for)\b)(?: one)?(?: of)?(?: the| our| these)?"
    rf"(?! (?:year|month|week|day|hour|time|penny|pound|other)\b)(?: [\w'&-]+){{1,7}}?) (?:(?:will"
    rf"|would|can|could|then|now|be|been|was|were|also) )*{_GIVING}\b[^.;:£,]{{0,40}}$",
    re.IGNORECASE,
)
_BOUNDED = (
    r"(?:up to|between|from|ranging from|ranging between|less than|under|more than|over|around|about"
    r"|approximately|a maximum of|at least|no more than|not exceeding|none exceeding|no higher than|below)"
)
#: The size of several grants: "grants of up to £5,000", "sums of £10,000 or more", "awards of £2,000".
_GRANTS_OF = re.compile(
    r"\b(?P<cue>(?:grants|awards|bursaries|donations|payments|bids|prizes|vouchers|loans|sums"
    r"|amounts)(?: (?:available|ranging|varying|made|offered|paid|capped|limited|awarded|worth(?= (?:up to"
    r"|between|from|a max))))*"
    rf"(?: (?:of|at|to)| \(?(?:up to|between|from|not exceeding|none exceeding))(?: {_BOUNDED})*) ?(?:a |an )?$",
    re.IGNORECASE,
)
#: "can bid for up to £20,000", "the maximum grant an organisation could apply for was £5,000".
_ONE_GRANT = re.compile(
    r"\b(?P<cue>(?:bids?|bidding|apply|applies|applying|applications?|request|ask) for(?: (?:a|one-off"
    r"|small|grants?|funding|sums?|awards?|community))*(?: of)? (?:up to|between|from|a maximum of"
    r"|anything (?:from|up to)|no more than)|(?:maximum|minimum|average|typical|upper|lower) (?:grant|award"
    r"|bid|application|grant size|limit (?:for|on|per) [\w ]{3,20}|amount (?:available|that can be|you can"
    r"|of grant))(?: [\w'-]+){0,9}? (?:is|was|of|be|for|at|to)|(?:maximum|average|minimum) (?:grant|award"
    r"|bid)|(?:small|micro|mini|community)[ -]grants?(?: scheme| fund| programme| pot)? (?:offers?"
    r"|provides?|gives?))"
    rf"(?: (?:{_BOUNDED}|just|only))* $",
    re.IGNORECASE,
)
#: "funding of between £1,000 and £6,925" to several.
_RANGE_OF = re.compile(
    r"\b(?P<cue>(?:grants?|awards?|funding|amounts|payments|donations|sums|bids)(?: (?:of|worth|ranging"
    r"|varying|range|ranged|vary|varied|were|was|are|available|for))*(?: (?:between|from|of|worth|at)"
    r"|:))(?: (?:just|about|around))? $",
    re.IGNORECASE,
)
#: "Groups can receive up to £5,000": what each of several may have at most.
_MAY_HAVE = re.compile(
    r"\b(?P<cue>(?:groups|organisations|applicants|projects|charities|schools|clubs|communities|teams"
    r"|councils|forces|pccs|commissioners|residents|businesses|bidders|winners|partnerships"
    r"|you)\b[^.;:£,]{0,40}\b(?:can|could|may|able to|eligible to|eligible for|invited to)(?: (?:also|now"
    r"|then|each|be|receive|claim|access|secure|get|win|awarded|given|granted|apply|bid|request|ask|for"
    r"|grants? of|funding of|a grant of|a|grants?|funding))* (?:up to|between|a maximum of)"
    r"|(?:successful|winning) (?:applicants?|bidders?|bids?|projects?|groups?|organisations?|schemes?) (?:will"
    r"|would|can|could|may|to) (?:each )?(?:receive|get|be (?:awarded|given|granted)) (?:up to|between"
    r"|a maximum of)) $",
    re.IGNORECASE,
)
#: "Both councils will receive £5,000", "both received £1m".
_BOTH = re.compile(
    r"\b(?P<cue>both)(?: (?:of them|[a-z]+)){0,2}? (?:(?:will|have|has|had|were|are|is|to|been|also|be|now|each) )*"
    r"(?:receiv\w+|get|gets|got|awarded|given|granted|handed|allocated|secured|won|have|has|had|gain|gained"
    r"|(?:better|well|richer|poorer)(?: off)? by|benefit(?:ed)? by|go|goes|went)(?: (?:up to|over|around|about"
    r"|nearly|almost|more than|an extra|a further|an? grants? of|grants of))* $",
    re.IGNORECASE,
)
_ONE = (
    r"(?:grant|bid|application|award|request|purchase|project|group|organisation|force|council|applicant"
    r"|unit|share|pcc|area|charity)"
)
#: A limit on what one of several may get: "no bid may be for more than £550,000", "the ceiling for one
#: application was", "a micro grant is below", "no force got less than".
_LIMIT_OF_ONE = re.compile(
    rf"\b(?P<cue>(?:no (?:single |one )?{_ONE}|single grants?|none)\b[^.;:,£]{{0,60}}"
    r"\b(?:than|above|exceed(?:s|ing)?|over|below|under)"
    rf"|(?:ceiling|limit|cap|maximum|minimum|floor) (?:for|on|per) (?:any |each |a |one |single "
    rf"|every )+{_ONE}\b[^.;:,£]{{0,30}}|(?:(?:an?|each|any) (?:[\w-]+ ){{0,2}}(?:grant|bid|award)"
    r" (?:may|can|could|must|will|is|should)"
    r"|(?:(?:the|no) (?:[\w-]+ ){0,2})?(?:grant|bid|award|application)s? (?:may|must|can|should))"
    r"(?: only| not| be| be for| anything)* (?:up to|below|under|more than|over|at least|no more than"
    r"|between|above|exceed|less than)|share has a (?:floor|ceiling|minimum|maximum) of) $",
    re.IGNORECASE,
)
_AS_LIMIT = re.compile(
    r" as (?:the|an?) (?:upper )?(?P<cue>ceiling|limit|maximum|cap|minimum|floor)\b", re.IGNORECASE
)
_ASKED = re.compile(r"\b(?:apply|ask|bid|grants?|sums)\b", re.IGNORECASE)
#: Above this, "grants of £2m" are more likely their sum than the size of one.
_LARGEST_SINGLE = Decimal(1_000_000)


def item_of(place: Place) -> Decision[Per] | None:
    """Return ``item`` where the words make an amount one of several alike, or None.

    Positive: "£8,000 to each council", "each PCC will get £1m", "grants of between £100 and £3,000".
    Negative: "a grant of £5,000", "grants worth £141,000", "£2,850 per square metre".
    """
    offset = place.amount.end
    for rule in (_BEHIND, _GRANTS_BEHIND):
        match = rule.match(place.after)
        if match:
            return _item(offset + match.start("cue"), offset + match.end("cue"))
    match = _AS_LIMIT.match(place.after)
    if match and _ASKED.search(place.text, max(place.amount.start - 200, 0), place.amount.start):
        return _item(offset + match.start("cue"), offset + match.end("cue"))
    return _in_front(place)


def _item(start: int, end: int) -> Decision[Per]:
    return Decision(value=Per.ITEM, start=start, end=end, rule=_RULE)


def _in_front(place: Place) -> Decision[Per] | None:
    before, offset = place.before, place.left_edge
    each = _EACH_IN_FRONT.search(before)
    if each:
        name = "cue" if each["cue"] else "cue2"
        return _item(offset + each.start(name), offset + each.end(name))
    ranged = place.amount.high > place.amount.low
    for rule in (_GRANTS_OF, _ONE_GRANT, _LIMIT_OF_ONE, _MAY_HAVE, _BOTH, *((_RANGE_OF,) if ranged else ())):
        match = rule.search(before)
        if match is None:
            continue
        if (
            rule is _GRANTS_OF
            and place.amount.high >= _LARGEST_SINGLE
            and not _is_bounded(match["cue"], ranged)
        ):
            return None
        return _item(offset + match.start("cue"), offset + match.end("cue"))
    return None


def _is_bounded(words: str, ranged: bool) -> bool:
    return ranged or re.search(_BOUNDED, words, re.IGNORECASE) is not None


#: "How much can we ask for?": the amount in the answer is one applicant's.
_HOW_MUCH = re.compile(
    r"\bhow (?:much|big|large|small|little)\b.{0,60}\b(?:apply|ask|asked|bid|request|grants?|awards?|claim"
    r"|requested)\b.{0,40}\?$|\b(?:maximum|minimum|largest|smallest) (?:grant|award|bid|amount)\b.{0,40}\?$",
    re.IGNORECASE,
)


def asks_for_size(question: str) -> bool:
    """Whether a sentence asks how much one applicant may have.

    >>> asks_for_size("How much can my group ask for?"), asks_for_size("How much was raised?")
    (True, False)
    """
    return _HOW_MUCH.search(question) is not None
