"""What is seen of a candidate for an amount: the rules' word, its kind and place, the words between, its rivals.

A feature is a name and a number. Names are stable, for the weights in ``recipient_weights.csv`` are kept by name.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.model import MoneyMention, PccMention
from extractors.relate.candidates import Candidate, Names
from extractors.relate.clauses import MONEY, PROGRAMME, Clause, pattern
from extractors.relate.features import tokens
from extractors.relate.lexicon import expand, words
from extractors.relate.links import Link
from extractors.relate.names import COLLECTIVE, HEAD
from extractors.relate.receiving import MANY
from extractors.relate.refusals import nobody_gets

#: Up to so many words between a name and its amount are seen one by one.
_BETWEEN = 12
#: In longer lists the order of names and amounts says nothing that their nearness does not.
_LONG_LIST = 20
#: A document's headline and first sentence, in characters.
_OPENING = 400
_GIVES = pattern(expand(r"\b$gives\b"))
_RECEIVES = pattern(expand(r"\b$receives\b"))
_OFFICIAL = re.compile(
    r"\b(?:we|our|us|i|my|the (?:police and crime )?(?:commissioner|pcc|pfcc|opcc|mayor)|the force|the county"
    r"|the constabulary|his office|her office|the office)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:it|its|they|their|we|our|us|the (?:[a-z-]+ )?(?:charity|organisation|group|club|trust|project|school"
    r"|centre|council|team|service|scheme|company|partnership|association|unit|initiative|foundation))\b",
    re.IGNORECASE,
)
# "Each of the 14 teams in Kent", "projects across Kent": not Kent itself.
_GROUP = re.compile(r"\b[a-z]{3,}s (?:in|across|from|around|throughout|of) (?:the )?$")
_PERSON = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Cllr|PC|Insp|Sgt|Supt)\.? )|[A-Z][a-z]+ [A-Z][a-z]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One amount whose recipient is sought, with the links of all rules that spoke and the document's one area."""

    clause: Clause
    at: int
    mention: MoneyMention
    links: Sequence[Link]
    area: PccMention | None


def _kind(candidate: Candidate, clause: Clause) -> str:
    text = candidate.recipient.text
    named = candidate.named if candidate.steps == 0 else None
    if candidate.recipient.area_id:
        mention = clause.pcc_at(named.start) if named is not None else None
        return f"area {mention.kind}" if mention is not None else "area"
    last = text.split()[-1].rstrip(".,)").lower()
    if named is not None and PROGRAMME in clause.text[named.start : named.end]:
        return "programme"
    if text.lower().removeprefix("the ") in words("funder"):
        return "funder"
    if last in words("mass"):
        return "many"
    if HEAD.search(last):
        return "body"
    if _PERSON.match(text):
        return "two names"
    return "one word" if " " not in text else "words"


def _of_rules(asked: Asked, candidate: Candidate) -> Iterator[tuple[str, float]]:
    if not candidate.links:
        yield "no rule", 1.0
        if asked.links:
            yield f"no rule, rival rank:{min(link.rank for link in asked.links)}", 1.0
        else:
            yield "no rule for anybody", 1.0
        return
    best = min(link.rank for link in asked.links)
    first = candidate.links[0]
    yield f"rule:{first.rule}", 1.0
    yield f"rank:{first.rank}", 1.0
    for link in candidate.links[1:]:
        yield f"also:{link.rule}", 0.5
    if first.rank == best:
        yield "best rule", 1.0
    if first.shared > 1:
        yield "shared", 1.0
        yield f"shared:{min(first.shared, 4)}", 1.0
    if len({link.recipient.text for link in asked.links}) > 1:
        yield "rules name others", 1.0


def _of_kind(asked: Asked, candidate: Candidate, source: str) -> Iterator[tuple[str, float]]:
    kind = _kind(candidate, asked.clause)
    yield f"kind:{kind}", 1.0
    yield f"{source} {kind}", 1.0
    if asked.area is not None and candidate.recipient.area_id == asked.area.area_id:
        yield "own area", 1.0
        yield f"own area {source}", 1.0
    if candidate.recipient.area_id is None:
        yield from ((f"head:{word}", 0.7) for word in tokens(candidate.recipient.text)[-1:])
    if candidate.named is not None and candidate.named.doubtful:
        yield "doubtful", 1.0


