"""Lengths of time in a plain text: "the next three years", "18-month", "2022/23 to 2024/25"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_COUNTS = {
    word: Decimal(value)
    for value, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        start=1,
    )
} | {
    "a": Decimal(1),
    "an": Decimal(1),
    "twenty-four": Decimal(24),
    "thirty": Decimal(30),
    "thirty-six": Decimal(36),
}
_COUNT = r"(?P<count>[0-9]{1,2}(?:\.5)?|" + "|".join(sorted(_COUNTS, key=len, reverse=True)) + ")"
_HALF = r"(?P<half>[ -]and[ -]a[ -]half)?"
_SIZE = (
    r"(?:(?:the|an?|its|their|this|these|those|same|all|up to|at least|about|around|each of|a total of"
    r"|the course of|a period of|a further|an additional|an extra)\s)*(?:(?P<ahead>next|coming|following"
    r"|forthcoming|first|initial|full|entire|total|subsequent|whole|remaining)\s)*"
)
#: "over the next three years", "for 18 months", "in each of the next two years"; "past" and "last" never match.
_FORWARD = re.compile(
    rf"\b(?P<word>over|across|for|during|throughout|in|within|covers|covering|lasts|lasting|through|spans"
    rf"|spanning"
    rf"|per year for)\s{_SIZE}{_COUNT}{_HALF}"
    r"[ -](?:further |more |full |financial |calendar |consecutive |successive )?(?P<unit>years?|months?"
    r"|yrs?)(?:'s?)?(?:[ -](?:period|term|programme|timeframe|span|cycle))?\b(?! (?:ago|old|since|to date"
    r"|so far|running|jail|imprisonment|in (?:jail|prison))|-old)",
    re.IGNORECASE,
)
#: "three years of funding", "two years' funding".
_OF_FUNDING = re.compile(
    rf"(?<![\w-]){_COUNT}{_HALF} (?P<unit>year|month)s'? (?:of |worth of )?(?:[a-z]+ )?(?:funding|money"
    rf"|support|grants?|investment)\b",
    re.I,
)
#: "a two-year programme", "18-month funding", "the total seven year period".
_ADJECTIVE = re.compile(
    rf"(?<![\w-]){_COUNT}{_HALF}[ -](?P<unit>year|month|yr)(?![\w]|[ -](?:old|high|low|jail|prison|sentence"
    rf"|anniversary|record|ban|suspended|olds|wait|campaign to|term of imprisonment))",
    re.IGNORECASE,
)
_YEAR_LONG = re.compile(r"(?<![\w-])year[ -]long\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:last|past|previous) $", re.IGNORECASE)
_DECADE = re.compile(r"\b(?:over|for|across|during) (?:the (?:next|coming)|a) decade\b", re.IGNORECASE)
_FY = r"(?:FY ?)?(20[0-9]{2})(?:/|-| to )(?:20)?([0-9]{2})(?![0-9/])"
_FY_SPAN = re.compile(
    rf"(?:FY ?)?(?P<first>20[0-9]{{2}})[/-](?:20)?[0-9]{{2}} ?(?:to|until|-|through to"
    rf"|(?<=between [0-9]{{4}}[/-][0-9]{{2}} )and) ?{_FY.replace('(20', '(?P<last>20', 1)}",
    re.I,
)
_FY_LIST = re.compile(rf"{_FY}(?:(?:, (?:and )?| and ){_FY}){{1,9}}", re.IGNORECASE)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}
_MONTH = r"(?:[0-9]{1,2}(?:st|nd|rd|th)? )?(?P<m%d>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* "
_DATES = re.compile(
    rf"\b(?:between|from|starting in|beginning in) (?:{_MONTH % 1})?(?P<y1>20[0-9]{{2}})(?![0-9/-]) (?:and"
    rf"|to|until|till|through to|up to"
    rf"|and running until) (?:the end of )?(?:{_MONTH % 2})?(?P<y2>20[0-9]{{2}})(?![0-9/-])",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?<![0-9£])(?P<first>20[0-9]{2})-(?P<last>(?:20)?[0-9]{2})(?![0-9/,.%])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A length of time at ``text[start:end]``. ``kind`` is how it is said: forward, adjective, years, dates or list."""

    start: int
    end: int
    years: Decimal
    kind: str


def durations_in(text: str) -> tuple[Duration, ...]:
    """Return the lengths of time ahead that a plain text names, in order and without overlaps. Look-backs are none.

    Positive: "for the next three years" (3), "18-month" (1.5), "2022/23 to 2024/25" (3).
    Negative: "over the past decade", "in five years", "in 2023/24", "15-year-old".
    """
    found = sorted(_all(text), key=lambda duration: (duration.start, -duration.end))
    kept: list[Duration] = []
    for duration in found:
        if not kept or duration.start >= kept[-1].end:
            kept.append(duration)
    return tuple(kept)


def _all(text: str) -> Iterator[Duration]:
    for match in _FORWARD.finditer(text):
        ahead = (match["ahead"] or "").lower()
        if match["word"].lower() in ("in", "within") and ahead not in (
            "next",
            "coming",
            "following",
            "first",
            "forthcoming",
        ):
            continue
        if match["count"].lower() in ("a", "an") and match["unit"].lower().startswith("month"):
            continue
        yield _duration(match, "forward")
    for match in _OF_FUNDING.finditer(text):
        if not _PAST.search(text, max(match.start() - 12, 0), match.start()):
            yield _duration(match, "forward")
    for match in _DECADE.finditer(text):
        yield Duration(start=match.start(), end=match.end(), years=Decimal(10), kind="forward")
    for match in _ADJECTIVE.finditer(text):
        if match["count"].lower() not in ("a", "an"):
            yield _duration(match, "adjective")
    for match in _YEAR_LONG.finditer(text):
        yield Duration(start=match.start(), end=match.end(), years=Decimal(1), kind="adjective")
    for match in _FY_SPAN.finditer(text):
        years = Decimal(int(match["last"]) - int(match["first"]) + 1)
        if 1 < years < 12:
            yield Duration(start=match.start(), end=match.end(), years=years, kind="years")
    for match in _FY_LIST.finditer(text):
        years = Decimal(len(re.findall(_FY, match[0], re.IGNORECASE)))
        yield Duration(start=match.start(), end=match.end(), years=years, kind="list")
    for match in _DATES.finditer(text):
        yield from _dated(match)
    for match in _YEARS.finditer(text):
        first, last = int(match["first"]), int(match["last"])
        span = (last if last > 100 else first // 100 * 100 + last) - first
        if 1 < span < 12:
            yield Duration(start=match.start(), end=match.end(), years=Decimal(span), kind="years")


def _duration(match: re.Match[str], kind: str) -> Duration:
    word = match["count"].lower()
    years = _COUNTS[word] if word in _COUNTS else Decimal(word)
    if match["half"]:
        years += Decimal("0.5")
    if match["unit"].lower().startswith("month"):
        years = (years / 12).quantize(Decimal("0.01"))
    return Duration(start=match.start(), end=match.end(), years=years.normalize(), kind=kind)


def _dated(match: re.Match[str]) -> Iterator[Duration]:
    first, last = int(match["y1"]), int(match["y2"])
    years = Decimal(last - first)
    if match["m1"] and match["m2"]:
        months = (last - first) * 12 + _MONTHS[match["m2"].lower()] - _MONTHS[match["m1"].lower()]
        years = Decimal(round((months + 1) / 6)) / 2  # to the half year: April to March is a whole year
    if 0 < years < 12:
        yield Duration(start=match.start(), end=match.end(), years=years.normalize(), kind="dates")
