"""Which sources let their text be copied, and how they are to be named.

Facts and short quotes go into every export; whole texts only where the source's licence is one of ``licences.csv``.
A licence that nobody has written down there is not assumed to be open.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """A licence that allows whole texts to be copied. ``licence`` is its SPDX identifier."""

    licence: str
    title: str
    path: str
    attribution: str


@cache
def _open_licences() -> Mapping[str, Licence]:
    text = resources.files("warehouse.export").joinpath("licences.csv").read_text(encoding="utf-8")
    found: dict[str, Licence] = {}
    for row in csv.DictReader(text.splitlines()):
        licence = Licence(**{name: row[name] for name in ("licence", "title", "path", "attribution")})
        found |= {_folded(name): licence for name in row["written_as"].split("|")}
    return found


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def open_licence(name: str | None) -> Licence | None:
    """Return the open licence that a source's ``licence`` names; None when it is not known to be open.

    >>> open_licence("OGL v3.0").licence, open_licence("all rights reserved"), open_licence(None)
    ('OGL-UK-3.0', None, None)
    """
    return None if name is None else _open_licences().get(_folded(name))


def attribution(publisher: str, licence: str | None) -> str:
    """Return the line that names a source to readers."""
    known = open_licence(licence)
    if known is not None:
        return f"{publisher}. {known.attribution}"
    terms = f"licence: {licence}" if licence else "no licence known"
    return f"{publisher} ({terms}): facts and short quotes only, whole texts withheld."
