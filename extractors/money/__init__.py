"""Amounts of money: a small grammar on characters for the values, cue words for what the values mean."""

from __future__ import annotations

from extractors.money.find import find_money

#: Raised when results can change.
VERSION = "fundtrail.money.v2"

__all__ = ["VERSION", "find_money"]
