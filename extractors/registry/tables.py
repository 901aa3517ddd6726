"""The registries as rows for the published tables, and the hash that stands for all of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from extractors.registry.areas import areas
from extractors.registry.commissioners import commissioners
from extractors.registry.offices import Office, offices
from extractors.registry.programmes import programmes


@cache
def registry_hash() -> str:
    """Return the sha256 over the names and bytes of all registry files; part of the extraction key."""
    digest = hashlib.sha256()
    folder = resources.files("extractors.registry")
    for file in sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".csv")), key=lambda e: e.name
    ):
        body = file.read_bytes()
        digest.update(f"{file.name} {len(body)}\n".encode())
        digest.update(body)
    return digest.hexdigest()


def current_office(area_id: str) -> Office:
    """Return the office that governs an area's force today (the one without an end).

    Raises:
        LookupError: the area has none, or more than one.
    """
    found = [office for office in offices() if office.area_id == area_id and office.term.end is None]
    if len(found) != 1:
        raise LookupError(f"{area_id} has {len(found)} current offices")
    return found[0]


def rows() -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Return the rows of the tables police_area, office, commissioner and programme; lists are ``a|b``."""
    return {
        "police_area": [
            {
                "area_id": area.area_id,
                "area_name": area.area_name,
                "force_name": area.force_name,
                "force_aliases": "|".join(area.force_aliases + area.force_acronyms),
                "ons_code": area.ons_code,
                "country": area.country,
                "region": area.region,
                "office_name": office.office_name,
                "office_type": office.office_type,
                "office_aliases": "|".join(office.aliases + office.acronyms),
                "area_aliases": "|".join(area.area_aliases + area.area_acronyms),
                "notes": area.notes,
            }
            for area, office in ((area, current_office(area.area_id)) for area in areas())
        ],
        "office": [
            {
                "area_id": office.area_id,
                "office_name": office.office_name,
                "office_type": office.office_type,
                "valid_from": office.term.start,
                "valid_to": office.term.end,
                "source": office.source,
            }
            for office in offices()
        ],
        "commissioner": [
            {
                "area_id": holder.area_id,
                "person": holder.person,
                "party": holder.party,
                "office_type": holder.office_type,
                "from_date": holder.term.start,
                "to_date": holder.term.end,
                "source": holder.source,
            }
            for holder in commissioners()
        ],
        "programme": [
            {
                "programme_id": programme.programme_id,
                "name": programme.name,
                "kind": programme.kind.value,
                "funder": programme.funder,
                "aliases": "|".join(programme.aliases + programme.context_aliases),
                "first_year": programme.first_year,
                "last_year": programme.last_year,
                "notes": programme.notes,
                "source": programme.source,
            }
            for programme in programmes()
        ],
    }
