"""Dates as a reader sees them near a headline. A date within the story is an event's and never the page's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ],
        start=1,
    )
    for name in names.split()
}
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d)(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH},?[\s-]+(?P<year>(?:19"
        rf"|20)\d\d)\b",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b",
        r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])",
        r"(?<![\d/.])(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:19|20)\d\d)(?![\d/])",
    )
)
_LABEL = re.compile(
    r"(?:first )?(?:published|posted|released|issued|publication date|date published|release date|date|news"
    r"|press release"
    r"|(?:this question was )?answered|debated)\b[^\d£]{0,40}$",
    re.IGNORECASE,
)
# Papers of a meeting, replies and decisions bear its date.
_PAPER = re.compile(
    r"\b(?:meeting|panel|conference|committee|board|minutes|date of|date signed|signed|decision|agenda)\b",
    re.I,
)
_TODAY = re.compile(r"\b(?:today|yesterday)\W{1,3}$", re.IGNORECASE)
_PERSON = re.compile(r"[A-Z][a-z'’-]+(?: [A-Z][A-Za-z'’-]+){1,2}")
_UPDATED = re.compile(r"(?:updated|modified|reviewed|closing|closes|expires)\b[^\d]{0,20}$", re.IGNORECASE)
# What may stand beside the date on a dateline: weekday, time, byline, category, reading time.
_BESIDE = re.compile(
    r"(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:am|pm)?\b|\b\d{1,2}\s?(?:am|pm)\b"
    r"|\b(?:gmt|bst|utc)\b|\bby\b.*|\bin\b \w+|[|,:•·–—/()\[\]-]|\b(?:last )?updated\b.*|\bon\b|\bcreated\b"
    r"|\bpublished\b.*|\b\d+ min(?:ute)?s? read\b)",
    re.IGNORECASE,
)
_NEAR_TOP = 14
_LONGEST_DATELINE = 110


def read_date(text: str) -> date | None:
    """Return the first valid date in a text: "5 August 2021", "Nov 12, 2018", "2022-07-26", "05/08/2021" (day first).

    >>> read_date("Published: 5th August 2021"), read_date("31 June 2021")
    (datetime.date(2021, 8, 5), None)
    """
    found = first_date(text)
    return found[0] if found else None


def first_date(text: str) -> tuple[date, int, int] | None:
    """Return the first valid date of a text with its span, or None."""
    best: tuple[date, int, int] | None = None
    for form in _FORMS:
        for found in form.finditer(text):
            month = _MONTHS.get(found["month"].lower()) or int(found["month"])
            value = _valid(int(found["year"]), month, int(found["day"]))
            if value and (best is None or found.start() < best[1]):
                best = (value, found.start(), found.end())
    return best


def dateline(paragraphs: Iterable[str]) -> date | None:
    """Return the date of publication that the first lines of a text show, or None.

    A line counts when it says so ("Published 5 August 2021") or when it is a date with nothing beside it but a weekday,
    a time or a byline. Prose never counts, save a date in front of it ("5 August 2021 - The Home Office ...").

    >>> dateline(["Safer Streets", "Nov 12, 2018 By A Reporter"]), dateline(["The fund closed on 2 July 2021."])
    (datetime.date(2018, 11, 12), None)
    """
    label = ""
    paper: date | None = None
    for number, line in enumerate(paragraphs):
        found = first_date(line[:_LONGEST_DATELINE])
        if not found:
            label = line if len(line) < 40 else ""
            continue
        value, start, end = found
        before, behind = line[:start], line[end:]
        said = _LABEL.search(before) or (not before.strip() and _LABEL.search(label))
        label = ""
        if _UPDATED.search(before):
            continue
        if said and (len(line) <= _LONGEST_DATELINE or len(before) < 12) and len(before) < 50:
            return value
        if number >= _NEAR_TOP:
            continue
        beside = _BESIDE.sub("", before + " " + behind).strip()
        if len(line) <= _LONGEST_DATELINE and (not re.search(r"\w", beside) or _PERSON.fullmatch(beside)):
            return value
        if _TODAY.search(before):
            return value
        if len(line) <= _LONGEST_DATELINE and not behind.strip(" .") and _PAPER.search(before):
            paper = paper or value
        if not before.strip() and re.match(r"\s*[:–—-]\s+[A-Z]", behind):
            return value
    return paper


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
