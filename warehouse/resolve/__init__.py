"""Resolution: which documents tell of one announcement, which claims of one award, under identifiers that last."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from warehouse.inputs import BuildInputs
from warehouse.load import run_script, script
from warehouse.previous import Previous
from warehouse.resolve.announcements import resolve_announcements
from warehouse.resolve.awards import resolve_awards

if TYPE_CHECKING:
    import duckdb


def resolve(
    connection: duckdb.DuckDBPyConnection,
    inputs: BuildInputs,
    previous: Previous,
    built_at: datetime,
    step: Callable[[str], None],
) -> None:
    """Fill announcement, award and what hangs on them; ``step`` is told which of the two begins."""
    step("announcements")
    run_script(connection, script("features.sql"))
    resolve_announcements(connection, inputs, previous, built_at)
    step("awards")
    resolve_awards(connection, inputs, previous, built_at)


__all__ = ["resolve"]
