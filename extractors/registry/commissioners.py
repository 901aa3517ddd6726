"""The people who have held each office since 2012, with their dates."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractors.registry.areas import area_ids
from extractors.registry.csvfile import Row, read_rows
from extractors.registry.terms import Term, check_overlaps, read_term

FILE = "commissioners.csv"
COLUMNS = (
    "area_id", "person", "aliases", "party", "office_type", "from_date", "from_precision", "to_date",
    "to_precision", "overlaps", "source", "notes",
)  # fmt: skip
HOLDER_TYPES = frozenset(
    {"pcc", "pfcc", "mayor", "deputy-mayor", "acting-pcc", "acting-pfcc", "pcc-elect", "common-council"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commissioner:
    """One person's term in one office."""

    area_id: str
    person: str
    aliases: tuple[str, ...]
    party: str | None
    office_type: str
    term: Term
    source: str
    notes: str | None


def commissioner_of(row: Row) -> Commissioner:
    """Return one row's term.

    Raises:
        RegistryError: an unknown area or type, a missing cell, a malformed term.
    """
    holder = Commissioner(
        area_id=row.required("area_id"),
        person=row.required("person"),
        aliases=row.many("aliases"),
        party=row.optional("party"),
        office_type=row.required("office_type"),
        term=read_term(
            row,
            start="from_date",
            start_precision="from_precision",
            end="to_date",
            end_precision="to_precision",
        ),
        source=row.required("source"),
        notes=row.optional("notes"),
    )
    if holder.area_id not in area_ids():
        raise row.fail(f"no police area {holder.area_id!r}")
    if holder.office_type not in HOLDER_TYPES:
        raise row.fail(f"office_type {holder.office_type!r} is none of {sorted(HOLDER_TYPES)}")
    return holder


@cache
def commissioners() -> tuple[Commissioner, ...]:
    """Return the terms in the order of the file, checked for overlaps."""
    found = [(row, commissioner_of(row)) for row in read_rows(FILE, COLUMNS)]
    check_overlaps((row, holder.area_id, holder.term, row.optional("overlaps")) for row, holder in found)
    return tuple(holder for _, holder in found)
