"""The persisted map from members to published identifiers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from warehouse.load import insert
from warehouse.previous import Previous
from warehouse.schema import TABLES

if TYPE_CHECKING:
    import duckdb


def known_names(previous: Previous, kind: str) -> dict[str, str]:
    """Return the identifier that each member had in the published file."""
    return {
        member: entity
        for of_kind, member, entity in previous.rows("SELECT kind, member, entity_id FROM identity ORDER BY ALL")
        if of_kind == kind
    }


def remember(
    connection: duckdb.DuckDBPyConnection,
    kind: str,
    members: Mapping[str, Sequence[str]],
    superseded: Mapping[str, str | None],
    previous: Previous,
    built_at: datetime,
) -> None:
    """Write the map of this build: its own members, and those of earlier builds that are not here now."""
    names = known_names(previous, kind)
    names |= {member: name for name, group in members.items() for member in group}
    rows = [{"kind": kind, "member": member, "entity_id": name} for member, name in names.items()]
    insert(connection, TABLES["identity"], rows)
    before = {
        old: (heir, since)
        for of_kind, old, heir, since in previous.rows(
            "SELECT kind, entity_id, superseded_by, since FROM superseded ORDER BY ALL"
        )
        if of_kind == kind and old not in members
    }
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