def _of_words(asked: Asked, candidate: Candidate, names: Names) -> Iterator[tuple[str, float]]:
    clause, at, named = asked.clause, asked.at, candidate.named
    if named is None or candidate.steps:
        yield from _of_sentence(asked, candidate)
        return
    side = candidate.source.value
    start, end = (named.end, at) if named.end <= at else (at + 1, named.start)
    between = tokens(clause.text[start:end])
    lead = tokens(clause.text[max(0, named.start - 40) : named.start])
    trail = tokens(clause.text[named.end : named.end + 40])
    after = tokens(clause.text[at + 1 : at + 40])
    ahead = tokens(clause.text[max(0, at - 40) : at])
    yield f"{side} distance:{min(6, int(math.log2(len(between) + 1) * 1.5))}", 1.0
    yield f"{side} order:{candidate.order}", 1.0
    if not between:
        yield f"{side} touching", 1.0
    for word in set(between[:_BETWEEN]):
        yield f"{side} between:{word}", 0.7
    if len(between) <= 4:
        yield f"{side} between=:{' '.join(between)}", 1.0
    yield f"{side} lead:{' '.join(lead[-1:])}", 1.0
    yield f"{side} lead2:{' '.join(lead[-2:])}", 0.7
    yield f"{side} trail:{' '.join(trail[:1])}", 1.0
    yield f"{side} trail2:{' '.join(trail[:2])}", 0.7
    yield f"{side} after:{' '.join(after[:1])}", 0.5
    yield f"{side} ahead:{' '.join(ahead[-1:])}", 0.5
    if MANY.search(clause.text[max(0, named.start - 60) : named.start]):
        yield f"{side} many", 1.0
    if _GROUP.search(clause.text[max(0, named.start - 40) : named.start]):
        yield f"{side} many in", 1.0
    if COLLECTIVE.match(clause.text, named.end):
        yield f"{side} collective", 1.0
    text = clause.text[start:end]
    receives, gives = _RECEIVES.search(text), _GIVES.search(text)
    if receives:
        yield f"{side} receives", 1.0
    if gives:
        yield f"{side} gives", 1.0
    if not receives and not gives:
        yield f"{side} no verb", 1.0
    amounts = text.count(MONEY)
    yield f"{side} amounts between:{min(amounts, 3)}", 1.0
    for mark in (";", ":", '"', "("):
        if mark in text:
            yield f"{side} {mark} between", 0.7
    if not clause.text[: named.start].strip("\"'( -"):
        yield f"{side} opens", 1.0
    own = names.of(clause)
    if len(own) == len(clause.money) and 1 < len(own) <= _LONG_LIST:
        agrees = [one.start for one in own].index(named.start) == [p for p, _ in clause.money].index(at)
        yield ("order agrees" if agrees else "order disagrees"), 1.0
    yield f"{side} names:{min(len(own), 5)}", 0.7


def _of_sentence(asked: Asked, candidate: Candidate) -> Iterator[tuple[str, float]]:
    """Yield what the amount's own sentence says of a body that stands elsewhere: "it", "the PCC", "we"."""
    clause, at, source = asked.clause, asked.at, candidate.source.value
    floor = clause.floor(at)
    head = clause.text[max(floor, at - 120) : at]
    tail = clause.text[at + 1 : at + 80]
    for name, words_ in (("official", _OFFICIAL), ("body", _BODY)):
        for place, text in (("before", head), ("behind", tail)):
            if words_.search(text):
                yield f"{source} {name} {place}", 1.0
    kind = "area" if candidate.recipient.area_id else "name"
    for place, text in (("head", head), ("tail", tail)):
        if _RECEIVES.search(text):
            yield f"{source} {kind} receives {place}", 1.0
        if _GIVES.search(text):
            yield f"{source} {kind} gives {place}", 1.0
    for word in tokens(head)[-4:]:
        yield f"{source} {kind} ahead:{word}", 0.6
    for word in tokens(tail)[:4]:
        yield f"{source} {kind} after:{word}", 0.6
    for word in tokens(clause.text[floor : min(at, floor + 40)])[:2]:
        yield f"{source} {kind} opening:{word}", 0.6
    yield f"{source} steps:{candidate.steps}", 1.0
    yield f"{source} order:{candidate.order}", 1.0
    if candidate.named is not None and candidate.named.start <= 4:
        yield f"{source} subject", 1.0


def _of_document(asked: Asked, candidate: Candidate, names: Names) -> Iterator[tuple[str, float]]:
    text = candidate.recipient.text
    count, first = names.told(text)
    yield f"told:{min(count, 4)}", 0.7
    if text in (asked.clause.segment.document.title or ""):
        yield "in title", 1.0
    if 0 <= first < _OPENING:
        yield "in opening", 1.0


def _of_amount(asked: Asked) -> Iterator[tuple[str, float]]:
    if nobody_gets(asked.clause, asked.at):
        yield "nobody gets", 1.0
    yield f"per:{asked.mention.per}", 1.0
    yield f"qualifier:{asked.mention.qualifier}", 0.5
    yield f"block:{asked.clause.segment.block.kind}", 0.7
    size = int(math.log10(asked.mention.amount_low)) if asked.mention.amount_low > 0 else 0
    yield f"magnitude:{size}", 0.5
    yield f"in sentence:{min(4, len(asked.clause.money))}", 0.7


def features(asked: Asked, candidate: Candidate, names: Names) -> dict[str, float]:
    """Return the features of one candidate for the amount asked about."""
    source = "rule" if candidate.links else candidate.source.value
    found: dict[str, float] = {f"source:{source}": 1.0, f"stands:{candidate.source}": 1.0}
    for group in (
        _of_rules(asked, candidate),
        _of_kind(asked, candidate, source),
        _of_words(asked, candidate, names),
        _of_document(asked, candidate, names),
        _of_amount(asked),
    ):
        for name, value in group:
            found[name] = value if name not in found else max(found[name], value)
    return found
