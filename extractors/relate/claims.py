"""From links to claims: the one reading of each amount, its attributes, and the same award told twice made one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from extractors.model import AwardClaim, ClaimMethod, MoneyMention, PccMention, ProgrammeMention, Role
from extractors.reader import Reading
from extractors.relate.attributes import programme_of, purpose_of
from extractors.relate.candidates import Names
from extractors.relate.choosing import Chosen, chosen
from extractors.relate.clauses import Clause
from extractors.relate.entries import fused, under_name
from extractors.relate.frames import (
    at_body,
    continued,
    first_unnamed,
    for_area,
    given_here,
    listed_second,
    relative,
)
from extractors.relate.funders import funder_of
from extractors.relate.links import Link, before, behind, carried, listed
from extractors.relate.openings import opening_subject
from extractors.relate.recipient_features import Asked
from extractors.relate.refusals import nobody_gets
from extractors.relate.respective import respectively
from extractors.relate.stand_ins import to_official
from extractors.relate.stories import of_story, story_of
from extractors.relate.subjects import received, same_subject


def links_of(
    clauses: Sequence[Clause], area: PccMention | None, *, without: Collection[str] = ()
) -> dict[str, list[Link]]:
    """Return, by mention_id, the links of the rules that spoke for each amount's recipients: see :func:`best_of`.

    ``without`` are the mentions that a table has explained.
    """
    every: dict[str, list[Link]] = {}
    story = story_of(clauses, area)
    for clause in clauses:
        earlier: int | None = None
        best_here: list[Link] = []
        for at, mention in clause.money:
            if mention.mention_id in without or nobody_gets(clause, at):
                continue
            found = list(respectively(clause, at))
            # Beside paired lists, "£500 and £300 to Deal and Walmer" would give £300 to Deal.
            found = found or [
                *behind(clause, at),
                *before(clause, at),
                *listed(clause, at),
                *fused(clause, at),
            ]
            found += received(clause, at, clauses[: clause.number], area)
            found += relative(clause, at, clauses[: clause.number], area)
            found = found or list(opening_subject(clause, at, clauses[: clause.number], area))
            found = found or list(to_official(clause, at, area))
            found = found or list(under_name(clause, at, clauses))
            if not found and earlier is not None:
                found = list(carried(clause, at, earlier)) or list(same_subject(clause, at, best_here))
                found = found or list(listed_second(clause, at, best_here))
                found = found or list(continued(clause, at, best_here))
            found = found or list(at_body(clause, at))
            found = found or list(first_unnamed(clause, at, clauses[clause.number + 1 : clause.number + 3]))
            found = found or list(for_area(clause, at, area))
            found = found or list(of_story(clause, at, story))
            found = found or list(given_here(clause, at, area))
            if found:
                every[mention.mention_id] = found
                earlier, best_here = at, _best(found)
    return every


def best_of(every: Mapping[str, Sequence[Link]]) -> dict[str, list[Link]]:
    """Return the links of the best rule for each amount.

    Several links of one amount are several recipients named together; ``shared`` tells whether each gets it.
    """
    return {mention_id: _best(links) for mention_id, links in every.items()}


def _best(found: Sequence[Link]) -> list[Link]:
    rank = min(link.rank for link in found)
    first = next(link for link in found if link.rank == rank)
    return [link for link in found if link.rule == first.rule]


def claims_of(
    clauses: Sequence[Clause],
    every: Mapping[str, Sequence[Link]],
    money: Mapping[str, MoneyMention],
    programmes: Sequence[ProgrammeMention],
    area: PccMention | None,
    *,
    without: Collection[str] = (),
    reading: Reading | None = None,
    weights: Mapping[str, float] | None = None,
) -> Iterator[AwardClaim]:
    """Yield a claim for each chosen recipient of an amount whose role is award.

    ``every`` is what :func:`links_of` returns; ``without`` are the mentions that a table has explained; for
    ``reading`` and ``weights`` see :func:`extractors.relate.choosing.weigh_candidates`.
    """
    names = Names(clauses)
    for clause in clauses:
        for at, mention in clause.money:
            judged = money[mention.mention_id]
            if judged.role is not Role.AWARD or mention.mention_id in without or not judged.amount_high:
                continue
            if nobody_gets(clause, at):
                continue
            asked = Asked(
                clause=clause, at=at, mention=judged, links=every.get(mention.mention_id, ()), area=area
            )
            for one in chosen(asked, names, reading=reading, weights=weights):
                yield _claim(clause, at, judged, one, programmes, area)


def _claim(
    clause: Clause,
    at: int,
    mention: MoneyMention,
    one: Chosen,
    programmes: Sequence[ProgrammeMention],
    area: PccMention | None,
) -> AwardClaim:
    who = one.candidate.recipient
    start = min(who.start_char, mention.start_char)
    end = max(who.end_char, mention.end_char)
    return AwardClaim(
        document_id=mention.document_id,
        recipient=who.text,
        area_id=who.area_id,
        amount_low=mention.amount_low,
        amount_high=mention.amount_high,
        money_mention_id=mention.mention_id,
        method=ClaimMethod.SENTENCE,
        start_char=start,
        end_char=end,
        quote=clause.segment.document.text[start:end],
        rule_id=one.rule_id,
        currency=mention.currency,
        qualifier=mention.qualifier,
        per=mention.per,
        term_years=mention.term_years,
        financial_year=mention.financial_year,
        programme_id=programme_of(clause, at, programmes),
        funder=funder_of(clause, at, area=area, got=(who.start_char, who.end_char)),
        purpose=purpose_of(clause, at),
        cues=(one.cue,),
    )
