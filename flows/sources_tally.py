"""What a pull counted, and what an observation says of its page's state."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from extractors.model import Capture, Issue
from extractors.sources.base import LISTED_AT, LISTED_DAY, LISTED_TITLE

GONE = (404, 410)


@dataclass(slots=True, kw_only=True)
class Tally:
    """What a pull did so far. ``asked`` counts documents that were requested, ``capped`` says that the cap was met."""

    new: int = 0
    unchanged: int = 0
    asked: int = 0
    capped: bool = False
    issues: list[Issue] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)


def gone(capture: Capture) -> bool:
    """Return whether an observation says that the page is no longer there."""
    return capture.http_status in GONE


def listed_headers(capture: Capture) -> dict[str, str]:
    own = (LISTED_AT, LISTED_DAY, LISTED_TITLE)
    return {name: value for name, value in capture.headers.items() if name in own}


def listed_at(capture: Capture) -> datetime:
    """Return when a page was last changed as far as its listing said, else when it was captured."""
    stated = capture.headers.get(LISTED_AT)
    return datetime.fromisoformat(stated) if stated else capture.captured_at


def lag_start(now: datetime, days: int) -> datetime:
    """Return the moment from which on pages are asked for again."""
    return now - timedelta(days=days)
