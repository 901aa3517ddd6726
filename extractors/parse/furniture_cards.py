"""Cards: runs of other stories' headlines, each with its date, "Read more" or "3 days ago", set below an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.parse.dates import first_date
from extractors.parse.furniture_prompts import leads_on
from extractors.parse.lines import ends_sentence

_LONGEST_TITLE = 140
_LONGEST_EXCERPT = 300
_LONGEST_DATE = 32
_MIN_CARDS = 2
#: A row of a list of grants, which may have a link below it too: "Youth club – £5,000".
_GRANT = re.compile(r".*[:–—(-]\s*£[\d,.]+\s?\w*\)?")
_TITLE = re.compile(r"[\"'“‘(£\d]?\s?[A-Z£\d]")


def cards(lines: Sequence[str]) -> set[int]:
    """Return the places of the lines that belong to a run of two or more cards.

    A card is a headline, perhaps an excerpt that breaks off, and a foot: a date, or words that lead on. A date may
    also stand above. At least one foot in a run must lead on, for a log of decisions has dates as well.

    >>> cards(["Bridge costs £3m", "2 days ago", "Man jailed", "3 days ago"])
    {0, 1, 2, 3}
    >>> cards(["Grant to a club", "2 May 2023", "Grant to a school", "3 May 2023"])
    set()
    """
    found: set[int] = set()
    at = 0
    while at < len(lines):
        end, count, sure = at, 0, False
        while step := _card(lines, end):
            sure = sure or any(leads_on(line) for line in lines[end : end + step])
            end, count = end + step, count + 1
        if count >= _MIN_CARDS and sure:
            found.update(range(at, end))
        at = max(end, at + 1)
    return found


def _card(lines: Sequence[str], at: int) -> int:
    """Return how many lines the card that begins at a place takes, or 0."""
    end = at
    if end < len(lines) and _is_date(lines[end]):
        end += 1
    dated = end > at
    if end >= len(lines) or not _is_title(lines[end]):
        return 0
    end += 1
    if end < len(lines) and _is_excerpt(lines[end]):
        end += 1
    feet = end
    while (
        feet < len(lines)
        and feet < end + 3
        and (leads_on(lines[feet]) or (not dated and _is_date(lines[feet])))
    ):
        feet += 1
    return feet - at if feet > end else 0


def _is_title(line: str) -> bool:
    if len(line) > _LONGEST_TITLE or len(line.split()) < 2 or _is_date(line) or leads_on(line):
        return False
    if _GRANT.fullmatch(line):
        return False
    return _TITLE.match(line) is not None and (not ends_sentence(line) or line[-1] in "?!’'\"”")


def _is_excerpt(line: str) -> bool:
    return len(line) <= _LONGEST_EXCERPT and line.endswith(("…", "..."))


def _is_date(line: str) -> bool:
    return len(line) <= _LONGEST_DATE and first_date(line) is not None
