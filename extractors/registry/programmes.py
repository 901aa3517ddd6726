"""The known funds, programmes, units and strategies of UK policing and crime.

One row is one programme; the rounds of a fund share its row. ``aliases`` name the programme wherever they stand;
``context_aliases`` are short or shared forms that name it only where the document shows which programme is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from extractors.model import ProgrammeKind
from extractors.registry.areas import area_ids
from extractors.registry.csvfile import Row, read_rows

FILE = "programmes.csv"
COLUMNS = (
    "programme_id", "name", "kind", "aliases", "context_aliases", "area_id", "funder", "first_year", "last_year",
    "notes", "source",
)  # fmt: skip
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A known programme. ``area_id`` is set where one police area's commissioner runs it; the years are the first and
    the last in which it is known to have run.
    """

    programme_id: str
    name: str
    kind: ProgrammeKind
    aliases: tuple[str, ...]
    context_aliases: tuple[str, ...]
    area_id: str | None
    funder: str | None
    first_year: int | None
    last_year: int | None
    notes: str | None
    source: str

    @property
    def own_forms(self) -> tuple[str, ...]:
        """The forms that need no context: the name (unless it is listed as a context alias) and the aliases."""
        name = () if self.name in self.context_aliases else (self.name,)
        return name + self.aliases


def _year(row: Row, column: str) -> int | None:
    text = row.optional(column)
    if text is not None and not _YEAR.fullmatch(text):
        raise row.fail(f"{column} {text!r} is no year")
    return int(text) if text is not None else None


def programme_of(row: Row) -> Programme:
    """Return one row's programme.

    Raises:
        RegistryError: an empty cell that must be filled, a malformed identifier or year, an unknown kind or area, a
            name among its own aliases.
    """
    kind = row.required("kind")
    if kind not in tuple(ProgrammeKind):
        raise row.fail(f"unknown kind {kind!r}")
    programme = Programme(
        programme_id=row.required("programme_id"),
        name=row.required("name"),
        kind=ProgrammeKind(kind),
        aliases=row.many("aliases"),
        context_aliases=row.many("context_aliases"),
        area_id=row.optional("area_id"),
        funder=row.optional("funder"),
        first_year=_year(row, "first_year"),
        last_year=_year(row, "last_year"),
        notes=row.optional("notes"),
        source=row.required("source"),
    )
    if not _ID.fullmatch(programme.programme_id) or programme.programme_id.startswith("candidate-"):
        raise row.fail(f"{programme.programme_id!r} is no identifier of a known programme")
    if programme.area_id is not None and programme.area_id not in area_ids():
        raise row.fail(f"no police area {programme.area_id!r}")
    if programme.first_year and programme.last_year and programme.first_year > programme.last_year:
        raise row.fail(f"first_year {programme.first_year} is after last_year {programme.last_year}")
    if programme.name in programme.aliases or set(programme.aliases) & set(programme.context_aliases):
        raise row.fail("a form is given twice")
    return programme


def checked(rows: Iterable[Row]) -> tuple[Programme, ...]:
    """Return the rows' programmes in their order.

    Raises:
        RegistryError: a malformed row, an identifier given twice, or a form that two programmes claim without context.
    """
    found: dict[str, Programme] = {}
    owners: dict[str, str] = {}
    for row in rows:
        programme = programme_of(row)
        if programme.programme_id in found:
            raise row.fail(f"{programme.programme_id!r} is given twice")
        for form in programme.own_forms:
            owner = owners.setdefault(form.casefold(), programme.programme_id)
            if owner != programme.programme_id:
                raise row.fail(f"{form!r} already names {owner!r}: make it a context alias of both")
        found[programme.programme_id] = programme
    return tuple(found.values())


@cache
def programmes() -> tuple[Programme, ...]:
    """Return the known programmes in the order of the file. Errors as :func:`checked`."""
    return checked(read_rows(FILE, COLUMNS))
