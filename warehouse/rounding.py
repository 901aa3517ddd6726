"""How far the words fix an amount: "£11.3 million" may stand for anything from £11.25m to £11.35m."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_FIGURE = re.compile(r"\d[\d,\s]*(?:\.\d+)?|\.\d+")
_MAGNITUDE = re.compile(r"\d\s*(billion|bn|b|million|mn|m|thousand|k)\b", re.IGNORECASE)
_POWER = {"b": 9, "bn": 9, "billion": 9, "m": 6, "mn": 6, "million": 6, "k": 3, "thousand": 3}
_PENNY = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Reach:
    """The amounts that a worded amount may stand for, both ends included."""

    low: Decimal
    high: Decimal

    def holds(self, amount: Decimal) -> bool:
        return self.low <= amount <= self.high

    def meets(self, other: Reach) -> bool:
        """Say whether one and the same amount could be behind both wordings."""
        return self.low <= other.high and other.low <= self.high

    def times(self, factor: Decimal) -> Reach:
        return Reach(self.low * factor, self.high * factor)

    def plus(self, other: Reach) -> Reach:
        return Reach(self.low + other.low, self.high + other.high)


NOTHING = Reach(Decimal(0), Decimal(0))


def step(text: str, amount: Decimal, qualifier: str) -> Decimal:
    """Return the unit that an amount is given in: 0.1 million for "£11.3 million", a penny for "£311,836.50".

    A whole figure without a magnitude word is exact to the pound; called approximate, its trailing zeros say nothing.

    >>> step("£11.3 million", Decimal(11_300_000), "exact")
    Decimal('100000')
    >>> step("£500,000", Decimal(500_000), "exact"), step("£500,000", Decimal(500_000), "about")
    (Decimal('1'), Decimal('100000'))
    """
    magnitude = list(_MAGNITUDE.finditer(text))
    figures = _FIGURE.findall(text)
    if magnitude and figures:
        decimals = figures[-1].strip().partition(".")[2]
        return Decimal(10) ** (_POWER[magnitude[-1].group(1).lower()] - len(decimals))
    if amount != amount.to_integral_value():
        return _PENNY
    if qualifier == "exact" and figures:
        return Decimal(1)
    return trailing_unit(amount)


def trailing_unit(amount: Decimal) -> Decimal:
    """Return the place of an amount's last digit that is not zero: 100,000 for 500,000; 1 for 0."""
    whole = int(abs(amount))
    if whole == 0:
        return Decimal(1)
    zeros = len(str(whole)) - len(str(whole).rstrip("0"))
    return Decimal(10) ** zeros


def reach(text: str, low: Decimal, high: Decimal, qualifier: str) -> Reach:
    """Return the amounts that the words may stand for.

    "about" and no qualifier reach half a unit to both sides ("about" a whole one), "up to" and "under" a unit down,
    "at least" a unit up.
    """
    unit = max(step(text, low, qualifier), step(text, high, qualifier))
    if unit <= 1 and qualifier == "exact":
        return Reach(low, high)
    half = unit / 2
    match qualifier:
        case "at_least":
            return Reach(low, high + unit)
        case "up_to" | "under":
            return Reach(low - unit, high)
        case "about":
            return Reach(low - unit, high + unit)
        case _:
            return Reach(low - half, high + half)


def verdict(stated: Reach, exact: Decimal, computed: Decimal) -> str:
    """Return ``agrees`` for the stated amount itself, ``rounds`` within its reach, else ``differs``."""
    if computed == exact:
        return "agrees"
    return "rounds" if stated.holds(computed) else "differs"
