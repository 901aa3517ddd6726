"""The persisted map from members to published identifiers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from warehouse.load import insert, insert_columns
from warehouse.previous import Previous
from warehouse.schema import TABLES

if TYPE_CHECKING:
    import duckdb


def known_names(connection: duckdb.DuckDBPyConnection, previous: Previous, kind: str) -> dict[str, str]:
    """Return the identifier that each member had in the published file, which is attached as ``previous``."""
    if previous.path is None:
        return {}
    query = "SELECT member, entity_id FROM previous.identity WHERE kind = ? ORDER BY ALL"
    return dict(connection.execute(query, [kind]).fetchall())


def remember(
    connection: duckdb.DuckDBPyConnection,
    kind: str,
    members: Mapping[str, Sequence[str]],
    superseded: Mapping[str, str | None],
    previous: Previous,
    built_at: datetime,
) -> None:
    """Write the map of this build: its own members, and those of earlier builds that are not here now."""
    names = known_names(connection, previous, kind)
    names |= {member: name for name, group in members.items() for member in group}
    columns = {"kind": [kind] * len(names), "member": list(names), "entity_id": list(names.values())}
    insert_columns(connection, TABLES["identity"], columns)
    before: dict[str, tuple[str | None, datetime]] = {}
    if previous.path is not None:
        query = "SELECT entity_id, superseded_by, since FROM previous.superseded WHERE kind = ? ORDER BY ALL"
        rows_before = connection.execute(query, [kind]).fetchall()
        before = {old: (heir, since) for old, heir, since in rows_before if old not in members}
    for old, heir in superseded.items():
        if old not in before or before[old][0] != heir:
            before[old] = (heir, built_at)
    insert(
        connection,
        TABLES["superseded"],
        [
            {"kind": kind, "entity_id": old, "superseded_by": heir, "since": since}
            for old, (heir, since) in before.items()
        ],
    )
