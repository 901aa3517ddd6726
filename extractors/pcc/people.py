"""Which office-holder a name is, at the document's time."""

from __future__ import annotations

from functools import cache

from extractors import registry
from extractors.pcc import words
from extractors.pcc.context import AFTERMATH_DAYS, SLACK_DAYS, Context
from extractors.pcc.symbols import Item


@cache
def _terms() -> dict[tuple[str, str], tuple[registry.Commissioner, ...]]:
    terms: dict[tuple[str, str], tuple[registry.Commissioner, ...]] = {}
    for holder in registry.commissioners():
        if holder.office_type != "deputy-mayor" or holder.area_id == "london":
            key = (holder.person, holder.area_id)
            terms[key] = (*terms.get(key, ()), holder)
    return terms


@cache
def elected_areas() -> frozenset[str]:
    """Return the areas that have elected a commissioner; London and the City of London never did."""
    return frozenset(office.area_id for office in registry.offices() if office.office_type in ("pcc", "pfcc"))


@cache
def deputy_areas() -> frozenset[str]:
    """Return the areas whose mayors have appointed a deputy mayor for policing."""
    return frozenset(
        holder.area_id for holder in registry.commissioners() if holder.office_type == "deputy-mayor"
    )


def holders(item: Item) -> list[tuple[str, str]]:
    """Return the (person, area) pairs that a name may mean."""
    pairs = [(name.person, area) for name in item.names if name.person for area in name.area_ids]
    return [pair for pair in dict.fromkeys(pairs) if pair in _terms()]


def in_office(pair: tuple[str, str], context: Context, *, after_days: int = 0) -> bool:
    """Say whether a person held the area's office at the document's time."""
    return any(context.in_term(holder.term, after_days=after_days) for holder in _terms()[pair])


def with_title(item: Item, context: Context) -> tuple[str, str] | None:
    """Return the person and area of a name that stands with a title but no area: the one in office, else the only
    one of that name. None when two remain.
    """
    pairs = holders(item)
    current = [pair for pair in pairs if in_office(pair, context)] or pairs
    return current[0] if len(current) == 1 else None


def bare(item: Item, context: Context) -> tuple[str, str] | None:
    """Return the person and area of a name that stands alone, or None when it need not be the office-holder.

    A name counts when the document calls the person by the title elsewhere, or is dated within the term (with some
    months' grace) or, undated, speaks of commissioners or of the area.
    """
    pairs = holders(item)
    known = [pair for pair in pairs if pair in context.titled]
    if not known:
        known = [
            pair
            for pair in pairs
            if in_office(pair, context, after_days=AFTERMATH_DAYS if context.areas[pair[1]] else SLACK_DAYS)
        ]
        if context.day is None:
            known = [pair for pair in known if context.speaks_of_commissioners or context.areas[pair[1]]]
    return known[0] if len(known) == 1 else None


def in_another_post(items: list[Item], start: int, end: int) -> str | None:
    """Return the word that gives a bare name another post or another name, or None.

    ``items[start:end]`` is the name with its honorific. Positive: "Policing Minister Kit Malthouse", "David Allen,
    chief executive of". Negative: "Commissioner" or a verb beside the name.
    """
    before = items[start - 1] if start else None
    if before is not None and (before.symbol == "W" or before.text.lower() in words.OTHER_POSTS):
        return before.text
    if end < len(items) and items[end].symbol == "W" and not items[end].text.isupper():
        return items[end].text
    if end < len(items) and items[end].symbol in ",(":
        for item in items[end + 1 : end + 7]:
            if item.symbol in ',.;:)"TC':
                break
            if item.text.lower() in words.OTHER_POSTS:
                return item.text
    return None
