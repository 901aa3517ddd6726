"""The word lists and the role rules of this package's data files."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from extractors.model import Role
from extractors.relate.clauses import pattern


class Scope(StrEnum):
    """Where a rule looks: in the amount's sentence, in the one before it, or in the document's opening."""

    SENTENCE = "sentence"
    CONTEXT = "context"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRule:
    """One row of ``roles.csv``: words around an amount that speak for (or, with a negative weight, against) a role."""

    name: str
    role: Role
    scope: Scope
    weight: int
    pattern: re.Pattern[str]
    example: str

    @property
    def rule_id(self) -> str:
        return f"role.{self.name}.v1"


class Side(StrEnum):
    """Whether a recipient stands behind its amount or before it."""

    BEHIND = "behind"
    BEFORE = "before"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRule:
    """One row of ``links.csv``: words that tie an amount to a name behind or before it. The lower ``rank``, the surer.

    ``lead`` must, ``not_lead`` must not stand right before a name that stands before its amount.
    """

    name: str
    rank: int
    pattern: re.Pattern[str]
    lead: re.Pattern[str] | None
    not_lead: re.Pattern[str] | None
    example: str

    @property
    def loose(self) -> bool:
        """The words tie a purpose as well as a body: "for", "invest in"."""
        return self.name in ("for", "passive-for", "invest", "is-for", "is-plain", "spent-in")

    def allows(self, lead: str) -> bool:
        if self.lead is not None and not self.lead.search(lead):
            return False
        return self.not_lead is None or not self.not_lead.search(lead)


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files("extractors.relate").joinpath(name).read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines(), strict=True))
    for row in rows:
        if None in row or None in row.values():
            raise ValueError(f"{name}: a row of the wrong length: {row}")
    return rows


@cache
def _phrases() -> dict[str, str]:
    return {row["name"]: row["pattern"] for row in _rows("phrases.csv")}


def expand(source: str) -> str:
    """Return a rule's source with each ``$name`` replaced by that phrase of ``phrases.csv``.

    Raises:
        KeyError: there is no phrase of that name.
    """
    return re.sub(r"\$([a-z]+)", lambda m: _phrases()[m.group(1)], source)


@cache
def role_rules() -> tuple[RoleRule, ...]:
    """Return the rules of ``roles.csv``. See :func:`extractors.relate.clauses.pattern` for their notation."""
    return tuple(
        RoleRule(
            name=row["name"],
            role=Role(row["role"]),
            scope=Scope(row["scope"]),
            weight=int(row["weight"]),
            pattern=pattern(expand(row["pattern"])),
            example=row["example"],
        )
        for row in _rows("roles.csv")
    )


@cache
def link_rules(side: Side) -> tuple[LinkRule, ...]:
    """Return the rules of ``links.csv`` for one side, in their order."""
    return tuple(
        LinkRule(
            name=row["name"],
            rank=int(row["rank"]),
            pattern=pattern(expand(row["pattern"])),
            lead=pattern(row["lead"]) if row["lead"] else None,
            not_lead=pattern(row["not_lead"]) if row["not_lead"] else None,
            example=row["example"],
        )
        for row in _rows("links.csv")
        if row["side"] == side
    )


@cache
def words(kind: str) -> frozenset[str]:
    """Return the lower-case words of one kind of ``words.csv``: ``generic``, ``mass``, ``posts``,
    ``areal``, ``never``, ``funder`` or ``institution``."""
    found = frozenset(
        word for row in _rows("words.csv") if row["kind"] == kind for word in row["words"].split("|")
    )
    if not found:
        raise ValueError(f"words.csv has no words of kind {kind!r}")
    return found


@cache
def senses() -> Mapping[str, frozenset[str]]:
    """Return the lower-case words of each sense of ``senses.csv``.

    Raises:
        ValueError: a word stands under two senses.
    """
    found = {row["sense"]: frozenset(row["words"].split("|")) for row in _rows("senses.csv")}
    twice = [word for word, times in Counter(w for held in found.values() for w in held).items() if times > 1]
    if twice:
        raise ValueError(f"senses.csv has words under two senses: {', '.join(sorted(twice))}")
    return found
