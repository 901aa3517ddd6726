"""CSV files that people write: read with a message for each wrong line, added to line by line."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from extractors.model import InvariantError

#: Every decision says who made it, when and why.
SIGNED = ("who", "when", "why")


def lines(file: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each line as its place, such as ``values.csv, line 2``, and its values; nothing without a file.

    Raises:
        InvariantError: the columns are others, a line has too many or too few values, or leaves one of :data:`SIGNED`
            empty.
    """
    if not file.exists():
        return
    with file.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        if tuple(reader.fieldnames or ()) != columns:
            raise InvariantError(f"{file.name}: the columns must be {', '.join(columns)}")
        for number, row in enumerate(reader, start=2):
            place = f"{file.name}, line {number}"
            if None in row or None in row.values():
                raise InvariantError(f"{place}: {len(columns)} values are needed")
            for name in SIGNED:
                if not row[name].strip():
                    raise InvariantError(f"{place}: {name} is empty")
            yield place, row


def day(text: str, place: str) -> date:
    """Return the day of a line's ``when``.

    Raises:
        InvariantError: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvariantError(f"{place}: when must be a date like 2024-01-31, not {text!r}") from error


def occurrence(text: str, place: str, name: str = "occurrence") -> int:
    """Return which of a quote's occurrences a line means.

    Raises:
        InvariantError: it is no whole number from 1.
    """
    if not text.isdecimal() or int(text) == 0:
        raise InvariantError(f"{place}: {name} must be 1 or more, not {text!r}")
    return int(text)


def append(file: Path, columns: tuple[str, ...], values: Sequence[object]) -> Path:
    """Append a line, after one of the columns when the file is new; return the file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = not file.exists()
    with file.open("a", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        if new:
            writer.writerow(columns)
        writer.writerow(values)
    return file
