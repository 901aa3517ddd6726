"""Footnote marks that lost their raised place and stand glued to a full figure: "£880,0002" is £880,000, note 2."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.money.grammar import Amount

#: A figure that is full already, in groups of three or with two decimals, and one or two digits too many.
_TOO_LONG = re.compile(
    r"(?P<sign>[^0-9]*)(?P<figure>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{2})?|[0-9]{1,6}\.[0-9]{2})"
    r"(?P<mark>[1-9][0-9]?)"
)
#: A mark behind a magnitude can be nothing else: "£55m1".
_GLUED = re.compile(
    r"[£€$] ?[0-9][0-9,.]{0,12} ?(?:m|mn|bn|k|million|billion)(?P<mark>[1-9][0-9]?)(?![\w%/-]|[.,][0-9])",
    re.I,
)
#: A line that may be a note: its number, then words; no item of a list ("1. ..."), and no date.
_NOTE = re.compile(
    r"^[ \t]*(?P<open>\[)?(?P<mark>[1-9][0-9]?)(?(open)\])[ \t]{0,3}(?=[A-Z\"'(\u2018\u201c])"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnotes:
    """The marks of a document's footnotes, for what stands in front of ``start``."""

    marks: frozenset[str]
    start: int


def footnotes_of(text: str) -> Footnotes:
    """Return the footnotes that a document shows to have.

    They are its last lines numbered from 1 without a gap, two at least, or one where that mark is glued to a magnitude
    elsewhere ("£55m1"). Without such lines they are the marks glued to magnitudes and the ones next to these.

    >>> sorted(footnotes_of("It got £880,0002.\\n1 With tax.\\n2 For a unit.").marks)
    ['1', '2']
    >>> sorted(footnotes_of("It got £2,5000.\\n1. Lamps\\n2. Gates").marks)
    []
    """
    glued = {int(match["mark"]) for match in _GLUED.finditer(text)}
    last, start = 0, len(text)
    for match in _NOTE.finditer(text):
        number = int(match["mark"])
        if number == 1:
            start = match.start()
        if number in (1, last + 1):
            last = number
    if last >= 2 or last in glued:
        return Footnotes(marks=frozenset(map(str, range(1, last + 1))), start=start)
    beside = {number + step for number in glued for step in (-1, 0, 1)}
    return Footnotes(marks=frozenset(map(str, beside)), start=len(text))


def without_marks(amounts: Iterable[Amount], *, text: str, marks: frozenset[str]) -> tuple[Amount, ...]:
    """Return the amounts of a plain text without the footnote marks that are glued to their figures.

    Positive: "£880,0002" where ``marks`` has 2. Negative: "£2,5000", which no note explains, stays malformed.
    """
    return tuple(_without_mark(amount, text=text, marks=marks) for amount in amounts)


def _without_mark(amount: Amount, *, text: str, marks: frozenset[str]) -> Amount:
    match = _TOO_LONG.fullmatch(text, amount.start, amount.end)
    if amount.flags != ("malformed",) or match is None or match["mark"] not in marks:
        return amount
    value = Decimal(match["figure"].replace(",", ""))
    return replace(amount, end=match.end("figure"), low=value, high=value, flags=())
