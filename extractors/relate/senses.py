"""A sentence reduced to the senses of its words: who gives, who gets, what is asked for, what is a cost.

Many words say the same of money: a grant is awarded, handed over or confirmed, and secured, won or landed. What was
learned of one holds for all, so the fitted weights see the sense beside the word. ``senses.csv`` lists the words of
each.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from extractors.relate.clauses import FUND, MONEY, PCC, PROGRAMME
from extractors.relate.lexicon import senses

_TOKEN = re.compile(rf"[^\W\d_]+(?:'[^\W\d_]+)?|[{MONEY}-{FUND}]|[;:.]")
_MARKS = {PCC: "area", PROGRAMME: "programme", FUND: "fund's name", MONEY: "money"}
#: Words of these senses say something beside the amount only, not anywhere in its sentence.
_GRAMMAR = ("auxiliary", "preposition")
#: Senses that a verb has: what is done with the money.
_ACTS = ("give", "get", "ask", "spend", "cost", "new")
#: Words further from the amount than this say little of it, and those beyond the half of it say less.
_NEAR = 6
#: Nor do words that are more characters away: a list that lost its lines runs on for pages.
_REACH = 400
#: How much of a document tells what it is about, in characters.
_OPENING = 10_000


@cache
def _sense_of() -> Mapping[str, str]:
    return {word: sense for sense, listed in senses().items() for word in listed}


def skeleton(text: str) -> list[str]:
    """Return the senses of the words of a folded text in order, with its marks and names; a preposition is itself.

    >>> skeleton("The council was awarded money by Kent")
    ['one', 'auxiliary', 'give', 'fund', 'by', 'name']
    """
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        token = match.group()
        word = token.lower()
        if token in _MARKS:
            found.append(_MARKS[token])
        elif sense := _sense_of().get(word):
            found.append(word if sense == "preposition" else sense)
        elif word in ";:.":
            found.append(word)
        elif token[0].isupper() and match.start() > 0 and found[-1:] != ["name"]:
            found.append("name")
    return found


def _runs(side: str, words: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Yield the words next to the amount, ``words`` leading away from it, one by one and in runs of two and three."""
    for place, word in enumerate(words[:_NEAR]):
        yield f"{side}~{word}", 1.0 if place < _NEAR // 2 else 0.6
    for place in range(min(_NEAR - 1, len(words) - 1)):
        yield f"{side}~{words[place]}, {words[place + 1]}", 0.8
    for place in range(min(_NEAR // 2, len(words) - 2)):
        yield f"{side}~{', '.join(words[place : place + 3])}", 0.6


def _is_sense(word: str) -> bool:
    known = word in senses() and word not in _GRAMMAR
    return known or word in ("area", "programme", "fund's name", "name")


def around(text: str, at: int) -> Iterator[tuple[str, float]]:
    """Yield the features of the amount at ``at`` of a folded sentence."""
    before = skeleton(text[max(0, at - _REACH) : at])[::-1]
    behind = skeleton(text[at + 1 : at + 1 + _REACH])
    yield from _runs("before", before)
    yield from _runs("behind", behind)
    if before and behind:
        yield f"beside~{before[0]} @ {behind[0]}", 0.8
    ahead, after = [w for w in before if _is_sense(w)], [w for w in behind if _is_sense(w)]
    yield f"senses~{_first(ahead)} @ {_first(after)}", 0.8
    yield f"acts~{_first(ahead, _ACTS)} @ {_first(after, _ACTS)}", 1.0
    yield f"opens~{', '.join([*ahead[::-1], '@', *after][:2])}", 0.8
    for word in sorted(set(ahead)):
        yield f"anywhere before~{word}", 0.5
    for word in sorted(set(after)):
        yield f"anywhere behind~{word}", 0.5


def _first(words: Sequence[str], wanted: Sequence[str] | None = None) -> str:
    return next((word for word in words if wanted is None or word in wanted), "nothing")


def of_document(title: str, text: str) -> Iterator[tuple[str, float]]:
    """Yield the features of a document: how much of each sense its text has, and the senses of its title."""
    found = skeleton(text[:_OPENING])
    counted = Counter(found)
    for sense in senses():
        yield f"document~{sense}", min(1.5, 8 * counted[sense] / max(1, len(found)))
    for word in sorted(set(skeleton(title))):
        yield f"title~{word}", 0.6
