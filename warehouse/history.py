"""What earlier builds said, carried on from the published file, and why it changed.

The policy: what builds said is kept exactly for so many days. Of what ended before that, a version that differs from
the one before it in nothing but the number of witnesses or the headline is folded into that one. So the day on which
something was first said, every amount, recipient, fund and date that was ever published, and the times between which
they were, stay for ever; how many pages told of it at each time, and in which headline, does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from warehouse.load import run_script, script
from warehouse.previous import Previous
from warehouse.schema import quoted

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What became of the history in one build: the number of versions kept, and of those folded into others by it."""

    versions: int
    folded: int


def carry_on(
    connection: duckdb.DuckDBPyConnection, previous: Previous, built_at: datetime, *, keep_days: int | None
) -> History:
    """Fill fact_version: what is still said goes on, what is said no more ends, what is new begins at ``built_at``.

    The published file must be attached as ``previous``. Versions that ended more than ``keep_days`` days before are
    folded; with None none is. Also makes the macros that ask for a moment.
    """
    run_script(connection, script("macros.sql"))
    connection.execute("CREATE TEMP TABLE said_now AS " + script("said.sql"))
    moment = _sql(built_at)
    if previous.path is None:
        connection.execute(
            f"CREATE TEMP TABLE version_now AS SELECT kind, fact_id, {moment} AS said_from,"
            " NULL::TIMESTAMP AS said_until, content, 'first-build' AS cause, 0 AS folded FROM said_now"
        )
    else:
        # Files of releases before the policy have nothing folded.
        folded = "" if previous.has_folded else ", 0 AS folded"
        connection.execute(f"CREATE TEMP VIEW known_version AS SELECT *{folded} FROM previous.fact_version")
        run_script(connection, script("history.sql"), {"built_at": moment})
    folded_now = fold(connection, None if keep_days is None else built_at - timedelta(days=keep_days))
    versions = connection.execute("SELECT count(*) FROM fact_version").fetchall()[0][0]
    return History(versions=versions, folded=folded_now)


def fold(connection: duckdb.DuckDBPyConnection, cutoff: datetime | None) -> int:
    """Fill fact_version from ``version_now``, folding what ended before the cutoff; return how many versions went."""
    moment = "TIMESTAMP '-infinity'" if cutoff is None else _sql(cutoff)
    run_script(connection, script("fold.sql"), {"cutoff": moment})
    gone: int = connection.execute("SELECT coalesce(sum(others), 0)::BIGINT FROM folding").fetchall()[0][0]
    return gone


def _sql(moment: datetime) -> str:
    return f"TIMESTAMP {quoted(moment.isoformat(sep=' '))}"
