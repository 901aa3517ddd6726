"""The registry of known funds, programmes, units and strategies (programmes.csv).

One row is one programme; the rounds of a fund share its row. ``aliases`` (``|`` between them) name the programme
wherever they stand; ``context_aliases`` are short or shared forms that name it only where the document shows which
programme is meant (see :mod:`extractors.programmes.known`).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extractors.model import ProgrammeKind

_FILE = "programmes.csv"
_COLUMNS = (
    "programme_id", "name", "kind", "aliases", "context_aliases", "area_id",
    "funder", "first_year", "last_year", "notes", "source",
)  # fmt: skip
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")


class RegistryError(ValueError):
    """A registry file says something that cannot be right. The message names the file and the line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A known programme. ``area_id`` is set where one police area's commissioner runs it. Years are the first and the
    last in which it is known to have run, None where that is not known.
    """

    programme_id: str
    name: str
    kind: ProgrammeKind
    aliases: tuple[str, ...] = ()
    context_aliases: tuple[str, ...] = ()
    area_id: str | None = None
    funder: str | None = None
    first_year: int | None = None
    last_year: int | None = None
    notes: str | None = None
    source: str

    @property
    def own_forms(self) -> tuple[str, ...]:
        """The forms that need no context: the name (unless it is listed as a context alias) and the aliases."""
        name = () if self.name in self.context_aliases else (self.name,)
        return name + self.aliases


def _split(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split("|") if part.strip())


def _row(row: dict[str, str], place: str) -> Programme:
    missing = [column for column in ("programme_id", "name", "kind", "source") if not row[column].strip()]
    if missing:
        raise RegistryError(f"{place}: no {missing[0]}")
    programme_id = row["programme_id"]
    if not _ID.fullmatch(programme_id) or programme_id.startswith("candidate-"):
        raise RegistryError(f"{place}: {programme_id!r} is no programme_id")
    if row["kind"] not in tuple(ProgrammeKind):
        raise RegistryError(f"{place}: unknown kind {row['kind']!r}")
    years: list[int | None] = []
    for column in ("first_year", "last_year"):
        if row[column] and not _YEAR.fullmatch(row[column]):
            raise RegistryError(f"{place}: {column} {row[column]!r} is no year")
        years.append(int(row[column]) if row[column] else None)
    first, last = years
    if first is not None and last is not None and first > last:
        raise RegistryError(f"{place}: first_year {first} is after last_year {last}")
    aliases, context = _split(row["aliases"]), _split(row["context_aliases"])
    forms = (row["name"], *aliases) + tuple(form for form in context if form != row["name"])
    if twice := sorted({form for form in forms if forms.count(form) > 1}):
        raise RegistryError(f"{place}: {twice[0]!r} is given twice")
    return Programme(
        programme_id=programme_id,
        name=row["name"],
        kind=ProgrammeKind(row["kind"]),
        aliases=aliases,
        context_aliases=context,
        area_id=row["area_id"] or None,
        funder=row["funder"] or None,
        first_year=first,
        last_year=last,
        notes=row["notes"] or None,
        source=row["source"],
    )


def parse_programmes(lines: Iterable[str], *, file: str = _FILE) -> tuple[Programme, ...]:
    """Return the programmes of a registry file's lines, in file order.

    Raises :class:`RegistryError`, with file and line, for wrong columns, missing or malformed values, an id given
    twice, or a form that two programmes claim without context.
    """
    reader = csv.DictReader(lines, strict=True)
    if tuple(reader.fieldnames or ()) != _COLUMNS:
        raise RegistryError(f"{file}:1: columns are {reader.fieldnames}, not {list(_COLUMNS)}")
    programmes: list[Programme] = []
    ids: set[str] = set()
    owners: dict[str, str] = {}
    for row in reader:
        place = f"{file}:{reader.line_num}"
        if None in row or None in row.values():
            raise RegistryError(f"{place}: not {len(_COLUMNS)} fields")
        programme = _row(row, place)
        if programme.programme_id in ids:
            raise RegistryError(f"{place}: {programme.programme_id!r} is given twice")
        ids.add(programme.programme_id)
        for form in programme.own_forms:
            owner = owners.setdefault(form.casefold(), programme.programme_id)
            if owner != programme.programme_id:
                raise RegistryError(f"{place}: {form!r} already names {owner!r}; make it a context alias of both")
        programmes.append(programme)
    return tuple(programmes)


@cache
def programmes() -> tuple[Programme, ...]:
    """Return the known programmes, in the registry's order. Read once a process; errors as :func:`parse_programmes`."""
    text = files("extractors.registry").joinpath(_FILE).read_text(encoding="utf-8")
    return parse_programmes(text.splitlines(keepends=True))
