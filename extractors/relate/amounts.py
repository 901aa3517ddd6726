"""Whether two written amounts are the same sum, and which is the more exact."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from extractors.model import MoneyMention, Qualifier

_DIGITS = re.compile(r"\d[\d,\s]*(?:\.\d+)?")


def step(mention: MoneyMention) -> Decimal:
    """Return the smallest difference that the words can express: 100,000 for "£1.2 million", 1 for "£1,196,432".

    A round figure behind "about", "over", "nearly" or "up to" is as coarse as its last digit that is not nought.
    """
    return _step(mention.text, mention.amount_low, mention.qualifier is Qualifier.EXACT)


@lru_cache(maxsize=4096)
def _step(text: str, value: Decimal, exact: bool) -> Decimal:
    digits = _DIGITS.search(text)
    if digits is None or not value:
        return Decimal(1)
    written = Decimal(re.sub(r"[,\s]", "", digits.group()))
    unit = value / written if written else Decimal(1)
    exponent = written.as_tuple().exponent
    smallest = unit * (Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else 1)
    if not exact:
        zeros = len(f"{int(value)}") - len(f"{int(value)}".rstrip("0"))
        smallest = max(smallest, min(Decimal(10) ** zeros, value / 10))
    return smallest


def near(one: MoneyMention, other: MoneyMention) -> bool:
    """Say whether two amounts are within a tenth of each other: the least that :func:`same_sum` asks."""
    return abs(one.amount_low - other.amount_low) * 10 <= max(one.amount_low, other.amount_low)


def same_sum(one: MoneyMention, other: MoneyMention) -> bool:
    """Say whether two mentions can be one sum: equal, or one is the other rounded as its words imply."""
    if one.currency != other.currency:
        return False
    if (one.amount_low, one.amount_high) == (other.amount_low, other.amount_high):
        return True
    if one.amount_low != one.amount_high or other.amount_low != other.amount_high:
        return False
    if not near(one, other):
        return False
    fine, coarse = sorted((step(one), step(other)))
    return fine < coarse and abs(one.amount_low - other.amount_low) < coarse
