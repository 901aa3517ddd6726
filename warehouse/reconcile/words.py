"""The words of a reconciliation: amounts and quotes as a reader expects them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}
LONGEST_QUOTE = 160


def money(amount: Decimal, currency: str = "GBP") -> str:
    """Return an amount with its sign and separators, pence only where there are any.

    >>> money(Decimal("11334384.69")), money(Decimal(36000000)), money(Decimal(-5), "SEK")
    ('£11,334,384.69', '£36,000,000', '-SEK 5')
    """
    sign = _SIGNS.get(currency, f"{currency} ")
    figure = f"{abs(amount):,.2f}".removesuffix(".00")
    return f"{'-' if amount < 0 else ''}{sign}{figure}"


def quote(text: str) -> str:
    """Return words in quotation marks on one line, shortened in the middle when long."""
    plain = " ".join(text.split())
    if len(plain) > LONGEST_QUOTE:
        half = LONGEST_QUOTE // 2
        plain = f"{plain[:half].rstrip()} … {plain[-half:].lstrip()}"
    return f"“{plain}”"


def listed(texts: Sequence[str]) -> str:
    """Return "a, b and c"."""
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"


def gap(computed: Decimal, stated: Decimal, currency: str = "GBP") -> str:
    """Return "£5 less than" or "£5 more than"."""
    return f"{money(abs(computed - stated), currency)} {'less' if computed < stated else 'more'} than"
