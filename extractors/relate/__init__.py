"""What the amounts of a document mean, and who gets what: roles, award claims and stated counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.model import (
    AwardClaim,
    CountMention,
    Document,
    Issue,
    MoneyMention,
    PccMention,
    ProgrammeMention,
    Role,
)
from extractors.reader import Reading
from extractors.relate.claims import best_of, claims_of, links_of
from extractors.relate.clauses import Clause, clauses_of
from extractors.relate.counts import find_counts
from extractors.relate.funders import funder_of_totals
from extractors.relate.identify import identified
from extractors.relate.merge import merge
from extractors.relate.retold import at_exact_figures
from extractors.relate.roles import judge, weigh_all
from extractors.relate.stand_ins import area_of
from extractors.relate.weighing import Weighing
from extractors.segments import Segment
from extractors.tables import TableReading, table_claims, table_roles

VERSION = "fundtrail.relate.v3"
#: The reader was taught on pages. A sentence or two by themselves, up to so many characters, are for the rules alone.
_LEAST_TEXT = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """What :func:`relate` finds: the amounts with roles and their cues, the award claims, the stated counts."""

    money: tuple[MoneyMention, ...]
    claims: tuple[AwardClaim, ...]
    counts: tuple[CountMention, ...]
    issues: tuple[Issue, ...] = ()


def relate(
    document: Document,
    segments: Sequence[Segment],
    money: Sequence[MoneyMention],
    pcc: Sequence[PccMention],
    programmes: Sequence[ProgrammeMention],
    readings: Sequence[TableReading],
) -> Related:
    """Return the amounts with their roles, the award claims and the stated counts of one document.

    Positive: "Kent's PCC has secured £378,967 from the Safer Streets Fund" is an award of 378967 to Kent. Negative:
    "The Home Office has awarded £11.3 million to 25 PCCs" is a total and no claim.
    """
    in_tables: dict[str, Role] = {}
    rows: list[AwardClaim] = []
    issues: list[Issue] = []
    tables = {table.table_no: table for table in document.tables}
    for reading in readings:
        table = tables[reading.table_no]
        in_tables |= table_roles(table, reading, money)
        found, doubts = table_claims(document, table, reading, money, pcc, programmes)
        rows += found
        issues += doubts
    clauses = clauses_of(segments, money, pcc, programmes)
    area = area_of(document, pcc)
    every = links_of(clauses, area, without=in_tables)
    links = best_of(every)
    asked = [(m.start_char, m.end_char) for m in money if m.mention_id not in in_tables]
    read = Reading(document.text, document.title or "", asked if len(document.text) >= _LEAST_TEXT else [])
    judged = judge(clauses, links, in_tables, _opening(document, clauses), read)
    funder = funder_of_totals(clauses, judged, area)
    rows = [replace(row, funder=row.funder or funder) for row in rows]
    told = (
        *rows,
        *claims_of(clauses, every, judged, programmes, area, without=in_tables, reading=read),
    )
    merged = merge(identified(told, document, pcc, area), {mention.mention_id: mention for mention in money})
    claims, judged = at_exact_figures(merged, judged, links, clauses, without=in_tables)
    return Related(
        money=tuple(judged.get(mention.mention_id, mention) for mention in money),
        claims=claims,
        counts=tuple(find_counts(clauses)),
        issues=tuple(issues),
    )


def weighed(
    document: Document,
    segments: Sequence[Segment],
    money: Sequence[MoneyMention],
    pcc: Sequence[PccMention],
    programmes: Sequence[ProgrammeMention],
    readings: Sequence[TableReading],
) -> list[Weighing]:
    """Return what speaks for each role of each amount outside of tables: what the fitted weights are fitted on."""
    in_tables: dict[str, Role] = {}
    for table, reading in zip(document.tables, readings, strict=True):
        in_tables |= table_roles(table, reading, money)
    clauses = clauses_of(segments, money, pcc, programmes)
    links = best_of(links_of(clauses, area_of(document, pcc), without=in_tables))
    return weigh_all(clauses, links, in_tables, _opening(document, clauses))


def _opening(document: Document, clauses: Sequence[Clause]) -> str:
    return " ".join((document.title or "", *(clause.text for clause in clauses[:4])))
