"""Reading the package's CSV files: every complaint names the file and the line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib import resources


class RegistryError(ValueError):
    """A registry file says something that cannot be right. The message starts with ``file:line``."""

    def __init__(self, file: str, line: int, message: str) -> None:
        super().__init__(f"{file}:{line}: {message}")
        self.file = file
        self.line = line


class Precision(StrEnum):
    """How much of a date its source gives; the rest is filled in, as the row's notes say."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a registry file, with accessors that raise :class:`RegistryError`."""

    file: str
    line: int
    values: dict[str, str]

    def fail(self, message: str) -> RegistryError:
        return RegistryError(self.file, self.line, message)

    def required(self, column: str) -> str:
        value = self.values[column]
        if not value:
            raise self.fail(f"{column} is empty")
        return value

    def optional(self, column: str) -> str | None:
        return self.values[column] or None

    def many(self, column: str) -> tuple[str, ...]:
        """Return the parts of a ``|``-separated cell; an empty part or a repeated one is an error."""
        if not self.values[column]:
            return ()
        parts = tuple(self.values[column].split("|"))
        if any(not part or part != part.strip() for part in parts):
            raise self.fail(f"{column} has an empty or padded part: {self.values[column]!r}")
        if len(set(parts)) != len(parts):
            raise self.fail(f"{column} repeats a part: {self.values[column]!r}")
        return parts

    def day(self, column: str, *, precision: str) -> tuple[date | None, Precision | None]:
        """Return a date and its precision, both None when both cells are empty."""
        text, level = self.values[column], self.values[precision]
        if bool(text) != bool(level):
            raise self.fail(f"{column} and {precision} must both be given or both be empty")
        if not text:
            return None, None
        try:
            return date.fromisoformat(text), Precision(level)
        except ValueError as error:
            raise self.fail(f"{column}: {error}") from error


def read_bytes(file: str) -> bytes:
    """Return a registry file of this package."""
    return resources.files("extractors.registry").joinpath(file).read_bytes()


def parse_rows(body: bytes, columns: Sequence[str], *, file: str) -> Iterator[Row]:
    """Yield the rows of a CSV body whose header must be ``columns``, in that order.

    Raises:
        RegistryError: the body is not UTF-8, the header differs, or a row has too many or too few cells.
    """
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RegistryError(file, body[: error.start].count(b"\n") + 1, "not UTF-8") from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = next(reader, [])
    if header != list(columns):
        raise RegistryError(file, 1, f"header is {header}, not {list(columns)}")
    for cells in reader:
        if len(cells) != len(columns):
            raise RegistryError(file, reader.line_num, f"{len(cells)} cells, not {len(columns)}")
        yield Row(file=file, line=reader.line_num, values=dict(zip(columns, cells, strict=True)))


def read_rows(file: str, columns: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of one of this package's files."""
    return parse_rows(read_bytes(file), columns, file=file)
