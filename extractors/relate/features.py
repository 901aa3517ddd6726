"""What is seen of an amount when its role is weighed: rules that spoke, words near it, its place among the others.

A feature is a name and a number. Names are stable, for the weights in ``role_weights.csv`` are kept by name.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from extractors.relate.amounts import same_sum
from extractors.relate.clauses import FUND, MONEY, PCC, PROGRAMME
from extractors.relate.senses import around, of_document
from extractors.relate.weighing import Weighing

_MARKS = {PCC: "<area>", PROGRAMME: "<programme>", FUND: "<fund>", MONEY: "<money>"}
_TOKEN = re.compile(rf"[a-z]+(?:'[a-z]+)?|[{MONEY}-{FUND}]|[;:,.%]|\d+")
_ENDING = re.compile(r"(?<=....)(?:ing|ed|es|s)$")
#: Words further from the amount than this say little of it, and those beyond the half of it say less.
_NEAR = 8
#: Nor do words that are more characters away: a list that lost its lines runs on for pages.
_REACH = 400
#: What a document is about, by the words that its text has anywhere.
_TOPICS = (
    "precept", "council tax", "budget", "grant", "apply", "bid", "charit", "round", "police and crime plan", "decision",
    "home office", "england and wales", "across the country", "proceeds of crime", "seized", "knife", "victims",
    "reserves", "savings",
)  # fmt: skip


def tokens(text: str) -> list[str]:
    """Return the words of a folded text without their endings; marks by name, figures as ``<figure>``.

    >>> tokens("Grants of 20 awarded")
    ['grant', 'of', '<figure>', 'award']
    """
    found = []
    for token in _TOKEN.findall(text.lower()):
        if token.isdigit():
            found.append("<figure>")
        else:
            found.append(_MARKS.get(token) or _ENDING.sub("", token))
    return found


def _of_rules(weighing: Weighing) -> Iterator[tuple[str, float]]:
    for cue in weighing.cues:
        yield f"rule:{cue.rule_id}", 1.0
    for role, weights in weighing.spoken.items():
        if any(weight < 0 for weight in weights):
            yield f"against:{role}", 1.0
    role, weight = weighing.best
    yield f"best:{role}", max(-1.0, min(weight, 10) / 10)
    if weight <= 0:
        yield f"default:{weighing.default}", 1.0


def _of_words(weighing: Weighing) -> Iterator[tuple[str, float]]:
    text, at = weighing.clause.text, weighing.at
    before = tokens(text[max(0, at - _REACH) : at])[::-1]
    behind = tokens(text[at + 1 : at + 1 + _REACH])
    for side, words in (("before", before), ("behind", behind)):
        for place, word in enumerate(words[:2]):
            yield f"{side}{place}:{word}", 1.0
        for place, word in enumerate(words[:_NEAR]):
            yield f"{side}:{word}", 1.0 if place < _NEAR // 2 else 0.6
        for mark in sorted(set(words) & set(_MARKS.values())):
            yield f"{side}:any {mark}", 1.0
    for word in sorted({*before, *behind}):
        yield f"sentence:{word}", 0.5


def _of_document(weighing: Weighing) -> Iterator[tuple[str, float]]:
    document = weighing.clause.segment.document
    text = document.text.lower()
    yield from ((f"topic:{topic}", 0.5) for topic in _TOPICS if topic in text)
    yield from ((f"title:{word}", 0.5) for word in tokens(document.title or ""))
    yield from of_document(document.title or "", document.text)


def _of_place(weighing: Weighing, everything: Sequence[Weighing], index: int) -> Iterator[tuple[str, float]]:
    mention, clause = weighing.mention, weighing.clause
    amounts = {w.mention.amount_high for w in everything}
    yield f"per:{mention.per}", 1.0
    yield f"qualifier:{mention.qualifier}", 1.0
    yield f"block:{clause.segment.block.kind}", 1.0
    yield f"magnitude:{int(math.log10(mention.amount_low)) if mention.amount_low > 0 else 0}", 1.0
    yield f"amounts:{min(10, len(everything))}", 1.0
    yield f"in sentence:{min(4, len(clause.money))}", 1.0
    yield "place", index / len(everything)
    facts = {
        "largest": mention.amount_low >= max(amounts),
        "only": len(amounts) == 1,
        "few": len(amounts) <= 3,
        "repeated": sum(same_sum(w.mention, mention) for w in everything) > 1,
        "first in sentence": clause.money[0][0] == weighing.at,
    }
    yield from ((name, 1.0) for name, holds in facts.items() if holds)


def _of_neighbours(
    weighing: Weighing, everything: Sequence[Weighing], index: int
) -> Iterator[tuple[str, float]]:
    for name, other in (("earlier", index - 1), ("later", index + 1)):
        if not 0 <= other < len(everything):
            continue
        neighbour = everything[other]
        role, weight = neighbour.best
        yield f"{name}:{role if weight > 0 else 'undecided'}", 0.7
        if neighbour.clause is weighing.clause:
            yield f"{name} in sentence", 1.0
        own, its = weighing.mention.amount_low, neighbour.mention.amount_high
        size = "larger" if own > its else "smaller" if own < its else "equal"
        yield f"{name} {size}", 0.7


def all_features(everything: Sequence[Weighing]) -> Iterator[dict[str, float]]:
    """Yield the features of each of the weighed amounts of a document, which are in text order."""
    if not everything:
        return
    of_all = tuple(_of_document(everything[0]))
    for index, weighing in enumerate(everything):
        found: dict[str, float] = {}
        for group in (
            _of_rules(weighing),
            _of_words(weighing),
            around(weighing.clause.text, weighing.at),
            of_all,
            _of_place(weighing, everything, index),
            _of_neighbours(weighing, everything, index),
        ):
            for name, value in group:
                found[name] = max(found.get(name, value), value)
        yield found
