"""Who gives: the ministry or lottery that a sentence names, or the commissioner whose office pays."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from extractors.model import MoneyMention, PccKind, PccMention, Role
from extractors.registry.offices import offices
from extractors.relate.clauses import Clause, pattern
from extractors.relate.lexicon import words

Span = tuple[int, int]

#: How far from an amount a sentence names its funder, in characters.
_REACH = 400
# Announcing is not giving: commissioners announce the money of ministries.
_GIVING = (
    r"(?:award(?:s|ed|ing)?|give[sn]?|gave|giving|grant(?:s|ed|ing)?|allocat(?:e|es|ed|ing)|provid(?:e|es|ed|ing)"
    r"|commit(?:s|ted|ting)?|pledg(?:e|es|ed|ing)|hand(?:s|ed|ing)?|donat(?:e|es|ed|ing)|contribut(?:e|es|ed|ing)"
    r"|approv(?:e|es|ed|ing)|pay(?:s|ing)?|paid|earmark(?:s|ed)?|distribut(?:e|es|ed|ing)|present(?:s|ed)?"
    r"|invest(?:s|ed|ing)?|fund(?:s|ed|ing)?|set aside)"
)
_GIVEN = (
    r"(?:awarded|given|granted|allocated|provided|committed|pledged|handed|donated|contributed|approved|paid|earmarked"
    r"|distributed|presented|invested|funded|set aside|made available)"
)
# "the Commissioner" of a document that is about one police area is that area's; "the Commissioner for Victims" is not.
_OFFICE = (
    r"(?:%|\b(?:the|our) (?:police(?:, fire)? and crime commissioner|commissioner|PCC|PFCC|OPCC|OPFCC)"
    r"(?:'s office)?\b(?! for\b))"
)
# What begins another's clause, or says that the office only takes part: "after a bid from Kent's PCC".
_OTHERS_CLAUSE = (
    r"\b(?:who|which|that|was|were|is|are|been|being|received|after|when|as|thanks|following)\b"
    r"|\bhas (?:received|won|secured)\b"
)
_ASKING = (
    r"\b(?:who|which|that|by|from|after|following|bid|application|nomination|letter|request|plan|proposal)\b"
)
# "Kent's PCC has awarded Refuge @". What is awarded, without "has", may be passive: ``got`` tells.
_GIVES = pattern(
    rf"(?P<who>{_OFFICE})(?:'s office)?(?: [A-Z][\w'-]+ [A-Z][\w'-]+)?(?:, [^;#@]{{3,60}},)? "
    rf"(?:(?:has|have|had|will|would|also|today|recently|now|then|already|personally|agreed to|decided to) )*"
    rf"(?:(?:is|are|will be|has been|have been) (?=[a-z]+ing\b))?{_GIVING}\b"
    rf"(?! (?:by|to [a-z]+ing|tribute)\b)(?:(?!{_OTHERS_CLAUSE})[^;@])*@"
)
# "@ was awarded to Refuge by Kent's PCC", "@ from Kent's PCC".
_GIVEN_BY = pattern(
    rf"@(?:(?!{_ASKING})[^;#])*?\b(?:{_GIVEN}(?: (?:to|for) [^;#,]{{2,80}}?)? by|by|from) (?:the )?"
    rf"(?P<who>{_OFFICE})"
)
# "awarded by Kent's PCC @", "a grant from Kent's PCC of @".
_BY = pattern(
    rf"\b(?:{_GIVEN} by|(?:grant|funding|money|cash|award|donation|support|backing) from) (?:the )?(?P<who>{_OFFICE})"
    rf"[^;#@]{{0,60}}@"
)
# "was awarded @ by Kent's PCC".
_AROUND = pattern(rf"\b{_GIVEN} <4>@ (?:[^;#,]{{0,60}}? )?by (?:the )?(?P<who>{_OFFICE})")
_FORMS = (_GIVES, _GIVEN_BY, _BY, _AROUND)


@cache
def _named() -> re.Pattern[str]:
    names = sorted(words("funder"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)


def funder_of(
    clause: Clause, at: int, *, area: PccMention | None = None, got: Span | None = None
) -> str | None:
    """Return who gives the amount at ``at``: the funder that the sentence names nearest to it, or None.

    A commissioner is given by the name that the office had on the document's day, so that one funder has one name;
    other funders in the words of the sentence, if ``words.csv`` knows them. ``area`` is a mention of the one police
    area that the document is about, if there is one: "the Commissioner" is then its own. ``got`` is the recipient's
    span of the document: nobody gives to oneself.

    Positive: Kent's office for "Kent's PCC has awarded Deal Choir £3,500". Negative: "Kent's PCC has announced £3m",
    which may be anybody's, and "Kent's PCC was awarded £3m".
    """
    found = [
        (abs(match.start() - at), clause.source(match.start(), match.end()))
        for match in _named().finditer(clause.text, max(0, at - _REACH), at + _REACH)
    ]
    found += _commissioners(clause, at, area, got)
    return min(found)[1] if found else None


def _commissioners(
    clause: Clause, at: int, area: PccMention | None, got: Span | None
) -> Iterator[tuple[int, str]]:
    """Yield the offices that the words around the amount say give it, each with its distance."""
    aimed = clause.aimed(at)
    for form in _FORMS:
        for match in form.finditer(aimed, max(0, at - _REACH), at + _REACH):
            place = match.start("who")
            mention = clause.pcc_at(place)
            if mention is None:
                mention = area
            elif mention.kind not in (PccKind.OFFICE, PccKind.PERSON) or _within(mention, got):
                continue
            if mention is None:
                continue
            office = office_on(mention.area_id, clause.segment.document.published_on)
            # In London and the City "the Commissioner" is the chief officer of police.
            if mention is not area or "Commissioner" in office:
                yield abs(place - at), office


def _within(mention: PccMention, span: Span | None) -> bool:
    return span is not None and mention.start_char < span[1] and span[0] < mention.end_char


def office_on(area_id: str, day: date | None) -> str:
    """Return the name of a police area's office on a day; its newest name for no day or one before all offices.

    Raises:
        ValueError: the registry has no office for the area.
    """
    held = [office for office in offices() if office.area_id == area_id]
    if not held:
        raise ValueError(f"no office of the police area {area_id!r} in the registry")
    return next((o for o in held if day is not None and o.term.covers(day)), held[-1]).office_name


def funder_of_totals(
    clauses: Sequence[Clause], judged: Mapping[str, MoneyMention], area: PccMention | None
) -> str | None:
    """Return the funder of a table's rows: the one that the sentences with the document's totals name most often.

    None where they name nobody, or two as often.
    """
    counts = Counter(
        funder
        for clause in clauses
        for at, mention in clause.money
        if judged[mention.mention_id].role is Role.TOTAL
        and (funder := funder_of(clause, at, area=area)) is not None
    ).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
        return None
    return counts[0][0]
