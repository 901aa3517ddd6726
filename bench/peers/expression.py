"""The four-line regular expression that most scripts begin with, and the reader of figures for spaCy's spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bench.peers.mark import CURRENCIES, HOME, Mark

_AMOUNT = re.compile(
    r"([£€$])\s?(\d[\d,]*(?:\.\d+)?)\s?(million|billion|thousand|bn|mn|m|k)?\b", re.IGNORECASE
)
_SCALE = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}
#: Longest magnitude word with its space.
_REACH = 9
_FIGURE = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s?(million|billion|thousand|bn|mn|m|k)?\b", re.IGNORECASE)


def _value(figure: str, magnitude: str | None) -> str:
    return str(Decimal(figure.replace(",", "")).scaleb(_SCALE.get((magnitude or "").lower(), 0)))


def find(text: str) -> Iterator[Mark]:
    """Yield an amount for each sign with a figure behind it. "£2.5m" is one; "two million pounds" is none."""
    for hit in _AMOUNT.finditer(text):
        value = _value(hit[2], hit[3])
        yield Mark(start=hit.start(), end=hit.end(), low=value, high=value, currency=CURRENCIES[hit[1]])


def read(text: str, start: int, end: int) -> Mark | None:
    """Return the amount in a span that another tool found, or None where the span holds no figure.

    Two figures are the ends of a range, and the last one's magnitude serves both ("£8-10m"). A magnitude that the
    tool left just outside its span ("£3" of "£3m") counts.
    """
    hits = [hit for hit in _FIGURE.finditer(text, start, min(len(text), end + _REACH)) if hit.start() < end]
    if not hits:
        return None
    first, last = hits[0], hits[-1]
    ends = sorted((_value(first[1], first[2] or last[2]), _value(last[1], last[2])), key=Decimal)
    sign = next((char for char in text[max(0, start - 1) : end] if char in CURRENCIES), None)
    return Mark(start=start, end=end, low=ends[0], high=ends[1], currency=CURRENCIES[sign] if sign else HOME)
