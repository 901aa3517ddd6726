"""Recipients that stand in a clause of their own beside the amount, or are the place that the whole story is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.model import PccMention
from extractors.relate.clauses import Clause, pattern
from extractors.relate.lexicon import expand
from extractors.relate.links import Link, links_to
from extractors.relate.names import COLLECTIVE, name_runs, split_names
from extractors.relate.openings import run_opening
from extractors.relate.receiving import verb_of_receiving
from extractors.relate.stand_ins import OFFICIAL, body_before, official, sole_place

_GOT = "(?:won|got|gained|received|obtained|secured|gets|receives|wins|obtains|secures|landed|is getting|is receiving)"
# "@ of new money that", "@ which", "@": what parts an amount from the clause that says who got it.
_RELATIVE = pattern(
    expand(
        r"@(?:\)|,)?(?: (?!(?:that|which|and|but|to|for|will|was|is|has"
        r"|had)\b)[^\s#;:,.]+){0,5}(?: (?:that|which))?,?"
        r"(?P<who> (?!(?:and|but|while|whilst|as|so|or|any|each|every|all|none|most|yet) )[^#;:,.]{2,80}?),?"
        r"(?:(?: (?:has|have|had|was|were|is|are|will|would|to|be|been|now|also|just|recently|already"
        r"|itself|set|due))+"
        rf" $receives| {_GOT})\b(?! <3>(?:#|nothing|none|no )| <2>each\b)"
    )
)
# Money got, or still to be spent, with nobody said to get it.
_SECURED = r"(?:secured|won|obtained|received|gained)"
_GIVEN = pattern(
    expand(
        r"@$fill(?: (?:has|have|had|was|were|is|are|being|be|been|now|also|already|today))+ "
        rf"(?P<got>{_SECURED})\b(?! (?:to|by|for|towards|nothing|none|no)\b| <3>#)"
        r"|@$fill (?:is|are|will be|being|to be) (?:now |being |due |set |to be )*"
        r"(?:spent|invested|pumped|ploughed|poured|injected)\b"
        r"|@$fill (?:is|are|will be|on its) (?:coming|headed|heading|bound|way|destined|due)\b"
    )
)


_PAYS_FOR = pattern(
    r" (?:will|would|is to|are to|has|is|was|went|goes) (?:be used to |help |go to |to "
    r"|been used to )?(?:pay|fund|buy|cover|go|gone|help|provide|support|be spent|be invested|keep|train"
    r"|being invested|being spent|been invested|been spent|invested|spent)\b"
)
_AT = re.compile(r"(?:^|[ ,;(])(?:at|in|for|across) (?:the )?$", re.IGNORECASE)
_PRONOUN = re.compile(r" (?:it|they)", re.IGNORECASE)
_FOR_AREA = pattern(
    r"@(?: (?!and\b|that\b|which\b|to\b|fund\b|pot\b|scheme\b)[^\s#;:,]+){0,4}? (?:for"
    r"|to) (?:[a-z'-]+ ){1,6}?(?:in|across|throughout|around) "
    r"(?:the )?(?:whole of |rest of )?%"
)
_MANY = pattern(
    expand(
        r"\b(?:groups?|projects?|charit(?:y|ies)|organisations|clubs|schools|councils|causes|partners|forces|communities)\b"
    )
)
_OWN_GIFT = pattern(
    expand(
        r"(?:%|\bcommissioner|\bpcc|\bmayor|\boffice|\bfund)(?:'s)?(?: (?:has|have|is|will|was|to|also|now))* $gives\b"
    )
)
_SIDE = pattern(r",? (?:a grant of |a further |another |some |about |up to |nearly |more than |over )?")
_ONE = re.compile(
    r"\b(?:a|an|one) (?:[a-z'-]+ ){0,3}?(?P<head>club|group|charity|project|school|team|centre|church"
    r"|trust|choir|academy"
    r"|council|college|scheme|hospice|refuge)\b",
    re.IGNORECASE,
)
_TIME = pattern(
    r" (?:(?:last|this|next) (?:year|time|month)|in (?:the )?(?:\w+ )?\d{4}(?:[/-]\d\d)?"
    r"|for \d{4}(?:[/-]\d\d)?|in (?:the )?(?:first|second|third|fourth|final|current|next|following"
    r"|same) year|in year (?:one|two|three|\d)|a year (?:ago|later|before))"
)
_TIMES = pattern(_TIME.pattern + r",? (?:and|then|followed by) (?:another |a further |some |up to )?")


def relative(clause: Clause, at: int, before: Sequence[Clause], area: PccMention | None) -> Iterator[Link]:
    """The subject of a relative clause that hangs on the amount.

    Positive: "the £50,000 that the PCC has secured", "£20,000 Refuge won in May". Negative: "£50,000 that the PCC gave
    to Refuge".
    """
    aimed = clause.aimed(at)
    found = _RELATIVE.search(aimed, max(0, at), at + 200)
    if found is None or found.start() != at:
        return
    start, end = found.span("who")
    cue = (at, found.end())
    runs = [run for run in name_runs(clause, start, end) if run[1] == end]
    if runs:
        yield from links_to(clause, at, runs[-1], "relative", 3, cue)
    elif _PRONOUN.fullmatch(clause.text, start, end):
        opening = run_opening(clause, 0)
        body = body_before(before)
        if opening is not None and opening[1] <= at:
            yield from links_to(clause, at, opening, "relative-it", 5, cue)
        elif body is not None:
            yield Link(at=at, recipient=body, rule="relative-body", rank=6, shared=1, cue=cue)
    elif area is not None and OFFICIAL.search(clause.text[start:end]):
        yield official(clause, at, area, "relative-official", (start + 1, end), cue)


def given_here(clause: Clause, at: int, area: PccMention | None) -> Iterator[Link]:
    """The document's one police area, where money is given or spent and no other body is said to get it.

    Positive: "£629,093 has been secured" and "£1m is to be spent in Lincolnshire" on the page of one area. Negative:
    "£1m was awarded to Refuge", "£1m will be spent on cars".
    """
    if area is None:
        return
    aimed = clause.aimed(at)
    found = _GIVEN.search(aimed, at, at + 160)
    if found is None or found.start() != at:
        return
    place = sole_place(clause, found.end(), min(len(aimed), found.end() + 120))
    if place is not None:
        yield from links_to(clause, at, (place, place + 1), "given-place", 5, (at, place + 1))
    elif found["got"]:
        yield official(clause, at, area, "given-here", (at, found.end()), (at, found.end()))


def at_body(clause: Clause, at: int) -> Iterator[Link]:
    """The body at or in whose place the amount is spent, where both stand side by side before the verb.

    Positive: "At Refuge £2,000 will pay for lights", "In Kent, £2m is to fund patrols". Negative: "At Refuge £2,000
    was stolen".
    """
    if not _PAYS_FOR.match(clause.text, at + 1):
        return
    floor = clause.floor(at)
    for run in name_runs(clause, floor, at):
        if _AT.search(clause.text[floor : run[0]]) and _SIDE.fullmatch(clause.text, run[1], at):
            yield from links_to(clause, at, run, "at", 5, (run[0], at + 1))
            return


def first_unnamed(clause: Clause, at: int, after: Sequence[Clause]) -> Iterator[Link]:
    """The name that the next sentence gives to "a club" or "one charity" of this one.

    Positive: "A club has won £3,000. Refuge Boxing Club will buy gloves." Negative: no name with the same noun follows.
    """
    ones = list(_ONE.finditer(clause.text, max(0, at - 160), at))
    if not ones or verb_of_receiving(clause, at) is None:
        return
    unnamed = ones[-1]
    for later in after:
        for run in name_runs(later, 0, len(later.text)):
            for name in split_names(later, *run)[-1:]:
                if name.text.lower().endswith(" " + unnamed["head"].lower()):
                    cue = (unnamed.start(), at + 1)
                    yield Link(at=at, recipient=name, rule="unnamed", rank=6, shared=1, cue=cue)
                    return


def for_area(clause: Clause, at: int, area: PccMention | None) -> Iterator[Link]:
    """The document's one police area, where the amount is for something in it and the commissioner is not the giver.

    Positive: "An extra £740,000 for services in Kent", "£1m for safer streets in Kent". Negative: "£60,000 for groups
    in Kent", "Kent's PCC has found £60,000 for youth work in Kent".
    """
    aimed = clause.aimed(at)
    found = _FOR_AREA.match(aimed, at)
    if (
        found is None
        or area is None
        or _MANY.search(found.group())
        or _OWN_GIFT.search(aimed, max(0, at - 120), at)
    ):
        return
    place = found.end() - 1
    mention = clause.pcc_at(place)
    if (
        mention is not None
        and mention.area_id == area.area_id
        and not COLLECTIVE.match(clause.text, place + 1)
    ):
        yield from links_to(clause, at, (place, place + 1), "for-area", 7, (at, place + 1))


def continued(clause: Clause, at: int, earlier: Sequence[Link]) -> Iterator[Link]:
    """The recipient of the amount before, where only a time and "and" stand between the two.

    Positive: "Kent got £2m last year and £3m this year". Negative: "Kent got £2m and £3m for Essex".
    """
    between = clause.text[earlier[0].at + 1 : at] if earlier else ""
    if _TIMES.fullmatch(between) and _TIME.match(clause.text, at + 1):
        for link in earlier:
            yield replace(link, at=at, rule="receive-again", rank=4, cue=(link.at, at + 1))


def listed_second(clause: Clause, at: int, earlier: Sequence[Link]) -> Iterator[Link]:
    """The recipient of a list line's first amount, for the second that "and", "plus" or a comma joins to it.

    Positive: "Kent £3m and £4m". Negative: "Kent £3m and Essex £4m".
    """
    if not earlier or not earlier[0].rule.startswith("list"):
        return
    between = clause.text[earlier[0].at + 1 : at]
    if re.fullmatch(r",? (?:and|plus|&|/) (?:a further |another )?|, ", between):
        for link in earlier:
            yield replace(link, at=at, rule="list-second", rank=2, cue=(link.at, at + 1))
