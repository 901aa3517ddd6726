"""The bodies that have governed each force since 2012, with their dates and names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractors.registry.areas import area_ids
from extractors.registry.csvfile import Row, read_rows
from extractors.registry.terms import Term, check_overlaps, read_term

FILE = "offices.csv"
COLUMNS = (
    "area_id", "office_type", "office_name", "aliases", "acronyms", "valid_from", "from_precision",
    "valid_to", "to_precision", "overlaps", "source", "notes",
)  # fmt: skip
OFFICE_TYPES = frozenset({"pcc", "pfcc", "mayor", "mopac", "common-council"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A body with the powers of a commissioner during ``term``.

    ``aliases`` name it anywhere; ``acronyms`` (and other short forms) only where the document shows
    whose they are.
    """

    area_id: str
    office_type: str
    office_name: str
    aliases: tuple[str, ...]
    acronyms: tuple[str, ...]
    term: Term
    source: str
    notes: str | None


def office_of(row: Row) -> Office:
    """Return one row's office.

    Raises:
        RegistryError: an unknown area or type, a missing cell, a malformed term.
    """
    office = Office(
        area_id=row.required("area_id"),
        office_type=row.required("office_type"),
        office_name=row.required("office_name"),
        aliases=row.many("aliases"),
        acronyms=row.many("acronyms"),
        term=read_term(
            row,
            start="valid_from",
            start_precision="from_precision",
            end="valid_to",
            end_precision="to_precision",
        ),
        source=row.required("source"),
        notes=row.optional("notes"),
    )
    if office.area_id not in area_ids():
        raise row.fail(f"no police area {office.area_id!r}")
    if office.office_type not in OFFICE_TYPES:
        raise row.fail(f"office_type {office.office_type!r} is none of {sorted(OFFICE_TYPES)}")
    return office


@cache
def offices() -> tuple[Office, ...]:
    """Return the offices in the order of the file, checked for overlaps."""
    found = [(row, office_of(row)) for row in read_rows(FILE, COLUMNS)]
    check_overlaps((row, office.area_id, office.term, row.optional("overlaps")) for row, office in found)
    return tuple(office for _, office in found)
