"""What the document as a whole says: its day, the areas that it names, and what its acronyms stand for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from extractors import registry
from extractors.model import Document
from extractors.pcc.lexicon import Name
from extractors.pcc.symbols import Item

_YEAR = re.compile(r"(?<![\d£.,])(20[12]\d)(?!\d)")
_DEFINED = re.compile(r"((?:[A-Z][\w'’]+\s+(?:(?:of|and|for|the)\s+)?){2,6})\((P[A-Z]?CC|[A-Z]PCC)s?\)")
#: Days before a term from which a person may be spoken of as its holder: elected, not yet in office.
PRELUDE_DAYS = 45
#: Days after a term in which a person may still be spoken of as its holder.
SLACK_DAYS = 120
#: The same after the end of a term, in a document that names the area: news goes on to say who set last year's budget.
AFTERMATH_DAYS = 450


@dataclass(slots=True)
class Context:
    """Facts of one document that decide what an ambiguous name means there.

    ``day`` is the day of publication. Without one, ``years`` are the years from 2012 on that the text states.
    ``areas`` counts the police areas that are spelt out. ``titled`` are the (person, area) pairs that stand with
    their title somewhere.
    """

    day: date | None
    years: frozenset[int]
    areas: Counter[str]
    speaks_of_commissioners: bool
    foreign_acronyms: frozenset[str]
    titled: set[tuple[str, str]] = field(default_factory=set)

    def in_term(self, term: registry.Term, *, after_days: int = 0) -> bool:
        """Say whether a term covers the document's day or, without one, a year that the text states."""
        if self.day is not None:
            return term.covers(self.day, before_days=PRELUDE_DAYS, after_days=after_days)
        if not self.years:
            return True
        last = term.end.year if term.end else max(*self.years, term.start.year)
        return any(term.start.year <= year <= last for year in self.years)

    def named(self, area_ids: Iterable[str]) -> list[str]:
        """Return those of the areas that the document spells out."""
        return [area for area in area_ids if self.areas[area]]


def foreign_acronyms(text: str) -> frozenset[str]:
    """Return acronyms of the office that the text defines as something else.

    >>> sorted(foreign_acronyms("Peterborough City Council (PCC) met the Police and Crime Commissioner."))
    ['PCC']
    """
    found = {match[2] for match in _DEFINED.finditer(text) if "ommissioner" not in match[1]}
    own = {match[2] for match in _DEFINED.finditer(text) if "ommissioner" in match[1]}
    return frozenset(found - own)


def read_context(document: Document, items: Sequence[Sequence[Item]], publisher: Sequence[Item]) -> Context:
    """Return the context of a document, given the items of its segments and of its publisher's name."""
    areas: Counter[str] = Counter()
    commissioners = False
    for line in (*items, publisher):
        for item in line:
            if item.symbol in "AFM" and not any(name.needs_context for name in item.names):
                areas.update(item.area_ids)
            commissioners = commissioners or item.symbol in "TSOYCcM"
    if document.site_area_id is not None:
        areas[document.site_area_id] += 1
    return Context(
        day=document.published_on,
        years=frozenset(int(year) for year in _YEAR.findall(document.text) if int(year) >= 2012),
        areas=areas,
        speaks_of_commissioners=commissioners,
        foreign_acronyms=foreign_acronyms(document.text),
    )


def settle(items: Sequence[Item], context: Context) -> list[Item]:
    """Return the items with their short forms settled by the document.

    Acronyms of areas and forces keep the one area that the document spells out, and are plain words without one.
    "the Met" is the force where the document names London or its police. An acronym that the document defines as
    another body is a plain word. A body whose powers had not begun, or had ended, is a lookalike.
    """
    settled: list[Item] = []
    for at, item in enumerate(items):
        if item.symbol in "AF" and any(name.needs_context for name in item.names):
            named = context.named(item.area_ids)
            if len(named) == 1:
                names = tuple(replace(name, area_ids=(named[0],)) for name in item.names)
                item = replace(item, names=names)
            else:
                item = replace(item, symbol="W")
        elif item.symbol in "TSQ" and item.text in context.foreign_acronyms:
            item = replace(item, symbol="W")
        elif item.symbol == "M" and not _has_powers(item, context):
            item = replace(item, symbol="L")
        elif item.text == "Met" and at and items[at - 1].symbol == "t" and context.areas["london"]:
            item = replace(item, symbol="F", names=_met())
        settled.append(item)
    return settled


def _met() -> tuple[Name, ...]:
    return (Name(phrase="Met", symbol="F", area_ids=("london",)),)


def _has_powers(item: Item, context: Context) -> bool:
    if context.day is None:
        return True
    area = item.area_ids[0]
    phrases = {name.phrase for name in item.names}
    return any(
        context.in_term(office.term)
        for office in registry.offices()
        if office.area_id == area and phrases & set(office.aliases)
    )
