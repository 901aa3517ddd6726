"""Two lists told side by side: "Deal and Walmer were awarded £500 and £300 respectively"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.relate.clauses import Clause, pattern
from extractors.relate.links import Link
from extractors.relate.names import Recipient, name_runs, split_names
from extractors.relate.receiving import verb_of_receiving

_AMOUNTS = pattern(r"#(?:, #)*,? and #")
_EACH_BEHIND = pattern(r",? (?:<3>)?each\b")
_WORD = re.compile(r"\b(?:respectively|in that order)\b", re.IGNORECASE)
#: How far from the amounts the word that pairs them may stand, in characters.
_REACH = 160
# "went to", "were awarded to": what hands the amounts on to the names behind them.
_TO = re.compile(r"\b(?:to|for|towards|by) (?:the )?$", re.IGNORECASE)


def respectively(clause: Clause, at: int) -> Iterator[Link]:
    """The name of a list that stands where the amount stands in its own list.

    Positive: "Deal and Walmer were awarded £500 and £300 respectively", "£500 and £300 went, respectively, to Deal and
    Walmer". Negative: "Deal and Walmer were awarded £500 each".
    """
    run = next((m for m in _AMOUNTS.finditer(clause.text) if m.start() <= at < m.end()), None)
    if run is None:
        return
    word = _WORD.search(clause.text, max(0, run.start() - _REACH), run.end() + _REACH)
    each = _EACH_BEHIND.match(clause.text, run.end())
    if word is None and each is None:
        return
    places = [place for place, _ in clause.money if run.start() <= place < run.end()]
    names = _before(clause, places)
    if names is None and word is not None:
        names = _behind(clause, run.end(), places)
    if names is not None:
        cue = (min(run.start(), word.start()), max(run.end(), word.end())) if word else run.span()
        recipient = names[places.index(at)]
        yield Link(at=at, recipient=recipient, rule="respectively", rank=1, shared=1, cue=cue)


def _before(clause: Clause, places: list[int]) -> list[Recipient] | None:
    """Return the names in front of the verb of receiving that governs the first amount, if they are as many."""
    verb = verb_of_receiving(clause, places[0])
    if verb is None:
        return None
    runs = list(name_runs(clause, clause.floor(places[0]), verb.start()))
    names = split_names(clause, *runs[-1], several=True) if runs else []
    return names if len(names) == len(places) else None


def _behind(clause: Clause, start: int, places: list[int]) -> list[Recipient] | None:
    """Return the names behind the amounts that words hand them to, if they are as many."""
    for begin, end in name_runs(clause, start, min(len(clause.text), start + _REACH)):
        names = split_names(clause, begin, end, several=True)
        if len(names) == len(places) and _TO.search(clause.text, start, begin):
            return names
    return None
