"""Names that contain or resemble the name of a police area or its office, and are something else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractors.registry.areas import area_ids
from extractors.registry.csvfile import read_rows

FILE = "lookalikes.csv"
COLUMNS = ("text", "lookalike_of", "what_it_is")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookalike:
    """``lookalike_of`` is an area, or ``pcc`` for what resembles the office or its acronym."""

    text: str
    lookalike_of: str
    what_it_is: str


@cache
def lookalikes() -> tuple[Lookalike, ...]:
    """Return the lookalikes in the order of the file.

    Raises:
        RegistryError: an empty cell, an unknown area, a text given twice.
    """
    found: dict[str, Lookalike] = {}
    for row in read_rows(FILE, COLUMNS):
        entry = Lookalike(
            text=row.required("text"),
            lookalike_of=row.required("lookalike_of"),
            what_it_is=row.required("what_it_is"),
        )
        if entry.lookalike_of != "pcc" and entry.lookalike_of not in area_ids():
            raise row.fail(f"no police area {entry.lookalike_of!r}")
        if entry.text in found:
            raise row.fail(f"{entry.text!r} is given twice")
        found[entry.text] = entry
    return tuple(found.values())
