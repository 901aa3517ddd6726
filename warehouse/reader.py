"""Trusted questions to a published file: SQL that this project wrote, with parameters. For a user's SQL see door.py."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb


class NotPublishedError(FileNotFoundError):
    """There is no published file yet."""


class Reader:
    """An open published file. Values are Python's: Decimal for money, datetime for times."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """Return the rows of one statement as dicts by column name."""
        cursor = self._connection.execute(sql, list(parameters))
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def value(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """Return the first column of the only row."""
        row = self._connection.execute(sql, list(parameters)).fetchone()
        if row is None:
            raise LookupError(f"no row for {sql!r}")
        return row[0]


def published_file(database: Path) -> Path:
    """Return the path of a published file that is there.

    Raises:
        NotPublishedError: there is none; the message says how to make one.
    """
    if not database.is_file():
        raise NotPublishedError(
            f"nothing is published yet: {database} does not exist; run `fundtrail ingest` first"
        )
    return database


@contextmanager
def open_published(database: Path) -> Iterator[Reader]:
    """Open a published file for reading.

    Raises:
        NotPublishedError: there is none; the message says how to make one.
    """
    if not database.is_file():
        raise NotPublishedError(
            f"nothing is published yet: {database} does not exist; run `fundtrail ingest` first"
        )
    with duckdb.connect(str(database), read_only=True) as connection:
        yield Reader(connection)
