"""Two lists told side by side: "Deal and Walmer were awarded £500 and £300 respectively"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.relate.clauses import Clause, pattern
from extractors.relate.links import Link
from extractors.relate.names import Recipient, name_runs, split_names
from extractors.relate.receiving import verb_of_receiving

_AMOUNTS = pattern(r"#(?:, #)*,? and #")
_EACH_BEHIND = pattern(r",? (?:<3>)?(?:each|apiece)\b")
_WORD = re.compile(r"\b(?:respectively|in that order)\b", re.IGNORECASE)
_BETWEEN_GROUPS = re.compile(r", and (?:the )?")
# What may stand between the names and the amounts: "gave Deal and Walmer up to £500 and £300 respectively".
_NEXT_TO = re.compile(r" (?:up to |about |around |over |more than |nearly |almost |grants of |sums of )?")
#: How far from the amounts the word that pairs them may stand, in characters.
_REACH = 160
# "went to", "were awarded to": what hands the amounts on to the names behind them.
_TO = re.compile(r"\b(?:to|for|towards|by) (?:the )?$", re.IGNORECASE)


def respectively(clause: Clause, at: int) -> Iterator[Link]:
    """The name of a list that stands where the amount stands in its own list.

    Positive: "Deal and Walmer were awarded £500 and £300 respectively", "£500 and £300 went, respectively, to Deal and
    Walmer", "gave Deal and Walmer £500 and £300 respectively". Negative: "Deal and Walmer were awarded £500 each".
    """
    run = next((m for m in _AMOUNTS.finditer(clause.text) if m.start() <= at < m.end()), None)
    if run is None:
        return
    word = _WORD.search(clause.text, max(0, run.start() - _REACH), run.end() + _REACH)
    each = _EACH_BEHIND.match(clause.text, run.end())
    if word is None and each is None:
        return
    places = [place for place, _ in clause.money if run.start() <= place < run.end()]
    # Another list between the amounts and the word pairs with it itself: "£500 and £300 in 2019 and 2020 respectively".
    elsewhere = word is not None and " and " in clause.text[run.end() : word.start()]
    groups = None if elsewhere and each is None else _before(clause, places, paired=word is not None)
    if groups is None and word is not None:
        groups = _behind(clause, run.end(), places)
    if groups is not None:
        cue = (min(run.start(), word.start()), max(run.end(), word.end())) if word else run.span()
        names = groups[places.index(at)]
        shared = 1 if each is not None else len(names)
        for name in names:
            yield Link(at=at, recipient=name, rule="respectively", rank=1, shared=shared, cue=cue)


def _before(clause: Clause, places: list[int], *, paired: bool) -> list[list[Recipient]] | None:
    """Return the names for each amount: those in front of the verb of receiving, or right before the amounts."""
    first = places[0]
    verb = verb_of_receiving(clause, first)
    runs = list(name_runs(clause, clause.floor(first), first if verb is None else verb.start()))
    if not runs or (verb is None and not (paired and _NEXT_TO.fullmatch(clause.text, runs[-1][1], first))):
        return None
    return _grouped(clause, *runs[-1], len(places))


def _behind(clause: Clause, start: int, places: list[int]) -> list[list[Recipient]] | None:
    """Return the names for each amount behind the amounts, where words hand them to those."""
    for begin, end in name_runs(clause, start, min(len(clause.text), start + _REACH)):
        groups = _grouped(clause, begin, end, len(places))
        if groups is not None and _TO.search(clause.text, start, begin):
            return groups
    return None


def _grouped(clause: Clause, start: int, end: int, count: int) -> list[list[Recipient]] | None:
    """Return a list's names one by one, or in groups ("Deal and Walmer, and Ripple and Kearsney") that are as many."""
    names = split_names(clause, start, end, several=True)
    if len(names) == count:
        return [[name] for name in names]
    groups, begin = [], start
    for joint in [*_BETWEEN_GROUPS.finditer(clause.text, start, end), None]:
        stop = end if joint is None else joint.start()
        groups.append(split_names(clause, begin, stop, several=True))
        begin = stop if joint is None else joint.end()
    return groups if len(groups) == count and all(groups) else None
