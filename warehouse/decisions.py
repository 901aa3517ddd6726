"""What people decide on what belongs together: documents of one announcement, claims of one award.

``announcements.csv`` names two documents, ``awards.csv`` two claims, by address and words, never by identifiers; both
say ``together`` or ``apart``. A decision outweighs every score and rule. One that cannot be followed is stale: an
issue.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.model import InvariantError, Issue, Severity
from warehouse import handwritten
from warehouse.load import insert
from warehouse.rows import issue_row
from warehouse.schema import TABLES

if TYPE_CHECKING:
    import duckdb

ANNOUNCEMENTS = "announcements.csv"
AWARDS = "awards.csv"
TOGETHER, APART = "together", "apart"
ANNOUNCEMENT_COLUMNS = ("decision", "url_a", "url_b", *handwritten.SIGNED)
AWARD_COLUMNS = ("decision", "url_a", "quote_a", "occurrence_a", "url_b", "quote_b", "occurrence_b",
                 *handwritten.SIGNED)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two: a document by its address, or a claim by its document's address and its own quote."""

    url: str
    quote: str = ""
    occurrence: int = 1

    def __str__(self) -> str:
        return f"{self.quote!r} at {self.url}" if self.quote else self.url


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """``together`` or ``apart`` for two documents, or for two claims when both sides have a quote."""

    decision: str
    a: Side
    b: Side
    who: str
    when: date
    why: str

    @property
    def of_awards(self) -> bool:
        return bool(self.a.quote)

    @property
    def sides(self) -> frozenset[Side]:
        return frozenset((self.a, self.b))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A decision with the identifiers of its two sides in this build."""

    decision: Decision
    a: str
    b: str

    @property
    def pair(self) -> frozenset[str]:
        return frozenset((self.a, self.b))


def read_decisions(directory: Path) -> tuple[Decision, ...]:
    """Return the decisions in a folder, those on announcements first.

    Raises:
        InvariantError: a line is not valid; the message names file, line and column.
    """
    places: dict[frozenset[Side], str] = {}
    found = []
    for file, columns in ((ANNOUNCEMENTS, ANNOUNCEMENT_COLUMNS), (AWARDS, AWARD_COLUMNS)):
        for place, row in handwritten.lines(directory / file, columns):
            decision = _decision(place, row, of_awards=file == AWARDS)
            if before := places.get(decision.sides):
                raise InvariantError(f"{place}: {before} decides on these two already")
            places[decision.sides] = place
            found.append(decision)
    return tuple(found)


def _decision(place: str, row: dict[str, str], *, of_awards: bool) -> Decision:
    if row["decision"] not in (TOGETHER, APART):
        raise InvariantError(f"{place}: decision must be together or apart, not {row['decision']!r}")
    sides = []
    for letter in "ab":
        for name in ("url", "quote") if of_awards else ("url",):
            if not row[f"{name}_{letter}"].strip():
                raise InvariantError(f"{place}: {name}_{letter} is empty")
        if of_awards:
            name = f"occurrence_{letter}"
            number = handwritten.occurrence(row[name], place, name)
            sides.append(Side(url=row[f"url_{letter}"], quote=row[f"quote_{letter}"], occurrence=number))
        else:
            sides.append(Side(url=row[f"url_{letter}"]))
    if sides[0] == sides[1]:
        raise InvariantError(f"{place}: both sides are {sides[0]}")
    return Decision(
        decision=row["decision"],
        a=sides[0],
        b=sides[1],
        who=row["who"],
        when=handwritten.day(row["when"], place),
        why=row["why"],
    )


def add_decision(directory: Path, decision: Decision) -> Path:
    """Append a decision to the folder's file of its kind and return the file."""
    a, b = decision.a, decision.b
    signed = (decision.who, decision.when.isoformat(), decision.why)
    if decision.of_awards:
        sides = (a.url, a.quote, a.occurrence, b.url, b.quote, b.occurrence)
        return handwritten.append(directory / AWARDS, AWARD_COLUMNS, (decision.decision, *sides, *signed))
    return handwritten.append(
        directory / ANNOUNCEMENTS, ANNOUNCEMENT_COLUMNS, (decision.decision, a.url, b.url, *signed)
    )


def find(
    connection: duckdb.DuckDBPyConnection, directory: Path | None, *, of_awards: bool
) -> tuple[list[Found], list[tuple[Decision, str]]]:
    """Return the decisions of one kind whose two sides are in this build, and those that lack one, with what it is."""
    found: list[Found] = []
    stale: list[tuple[Decision, str]] = []
    for decision in read_decisions(directory) if directory is not None else ():
        if decision.of_awards == of_awards:
            ids = [_identify(connection, side) for side in (decision.a, decision.b)]
            missing = [
                str(side) for side, name in zip((decision.a, decision.b), ids, strict=True) if not name
            ]
            if missing:
                what = "claim" if of_awards else "document that tells of funding"
                stale.append((decision, f"there is no {what} {' and no '.join(missing)} any more"))
            else:
                found.append(Found(decision=decision, a=ids[0], b=ids[1]))
    return found, stale


def _identify(connection: duckdb.DuckDBPyConnection, side: Side) -> str:
    """Return the claim or document that a side means; empty text when there is none."""
    if side.quote:
        sql = (
            "SELECT c.claim_id FROM award_claim c JOIN document d USING (document_id) WHERE d.url = ? AND c.quote = ?"
            " QUALIFY row_number() OVER (ORDER BY c.start_char, c.claim_id) = ?"
        )
        rows = connection.execute(sql, [side.url, side.quote, side.occurrence]).fetchall()
    else:
        rows = connection.execute("SELECT document_id FROM telling WHERE url = ?", [side.url]).fetchall()
    return str(rows[0][0]) if rows else ""


def tell(
    connection: duckdb.DuckDBPyConnection, applied: Iterable[Decision], stale: Sequence[tuple[Decision, str]]
) -> None:
    """List decisions in ``correction`` with their outcomes, and tell of stale ones, with the reason, in ``issue``."""
    number = connection.execute("SELECT count(*) FROM correction").fetchall()[0][0]
    outcomes = [*((one, "applied") for one in applied), *((one, "stale") for one, _ in stale)]
    rows = [_row(place, *told) for place, told in enumerate(outcomes, start=number + 1)]
    insert(connection, TABLES["correction"], rows)
    insert(connection, TABLES["issue"], [_issue(*told) for told in stale])


def _row(number: int, decision: Decision, outcome: str) -> dict[str, Any]:
    return {
        "correction_no": number,
        "url": decision.a.url,
        "quote": decision.a.quote or None,
        "occurrence": decision.a.occurrence,
        "field": "award_id" if decision.of_awards else "announcement_id",
        "old": None,
        "new": decision.decision,
        "other_url": decision.b.url,
        "other_quote": decision.b.quote or None,
        "who": decision.who,
        "decided_on": decision.when.isoformat(),
        "why": decision.why,
        "outcome": outcome,
    }


def _issue(decision: Decision, reason: str) -> dict[str, Any]:
    issue = Issue(
        code="correction-stale",
        severity=Severity.WARNING,
        stage="build",
        message=f"a decision that {decision.a} and {decision.b} belong {decision.decision} is not followed: {reason}",
        url=decision.a.url,
        fragment=f"{decision.decision} of {decision.when} by {decision.who}",
    )
    return issue_row(issue, None)
