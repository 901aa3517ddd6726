"""``fundtrail merge`` and ``fundtrail split``: a person's word on what belongs together.

That two documents tell of one announcement, or two claims of one award, or that they do not.
"""

from __future__ import annotations

import json as jsonlib
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console

from extractors.model import InvariantError
from flows.cli.errors import CommandError
from flows.cli.find import document
from flows.cli.output import for_json
from flows.cli.published import published_file
from flows.settings import load
from warehouse.decisions import (
    ANNOUNCEMENTS,
    APART,
    AWARDS,
    TOGETHER,
    Decision,
    Side,
    add_decision,
    read_decisions,
)
from warehouse.reader import Reader, open_published

#: An award goes by its best claim. ``occurrence`` is the claim's place among those of its document with the same words.
_CLAIM = """
    WITH told AS (
        SELECT c.*, d.url, d.announcement_id,
               row_number() OVER (PARTITION BY c.document_id, c.quote ORDER BY c.start_char, c.claim_id) AS occurrence
        FROM award_claim c JOIN document d USING (document_id))
    SELECT t.* FROM told t JOIN award a USING (award_id)
    WHERE t.claim_id = ? OR (a.award_id = ? AND t.claim_id = a.best_claim_id)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Two:
    """What is decided on: the two sides, and whether they are together in the published file."""

    a: Side
    b: Side
    together: bool
    words: tuple[str, str]


def run(decision: str, first: str, second: str, *, why: str, who: str, json: bool) -> int:
    """Add the decision to the corrections and return the exit code.

    Raises:
        CommandError: the two are one and the same, of different kinds, or awards that cannot be one; the reason is
            empty, there is a decision on them already, or a file of decisions is not valid.
        NotFoundError: a document is not there.
    """
    for name, value in (("--why", why), ("--who", who)):
        if not value.strip():
            raise CommandError(f"{name} is empty: a decision needs a reason and a person")
    with open_published(published_file()) as reader:
        two = _two(reader, decision, first, second)
    directory = load().corrections_dir
    told = Decision(decision=decision, a=two.a, b=two.b, who=who, when=datetime.now(UTC).date(), why=why)
    for earlier in _earlier(directory):
        if earlier.sides == told.sides:
            raise CommandError(
                f"{earlier.who} put them {earlier.decision} on {earlier.when} ({earlier.why}); change that line of"
                f" {directory / (AWARDS if told.of_awards else ANNOUNCEMENTS)} instead"
            )
    file = add_decision(directory, told)
    if json:
        print(jsonlib.dumps(for_json(asdict(told)), ensure_ascii=False, indent=1))  # noqa: T201
        return 0
    console = Console()
    now = two.words[0 if two.together else 1]
    console.print(
        f"They {now} in the published file; from the next build on they are {decision}.", highlight=False
    )
    console.print(
        f"Written to {file}; `fundtrail ingest` applies it.", highlight=False, markup=False, soft_wrap=True
    )
    return 0


def _two(reader: Reader, decision: str, first: str, second: str) -> _Two:
    claims = [row for word in (first, second) for row in reader.rows(_CLAIM, [word, word])]
    if len(claims) == 1:
        known = first if reader.rows(_CLAIM, [first, first]) else second
        other = second if known == first else first
        raise CommandError(
            f"{known} is an award or claim and {other!r} is none: name two documents, or two awards or claims"
        )
    return _two_claims(decision, *claims) if claims else _two_documents(reader, first, second)


def _two_documents(reader: Reader, first: str, second: str) -> _Two:
    one, other = (document(reader, word) for word in (first, second))
    if one["document_id"] == other["document_id"]:
        raise CommandError(f"both are the document {one['url']}")
    name = one["announcement_id"]
    return _Two(
        a=Side(url=one["url"]),
        b=Side(url=other["url"]),
        together=name is not None and name == other["announcement_id"],
        words=("tell of one announcement", "are kept apart"),
    )


def _two_claims(decision: str, one: dict[str, Any], other: dict[str, Any]) -> _Two:
    if one["claim_id"] == other["claim_id"]:
        raise CommandError(
            f"both are the claim {one['claim_id']}; `fundtrail explain {one['award_id']}` lists its award's claims"
        )
    if decision == TOGETHER and one["announcement_id"] != other["announcement_id"]:
        raise CommandError(
            "they are of different announcements, and an award is of one: merge their documents first,"
            f" {one['url']} and {other['url']}"
        )
    for name, words in (("currency", "currencies"), ("per", "units of time")):
        if decision == TOGETHER and one[name] != other[name]:
            raise CommandError(
                f"they are amounts of different {words}, {one[name] or 'none'} and {other[name] or 'none'}:"
                " one award has one"
            )
    return _Two(
        a=_side(one),
        b=_side(other),
        together=one["award_id"] == other["award_id"],
        words=("tell of one award", "tell of two awards"),
    )


def _side(claim: dict[str, Any]) -> Side:
    return Side(url=claim["url"], quote=claim["quote"], occurrence=claim["occurrence"])


def _earlier(directory: Path) -> tuple[Decision, ...]:
    try:
        return read_decisions(directory)
    except InvariantError as error:
        raise CommandError(f"the decisions in {directory} must be mended first: {error}") from error


__all__ = ["APART", "TOGETHER", "run"]
