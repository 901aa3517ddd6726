"""How values look on a terminal, in CSV and in JSON."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any


def money(value: Decimal | None, currency: str = "GBP") -> str:
    """Return ``£1,234.50``; whole amounts without pence.

    >>> money(Decimal("11335884.89")), money(Decimal("3000.00"))
    ('£11,335,884.89', '£3,000')
    """
    if value is None:
        return ""
    sign = {"GBP": "£", "EUR": "€", "USD": "$"}.get(currency, f"{currency} ")
    shape = f"{abs(value):,.2f}".removesuffix(".00")
    return f"{'-' if value < 0 else ''}{sign}{shape}"


def plain(value: Any) -> str:
    """Return a cell of a table as text; null is empty."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:,}"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return f"{value:,}"
    return str(value)


def for_json(value: Any) -> Any:
    """Return what JSON can hold: amounts as exact strings, times as ISO 8601."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): for_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [for_json(item) for item in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return str(value)
