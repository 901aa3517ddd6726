"""Who receives, where a verb of receiving stands before the amount: its subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.model import PccMention
from extractors.relate.clauses import MONEY, PCC, PROGRAMME, Clause
from extractors.relate.links import Link, links_to
from extractors.relate.names import doubtful, name_runs
from extractors.relate.openings import run_opening
from extractors.relate.receiving import MANY, PREPOSITION, verb_of_receiving
from extractors.relate.stand_ins import stand_in

_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b", re.IGNORECASE)
_ACTIVE = re.compile(r"\b(?:has|have|had|having)\b", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"\b(?:awarded|given|granted|allocated|handed|offered|promised|paid|gifted|provided)$", re.IGNORECASE
)
_PAYS = re.compile(r"\b(?:paid|promised|offered|gifted)$", re.IGNORECASE)
_TO_SOMEBODY = re.compile(
    rf"[^{MONEY};.]{{0,60}}? (?:to|for|towards|in) (?:the |\d+ |more than |several |many |various "
    r"|a (?:number|range|host) of )?"
    rf"(?:good |local |community )?(?:[A-Z]|{PCC}|\w+s\b)"
)
_COLLECTIVE_IN = re.compile(
    r"\b(?:police|policing|officers|services|communities|residents|people|neighbourhoods|commissioner|pcc"
    r"|force|victims"
    r"|bosses|chiefs)(?: [a-z]+)? (?:in|for|across|from|of|at|around) (?:the )?$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"[^\w\ue000-\ue004]*(?:In|On|Within|Across|At|For|From|Around|Near) (?:the )?")

# Where a clause with a subject of its own begins.
_JOINT = re.compile(
    r"[;:] | - |, (?:while|whilst|with|and|but|as|so|meaning) "
    r"| (?:while|whilst|after|as|that|but|because) |\" ?",
    re.IGNORECASE,
)
# A common noun that belongs to the name before it: "Lichfield Church youth group", "Swindon's street pastors".
_LONGER = re.compile(
    r"(?:'s)?(?: (?!\w+ed\b|the\b|an?\b|and\b|of\b|in\b|for\b)[a-z-]+)? "
    r"(?:group|club|team|project|scheme|service|charity|pastors|council|school|church|centre|trust"
    r"|unit|partnership|foundation|hub|network|programme|initiative|station|branch|company|society|choir"
    r"|band|league|forum|college|academy|association|festival)(?=[ ,])"
)
# "£5,000 goes to Refuge and Crimestoppers gets £4,000": the second name is a subject.
_HANDED_TO = re.compile(r"\b(?:goes|go|went|going|given|awarded|paid) to (?:the )?$", re.IGNORECASE)
# What may stand between a subject and its verb.
_BETWEEN = re.compile(
    r" ?(?:\([^)]*\) ?)?"
    r"(?:, [^,]+, ?| (?:is|was|has|had) [^,;]{3,60} and| (?:provided|delivered|provides|ran|runs) .*"
    r"|,? (?:which|who|based|in|from|an?|the|run by|led by) .*)?"
    r"(?: (?:is|was|are|were) (?:delighted|pleased|thrilled|happy|proud|lucky|fortunate|grateful|ready"
    r"|poised)(?: to(?: have)?)?)?"
    r"(?: (?:(?:has|have|had) (?:been told|learn(?:ed|t)|heard)|says|said|was told"
    r"|confirmed)(?: that)? (?:it|they))?"
    r"(?: (?:was|is|were|are) (?:among|one of) (?:those|the [a-z]+))?"
    r"(?: ?(?:also|now|already|alone|recently|today|both|each|all|has|have|had|will|is|are|was|were|stand"
    r"|stands|set|to"
    r"|due))*,? ?"
)


# What stands between a body and the place that it is in.
_ITS_PLACE = re.compile(
    r",? (?:which is |a [a-z ]{3,40} )?(?:based |located )?(?:in|at|near|from|of) (?:the )?"
)
# A verb with no subject of its own: "..., got £5,000", "... and was given £5,000".
_NO_SUBJECT = re.compile(r"(?:,|,? (?:and|but|then|so))(?: (?:then|later|now|also|so|since))* ?$")


_CONJOINED = re.compile(r" (?:and|but|then)(?: (?:then|later|now|also|so|since))* ?$")


def _clause_start(text: str, floor: int, end: int) -> int:
    """Return where the clause that ends at ``end`` begins, not before ``floor``."""
    start = floor
    for joint in _JOINT.finditer(text, floor, end):
        start = joint.end()
    return start


def _antecedent(clause: Clause, start: int, end: int) -> tuple[int, int] | None:
    """Return the run that a relative clause at ``end`` is about: the last, or the one whose place or kind it is.

    Positive: Willow Farm in "Willow Farm, based in Leeds, which ...". Negative: Leeds there.
    """
    runs = list(name_runs(clause, start, end))
    if not runs or runs[-1][1] != end:
        return None
    if len(runs) > 1 and _ITS_PLACE.fullmatch(clause.text, runs[-2][1], runs[-1][0]):
        return runs[-2]
    return runs[-1]


def _named(clause: Clause, start: int, end: int) -> tuple[int, int] | None:
    """Return the run that is the subject of the verb at ``end``: the nearest name that no preposition governs."""
    relative = re.search(r", (?:which|who|whose [^,;]{3,60})(?: [a-z]+)? ?$", clause.text[start:end])
    if relative:
        return _antecedent(clause, start, start + relative.start())
    best: tuple[int, int] | None = None
    for run in name_runs(clause, start, end):
        lead = clause.text[start : run[0]]
        first = clause.text[run[0]]
        if first == PROGRAMME and clause.source(run[0], run[0] + 1)[0].islower():
            continue
        if lead.count("(") > lead.count(")"):
            continue
        apposed = best is not None and re.fullmatch(r", (?:the|a|an) ", clause.text[best[1] : run[0]])
        if apposed and not clause.text.startswith(" having ", run[1]):
            continue
        if PREPOSITION.search(lead) and (not _COLLECTIVE_IN.search(lead) or MANY.search(lead)):
            names = clause.text[run[0] : run[1]]
            opens = not clause.text[start : run[0]].strip() or _OPENS.fullmatch(clause.text[: run[0]])
            if names[:1] == PROGRAMME and re.match(r" [A-Z]", names[1:]):
                run = (run[0] + 2, run[1])
            elif _HANDED_TO.search(lead) and " and " in names:
                run = (run[0] + names.rindex(" and ") + len(" and "), run[1])
            elif ", " not in names or not (opens or (names.count(", ") == 1 and " and " not in names)):
                continue
            else:
                run = (run[0] + names.index(", ") + 2, run[1])
        best = run
    if best is None or PCC in clause.text[slice(*best)]:
        return best
    behind = clause.text[best[1] : end]
    longer = _LONGER.match(behind)
    if longer:
        return best[0], best[1] + longer.end()
    return best if _BETWEEN.fullmatch(behind) else None


def received(clause: Clause, at: int, before: Sequence[Clause], area: PccMention | None) -> Iterator[Link]:
    """Recipients that are the subject of a verb of receiving.

    Positive: "Refuge received £313,387", "Kent and Essex will each get up to £880,000", "The Commissioner has secured
    £1m" (on the page of one area). Negative: "25 commissioners were awarded £11.3m", "receive a share of £23.5m".
    """
    verb = verb_of_receiving(clause, at)
    if verb is None:
        return
    if _PAYS.search(verb.group()) and not _PASSIVE.search(verb.group()):
        return
    gives = _PARTICIPLE.search(verb.group()) and not _PASSIVE.search(verb.group())
    if gives and (_ACTIVE.search(verb.group()) or _TO_SOMEBODY.match(clause.text, at + 1)):
        return
    floor = clause.floor(at)
    start = _clause_start(clause.text, floor, verb.start())
    run = _named(clause, start, verb.start())
    if run is None and (_NO_SUBJECT if floor else _CONJOINED).search(
        clause.text, max(0, floor - 1), verb.start()
    ):
        run = run_opening(clause, 0)
    cue = (verb.start(), at)
    if run is not None and not (verb.end() > at and doubtful(clause, run)):
        holds = verb.end() > at
        found = list(links_to(clause, at, run, "hold" if holds else "receive", 4 if holds else 3, cue))
        yield from found
        if found:
            return
    yield from stand_in(clause, at, (start, verb.start()), verb, before, area)


def same_subject(clause: Clause, at: int, earlier: Sequence[Link]) -> Iterator[Link]:
    """The recipient of the amount before, where a second verb of receiving has no subject of its own.

    Positive: "Refuge received £5,000 in May and has won £2,000 since". Negative: "and the trust won £2,000".
    """
    verb = verb_of_receiving(clause, at)
    if verb is None or not earlier:
        return
    between = clause.text[earlier[0].at + 1 : verb.start()]
    if re.search(
        r"\band(?: (?:also|then|later|was|has|had|previously|a|an|earlier))*(?: previous)? ?$", between
    ):
        for link in earlier:
            yield replace(link, at=at, rule="receive-same", rank=4, cue=(verb.start(), at))
