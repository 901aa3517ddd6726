"""The 43 territorial police areas of England and Wales, and what they and their forces are called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.registry.csvfile import RegistryError, Row, read_rows

FILE = "police_areas.csv"
COLUMNS = (
    "area_id", "area_name", "ons_code", "country", "region", "force_name", "area_aliases", "area_acronyms",
    "force_aliases", "force_acronyms", "source", "notes",
)  # fmt: skip
#: Territorial police areas: 39 in England (Greater London and the City of London among them), 4 in Wales.
AREA_COUNT = 43
_ONS_CODE = {"England": re.compile(r"E230000\d\d"), "Wales": re.compile(r"W1500000\d")}
_AREA_ID = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceArea:
    """A police area. Acronyms name the area or force only in a document that also spells it out."""

    area_id: str
    area_name: str
    ons_code: str
    country: str
    region: str
    force_name: str
    area_aliases: tuple[str, ...]
    area_acronyms: tuple[str, ...]
    force_aliases: tuple[str, ...]
    force_acronyms: tuple[str, ...]
    source: str
    notes: str | None


def area_of(row: Row) -> PoliceArea:
    """Return one row's police area.

    Raises:
        RegistryError: an empty cell that must be filled, or an identifier or ONS code of the wrong form.
    """
    area = PoliceArea(
        area_id=row.required("area_id"),
        area_name=row.required("area_name"),
        ons_code=row.required("ons_code"),
        country=row.required("country"),
        region=row.required("region"),
        force_name=row.required("force_name"),
        area_aliases=row.many("area_aliases"),
        area_acronyms=row.many("area_acronyms"),
        force_aliases=row.many("force_aliases"),
        force_acronyms=row.many("force_acronyms"),
        source=row.required("source"),
        notes=row.optional("notes"),
    )
    if not _AREA_ID.fullmatch(area.area_id):
        raise row.fail(f"area_id {area.area_id!r} is not in kebab-case")
    code = _ONS_CODE.get(area.country)
    if code is None:
        raise row.fail(f"country is {area.country!r}, not England or Wales")
    if not code.fullmatch(area.ons_code):
        raise row.fail(f"{area.ons_code!r} is no ONS code of a police area in {area.country}")
    return area


@cache
def areas() -> tuple[PoliceArea, ...]:
    """Return the police areas in the order of the file.

    Raises:
        RegistryError: a malformed row, a repeated identifier, code or name, or not 43 rows.
    """
    found: list[PoliceArea] = []
    taken: set[str] = set()
    line = 1
    for row in read_rows(FILE, COLUMNS):
        area, line = area_of(row), row.line
        for value in (area.area_id, area.ons_code, area.area_name, area.force_name, *area.area_aliases):
            if value in taken and value != area.area_name:
                raise row.fail(f"{value!r} is used twice")
        taken |= {area.area_id, area.ons_code, area.area_name, area.force_name, *area.area_aliases}
        found.append(area)
    if len(found) != AREA_COUNT:
        raise RegistryError(FILE, line, f"{len(found)} police areas, not {AREA_COUNT}")
    return tuple(found)


@cache
def area_ids() -> frozenset[str]:
    return frozenset(area.area_id for area in areas())
