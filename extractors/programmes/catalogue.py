"""The catalogue of pattern rules: small functions that return a pattern, under versioned names.

The docstring of each holds an example that it must find and one that it must not (``Finds:`` and ``Leaves:``), which
the tests run.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

PatternRule = Callable[[], re.Pattern[str]]

_RULES: dict[str, PatternRule] = {}


def register(name: str) -> Callable[[PatternRule], PatternRule]:
    """Return a decorator that keeps a rule under ``name``. Raises ValueError when the name is taken."""

    def keep(rule: PatternRule) -> PatternRule:
        if name in _RULES:
            raise ValueError(f"rule {name!r} is registered twice")
        _RULES[name] = cache(rule)
        _RULES[name].__doc__ = rule.__doc__
        return _RULES[name]

    return keep


def rules() -> dict[str, PatternRule]:
    """Return the registered rules by name."""
    return dict(_RULES)
