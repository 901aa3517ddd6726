"""What a reconciliation compares, and what it says."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from extractors.model import stable_id
from warehouse.rounding import Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """An amount, or a count, with its words and where they stand."""

    id: str
    text: str
    sentence: str
    start_char: int
    end_char: int
    amount: Decimal
    reach: Reach
    role: str = ""
    currency: str = "GBP"
    per: str | None = None
    term_years: Decimal | None = None
    table_no: int | None = None

    @property
    def width(self) -> Decimal:
        return self.reach.high - self.reach.low


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """An award claim that stands in a table."""

    id: str
    recipient: str
    quote: str
    start_char: int
    end_char: int
    amount: Decimal
    currency: str
    table_no: int
    bids: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Another announcement of the same fund, for checking a running total."""

    announcement_id: str
    announced_on: date
    total: Decimal


@dataclass(slots=True, kw_only=True)
class Sheet:
    """All figures of one document that can be checked."""

    document_id: str
    announcement_id: str
    money: list[Figure] = field(default_factory=list)
    rows: list[TableRow] = field(default_factory=list)
    counts: dict[str, list[Figure]] = field(default_factory=dict)
    announced_on: date | None = None
    known: Sequence[Known] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One stated figure against one computed. ``basis`` are the figures and rows that it was computed from."""

    sheet: Sheet
    kind: str
    stated: Figure
    computed: Decimal
    verdict: str
    explanation: str
    basis: Sequence[Figure | TableRow | Known]

    def row(self) -> dict[str, Any]:
        """Return the row of ``reconciliation``."""
        scope = sorted(str(getattr(item, "table_no", "")) for item in self.basis)[:1]
        return {
            "check_id": stable_id("check", self.kind, self.sheet.document_id, self.stated.id, *scope),
            "announcement_id": self.sheet.announcement_id,
            "document_id": self.sheet.document_id,
            "kind": self.kind,
            "stated": self.stated.amount,
            "computed": self.computed,
            "difference": self.computed - self.stated.amount,
            "verdict": self.verdict,
            "explanation": self.explanation,
            "evidence": json.dumps(
                {"stated": _told(self.stated), "computed_from": [_told(item) for item in self.basis]},
                ensure_ascii=False,
            ),
        }


def _told(item: Figure | TableRow | Known) -> dict[str, Any]:
    if isinstance(item, Known):
        return {
            "announcement_id": item.announcement_id,
            "announced_on": item.announced_on.isoformat(),
            "amount": str(item.total),
        }
    return {
        "id": item.id,
        "quote": item.text if isinstance(item, Figure) else item.quote,
        "start_char": item.start_char,
        "end_char": item.end_char,
        "amount": str(item.amount),
    }
