"""When two figures are the ends of one range, and when they are two amounts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from extractors.money.numbers import FIGURE, MAGNITUDE, read_figure, read_magnitude

_TAIL = re.compile(
    rf"(?P<sep> ?- ?| (?:up )?to "
    rf"| and )(?P<figure>{FIGURE})(?P<magnitude>{MAGNITUDE})?(?![\w%])(?! ?(?:years?|months?|weeks?|days?"
    rf"|hours?)\b)",
    re.IGNORECASE,
)
_HEAD = re.compile(
    rf"(?<![\w.,£€$/-])(?P<figure>{FIGURE})(?P<magnitude>{MAGNITUDE})?(?P<unit>p)?(?P<sep> ?- ?| to | and )$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\bbetween(?: (?:about|around|approximately|roughly|some|just|a minimum of|an estimated))? ?$",
    re.IGNORECASE,
)
_GAP = re.compile(r"\b(?:gap|difference|distinction|choice) between ?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|of)(?: (?:about|around|just|as little as|a minimum of))? ?$", re.IGNORECASE)
_RANGING = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|anything|anywhere|var(?:y|ies|ied|ying)|grants?|sums?|awards?)\b[^.;]{0,25}$",
    re.I,
)
#: What goes from one amount to another has two amounts, not a range: "rise from £223 to £238", "cut by £5 to £20".
_CHANGE = re.compile(
    r"\b(?:ris(?:e|es|ing|en)|rose|increas\w+|grow\w*|grew|f[ae]ll\w*|drop\w*|cut\w*|reduc\w+|decreas\w+"
    r"|go(?:es|ing|ne)?|went|mov\w+|chang\w+|uplift\w*|rais\w+|climb\w*|jump\w*|lift\w*|lower\w*|doubl\w+"
    r"|extend\w*|boost\w*|up|down|precept|council tax|band d)\b(?:[^.;£]|\.(?=[0-9])){0,90}$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\bby(?: (?:about|around|just|over|under|nearly|almost|another|a further|an extra))* ?$", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """The upper end of a range: where it ends and the range's values."""

    end: int
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The lower end of a range: where it starts and its value."""

    start: int
    low: Decimal


def _spread(low: Decimal, high: Decimal, magnitudes: tuple[Decimal, Decimal]) -> Decimal | None:
    """Return the low end in the high end's unit where it has none of its own and the unit fits; None if no range.

    "£8-10m" is 8 to 10 million, "£800,000-£1.2m" keeps its 800,000, "£10-£5" is no range.
    """
    first, second = magnitudes
    if first == 1 and second > 1 and low < 1000 and low * second < high:
        return low * second
    return low if low < high else None


def _is_between(text: str, start: int) -> bool:
    return _BETWEEN.search(text, max(start - 40, 0), start) is not None


def _is_change(text: str, start: int) -> bool:
    """Whether the words before ``start`` say that something went from one amount to another."""
    if _BY.search(text, max(start - 40, 0), start):
        return True
    if not _FROM.search(text, max(start - 40, 0), start):
        return False
    before = text[max(start - 110, 0) : start]
    return _CHANGE.search(before) is not None and _RANGING.search(before) is None


def shared_low(
    text: str,
    *,
    first: tuple[int, int],
    second: int,
    low: Decimal,
    high: Decimal,
    stated: Mapping[Decimal, int],
    magnitudes: tuple[Decimal, Decimal],
) -> Decimal | None:
    """Return the low end of the range that two neighbouring amounts make, or None where they are two amounts.

    ``first`` is the first amount's span, ``second`` the start of the second in ``text``. ``stated`` counts the
    values of the sentence: where another amount is the difference, one went to the other ("£3.37, from £169.47 to
    £172.84").
    """
    between = text[first[1] : second].lower()
    if between.strip() not in ("-", "to", "and", "up to", "through to"):
        return None
    if between.strip() == "and" and (
        not _is_between(text, first[0]) or _GAP.search(text, max(first[0] - 40, 0), first[0])
    ):
        return None
    difference = high - low
    if stated.get(difference, 0) > (difference == low) + (difference == high):
        return None
    if between.strip() in ("up to", "through to") and not _FROM.search(text, max(first[0] - 40, 0), first[0]):
        return None
    if between.strip() != "and" and _is_change(text, first[0]):
        return None
    return _spread(low, high, magnitudes)


def unsigned_tail(text: str, end: int, *, low: Decimal, magnitude: Decimal) -> Tail | None:
    """Return the unsigned upper end behind the signed amount that ends at ``end``, if there is one.

    Positive: "£1.2-1.5m", "£300-500", "£8m to 10m". Negative: "£5m-2024", "£8m to 10 areas", "£5m - 12 months".
    """
    tail = _TAIL.match(text, end)
    if tail is None:
        return None
    value, _ = read_figure(tail["figure"])
    unit = read_magnitude(tail["magnitude"] or "")
    glued = tail["sep"] == "-"
    grouped = "," in tail["figure"]
    if unit == 1:
        if magnitude > 1 or (not glued and not grouped):
            return None
        if _YEAR.fullmatch(tail["figure"]) and low < 1000:
            return None
        if glued and grouped and low < 1000 and low * 1000 < value:
            low *= 1000  # "£5-10,000"
    if "and" in tail["sep"] and not _is_between(text, _start_of(text, end)):
        return None
    spread = _spread(low, value * unit, (magnitude, unit))
    return None if spread is None else Tail(end=tail.end(), low=spread, high=value * unit)


def _start_of(text: str, end: int) -> int:
    """Return where the signed amount that ends at ``end`` starts."""
    return max(text.rfind(sign, 0, end) for sign in "£€$")


def unsigned_head(text: str, start: int, *, edge: int, high: Decimal, magnitude: Decimal) -> Head | None:
    """Return the lower end in front of an amount that has its currency behind it ("10-15p", "8-10 million pounds")."""
    head = _HEAD.search(text, max(start - 30, edge), start)
    if head is None or ("and" in head["sep"] and not _is_between(text, head.start())):
        return None
    value, _ = read_figure(head["figure"])
    if magnitude == Decimal("0.01"):
        value /= 100
        return Head(start=head.start(), low=value) if value < high else None
    if head["unit"]:
        return None
    unit = read_magnitude(head["magnitude"] or "")
    spread = _spread(value * unit, high, (unit, magnitude))
    return None if spread is None else Head(start=head.start(), low=spread)
