"""One line's items, the symbols that no rule has spent yet, and what was found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.model import PccKind
from extractors.pcc import people
from extractors.pcc.context import Context
from extractors.pcc.symbols import Item

OFFICE_RULE = "pcc.office.v1"
PERSON_RULE = "pcc.person.v1"
FORCE_RULE = "pcc.force.v1"
AREA_RULE = "pcc.area.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A mention in the items ``[start, end)`` of a line. ``deciding`` are the items whose words gave the area."""

    start: int
    end: int
    kind: PccKind
    area_id: str
    rule_id: str
    deciding: tuple[int, ...]
    person: str | None = None


@dataclass(slots=True)
class Line:
    """A segment's items with the symbols that no rule has spent yet."""

    items: list[Item]
    context: Context
    headline: bool
    symbols: str = ""
    found: list[Found] = field(default_factory=list)
    strangers: list[tuple[str, str]] = field(default_factory=list)
    unsettled: list[Item] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.symbols = "".join(item.symbol for item in self.items)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the pattern's matches over what is unspent; one that the caller leaves unspent is tried again from
        its second item.
        """
        at = 0
        while (match := pattern.search(self.symbols, at)) is not None:
            before = self.symbols
            yield match
            at = match.end() if self.symbols != before else match.start() + 1

    def spend(self, start: int, end: int) -> None:
        self.symbols = self.symbols[:start] + "_" * (end - start) + self.symbols[end:]

    def add(
        self,
        span: tuple[int, int],
        *,
        kind: PccKind,
        area_id: str,
        rule_id: str,
        deciding: tuple[int, ...],
        person: str | None = None,
    ) -> None:
        start, end = span
        self.found.append(
            Found(
                start=start,
                end=end,
                kind=kind,
                area_id=area_id,
                rule_id=rule_id,
                deciding=deciding,
                person=person,
            )
        )
        self.spend(start, end)

    def index(self, match: re.Match[str], symbols: str) -> int:
        """Return the index of the match's first item with one of the symbols.

        Raises:
            LookupError: the match has none; its pattern is wrong.
        """
        for at in range(match.start(), match.end()):
            if self.symbols[at] in symbols:
                return at
        raise LookupError(f"no {symbols} in {self.symbols[match.start() : match.end()]!r}")

    def is_chief_officer(self, match: re.Match[str], at: int) -> bool:
        """Say whether an area's "commissioner" is the head of its force: London never elected another."""
        return self.area(at) not in people.elected_areas() and any(
            self.symbols[place] in "TC" for place in range(*match.span())
        )

    def area(self, at: int) -> str:
        return self.items[at].area_ids[0]
