"""Files that a command opens: the published one, or one that the user names."""

from __future__ import annotations

from pathlib import Path

from flows.cli.errors import CommandError
from flows.settings import load
from warehouse.reader import open_published

#: A DuckDB file says what it is in bytes 8 to 11.
_MAGIC = b"DUCK"


def published_file() -> Path:
    """Return the path of the published file.

    Raises:
        NotPublishedError: there is none yet.
    """
    database = load().database
    with open_published(database):
        return database


def published_elsewhere(path: Path) -> Path:
    """Return the path of a published file that the user named.

    Raises:
        CommandError: there is no such file, or it is not one that fundtrail published.
    """
    if not path.is_file():
        raise CommandError(f"{path} is no file")
    with path.open("rb") as stream:
        if stream.read(12)[8:] != _MAGIC:
            raise CommandError(f"{path} is no DuckDB file")
    with open_published(path) as reader:
        tables = reader.value("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'build_info'")
    if not tables:
        raise CommandError(f"{path} was not published by fundtrail: it has no table build_info")
    return path
