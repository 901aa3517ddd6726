"""Recipients of lists that lost their shape: pairs fused into one line, amounts on the line below their name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extractors.relate.clauses import FUND, MONEY, Clause, pattern
from extractors.relate.links import Link, links_to
from extractors.relate.names import name_runs, split_names

#: So many amounts of a line must stand beside a name before the line is read as pairs.
_PAIRS = 3
#: Up to so many characters a pair's name and its bracket take.
_LONGEST = 140
#: How many lines before and behind are nearby.
_NEAR = 8
_YEARS = r"(?:(?:19|20)\d\d(?: ?[/-] ?\d{2,4})?)"
# What stands between the amount of one pair and the name of the next: the purpose of the first, bullets.
_AFTER = re.compile(r"(?: ?[(\[][^)\]]*[)\]])?[^\w(]*(?:the )?", re.IGNORECASE)
_GAP = re.compile(r"(?: ?\([^)]*\))? ?(?:[-:=,] ?)?(?:(?:awarded|received|was awarded|granted):? )?")
# Bullets and punctuation, never a mention's mark.
_MARKS = rf"[^\w{MONEY}-{FUND}]*"
# What an amount's line may open with when the name stands on the line above.
_LINE = pattern(
    rf"{_MARKS}(?P<label>(?:total )?(?:funding|grant|amount|award|sum|value)(?: (?:awarded|received|allocated|given"
    rf"|agreed|approved))?:? |(?:awarded|allocated|received|grant|amount|funding):? )?"
    rf"(?:{_YEARS} ?[-:]? ?)?@(?: ?$| ?[-:(,.]| (?:to|for|towards|in|will|over|per|a)\b)"
)
_YEAR_LINE = re.compile(rf"[^\w]*{_YEARS} ?[-:]? ?{MONEY}[ .;]*$")
_NAME_LINE = re.compile(
    r"(?:project|lot|area|scheme|site|no\.?)? ?\d{0,2}[.):]?[^\w\ue001\ue002]*(?:the )?", re.IGNORECASE
)
_NAME_END = re.compile(r"(?: ?\([^)]*\)?)?(?:,? ?- .*|, [^.]{3,80})?[ :;,-]*$")
_FOR_NAME = re.compile(r".{0,60}?\b(?:funding|grants?|awards?|money) (?:for|to) (?:the )?", re.IGNORECASE)
_HEADS = re.compile(
    r"\b(?:funding|fund|grants?|budget|awards?|awarded|total|costs?|applications?)$", re.IGNORECASE
)


def fused(clause: Clause, at: int) -> Iterator[Link]:
    """The name beside the amount in a line of several such pairs.

    Positive: "Funded were: Refuge - £500 Deal Choir - £300 Walmer FC - £200", with or without dashes and purposes in
    brackets. Negative: "Refuge got £500 in May, £300 in June and £200 in July".
    """
    run = _pairs(clause).get(at)
    if run is not None:
        yield from links_to(clause, at, run, "list-fused", 1, (min(run[0], at), max(run[1], at + 1)))


@lru_cache(maxsize=16)
def _pairs(clause: Clause) -> dict[int, tuple[int, int]]:
    """Return, for a line of pairs, each amount's name: before it, or behind it where the line begins with an amount."""
    places = [at for at, _ in clause.money]
    if len(places) < _PAIRS:
        return {}
    ends = [0, *(at + 1 for at in places)]
    first = max(clause.text.rfind(": ", 0, places[0]) + 2, places[0] - _LONGEST, 0)
    before = {
        at: run
        for at, start in zip(places, [first, *ends[1:-1]], strict=True)
        if (run := _sole_name(clause, start, at)) is not None
    }
    behind = {
        at: run
        for at, end in zip(places, [*places[1:], len(clause.text)], strict=True)
        if (run := _sole_name(clause, at + 1, end)) is not None
    }
    found = before if len(before) >= len(behind) or places[0] in before else behind
    return found if len(found) >= max(_PAIRS, len(places) * 2 // 3) else {}


def _sole_name(clause: Clause, start: int, end: int) -> tuple[int, int] | None:
    """Return the run of names that is all of ``[start, end)`` but brackets, bullets and dashes, or None."""
    if end - start > _LONGEST:
        return None
    lead = _AFTER.match(clause.text, start, end)
    begin = lead.end() if lead else start
    runs = list(name_runs(clause, begin, end))
    if not runs or runs[0][0] != begin:
        return None
    return runs[0] if _GAP.fullmatch(clause.text, runs[0][1], end) else None


def under_name(clause: Clause, at: int, clauses: Sequence[Clause]) -> Iterator[Link]:
    """The name on the line above, where a line opens with its amount and lines nearby do the same.

    Positive: "Deal Choir (music for all)" and below it "£300 for a piano", "Grant awarded: £300". Negative: "The
    grants" and below it "£300 for a piano"; one such pair alone, which may be a heading and its story.
    """
    if at != (clause.money[0][0] if clause.money else -1):
        return
    found = _pair(clause, clauses)
    if found is None:
        return
    above, run, labelled = found
    nearby = (*clauses[max(0, clause.number - _NEAR) : clause.number], *clauses[clause.number + 1 :][:_NEAR])
    if not labelled and not any(_pair(other, clauses) for other in nearby if other.money):
        return
    for name in split_names(above, *run)[:1]:
        yield Link(at=at, recipient=name, rule="list-above", rank=3, shared=1, cue=(0, at + 1))


def _pair(clause: Clause, clauses: Sequence[Clause]) -> tuple[Clause, tuple[int, int], bool] | None:
    """Return the line above with its run of names, and whether words or a year label the amount."""
    opens = _LINE.match(clause.aimed(clause.money[0][0]))
    if opens is None:
        return None
    years = bool(_YEAR_LINE.match(clause.text))
    for above in reversed(clauses[max(0, clause.number - _NEAR) : clause.number]):
        if years and _YEAR_LINE.match(above.text):
            continue
        run = _name_line(above, years=years)
        return None if run is None else (above, run, years or bool(opens["label"]))
    return None


def _name_line(clause: Clause, *, years: bool) -> tuple[int, int] | None:
    """Return the run that a line without amounts and without a verb consists of."""
    if clause.money or len(clause.text) > _LONGEST or clause.text.rstrip().endswith((".", "!", "?")):
        return None
    lead = (_FOR_NAME.match(clause.text) if years else None) or _NAME_LINE.match(clause.text)
    begin = lead.end() if lead else 0
    run = next(iter(name_runs(clause, begin, len(clause.text))), None)
    if run is None or run[0] != begin or _HEADS.search(clause.text[slice(*run)]):
        return None
    rest = clause.text[run[1] :]
    if years and re.fullmatch(r"(?: [a-z]+){0,3}", rest):
        return run[0], len(clause.text)
    return run if _NAME_END.fullmatch(rest) else None
