"""What a publisher says of the changes of its page: GOV.UK's change history, from the Content API and from its pages.

Shapes: ``details.change_history`` of alphagov/publishing-api's content schemas; on pages the list of updates of the
component published-dates, whose class has had the prefixes ``app-c-`` and ``gem-c-``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from extractors.model import Capture, Change, Issue
from extractors.parse.errors import parse_issue
from extractors.parse.soup import attribute, soup_of

_ITEM = re.compile(r"<li\b[^>]*\bpublished-dates__change-item\b.*?</li\s*>", re.DOTALL)


def read_moment(value: object) -> datetime | None:
    """Return a time stamp that names its zone ("2021-08-11T00:01:00.000+01:00"), None for anything else.

    >>> read_moment("2021-08-11"), read_moment("2021-08-11T00:01:00Z").isoformat()
    (None, '2021-08-11T00:01:00+00:00')
    """
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def changes_of_item(capture: Capture, history: Any) -> tuple[tuple[Change, ...], list[Issue]]:
    """Return the changes of a content item's ``change_history``, oldest first, and an issue for each unreadable one."""
    if history is None:
        return (), []
    if not isinstance(history, list):
        return (), [parse_issue(capture, "unreadable-change", "change_history is no list")]
    stated = [entry if isinstance(entry, Mapping) else {} for entry in history]
    return _changes(capture, ((entry.get("public_timestamp"), entry.get("note")) for entry in stated))


def changes_of_page(capture: Capture, markup: str) -> tuple[tuple[Change, ...], list[Issue]]:
    """Return the changes that a GOV.UK page lists at its foot, oldest first, and an issue for each unreadable one."""
    pairs = []
    for item in _ITEM.finditer(markup):
        soup = soup_of(item.group())
        time, note = soup.select_one("time"), soup.select_one("p")
        pairs.append((attribute(time, "datetime") if time else None, note.get_text(" ") if note else None))
    return _changes(capture, pairs)


def _changes(
    capture: Capture, pairs: Iterable[tuple[object, object]]
) -> tuple[tuple[Change, ...], list[Issue]]:
    found: set[tuple[datetime, str]] = set()
    issues = []
    for stamp, words in pairs:
        moment = read_moment(stamp)
        if moment is None or not isinstance(words, str) or not words.strip():
            message = f"a change of {stamp!r} without a time or a note was left out"
            issues.append(parse_issue(capture, "unreadable-change", message, fragment=str(words)[:200]))
            continue
        found.add((moment, " ".join(words.split())))
    return tuple(Change(changed_at=moment, note=note) for moment, note in sorted(found)), issues
