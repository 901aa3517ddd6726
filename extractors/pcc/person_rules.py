"""Persons: beside an office, beside a title, by full name alone, by surname with a title."""

from __future__ import annotations

from itertools import pairwise

from extractors.model import PccKind
from extractors.pcc import grammar, people, words
from extractors.pcc.line import PERSON_RULE, Line
from extractors.pcc.symbols import Item


def persons_with_office(line: Line) -> None:
    """Find persons whose office and area stand beside them; a known name of another area is left for itself."""
    for pattern in (grammar.OFFICE_PERSON, grammar.PERSON_OFFICE):
        for match in line.matches(pattern):
            at, name_at = line.index(match, "A"), line.index(match, "N")
            area_id = line.area(at)
            if line.is_chief_officer(match, at):
                line.spend(*match.span())
                continue
            pairs = [pair for pair in people.holders(line.items[name_at]) if pair[1] == area_id]
            if not pairs and (match["sep"] or pattern is grammar.PERSON_OFFICE):
                continue
            person = pairs[0][0] if pairs else None
            line.context.titled.update(pairs)
            line.add(
                match.span(),
                kind=PccKind.PERSON,
                area_id=area_id,
                rule_id=PERSON_RULE,
                deciding=(at, name_at),
                person=person,
            )


def strangers_with_office(line: Line) -> None:
    """Find persons whom the registry does not know, beside an office with its area."""
    if line.headline:
        return
    for pattern in (grammar.OFFICE_STRANGER, grammar.STRANGER_OFFICE):
        for match in line.matches(pattern):
            spoken = [line.items[at] for at in range(*match.span("name")) if line.symbols[at] in "W-"]
            if any(item.text.lower() in words.NO_NAMES for item in spoken):
                continue
            at = line.index(match, "A")
            if line.is_chief_officer(match, at):
                line.spend(*match.span())
                continue
            line.strangers.append((_written(spoken), line.area(at)))
            line.add(
                match.span(), kind=PccKind.PERSON, area_id=line.area(at), rule_id=PERSON_RULE, deciding=(at,)
            )


def _written(items: list[Item]) -> str:
    """Return a name as its items stand: a space between them where they do not touch."""
    text = items[0].text
    for before, item in pairwise(items):
        text += item.text if before.end_char == item.start_char else f" {item.text}"
    return text


def persons_with_title(line: Line) -> None:
    """Find persons with a title but no area: the registry gives it."""
    for pattern in (grammar.TITLE_PERSON, grammar.PERSON_TITLE):
        for match in line.matches(pattern):
            at = line.index(match, "N")
            pair = people.with_title(line.items[at], line.context)
            others = [
                line.area(other)
                for other in range(*match.span())
                if line.symbols[other] in "AM" and other != at
            ]
            if pair is None or any(area != pair[1] for area in others):
                continue
            if "Q" in match.group() and pair[1] not in line.items[line.index(match, "Q")].area_ids:
                continue
            line.context.titled.add(pair)
            line.add(
                match.span(),
                kind=PccKind.PERSON,
                area_id=pair[1],
                rule_id=PERSON_RULE,
                deciding=(at,),
                person=pair[0],
            )


def bare_persons(line: Line) -> None:
    """Find office-holders' names that stand alone, unless another post is given with them."""
    for match in line.matches(grammar.BARE_PERSON):
        at = line.index(match, "N")
        pair = people.bare(line.items[at], line.context)
        if pair is None or people.in_another_post(line.items, *match.span()):
            line.spend(*match.span())
            continue
        line.add(
            match.span(),
            kind=PccKind.PERSON,
            area_id=pair[1],
            rule_id=PERSON_RULE,
            deciding=(at,),
            person=pair[0],
        )


def surnames_with_title(line: Line) -> None:
    """Find "Commissioner Allen" in a document that calls Joy Allen by her title."""
    for match in line.matches(grammar.TITLE_SURNAME):
        surname = line.items[match.end() - 1].text
        pairs = [pair for pair in line.context.titled if pair[0].split()[-1] == surname]
        if len(pairs) == 1 and (match.end() == len(line.symbols) or line.symbols[match.end()] != "W"):
            line.add(
                match.span(),
                kind=PccKind.PERSON,
                area_id=pairs[0][1],
                rule_id=PERSON_RULE,
                deciding=(match.end() - 1,),
                person=pairs[0][0],
            )
