"""Terms of office: dated, sometimes only to the month, and never overlapping unless the row says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from extractors.registry.csvfile import Precision, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """From one day to another, both included; ``end`` is None while it lasts."""

    start: date
    start_precision: Precision
    end: date | None
    end_precision: Precision | None

    def covers(self, day: date, *, before_days: int = 0, after_days: int = 0) -> bool:
        """Say whether a day lies in the term, widened by so many days before its start and after its end."""
        late = self.end is not None and day > self.end + timedelta(days=after_days)
        return self.start - timedelta(days=before_days) <= day and not late

    def touches(self, other: Term) -> bool:
        """Say whether two terms share a day."""
        return (other.end is None or self.start <= other.end) and (
            self.end is None or other.start <= self.end
        )


def read_term(row: Row, *, start: str, start_precision: str, end: str, end_precision: str) -> Term:
    """Return a row's term.

    Raises:
        RegistryError: the start is missing, a date is malformed, or the end lies before the start.
    """
    first, first_precision = row.day(start, precision=start_precision)
    last, last_precision = row.day(end, precision=end_precision)
    if first is None or first_precision is None:
        raise row.fail(f"{start} is empty")
    if last is not None and last < first:
        raise row.fail(f"{end} {last} lies before {start} {first}")
    return Term(start=first, start_precision=first_precision, end=last, end_precision=last_precision)


def check_overlaps(entries: Iterable[tuple[Row, str, Term, str | None]]) -> None:
    """Check (row, area, term, declared overlap) entries: two terms of one area share a day only when
    both rows declare the same overlap.

    Raises:
        RegistryError: an undeclared overlap, or a declared one that never happens.
    """
    seen: list[tuple[Row, str, Term, str | None]] = []
    used: set[str] = set()
    for row, area, term, declared in entries:
        for _, other_area, other, other_declared in seen:
            if area != other_area or not term.touches(other):
                continue
            if declared is None or declared != other_declared:
                raise row.fail(f"{area}: {term.start} overlaps the term from {other.start} undeclared")
            used.add(declared)
        seen.append((row, area, term, declared))
    for row, area, _, declared in seen:
        if declared is not None and declared not in used:
            raise row.fail(f"{area}: the declared overlap {declared!r} never happens")
