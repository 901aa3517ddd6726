"""Announcements: pairs of documents from SQL, groups from their ties, names from the published file."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from warehouse import decisions
from warehouse.decisions import APART, TOGETHER, Decision, Found
from warehouse.inputs import BuildInputs
from warehouse.load import run_script, script
from warehouse.previous import Previous
from warehouse.resolve import clusters
from warehouse.resolve.clusters import Tie, Traits, cluster
from warehouse.resolve.identity import name_groups
from warehouse.resolve.naming import known_names, remember
from warehouse.rounding import Reach

if TYPE_CHECKING:
    import duckdb

#: What more documents than this share is no sign that two of them tell of the same thing.
FEW = 40


def resolve_announcements(
    connection: duckdb.DuckDBPyConnection, inputs: BuildInputs, previous: Previous, built_at: datetime
) -> None:
    """Fill announcement, announcement_member, document_pair and document.announcement_id."""
    run_script(connection, script("pairs.sql"), {"few": str(FEW)})
    found, stale = decisions.find(connection, inputs.corrections, of_awards=False)
    ties = [
        Tie(a=a, b=b, points=points, linked=linked)
        for a, b, points, linked in connection.execute(
            "SELECT a, b, points, linked FROM evidence WHERE points >= ?", [clusters.TOGETHER]
        ).fetchall()
    ]
    traits = _traits(connection)
    ties += [
        Tie(a=one.a, b=one.b, points=1000, linked=True) for one in found if one.decision.decision == TOGETHER
    ]
    groups = cluster(ties, traits, frozenset(one.pair for one in found if one.decision.decision == APART))
    _settle(connection, found, stale, groups)
    naming = name_groups("announcement", groups, known_names(connection, previous, "announcement"))
    members = {name: list(group) for name, group in zip(naming.names, groups, strict=True)}
    remember(connection, "announcement", members, naming.superseded, previous, built_at)
    connection.execute(
        "CREATE TEMP TABLE membership AS"
        " SELECT i.member AS document_id, i.entity_id AS announcement_id"
        " FROM identity i SEMI JOIN telling t ON t.document_id = i.member WHERE i.kind = 'announcement'"
    )
    run_script(connection, script("announcements.sql"), {"borderline": str(clusters.BORDERLINE)})


def _settle(
    connection: duckdb.DuckDBPyConnection,
    found: list[Found],
    stale: list[tuple[Decision, str]],
    groups: list[list[str]],
) -> None:
    """Tell what became of the decisions; note those that hold in the temporary table ``decided_document``."""
    group_of = {member: number for number, group in enumerate(groups) for member in group}
    connection.execute(
        "CREATE TEMP TABLE decided_document (document_id VARCHAR, tied_to VARCHAR, words VARCHAR)"
    )
    applied = []
    for one in found:
        decision, together = one.decision, one.decision.decision == TOGETHER
        if (group_of[one.a] == group_of[one.b]) != together:
            stale.append((decision, "another decision keeps documents of the two apart"))
            continue
        applied.append(decision)
        for own, (name, other) in zip(
            (one.a, one.b), ((one.b, decision.b), (one.a, decision.a)), strict=True
        ):
            told = f"put together with {other}" if together else f"kept apart from {other}"
            words = f"{told} by {decision.who} on {decision.when}: {decision.why}"
            connection.execute(
                "INSERT INTO decided_document VALUES (?, ?, ?)", [own, name if together else None, words]
            )
    decisions.tell(connection, applied, stale)


def _traits(connection: duckdb.DuckDBPyConnection) -> dict[str, Traits]:
    rows = connection.execute(
        "SELECT t.document_id, t.published_on, h.reach_low, h.reach_high, f.programme_id, f.round_no"
        " FROM telling t LEFT JOIN headline h USING (document_id) LEFT JOIN main_fund f USING (document_id)"
        " ORDER BY t.document_id"
    ).fetchall()
    return {
        name: Traits(
            published_on=day,
            total=None if low is None else Reach(low, high),
            fund_round=None if round_no is None else (fund, round_no),
        )
        for name, day, low, high, fund, round_no in rows
    }
