"""What earlier builds said, carried on from the published file, and why it changed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from warehouse.load import run_script, script
from warehouse.previous import Previous
from warehouse.schema import quoted

if TYPE_CHECKING:
    import duckdb


def carry_on(connection: duckdb.DuckDBPyConnection, previous: Previous, built_at: datetime) -> None:
    """Fill fact_version: what is still said goes on, what is said no more ends, what is new begins at ``built_at``.

    The published file must be attached as ``previous``.
    """
    connection.execute("CREATE TEMP TABLE said_now AS " + script("said.sql"))
    if previous.path is None:
        connection.execute(
            "INSERT INTO fact_version BY NAME SELECT kind, fact_id, ?::TIMESTAMP AS said_from, NULL AS said_until,"
            " content, 'first-build' AS cause FROM said_now ORDER BY kind, fact_id",
            [built_at],
        )
        return
    moment = f"TIMESTAMP {quoted(built_at.isoformat(sep=' '))}"
    run_script(connection, script("history.sql"), {"built_at": moment})
