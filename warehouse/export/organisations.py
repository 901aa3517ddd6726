"""Identifiers of organisations in the 360Giving export: official where one is on record, else clearly our own.

A local identifier begins with ``fundtrail-local-`` (a registered 360Giving prefix would begin with ``360G-``). For a
police area it ends with the area's ONS code, so it stays the same when the office changes its name.
"""

from __future__ import annotations

import csv
import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

LOCAL = "fundtrail-local-"
_LONGEST_SLUG = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A funder or recipient: identifier and name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Areas:
    """The police areas with the offices that have governed them: rows of ``police_area`` and ``office``."""

    by_id: Mapping[str, Mapping[str, Any]]
    offices: Sequence[Mapping[str, Any]]

    def office_name(self, area_id: str, day: date) -> str:
        """Return the name of the office of that day; today's where the registry has none for the day."""
        for office in self.offices:
            ends = office["valid_to"] or date.max
            if office["area_id"] == area_id and office["valid_from"] <= day <= ends:
                return str(office["office_name"])
        return str(self.by_id[area_id]["office_name"])

    def area_of_office(self, name: str) -> str | None:
        """Return the area whose office has this name (at any time, or as an alias), None for another body."""
        wanted = _folded(name)
        for office in self.offices:
            if _folded(office["office_name"]) == wanted:
                return str(office["area_id"])
        for area_id, area in self.by_id.items():
            if wanted in map(_folded, [area["office_name"], *area["office_aliases"]]):
                return area_id
        return None


@cache
def _official() -> Mapping[str, str]:
    text = resources.files("warehouse.export").joinpath("organisations.csv").read_text(encoding="utf-8")
    return {_folded(row["name"]): row["org_id"] for row in csv.DictReader(text.splitlines())}


def recipient(areas: Areas, *, written: str, area_id: str | None, day: date) -> Organisation:
    """Return the organisation that an award's recipient stands for.

    A police area stands for the office that governed it on that day, unless its force is named.
    """
    if area_id is None:
        return named(areas, written, day)
    area = areas.by_id[area_id]
    if _folded(written) in map(_folded, [area["force_name"], *area["force_aliases"]]):
        return Organisation(id=f"{LOCAL}force-{area['ons_code']}", name=area["force_name"])
    return Organisation(id=f"{LOCAL}office-{area['ons_code']}", name=areas.office_name(area_id, day))


def named(areas: Areas, name: str, day: date) -> Organisation:
    """Return the organisation with this name: a commissioner's office, one with an official identifier, or another."""
    area_id = areas.area_of_office(name)
    if area_id is not None:
        ons_code = areas.by_id[area_id]["ons_code"]
        return Organisation(id=f"{LOCAL}office-{ons_code}", name=areas.office_name(area_id, day))
    official = _official().get(_folded(name))
    return Organisation(id=official or f"{LOCAL}org-{slug(name)}", name=name)


def slug(name: str) -> str:
    """Return a name as an identifier: the same for spellings that differ in case, accents, ``&`` and punctuation.

    >>> slug("Women's Aid & Refuge"), slug("WOMENS AID and Refuge")
    ('womens-aid-and-refuge', 'womens-aid-and-refuge')
    """
    plain = unicodedata.normalize("NFKD", name.casefold().replace("&", " and "))
    plain = re.sub(r"[\u0300-\u036f'’‘]", "", plain)
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if words and len(words) <= _LONGEST_SLUG:
        return words
    digest = hashlib.sha256((words or name).encode("utf-8", errors="backslashreplace")).hexdigest()[:8]
    return f"{words[:_LONGEST_SLUG].rstrip('-')}-{digest}".lstrip("-")


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("&", " and ").split())
