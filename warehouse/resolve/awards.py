"""Awards: claims grouped by recipient within an announcement, named, and written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import chain, groupby
from typing import TYPE_CHECKING

from warehouse import decisions
from warehouse.decisions import APART, TOGETHER
from warehouse.inputs import BuildInputs
from warehouse.load import run_script, script
from warehouse.previous import Previous
from warehouse.resolve.claims import Claim, group_claims
from warehouse.resolve.decided import Place, put_together
from warehouse.resolve.identity import name_groups
from warehouse.resolve.naming import known_names, remember
from warehouse.rounding import Reach

if TYPE_CHECKING:
    import duckdb

_BATCH = 20_000
_CLAIMS = """
    SELECT d.announcement_id, coalesce(c.area_id, recipient_key(c.recipient)) AS recipient, c.currency,
           coalesce(c.per, '') AS per, c.claim_id, c.document_id, m.reach_low, m.reach_high,
           coalesce(s.publisher_rank, 9), c.start_char, c.programme_id, c.financial_year, c.table_no, c.row_no,
           coalesce(d.published_on::VARCHAR, '9999') || ' ' || d.capture_id
    FROM award_claim c JOIN document d USING (document_id) JOIN source s USING (source_id)
    JOIN money_mention m ON m.mention_id = c.money_mention_id
    ORDER BY ALL
"""


def resolve_awards(
    connection: duckdb.DuckDBPyConnection, inputs: BuildInputs, previous: Previous, built_at: datetime
) -> None:
    """Fill award, money_line and the award of each claim."""
    import pyarrow as pa

    placed = _grouped(connection, inputs)
    places = [place for place, _ in placed]
    groups = [group for _, group in placed]
    members = _members(places, groups)
    naming = name_groups("award", members, known_names(connection, previous, "award"))
    remember(
        connection,
        "award",
        dict(zip(naming.names, members, strict=True)),
        naming.superseded,
        previous,
        built_at,
    )
    told = [(group, name) for name, group in zip(naming.names, groups, strict=True)]
    columns = {
        "claim_id": pa.array([claim.claim_id for group, _ in told for claim in group], pa.string()),
        "award_id": pa.array([name for group, name in told for _ in group], pa.string()),
        "place": pa.array([place for group, _ in told for place in range(1, len(group) + 1)], pa.int32()),
    }
    connection.register("claim_group", pa.table(columns))
    try:
        run_script(connection, script("awards.sql"))
    finally:
        connection.unregister("claim_group")


def _grouped(connection: duckdb.DuckDBPyConnection, inputs: BuildInputs) -> list[tuple[Place, list[Claim]]]:
    """Return the groups of claims, each with its place, as rules and people's decisions have them; tell what became
    of the decisions, and note the claims of those that hold in the temporary table ``decided_claim``."""
    found, stale = decisions.find(connection, inputs.corrections, of_awards=True)
    apart = frozenset(one.pair for one in found if one.decision.decision == APART)
    placed = [
        (place, group) for place, claims in _by_place(connection) for group in group_claims(claims, apart)
    ]
    wanted = [one for one in found if one.decision.decision == TOGETHER]
    placed, refused = put_together(placed, wanted, apart)
    stale += [(one.decision, reason) for one, reason in refused]
    unfollowed = {one.pair for one, _ in refused}
    applied = [one for one in found if one.pair not in unfollowed]
    decisions.tell(connection, [one.decision for one in applied], stale)
    connection.execute("CREATE TEMP TABLE decided_claim (claim_id VARCHAR)")
    for claim_id in {name for one in applied for name in one.pair}:
        connection.execute("INSERT INTO decided_claim VALUES (?)", [claim_id])
    return placed


def _by_place(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[Place, list[Claim]]]:
    """Yield the claims of each place. They are many, so rows become Python's objects a batch at a time."""
    answer = connection.execute(_CLAIMS)
    rows = chain.from_iterable(iter(lambda: answer.fetchmany(_BATCH), []))
    for (announcement, recipient, currency, per), together in groupby(rows, key=lambda row: row[:4]):
        claims = []
        for row in together:
            claim_id, document_id, low, high, rank, start, programme, year, table_no, row_no, told = row[4:]
            claims.append(
                Claim(
                    claim_id=claim_id,
                    document_id=document_id,
                    reach=Reach(low, high),
                    rank=rank,
                    start_char=start,
                    programme_id=programme,
                    financial_year=year,
                    row=None if row_no is None else (document_id, table_no or 0, row_no),
                    told=told,
                )
            )
        yield (announcement, recipient, currency, per), claims


def _members(places: list[Place], groups: list[list[Claim]]) -> list[list[str]]:
    """Return what each award is known by: its claims, and, so that a revised page does not rename it, where it
    stands with its programme and amount, or as the recipient's only award of the announcement."""
    lone = Counter(places)
    described = Counter(_description(place, group) for place, group in zip(places, groups, strict=True))
    members = []
    for place, group in zip(places, groups, strict=True):
        names = [claim.claim_id for claim in group]
        description = _description(place, group)
        if described[description] == 1:
            names.append(description)
        if lone[place] == 1:
            names.append("only|" + "|".join(place))
        members.append(names)
    return members


def _description(place: Place, group: list[Claim]) -> str:
    best = group[0]
    return "|".join(("as", *place, best.programme_id or "", str(best.reach.low), str(best.reach.high)))
