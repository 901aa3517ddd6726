"""Tables of money: which way they run, what each column holds, and the awards that their rows make."""

from __future__ import annotations

from extractors.tables.claims import table_claims
from extractors.tables.read import read_table
from extractors.tables.reading import AmountField, Orientation, TableKind, TableReading
from extractors.tables.roles import table_roles

#: Raised when results can change.
VERSION = "fundtrail.tables.v3"

__all__ = [
    "VERSION",
    "AmountField",
    "Orientation",
    "TableKind",
    "TableReading",
    "read_table",
    "table_claims",
    "table_roles",
]
