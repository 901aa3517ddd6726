"""Stated numbers of recipients, bids and projects, which a document's own rows can be checked against."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.model import CountMention
from extractors.relate.clauses import Clause

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_NUMBERS = (
    {word: value for value, word in enumerate((*_ONES, *_TEENS), start=1) if value > 1}
    | _TENS
    | {
        f"{tens}-{one}": ten + value
        for tens, ten in _TENS.items()
        for value, one in enumerate(_ONES, start=1)
    }
)
_UNITS = {
    "recipients": r"(?:pccs?|pfccs|police and crime commissioners|commissioners|police forces|forces"
    "|force areas"
    r"|police areas|councils|local authorities|charities|organisations|community groups|groups|recipients"
    r"|areas|units)",
    "bids": r"(?:bids|applications)",
    "projects": r"(?:projects|schemes|initiatives)",
}
_COUNT = re.compile(
    rf"(?<![\w£€$.,:/-])(?P<number>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}) "
    r"(?:(?:successful|new|local|other|different|police|community|voluntary|and|crime|winning|individual"
    r"|separate|innovative"
    r"|women's|youth|charitable|further) ){0,4}?"
    rf"(?:{'|'.join(f'(?P<{unit}>{words})' for unit, words in _UNITS.items())})\b",
    re.IGNORECASE,
)


def find_counts(clauses: Sequence[Clause]) -> Iterator[CountMention]:
    """Yield the stated counts. Positive: "25 PCCs", "thirty-one bids". Negative: "up to three projects each" is a
    limit, not a count; so is a number behind "up to".
    """
    for clause in clauses:
        for match in _COUNT.finditer(clause.text):
            if re.search(
                r"\b(?:up to|bid for|at least|one of|most) $", clause.text[: match.start()], re.IGNORECASE
            ):
                continue
            number = match.group("number").lower()
            unit = next(name for name in _UNITS if match.group(name))
            start, end = clause.span(match.start(), match.end())
            yield CountMention(
                document_id=clause.segment.document.document_id,
                start_char=start,
                end_char=end,
                text=clause.segment.document.text[start:end],
                sentence=clause.segment.text,
                rule_id="count.number.v1",
                count=int(number) if number.isdigit() else _NUMBERS[number],
                unit=unit,
            )
